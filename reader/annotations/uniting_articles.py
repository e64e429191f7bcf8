"""Joining the articles of two stores: what two people annotated on their own machines is one article if it has one content or URL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from reader.annotations.encoding import document_of, encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALSO = "also"
"""The field of an article that holds the other identifiers that it went by."""

Document = dict[str, Any]


class _Row(NamedTuple):
    """A row of a store's articles: its number, what it says, and whether the store is ours."""

    number: int
    document: Document
    is_ours: bool


def united_articles(ours: Mapping[int, bytes], theirs: Mapping[int, bytes]) -> tuple[dict[int, bytes], dict[str, str]]:
    """The articles of both stores, each once; a row that says no identifier, for somebody wrote it by hand, stays as it is.

    Returns:
        The documents by number; and by each identifier that an article went by, the one that it goes by now: the oldest.
    """
    rows = [_Row(number, document_of(raw), True) for number, raw in ours.items()]
    rows += [_Row(number, document_of(raw), False) for number, raw in theirs.items()]
    found: dict[int, bytes] = {}
    strange: dict[int, bytes] = {}
    called: dict[str, str] = {}
    for group in _groups(rows):
        identifiers = sorted({name for row in group for name in _identifiers(row.document)})
        if identifiers:
            called |= dict.fromkeys(identifiers, identifiers[0])
            found[UUID(identifiers[0]).int] = encoded(_joined(group, identifiers))
            continue
        for row in group:
            raw = encoded(row.document)
            strange[row.number] = max(strange.get(row.number, raw), raw)
    return {**strange, **found}, called


def _joined(group: list[_Row], identifiers: list[str]) -> Document:
    """One document of several; its file lies where our store says, if that knows the article."""
    ranked = sorted((row.document for row in group), key=lambda one: encoded({**one, "path": "", "content_ids": []}))
    kept = next((row.document for row in group if row.is_ours), ranked[0])
    contents = dict.fromkeys(one for document in (kept, *ranked) for one in _strings(document.get("content_ids")))
    joined: Document = {}
    for document in reversed(ranked):
        joined |= {name: value for name, value in document.items() if value is not None or name not in joined}
    joined |= {"id": identifiers[0], "content_ids": list(contents), "path": kept.get("path", "")}
    if identifiers[1:]:
        joined[ALSO] = identifiers[1:]
    return joined


def _groups(rows: list[_Row]) -> Iterable[list[_Row]]:
    """The rows of each article: those that share an identifier, a content or a URL, also by way of others."""
    leader = list(range(len(rows)))

    def first(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    seen: dict[tuple[str, str], int] = {}
    for index, row in enumerate(rows):
        for mark in _marks(row.document):
            leader[first(index)] = first(seen.setdefault(mark, index))
    groups: dict[int, list[_Row]] = {}
    for index, row in enumerate(rows):
        groups.setdefault(first(index), []).append(row)
    return groups.values()


def _marks(document: Document) -> Iterable[tuple[str, str]]:
    """What an article is known by."""
    yield from (("id", name) for name in _identifiers(document))
    yield from (("content", one) for one in _strings(document.get("content_ids")))
    yield from (("url", one) for one in _strings([document.get("url")]) if one)


def _identifiers(document: Document) -> list[str]:
    """The identifiers that an article goes by; a word that is none is no name for annotations to go by."""
    also = document.get(ALSO)
    return [
        word
        for word in _strings([document.get("id"), *(also if isinstance(also, list) else [])])
        if _is_identifier(word)
    ]


def _is_identifier(word: str) -> bool:
    try:
        return str(UUID(word)) == word
    except ValueError:
        return False


def _strings(values: object) -> list[str]:
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
