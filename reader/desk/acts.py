"""The acts of tagging, noting and deleting, one function each: what each would change, before anything is saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.annotations.validation import valid_note
from reader.desk.act import Act, annotation_for, changed, new_annotation, quote_of
from reader.tags import valid_tag

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


def toggle_tag(desk: Desk, opened: Opened, start: int, end: int, tag: str) -> Act:
    """Give a tag to a span of the article, or take it away where the span has it.

    An annotation that has nothing left when its last tag goes is deleted.

    Args:
        desk: The desk.
        opened: The article.
        start: Where the span begins in its text.
        end: Where it ends.
        tag: The tag's name.

    Raises:
        ReaderError: The tag's name cannot be one.
    """
    tag = valid_tag(tag)
    placed = annotation_for(opened, start, end)
    has = placed is not None and tag in placed.annotation.tags
    return (take_tag if has else give_tag)(desk, opened, start, end, tag=tag)


def give_tag(desk: Desk, opened: Opened, start: int, end: int, *, tag: str) -> Act:
    """Give a valid tag to a span; nothing happens where the span has it."""
    placed = annotation_for(opened, start, end)
    if placed is None:
        act = new_annotation(desk, opened, start, end, "tagged", {"tag": tag}, tags=(tag,))
    else:
        act = tagged(desk, placed.annotation, tag)
    return replace(act, again=partial(give_tag, tag=tag))


def take_tag(desk: Desk, opened: Opened, start: int, end: int, *, tag: str) -> Act:
    """Take a tag away from a span; nothing happens where the span has none of that name."""
    placed = annotation_for(opened, start, end)
    act = untagged(desk, placed.annotation, tag) if placed else Act("not-tagged", {"tag": tag})
    return replace(act, again=partial(take_tag, tag=tag))


def tagged(desk: Desk, before: Annotation, tag: str) -> Act:
    """Give a valid tag to an annotation."""
    if tag in before.tags:
        return Act("tagged-already", {"tag": tag})
    return changed(desk, before, "tagged", {"tag": tag}, tags=(*before.tags, tag))


def untagged(desk: Desk, before: Annotation, tag: str) -> Act:
    """Take a tag away from an annotation; one that has nothing left then is deleted."""
    if tag not in before.tags:
        return Act("not-tagged", {"tag": tag})
    tags = tuple(name for name in before.tags if name != tag)
    if not replace(before, tags=tags).says_something:
        return Act("untagged-deleted", {"tag": tag}, before)
    return changed(desk, before, "untagged", {"tag": tag}, tags=tags)


def write_note(desk: Desk, opened: Opened, start: int, end: int, note: str) -> Act:
    """Put a note on a span; an empty one takes the note away.

    Raises:
        ReaderError: The note cannot be kept as it is.
    """
    note = valid_note(note)
    act = _noted(desk, opened, start, end, note)
    return replace(act, again=partial(write_note, note=note)) if note else act


def _noted(desk: Desk, opened: Opened, start: int, end: int, note: str) -> Act:
    placed = annotation_for(opened, start, end)
    if placed is None:
        return new_annotation(desk, opened, start, end, "noted", {}, note=note) if note else Act("nothing-noted")
    before = placed.annotation
    if note == before.note:
        return Act("noted" if note else "nothing-noted")
    if not replace(before, note=note).says_something:
        return delete(before)
    return changed(desk, before, "noted" if note else "note-removed", {}, note=note)


def delete(annotation: Annotation) -> Act:
    """Delete an annotation."""
    return Act("deleted", {"quote": quote_of(annotation)}, annotation)
