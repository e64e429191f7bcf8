"""Bringing work to safety that the store cannot take."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.annotations.documents import to_document
from reader.desk.files import output_file

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk


def rescue(desk: Desk, target: Path, *, replace: bool = False) -> int:
    """Write the annotations that are not saved yet into a file, one JSON object a line, in their latest state, without those deleted meanwhile.

    Args:
        desk: The desk.
        target: The file.
        replace: Whether it may be there already.

    Returns:
        How many annotations were written.

    Raises:
        ReaderError: `target-exists` or `target-unwritable`; nothing was written then.
    """
    latest: dict[UUID, Annotation] = {}
    for step in desk.unsaved_steps:
        if step.after is not None:
            latest[step.after.id] = step.after
        elif step.before is not None:
            latest.pop(step.before.id, None)
    with output_file(target, replace=replace, encoding="utf-8") as out:
        for annotation in latest.values():
            out.write(json.dumps(to_document(annotation), ensure_ascii=False) + "\n")
    return len(latest)
