"""Rows of which one state stands wherever stores are joined, without anybody being asked: tags, and marks of done.

Each is a register that the last writer wins (Shapiro and others, 2011): the state of the greatest rank stands, in whatever order
and however often stores are joined. A row that was taken away stays as a tombstone, or the stores of colleagues would bring
it back. A tag counts how often it went and came, for its deletion is to stand beside a change that was made later by
somebody who did not know of it; a mark is made and taken away too lightly for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from reader.annotations.encoding import document_of, encoded

if TYPE_CHECKING:
    from collections.abc import Mapping

TURNS = "turns"
"""The field of a tag that counts how often it was made and deleted; there is none where it was made once."""

Rank = tuple[int, str, bytes]


def is_gone(row: Mapping[str, Any]) -> bool:
    """Whether a row is the tombstone of one."""
    return "deleted" in row


def turns_of(row: Mapping[str, Any]) -> int:
    """How often what a row is about came and went: odd where it is there, even where it is gone."""
    turns = row.get(TURNS)
    return turns if isinstance(turns, int) else 1


def later(revision: UUID, before: object) -> UUID:
    """A revision that is greater than the one that it takes the place of, whatever the clocks of two machines say."""
    return max(revision, following(before) or revision)


def following(revision: object) -> UUID | None:
    """The next greater identifier; None after the greatest, and after what is none."""
    try:
        return UUID(int=UUID(str(revision)).int + 1)
    except ValueError:
        return None


def united(
    ours: Mapping[int, bytes], theirs: Mapping[int, bytes], called: Mapping[str, str] | None = None
) -> dict[int, bytes]:
    """The rows of both stores, each in the state that stands.

    Args:
        ours: Rows by number, which is that of their `id`.
        theirs: Those of the other store.
        called: By identifier, the one that what the row is about goes by now.
    """
    found: dict[int, bytes] = {}
    for rows in (ours, theirs):
        for number, raw in rows.items():
            place, row = _placed(number, raw, called or {})
            found[place] = max(found.get(place, row), row, key=_rank)
    return found


def _placed(number: int, raw: bytes, called: Mapping[str, str]) -> tuple[int, bytes]:
    """A row, with its number, under the identifier that it goes by now."""
    document = document_of(raw)
    old = str(document.get("id"))
    now = called.get(old, old)
    if now == old:
        return number, raw
    return UUID(now).int, encoded({**document, "id": now})


def _rank(raw: bytes) -> Rank:
    row = document_of(raw)
    return turns_of(row), str(row.get("revision") or ""), raw
