"""Which keys are likely next, by what has the keys and what is at the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.controls import visible_line
from reader.languages import tag_shown
from reader.messages import say
from reader.tui.article_view import ArticleView
from reader.tui.library_hints import always, hints_in_library
from reader.tui.library_pane import LibraryPane
from reader.tui.panel import Panel
from reader.tui.source_pane import SourcePane
from reader.tui.status import Hint, Hints, hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget

    from reader.tags import TagSet
    from reader.tui.reading import Reading


_FURTHER_TAGS = ("3", "4")
"""Tags that make room for how the source is closed."""


def hints_for(focused: Widget | None, reading: Reading | None, tagset: TagSet) -> Hints:
    """Keys with what they do.

    Args:
        focused: The pane that has the keys.
        reading: What is being read, if anything.
        tagset: For the names of the tags.
    """
    if isinstance(focused, LibraryPane):
        return hints_in_library(empty=not focused.entries, reading=reading is not None)
    back = [hint("go.back"), *always()]
    if isinstance(focused, SourcePane):
        looking = [hint("source.down"), hint("source.page-down"), hint("view.source", say("hint-close"))]
        return Hints([*looking, hint("go.next-pane")], back)
    if isinstance(focused, Panel):
        return Hints([hint("go.next-pane"), hint("view.panel", say("hint-close"))], back)
    if not isinstance(focused, ArticleView) or reading is None:
        return Hints()  # a line or an editor says itself which keys it takes
    if focused.awaited is not None:
        return Hints([*focused.awaited.hints, hint("go.back", say("leave"))])
    if focused.letters:
        return Hints([("a … z", say("hint-to-claim"))], [hint("go.back", say("hint-stay"))])
    tags = [(str(tag.key), visible_line(tag_shown(tag.name))) for tag in tagset.keyed]
    return _selecting(reading, tags) or _at_place(reading, tags, back)


def _selecting(reading: Reading, tags: Sequence[Hint]) -> Hints | None:
    """What is done with a selection; None where there is none."""
    stop = [hint("go.back", say("hint-stop-selecting"))]
    if reading.whole:
        return Hints([*tags[:3], hint("tag.pick"), hint("annotate.note"), hint("annotate.delete")], stop)
    if reading.selection is not None:
        ends = [hint("select.word"), hint("select.sentence"), hint("select.paragraph"), hint("select.other-end")]
        return Hints([hint("move.right", say("hint-grow")), *tags[:3], hint("annotate.note")], stop, ends)
    return None


def _at_place(reading: Reading, tags: Sequence[Hint], back: Sequence[Hint]) -> Hints:
    """What is done with what is at the place."""
    if reading.hit is not None:
        steps = [hint("claim.next", say("hint-next-hit")), hint("claim.previous", say("previous-hit"))]
        end = hint("go.back", say("hint-end-search"))
        return Hints([*steps, hint("select.start"), end], [hint("view.keys", say("all-keys"))], tags[:3])
    judging, following = hint("annotate.verdict"), hint("claim.next", say("hint-next"))
    correcting = [hint("annotate.edit"), hint("annotate.reject")] if reading.claim is not None else []
    if reading.annotation is not None and reading.annotation.needs_review:
        stands = [hint("anchor.confirm")] if reading.annotation.start is not None else []
        settling = [*stands, hint("anchor.move"), hint("anchor.orphan"), hint("move.stop", say("hint-next"))]
        return Hints([*settling, hint("annotate.delete")], back)
    if reading.annotation is not None:
        first = [following, judging, hint("annotate.note"), hint("annotate.delete"), *tags[:3]]
        return Hints(first, back, correcting)
    if reading.claim is not None:
        return Hints([*tags[:4], hint("annotate.note"), judging, following], back, correcting)
    if reading.damage is not None:
        stopping = [hint("move.stop", say("hint-next-damage")), hint("view.suggestions"), hint("view.source")]
        return Hints([*stopping, hint("claim.next")], back)
    looking = [hint("move.stop")] if reading.opened.to_review else []
    more = [hint("find.search"), hint("view.source"), hint("find.claims")]
    return Hints([*looking, hint("claim.next"), hint("select.start"), hint("move.page-down")], back, more)


def with_source(hints: Hints) -> Hints:
    """The same keys while the source is shown: first how it is closed again, for it may cover the text; of tags only two."""
    opens = hint("view.source")
    first, more = (
        [one for one in part if one != opens and one[0] not in _FURTHER_TAGS] for part in (hints.first, hints.more)
    )
    return Hints([(opens[0], say("hint-close-source")), *first], hints.last, more)
