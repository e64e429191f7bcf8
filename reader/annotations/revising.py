"""The next revision of an annotation, as a document: thousands are changed so at once, in a tenth of the time.

What is put into a document here must be valid; what it said before was looked at when it was saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.annotations.documents import annotation_of
from reader.annotations.lineage import continued
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotations.records import Records


def next_revision(
    records: Records, document: Mapping[str, Any], last: Mapping[str, Any], annotator: str
) -> dict[str, Any]:
    """A document as the revision that follows another.

    Args:
        records: The store.
        document: What the annotation is to say.
        last: What it said until now, or the tombstone where it was deleted.
        annotator: Who changes it.
    """
    signed = {
        "revision": str(records.new_id()),
        "parent": last.get("revision"),
        "annotator": annotator,
        "modified": records.timestamp(),
    }
    return continued({**document, **signed}, last)


def says_something(document: Mapping[str, Any]) -> bool:
    """Whether an annotation says something; one that cannot be read counts as if it did."""
    if document.get("tags"):
        return True
    try:
        return annotation_of(document).says_something
    except ReaderError:
        return True
