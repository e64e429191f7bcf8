"""What input methods do to keys, undone.

While an input method is on, a terminal sends full-width letters, digits and marks, or whole Han characters, in the place of
keys. The full-width ones are folded to the keys that they stand for; a Han character tells that the input method is on.
"""

from __future__ import annotations

_MARKS = {
    "。": ".", "．": ".", "，": ",", "、": "/", "／": "/", "【": "[", "】": "]", "「": "[", "」": "]", "《": "<", "》": ">",
    "〈": "<", "〉": ">", "‘": "'", "’": "'", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")", "—": "-",
    "－": "-", "＝": "=", "＋": "+", "｛": "{", "｝": "}", "％": "%", "＃": "#", "·": "`", "　": " ",
}  # fmt: skip


def folded_key(character: str) -> str | None:
    """The character of the key that was meant; None where the character is no key in disguise."""
    if character in _MARKS:
        return _MARKS[character]
    if len(character) == 1 and "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    return None


def is_han(character: str) -> bool:
    """Whether an input method must be on: the character is a Han one."""
    return len(character) == 1 and ("\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff")
