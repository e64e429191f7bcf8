"""What is done to several annotations at once: one act each time, saved and taken back as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.desk.act import Act, several
from reader.desk.acts import delete, tagged, untagged
from reader.desk.verdict_acts import judged, word_of
from reader.tags import valid_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.annotations.annotation import Annotation, Verdict
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
