"""How an annotation stands on a text that has changed, in words: what it stood on, and what stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from reader.annotations.annotation import AnchorStatus
from reader.controls import visible_line
from reader.desk.act import quote_of
from reader.messages import say

if TYPE_CHECKING:
    from reader.annotations.anchoring import Placed
    from reader.tui.reading import Reading


def standing_lines(placed: Placed) -> list[Content]:
    """For the panel: the status, and the sentence as it was; nothing where nothing has changed."""
    if placed.status is AnchorStatus.OK:
        return []
    settled = f" · {say('stands-settled')}" if placed.settled else ""
    lines = [Content.styled(f"  {status_of(placed)}{settled}", "bold $text-warning" if placed.needs_review else "bold")]
    if not placed.needs_review:  # where somebody must look, both stand side by side below the article
        lines.append(Content.assemble((f"  {say('stands-was')} ", "bold"), visible_line(placed.annotation.sentence)))
    return lines


def status_of(placed: Placed) -> str:
    """How surely an annotation stands on its text, in a word of the interface's language."""
    return say(f"anchored-{placed.status.value}")


def standing_told(reading: Reading, placed: Placed) -> str:
    """For the status line: what has changed; the line of keys says what settles it."""
    quote, status = quote_of(placed.annotation), status_of(placed)
    now = reading.opened.article.text[placed.start : placed.end] if placed.start is not None else quote
    words = say("stands-ask", status=status, quote=quote, now=now) if now != quote else ""
    words = words or say("stands-ask-lost", status=status, quote=quote)
    return words[0].upper() + words[1:]
