"""Joining the articles of two stores: what two people annotated on their own machines is one article if it has one content or URL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.annotations.encoding import decoded, encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALSO = "also"
"""The field of an article that holds the other identifiers that it went by."""

Document = dict[str, Any]


def united_articles(ours: Mapping[int, bytes], theirs: Mapping[int, bytes]) -> tuple[dict[int, bytes], dict[str, str]]:
    """The articles of both stores, each once.

    Returns:
        The documents by number; and by each identifier that an article went by, the one that it goes by now: the oldest.
    """
    own = [(decoded(raw), True) for raw in ours.values()]
    others = [(decoded(raw), False) for raw in theirs.values()]
    found: dict[int, bytes] = {}
    called: dict[str, str] = {}
    for group in _groups([*own, *others]):
        identifiers = sorted({name for document, _ in group for name in _identifiers(document)})
        if not identifiers:
            continue
        called |= dict.fromkeys(identifiers, identifiers[0])
        try:
            number = int(identifiers[0].replace("-", ""), 16)
        except ValueError:
            continue
        found[number] = encoded(_joined(group, identifiers))
    return found, called


def _joined(group: list[tuple[Document, bool]], identifiers: list[str]) -> Document:
    """One document of several; its file lies where our store says, if that knows the article."""
    ranked = sorted(
        (document for document, _ in group), key=lambda one: encoded({**one, "path": "", "content_ids": []})
    )
    kept = next((document for document, is_ours in group if is_ours), ranked[0])
    contents = dict.fromkeys(one for document in (kept, *ranked) for one in _strings(document.get("content_ids")))
    joined: Document = {}
    for document in reversed(ranked):
        joined |= {name: value for name, value in document.items() if value is not None or name not in joined}
    joined |= {"id": identifiers[0], "content_ids": list(contents), "path": kept.get("path", "")}
    if identifiers[1:]:
        joined[ALSO] = identifiers[1:]
    return joined


def _groups(documents: list[tuple[Document, bool]]) -> Iterable[list[tuple[Document, bool]]]:
    """The documents of each article: those that share an identifier, a content or a URL, also by way of others."""
    leader = list(range(len(documents)))

    def first(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    seen: dict[tuple[str, str], int] = {}
    for index, (document, _) in enumerate(documents):
        for mark in _marks(document):
            leader[first(index)] = first(seen.setdefault(mark, index))
    groups: dict[int, list[tuple[Document, bool]]] = {}
    for index, entry in enumerate(documents):
        groups.setdefault(first(index), []).append(entry)
    return groups.values()


def _marks(document: Document) -> Iterable[tuple[str, str]]:
    """What an article is known by."""
    yield from (("id", name) for name in _identifiers(document))
    yield from (("content", one) for one in _strings(document.get("content_ids")))
    yield from (("url", one) for one in _strings([document.get("url")]) if one)


def _identifiers(document: Document) -> list[str]:
    return _strings([document.get("id"), *(document.get(ALSO) or [])])


def _strings(values: object) -> list[str]:
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
