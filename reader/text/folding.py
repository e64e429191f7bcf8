"""Text as searches compare it."""

from __future__ import annotations

from reader.text.script import Script, converted

_WIDE = {0xFF01 + at: 0x21 + at for at in range(94)} | {0x3000: 0x20}
"""Full-width forms and what they are forms of."""


def folded(text: str) -> str:
    """The text as searches compare it: Simplified, half-width, small letters; exactly as long as before."""
    simplified = converted(text.translate(_WIDE), Script.SIMPLIFIED)
    small = simplified.lower()
    return small if len(small) == len(text) else simplified
