"""A forward model of the mirror engine that damages text: pinyin put in, GBK bytes split, each piece decoded alone."""

from __future__ import annotations

import re

_SPLIT = re.compile(b"(\xa3\xac|\xa1\xa2|\xa3\xbb|\xa3\xa1|\xa3\xbf)")
"""The codes of `，、；！？`, looked for at any byte."""

_HALF_WIDTH = str.maketrans("，：；？！（）", ",:;?!()")


def mirrored(text: str, table: dict[str, str] | None = None) -> str:
    """What the engine makes of a text.

    Args:
        text: Well-formed text.
        table: The pinyin that it puts after characters, without parentheses.
    """
    spelled = "".join(f"{c}({table[c]})" if table and c in table else c for c in text)
    pieces = _SPLIT.split(spelled.encode("gb18030"))
    decoded = (piece.decode("gb18030") if index % 2 else _decoded(piece) for index, piece in enumerate(pieces))
    return "".join(decoded).translate(_HALF_WIDTH)


def _decoded(piece: bytes) -> str:
    """A piece decoded as GBK: a lead byte alone, or with a byte that no character ends in, is a question mark."""
    parts: list[str] = []
    at = 0
    while at < len(piece):
        if piece[at] < 0x80:
            parts.append(chr(piece[at]))
            at += 1
            continue
        pair = piece[at : at + 2]
        try:
            parts.append(pair.decode("gb18030") if len(pair) == 2 else "?")
        except UnicodeDecodeError:
            parts.append("?")
        at += 2
    return "".join(parts)
