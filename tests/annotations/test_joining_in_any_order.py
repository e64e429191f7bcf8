"""Joining three stores after random acts: the order does not matter, nothing is lost."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.annotations.encoding import decoded
from reader.annotations.lineage import ancestors_of
from reader.annotations.repository import Repository
from reader.annotations.storage import system_clock
from reader.annotations.uniting import united
from reader.errors import ReaderError
from reader.tags import Tag
from tests.annotations.examples import an_annotation, an_article, identifier, revised
from tests.annotations.test_joining import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotations.snapshot import Tables


def heads(tables: Tables) -> Iterator[dict]:
    for name in ("_default", "tombstones", "conflicts"):
        yield from map(decoded, tables.get(name, {}).values())


def plain(tables: Tables) -> object:
    """What stores hold, but for what each may say in its own way: where files lie, in which order contents were met."""
    rows = {name: {number: decoded(raw) for number, raw in found.items()} for name, found in tables.items()}
    for record in rows.get("articles", {}).values():
        record |= {"path": "", "content_ids": sorted(record["content_ids"])}
    for table in rows.values():
        for row in table.values():
            row["ancestors"] = sorted(ancestors_of(row))
    # A conflict's number is the hash of its document, in which ancestors stand in the order that they were met in.
    rows["conflicts"] = sorted(map(repr, (sorted(row.items()) for row in rows.get("conflicts", {}).values())))
    return {name: table for name, table in rows.items() if table}


WHAT = ["new", "edit", "edit", "delete", "join", "join", "settle", "undo", "tag", "retag", "untag", "done", "article"]
ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(WHAT), st.integers(0, 3), st.integers(0, 2)), max_size=30
)  # fmt: skip


class Team:
    """Three people with a store each; the clock of the last one is a day slow."""

    def __init__(self, folder: str) -> None:
        self.stores = [
            Repository.open(
                Path(folder) / name / "a.json", annotator=name, clock=lambda late=late: system_clock() - late
            )
            for name, late in (("a", 0), ("b", 1000), ("c", 86_400_000))
        ]
        for number, store in enumerate(self.stores):
            store.save_article(an_article(100 + number, path=f"/{number}"))
        self.count = 0

    def act(self, who: int, act: str, what: int, whom: int) -> None:
        store, self.count = self.stores[who], self.count + 1
        if act == "new":
            store.save(an_annotation(1000 + self.count, article_id=identifier(100 + who), annotator=store.annotator))
        elif act == "join":
            store.join(self.stores[whom])
        elif act == "undo":
            with suppress(ReaderError):
                store.undo(store.annotator)
        elif act == "settle":
            for waiting in store.conflicts()[:1]:
                store.settle_conflict(waiting)
        elif act in ("edit", "delete"):
            self.change(store, act, what)
        elif act in ("done", "article"):
            self.of_articles(store, act, what)
        else:
            with store.transaction(act, store.annotator):
                self.of_tags(store, act, what)

    def change(self, store: Repository, act: str, what: int) -> None:
        if not (held := store.annotations()):
            return
        chosen = held[what % len(held)]
        if act == "edit":
            store.save(revised(chosen, 50_000 + self.count, note=f"{self.count}", annotator=store.annotator))
        else:
            store.delete(chosen.id)

    def of_articles(self, store: Repository, act: str, what: int) -> None:
        known = store.articles()
        if act == "done":
            chosen = known[what % len(known)].id
            store.set_done(chosen, done=not store.is_done(chosen))
        else:
            contents = (f"{what:016}", *("0123456789abcdef" if what == 3 else "",))
            other = an_article(200 + self.count, path=f"/{self.count}", url=f"https://example.com/{what}")
            store.save_article(replace(other, content_ids=tuple(filter(None, contents))))

    def of_tags(self, store: Repository, act: str, what: int) -> None:
        table = tags(store)
        held = table.all()
        if act == "tag" or not held:
            table.put(Tag(f"新{what}"))
        elif act == "retag":
            chosen = held[what % len(held)]
            table.put(replace(chosen.tag, name=f"{chosen.tag.name}+"[:8], description=f"{self.count}"), chosen)
        else:
            table.remove(held[what % len(held)])


def worked_on(folder: str, acts: list[tuple[int, str, int, int]]) -> list[Tables]:
    team = Team(folder)
    for act in acts:
        team.act(*act)
    return [store.database.storage.contents.copy() for store in team.stores]


def revision_lost(stores: list[Tables], after: Tables) -> list[str]:
    """Revisions of annotations and of deletions that neither stand, nor wait, nor are known as what something came from."""
    kept = list(heads(after))
    known = {row["revision"] for row in kept}.union(*(ancestors_of(row) for row in kept))
    return [row["revision"] for store in stores for row in heads(store) if row["revision"] not in known]


def article_lost(stores: list[Tables], after: Tables) -> list[str]:
    """Identifiers of articles that stand for none, or for two."""
    called = [name for row in map(decoded, after["articles"].values()) for name in (row["id"], *row.get("also", ()))]
    met = {row["id"] for store in stores for row in map(decoded, store.get("articles", {}).values())}
    return [name for name in met if called.count(name) != 1]


def mark_lost(stores: list[Tables], after: Tables) -> list[str]:
    """Marks of done of which neither the mark nor its taking away is left."""
    now = {
        name: row["id"]
        for row in map(decoded, after["articles"].values())
        for name in (row["id"], *row.get("also", ()))
    }
    left = {row["id"] for row in map(decoded, after.get("done", {}).values())}
    return [
        row["id"]
        for store in stores
        for row in map(decoded, store.get("done", {}).values())
        if now[row["id"]] not in left
    ]


def tag_lost(stores: list[Tables], after: Tables) -> list[int]:
    """Tags that neither stand nor left a tombstone, and those that came back though nobody brought them back."""
    rows = {number: decoded(raw) for number, raw in after.get("tags", {}).items()}
    before = [(number, decoded(raw)) for store in stores for number, raw in store.get("tags", {}).items()]
    gone = [number for number, _ in before if number not in rows]
    most = {number: max(row["turns"] for other, row in before if other == number) for number, _ in before}
    return gone + [number for number, turns in most.items() if (turns % 2 == 0) is not ("deleted" in rows[number])]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_joining_does_not_mind_order_or_repetition_and_loses_nothing(acts):
    with TemporaryDirectory() as folder:
        stores = worked_on(folder, acts)
    a, b, c = stores
    assert plain(united(a, b)) == plain(united(b, a))
    after = united(united(a, b), c)
    assert plain(after) == plain(united(a, united(b, c)))
    once = united(a, b)
    assert united(once, b) == united(once, a) == united(once, once) == once
    assert [revision_lost(stores, after), article_lost(stores, after)] == [[], []]
    assert [mark_lost(stores, after), tag_lost(stores, after)] == [[], []]
