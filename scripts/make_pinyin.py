"""Write `reader/text/pinyin.txt`: the syllables of Mandarin without tones, each with the characters that are read so.

    pip install pypinyin && python scripts/make_pinyin.py

The readings are facts taken from pypinyin's tables (MIT licence); it is needed to make the file, never to run reader.
Characters are those that the national standards encode (GB 2312, Big5): names of tags are made of them.
"""

from __future__ import annotations

import re
from pathlib import Path

from pypinyin import Style, pinyin

FILE = Path(__file__).parents[1] / "reader" / "text" / "pinyin.txt"
SYLLABLE = re.compile("[a-zü]{1,6}")
HEAD = """# Syllables of Mandarin without tones (ü is v), each with the characters that may be read so.
# Made by scripts/make_pinyin.py from pypinyin's tables (MIT licence).
"""


def is_encoded(character: str) -> bool:
    """Whether one of the standards has the character."""
    for encoding in ("gb2312", "big5"):
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


def main() -> None:
    """Make the file anew."""
    read: dict[str, list[str]] = {}
    for code in range(0x4E00, 0xA000):
        character = chr(code)
        if is_encoded(character):
            readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
            for syllable in sorted(set(readings[0] if readings else [])):
                if SYLLABLE.fullmatch(syllable):
                    read.setdefault(syllable.replace("ü", "v"), []).append(character)
    lines = [f"{syllable}\t{''.join(characters)}\n" for syllable, characters in sorted(read.items())]
    FILE.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
