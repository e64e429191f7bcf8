"""What is done to several annotations at once: one act each time, saved and taken back as a whole.

Some annotations are an act like any other, which is shown at once and then saved. Thousands are changed and saved in one
go, by a task of the writer: see the functions that end in `_now`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.annotations.annotation import Verdict
from reader.annotations.encoding import document_of, encoded
from reader.annotations.revising import next_revision, says_something
from reader.annotations.table_names import ANNOTATIONS
from reader.annotations.validation import MAX_TAGS
from reader.desk.act import Act, several
from reader.desk.acts import delete, tagged, untagged
from reader.desk.verdict_acts import judged, word_of
from reader.errors import ReaderError
from reader.messages import say
from reader.tags import valid_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk


def tag_many(desk: Desk, annotations: Sequence[Annotation], tag: str) -> Act:
    """Give a tag to annotations; where all have it, take it away.

    Raises:
        ReaderError: The tag's name cannot be one.
    """
    tag = valid_tag(tag)
    if annotations and all(tag in one.tags for one in annotations):
        return _many("many-untagged", {"tag": tag}, [untagged(desk, one, tag) for one in annotations])
    return _many("many-tagged", {"tag": tag}, [tagged(desk, one, tag) for one in annotations])


def judge_many(desk: Desk, annotations: Sequence[Annotation], verdict: Verdict) -> Act:
    """Give a verdict to annotations."""
    said = {"verdict": word_of(verdict)}
    return _many("many-judged", said, [judged(desk, one, verdict) for one in annotations])


def delete_many(annotations: Sequence[Annotation]) -> Act:
    """Delete annotations."""
    return _many("many-deleted", {}, [delete(one) for one in annotations])


def _many(code: str, parameters: dict[str, Any], acts: Iterable[Act]) -> Act:
    """The changes as one act; one alone says what it always says."""
    parts = [act for act in acts if act.changes_something]
    if not parts:
        return Act("many-unchanged")
    return parts[0] if len(parts) == 1 else several(code, {**parameters, "count": len(parts)}, parts)


def shared_tags(desk: Desk, ids: Sequence[UUID], uses: Mapping[str, int]) -> frozenset[str]:
    """The tags that all of some annotations have.

    Args:
        desk: The desk.
        ids: The annotations.
        uses: How many annotations have each tag: those with fewer need not be looked at.
    """
    steps = [(step.after or step.before, step.after) for step in desk.unsaved_steps]
    unsaved = {one.id.int: after for one, after in steps if one is not None}
    saved = {one.int for one in ids} - unsaved.keys()
    shown = [unsaved[one.int] for one in ids if one.int in unsaved]
    having = desk.repository.database.storage.contents.having
    wanted = (tag for tag, count in uses.items() if count >= len(ids))
    return frozenset(
        tag
        for tag in wanted
        if saved.issubset(having(ANNOTATIONS, "tags", tag))
        and all(one is not None and tag in one.tags for one in shown)
    )


class ManyDone(NamedTuple):
    """What was done to thousands.

    Attributes:
        words: What to tell.
        ids: The annotations that changed, or are gone.
    """

    words: str
    ids: tuple[UUID, ...]


def tag_many_now(desk: Desk, ids: Sequence[UUID], tag: str) -> ManyDone:
    """Give a tag to annotations and save that; where all have it, take it away.

    Raises:
        ReaderError: The tag's name cannot be one, or it could not be saved; nothing has changed then.
    """
    tag = valid_tag(tag)
    with desk.repository.transaction(by=desk.annotator) as pending:
        having = frozenset(pending.having(ANNOTATIONS, "tags", tag))
        if all(one.int in having for one in ids):
            return _now(desk, ids, "many-untagged", {"tag": tag}, partial(_without_tag, tag))
        return _now(desk, ids, "many-tagged", {"tag": tag}, partial(_with_tag, tag))


def judge_many_now(desk: Desk, ids: Sequence[UUID], verdict: Verdict) -> ManyDone:
    """Give a verdict to annotations and save that.

    Raises:
        ReaderError: It could not be saved; nothing has changed then.
    """
    return _now(desk, ids, "many-judged", {"verdict": word_of(verdict)}, partial(_with_verdict, verdict))


def delete_many_now(desk: Desk, ids: Sequence[UUID]) -> ManyDone:
    """Delete annotations and save that.

    Raises:
        ReaderError: It could not be saved; nothing has changed then.
    """
    return _now(desk, ids, "many-deleted", {}, lambda _: _GONE)


Fields = dict[str, Any]
"""Fields of a document."""

_GONE: Fields = {"tags": None}
"""What a document becomes that is deleted."""


def _with_tag(tag: str, document: Fields) -> Fields | None:
    tags = _tags_of(document)
    if tags is None:
        return None
    if len(tags) >= MAX_TAGS and tag not in tags:
        raise ReaderError("too-many-tags", limit=MAX_TAGS)
    return None if tag in tags else {**document, "tags": [*tags, tag]}


def _without_tag(tag: str, document: Fields) -> Fields | None:
    tags = _tags_of(document)
    return {**document, "tags": [one for one in tags if one != tag]} if tags and tag in tags else None


def _tags_of(document: Fields) -> list[Any] | None:
    """The tags of an annotation; None where it is none of ours, so that nobody knows what it means."""
    tags = document.get("tags", [])
    return tags if isinstance(tags, list) else None


def _with_verdict(verdict: Verdict, document: Fields) -> Fields | None:
    same = document.get("verdict", Verdict.UNCHECKED.value) == verdict.value
    return None if same else {**document, "verdict": verdict.value}


def _now(
    desk: Desk, ids: Sequence[UUID], code: str, parameters: dict[str, Any], plan: Callable[[Fields], Fields | None]
) -> ManyDone:
    """Do the same to annotations, each as it is now, in one transaction; what is gone is left out.

    Args:
        desk: The desk.
        ids: The annotations.
        code: What to tell.
        parameters: What that message names.
        plan: What an annotation is to say, as a document; None for no other than it does, `_GONE` for nothing any more.
    """
    repository, changed = desk.repository, []
    with repository.transaction(by=desk.annotator) as pending:
        for one in ids:
            raw = pending.get(ANNOTATIONS, one.int)
            before: Fields = document_of(raw) if raw is not None else {}
            after = plan(before) if before else None
            if after is None:
                continue
            if after is _GONE or not says_something(after):
                repository.delete(one, annotator=desk.annotator)
            else:
                pending.put(ANNOTATIONS, one.int, encoded(next_revision(repository, after, before, desk.annotator)))
            changed.append(one)
        words = say(code, **parameters, count=len(changed)) if changed else say("many-unchanged")
        pending.act = words
    return ManyDone(words, tuple(changed))
