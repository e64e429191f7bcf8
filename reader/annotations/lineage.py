"""What a revision came from: the revisions before its parent stand in its document, so that a store alone tells the tree.

Which of two revisions is newer is said by them alone, wherever they lie: one that came from the other. So joining stores
gives the same whatever the order, and nothing of the history need be at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ANCESTORS = "ancestors"
"""The field of a document, or of a tombstone, that holds them, oldest first; there is none where there are none."""


def ancestors_of(document: Mapping[str, Any]) -> set[str]:
    """All revisions that a document came from."""
    return {*_listed(document), *_parent(document)}


def continued(document: dict[str, Any], *before: Mapping[str, Any] | None) -> dict[str, Any]:
    """A document with the ancestors that it has as the next revision of others.

    Args:
        document: The new revision, with its parent.
        before: What it takes the place of: the present revision or tombstone, and revisions that wait for a decision.
    """
    found: dict[str, None] = {}
    for one in before:
        if one is not None:
            found |= dict.fromkeys([*_listed(one), *_parent(one), *_strings([one.get("revision")])])
    own = _strings([document.get("revision"), document.get("parent")])
    document.pop(ANCESTORS, None)
    kept = [revision for revision in found if revision not in own]
    if kept:
        document[ANCESTORS] = kept
    return document


def _listed(document: Mapping[str, Any]) -> list[str]:
    listed = document.get(ANCESTORS)
    return _strings(listed) if isinstance(listed, list) else []


def _parent(document: Mapping[str, Any]) -> list[str]:
    return _strings([document.get("parent")])


def _strings(values: Iterable[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str)]
