"""Bringing work to safety that the store cannot take."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reader.annotations.documents import to_document
from reader.annotations.revisions import tombstone
from reader.desk.files import output_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.desk.act import Act
    from reader.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was brought to safety.

    Attributes:
        changes: How many annotations are in the file, those counted in that it deletes.
        marks: How many marks of done are not: a file of annotations has no place for them.
    """

    changes: int
    marks: int


def rescue(desk: Desk, target: Path) -> Rescued:
    """Write what is not saved yet into a file that `reader import` reads, one JSON object a line: annotations and deletions.

    Args:
        desk: The desk.
        target: The file.

    Raises:
        ReaderError: `target-exists` or `target-unwritable`; nothing was written then.
    """
    steps = desk.unsaved_steps
    lines = [line for change in _changes(steps).values() if (line := _line(desk, *change)) is not None]
    with output_file(target, replace=False, encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return Rescued(len(lines), len({step.done[0] for step in steps if step.done is not None}))


Change = tuple["Annotation | None", "Annotation | None"]
"""An annotation as the store has it, and as it is shown; None where there, or here, is none."""


def _changes(steps: Iterable[Act]) -> dict[UUID, Change]:
    """What the steps come to, by annotation."""
    found: dict[UUID, Change] = {}
    for step in steps:
        one = step.after or step.before
        if one is not None:
            saved, _ = found.get(one.id, (step.before, None))
            found[one.id] = saved, step.after
    return found


def _line(desk: Desk, saved: Annotation | None, shown: Annotation | None) -> dict[str, Any] | None:
    """A line of the file: a revision that follows the one in the store, or its deletion; None where nothing is left to say."""
    if shown is not None:
        return to_document(shown if saved is None else replace(shown, parent=saved.revision))
    if saved is not None:
        return tombstone(to_document(saved), desk.new_id(), desk.annotator, desk.timestamp())
    return None
