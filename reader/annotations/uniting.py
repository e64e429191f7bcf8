"""Joining two stores: of each annotation the revisions that no other one came from are kept, one of them as the present one.

The order of the stores does not matter, nor how often they are joined: the outcome is the set of newest revisions. Where
there are several of one annotation, a deletion stands, else the youngest; the others are conflicts, which wait for a person.
Only where a file lies is a matter of each store alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reader.annotations import registers
from reader.annotations.encoding import document_of, encoded
from reader.annotations.foreign import conflict_number
from reader.annotations.lineage import ANCESTORS, ancestors_of
from reader.annotations.revisions import is_revision
from reader.annotations.table_names import ANNOTATIONS, ARTICLES, CONFLICTS, DONE, TAGS, TOMBSTONES
from reader.annotations.uniting_articles import united_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotations.snapshot import Tables

_ASIDE = (ANCESTORS, "article_id")
"""Fields in which one revision may differ between stores."""


@dataclass(frozen=True)
class Head:
    """A revision of an annotation, or of its deletion.

    Attributes:
        document: What it says.
    """

    document: Mapping[str, Any]

    @property
    def revision(self) -> str:
        """Its revision."""
        return str(self.document.get("revision"))

    @property
    def is_deletion(self) -> bool:
        """Whether it says that the annotation was deleted."""
        return "deleted" in self.document

    @cached_property
    def ancestors(self) -> frozenset[str]:
        """The revisions that it came from."""
        return frozenset(ancestors_of(self.document))

    @cached_property
    def says(self) -> bytes:
        """What tells it from another one, also from one of the same revision that somebody edited by hand."""
        return encoded({name: value for name, value in sorted(self.document.items()) if name not in _ASIDE})

    @property
    def rank(self) -> tuple[bool, str, bytes]:
        """The greatest one is the present one."""
        return self.is_deletion, self.revision, self.says


def newest(heads: Iterable[Head]) -> list[Head]:
    """The revisions that none of the others came from, the present one first."""
    found: dict[bytes, Head] = {}
    for head in heads:
        same = found.get(head.says)
        found[head.says] = head if same is None else _both(same, head)
    left = [one for one in found.values() if not any(one.revision in other.ancestors for other in found.values())]
    return sorted(left, key=lambda head: head.rank, reverse=True)


def united(ours: Tables, theirs: Tables) -> Tables:
    """What two stores hold together.

    Args:
        ours: The documents of a store, by table and number.
        theirs: Those of the other one.
    """
    articles, called = united_articles(ours.get(ARTICLES, {}), theirs.get(ARTICLES, {}))
    tables: Tables = {name: {**theirs.get(name, {}), **ours.get(name, {})} for name in {*theirs, *ours}}
    tables |= {ARTICLES: articles, ANNOTATIONS: {}, TOMBSTONES: {}, CONFLICTS: {}}
    tables[TAGS] = registers.united(ours.get(TAGS, {}), theirs.get(TAGS, {}))
    tables[DONE] = registers.united(ours.get(DONE, {}), theirs.get(DONE, {}), called)
    found, strange = _revisions((ours, theirs))
    tables[CONFLICTS] |= strange
    renamed = {name: now for name, now in called.items() if name != now}
    for number, rows in found.items():
        if len(rows) == 1 and not renamed:
            ((raw, place),) = rows.items()
            tables[ANNOTATIONS if place == CONFLICTS else place][number] = raw
            continue
        present, *others = newest(Head(document_of(raw)) for raw in rows)
        place = TOMBSTONES if present.is_deletion else ANNOTATIONS
        tables[place][number] = encoded(_renamed(present.document, renamed))
        for other in others:
            raw = encoded(_renamed(other.document, renamed))
            tables[CONFLICTS][conflict_number(raw)] = raw
    return {name: rows for name, rows in tables.items() if rows or name == ANNOTATIONS}


def _revisions(stores: Iterable[Tables]) -> tuple[dict[int, dict[bytes, str]], dict[int, bytes]]:
    """The revisions of each annotation, with the table that each is in; and what is no revision among the conflicts."""
    found: dict[int, dict[bytes, str]] = {}
    strange: dict[int, bytes] = {}
    for tables in stores:
        for name in (ANNOTATIONS, TOMBSTONES):
            for number, raw in tables.get(name, {}).items():
                found.setdefault(number, {})[raw] = name
        for number, raw in tables.get(CONFLICTS, {}).items():
            annotation = annotation_number(document_of(raw))
            if annotation is None:
                strange[number] = raw
            else:
                found.setdefault(annotation, {}).setdefault(raw, CONFLICTS)
    return found, strange


def annotation_number(document: Mapping[str, Any]) -> int | None:
    """The number of the annotation that a document is a revision of; None where it is of none."""
    try:
        return UUID(str(document["id"])).int if is_revision(document) else None
    except ValueError:
        return None


def _both(one: Head, other: Head) -> Head:
    """One revision, as two stores have it."""
    if one.ancestors == other.ancestors:
        return min(one, other, key=lambda head: encoded(dict(head.document)))
    known = sorted({*one.ancestors, *other.ancestors} - {one.revision, one.document.get("parent")})
    return Head({**one.document, ANCESTORS: known})


def _renamed(document: Mapping[str, Any], called: Mapping[str, str]) -> dict[str, Any]:
    """The document, with its article under the name that it goes by."""
    article = str(document.get("article_id"))
    return {**document, "article_id": called[article]} if article in called else dict(document)
