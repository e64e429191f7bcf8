"""Which keys are likely next, by what has the keys and what is at the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.controls import visible_line
from reader.messages import say
from reader.tui.article_view import ArticleView
from reader.tui.library_hints import always, hints_in_library
from reader.tui.library_pane import LibraryPane
from reader.tui.panel import Panel
from reader.tui.source_pane import SourcePane
from reader.tui.status import hint
from reader.tui.tag_picker import TagLine

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.tags import TagSet
    from reader.tui.reading import Reading


def hints_for(focused: Widget | None, reading: Reading | None, tagset: TagSet) -> list[tuple[str, str]]:
    """Keys with what they do, the likeliest first.

    Args:
        focused: The pane that has the keys.
        reading: What is being read, if anything.
        tagset: For the names of the tags.
    """
    if isinstance(focused, LibraryPane):
        if not focused.entries:
            return [hint("list.add"), hint("view.keys", say("all-keys")), hint("view.palette"), ("q", say("hint-quit"))]
        return hints_in_library(reading=reading is not None)
    if isinstance(focused, SourcePane):
        return [
            hint("source.down"),
            hint("source.page-down"),
            hint("view.source", say("hint-close")),
            hint("go.back"),
            *always(),
        ]
    if isinstance(focused, Panel):
        return [hint("go.back"), hint("go.next-pane"), *always()]
    if isinstance(focused, TagLine):
        return [hint("picker.toggle"), hint("picker.down"), hint("picker.up"), hint("tag.set"), hint("picker.close")]
    if not isinstance(focused, ArticleView) or reading is None:
        return []
    tags = [(str(tag.key), visible_line(tag.name)) for tag in tagset.keyed]
    if focused.awaited is not None:
        return [*focused.awaited.hints, ("Esc", say("leave"))]
    if focused.letters:
        return [("a … z", say("hint-to-claim")), ("Esc", say("hint-stay"))]
    if reading.whole:
        stop = ("Esc", say("hint-stop-selecting"))
        return [*tags[:3], hint("tag.pick"), hint("annotate.note"), hint("annotate.delete"), stop]
    if reading.selection is not None:
        return [
            hint("move.right", say("hint-grow")),
            *tags[:3],
            hint("annotate.note"),
            ("Esc", say("hint-stop-selecting")),
            *tags[3:],
        ]
    if reading.hit is not None:
        stop = ("Esc", say("hint-end-search"))
        before = hint("claim.previous", say("previous-hit"))
        return [hint("claim.next", say("hint-next-hit")), before, hint("select.start"), *tags[:3], stop, *always()]
    judging = [hint("annotate.verdict")]
    correcting = [hint("annotate.edit"), hint("annotate.reject")] if reading.claim is not None else []
    if reading.annotation is not None and reading.annotation.needs_review:
        stands = [hint("anchor.confirm")] if reading.annotation.start is not None else []
        settling = [*stands, hint("anchor.move"), hint("anchor.orphan"), hint("move.stop", say("hint-next"))]
        return [*settling, hint("annotate.delete"), hint("go.back"), *always()]
    if reading.annotation is not None:
        first = [hint("claim.next", say("hint-next")), *judging, hint("annotate.note"), hint("annotate.delete")]
        return [*first, *tags[:3], hint("go.back"), *always(), *correcting, *tags[3:]]
    if reading.claim is not None:
        handling = [*tags[:4], hint("annotate.note"), *judging, hint("claim.next", say("hint-next"))]
        return [*handling, hint("go.back"), *always(), *correcting, *tags[4:]]
    if reading.damage is not None:
        return [
            hint("move.stop", say("hint-next-damage")),
            hint("view.suggestions"),
            hint("view.source"),
            hint("claim.next"),
            hint("go.back"),
            *always(),
        ]
    return [hint("claim.next"), hint("select.start"), hint("move.page-down"), hint("go.back"), *always()]


def with_source(hints: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same keys while the source is shown: first how it is closed again, for it may cover the text."""
    opens = hint("view.source")
    return [(opens[0], say("hint-close-source")), *(one for one in hints if one != opens)]
