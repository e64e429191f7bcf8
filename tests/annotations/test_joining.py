"""Joining stores: newer revisions win over those they came from, everything else is kept and listed, in whatever order."""

from __future__ import annotations

from contextlib import suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.encoding import decoded
from reader.annotations.joining import join_files
from reader.annotations.lineage import ancestors_of
from reader.annotations.repository import Repository
from reader.annotations.uniting import united
from reader.errors import ReaderError
from tests.annotations.examples import an_annotation, an_article, identifier, revised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.annotations.snapshot import Tables

FIRST = an_annotation(1, note="一")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Repository, Repository]:
    """Two stores that hold the same annotation."""
    mine = Repository.open(tmp_path / "a" / "annotations.json", annotator="李")
    theirs = Repository.open(tmp_path / "b" / "annotations.json", annotator="王")
    mine.save(FIRST)
    theirs.join(mine)
    return mine, theirs


def test_what_only_the_other_store_has_is_taken_over(two):
    mine, theirs = two
    theirs.save_article(an_article(5))
    theirs.save(an_annotation(2, start=40))
    told = mine.join(theirs)
    assert (told.added, told.changed, told.deleted, told.new_conflicts) == (1, 0, 0, 0)
    assert mine.annotations() == [FIRST, an_annotation(2, start=40)]
    assert mine.articles() == [an_article(5)]


def test_a_newer_revision_wins_however_many_steps_it_is_ahead(two):
    mine, theirs = two
    latest = FIRST
    for step in range(4):
        latest = revised(latest, 500 + step, note=f"{step}")
        theirs.save(latest)
    assert (mine.join(theirs).changed, mine.get(FIRST.id)) == (1, latest)
    theirs.join(mine)
    assert theirs.get(FIRST.id) == latest
    assert mine.conflicts() == theirs.conflicts() == []


def test_joining_again_changes_nothing(two):
    mine, theirs = two
    theirs.save(revised(FIRST, 500, note="二"))
    mine.join(theirs)
    before = mine.database.storage.contents.copy()
    told = mine.join(theirs)
    assert (told.added, told.changed, told.deleted, told.new_conflicts) == (0, 0, 0, 0)
    assert mine.database.storage.contents.copy() == before


def test_two_children_of_one_parent_are_kept_and_listed_on_both_sides(two):
    mine, theirs = two
    ours, other = revised(FIRST, 500, note="ours"), revised(FIRST, 501, note="theirs")
    mine.save(ours)
    theirs.save(other)
    assert mine.join(theirs).conflicts == {FIRST.id}
    theirs.join(mine)
    for store in two:
        assert store.get(FIRST.id) == other
        assert store.conflicts() == [ours]


def test_a_conflict_that_was_settled_stays_settled_when_the_stores_are_joined_again(two):
    mine, theirs = two
    ours, other = revised(FIRST, 500, note="ours"), revised(FIRST, 501, note="theirs")
    mine.save(ours)
    theirs.save(other)
    mine.join(theirs)
    kept = revised(other, 502, note="both")
    mine.settle_conflict(ours, kept)
    assert mine.conflicts() == []
    mine.join(theirs)
    theirs.join(mine)
    for store in two:
        assert (store.get(FIRST.id), store.conflicts()) == (kept, [])


def test_settling_can_be_taken_back_and_done_again(two):
    mine, theirs = two
    mine.save(revised(FIRST, 500, note="ours"))
    theirs.save(revised(FIRST, 501, note="theirs"))
    mine.join(theirs)
    mine.settle_conflict(mine.conflicts()[0])
    assert mine.undo("李") is not None
    assert [one.note for one in mine.conflicts()] == ["ours"]
    mine.join(theirs)
    assert [one.note for one in mine.conflicts()] == ["ours"]
    assert mine.redo("李") is not None
    assert mine.conflicts() == []
    mine.join(theirs)
    assert mine.conflicts() == []


def test_a_deletion_wins_over_what_it_deleted_and_meets_an_edit_as_a_conflict(two):
    mine, theirs = two
    mine.delete(FIRST.id)
    theirs.save(an_annotation(2, start=50))
    assert mine.join(theirs).added == 1
    assert mine.get(FIRST.id) is None
    edited = revised(FIRST, 500, note="edited")
    theirs.save(edited)
    for store, other in (two, two[::-1]):
        store.join(other)
        assert store.get(FIRST.id) is None
        assert store.conflicts() == [edited]


def test_a_tag_that_older_versions_put_among_the_conflicts_is_none_and_becomes_no_annotation(two):
    mine, theirs = two
    tag = {"id": str(identifier(77)), "revision": str(identifier(78)), "name": "旧"}
    theirs.database.documents("conflicts").put(77, tag)
    assert mine.join(theirs).new_conflicts == 0
    assert (mine.annotations(), mine.conflicts(), mine.check().conflicts) == ([FIRST], [], 0)
    assert theirs.conflicts() == theirs.notices == []


def test_a_merge_is_nobodys_act_to_take_back(two):
    mine, theirs = two
    theirs.save(an_annotation(2, start=50))
    mine.join(theirs)
    mine.undo("李")
    assert mine.get(an_annotation(2).id) is not None


def test_one_article_that_two_people_met_is_one(tmp_path: Path):
    mine = Repository.open(tmp_path / "a" / "annotations.json", annotator="李")
    theirs = Repository.open(tmp_path / "b" / "annotations.json", annotator="王")
    for store, number in ((mine, 7), (theirs, 5)):
        store.save_article(an_article(number, path=f"/{number}.md"))
        store.save(an_annotation(number, article_id=identifier(number), start=number))
    mine.join(theirs)
    (record,) = mine.articles()
    assert (record.id, record.also, record.path) == (identifier(5), (identifier(7),), "/7.md")
    assert {one.article_id for one in mine.annotations()} == {identifier(5)}
    mine.save_article(record)
    theirs.save(an_annotation(8, article_id=identifier(5), start=60))
    mine.join(theirs)
    assert len(mine.articles()) == 1


def test_the_texts_that_annotations_count_in_come_along(two):
    from hashlib import sha256

    mine, theirs = two
    name = sha256("正文".encode()).hexdigest()
    theirs.keep_text(name, "正文")
    mine.join(theirs)
    assert mine.text(name) == "正文"


def test_two_files_are_joined_without_touching_anything_beside_them(two, tmp_path: Path):
    mine, theirs = two
    theirs.save(revised(FIRST, 500, note="二"))
    for store in two:
        store.close()
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    one, other = folder / "one.json", folder / "other.json"
    one.write_bytes(mine.path.read_bytes())
    other.write_bytes(theirs.path.read_bytes())
    assert join_files(one, other).changed == 1
    assert sorted(path.name for path in folder.iterdir()) == ["one.json", "other.json"]
    assert Repository.open(one).get(FIRST.id).note == "二"
    other.write_text("{}broken")
    with pytest.raises(ReaderError):
        join_files(one, other)


# Three stores, random acts


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


ACTS = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(["new", "edit", "edit", "delete", "join", "settle", "undo"]), st.integers(0, 3), st.integers(0, 2)
    ),
    max_size=25,
)  # fmt: skip


def worked_on(folder: str, acts: list[tuple[int, str, int, int]]) -> list[Tables]:
    from pathlib import Path

    stores = [Repository.open(Path(folder) / name / "a.json", annotator=name) for name in "abc"]
    for number, store in enumerate(stores):
        store.save_article(an_article(100 + number, path=f"/{number}"))
    count = 0
    for who, act, what, whom in acts:
        store, count = stores[who], count + 1
        if act == "new":
            store.save(an_annotation(1000 + count, article_id=identifier(100 + who), annotator="abc"[who]))
        elif act == "join":
            store.join(stores[whom])
        elif act == "undo":
            with suppress(ReaderError):
                store.undo("abc"[who])
        elif act == "settle":
            for waiting in store.conflicts()[:1]:
                store.settle_conflict(waiting)
        elif held := store.annotations():
            chosen = held[what % len(held)]
            if act == "edit":
                store.save(revised(chosen, 50_000 + count, note=f"{count}", annotator="abc"[who]))
            else:
                store.delete(chosen.id)
    return [store.database.storage.contents.copy() for store in stores]


@settings(max_examples=40, deadline=None)
@given(ACTS)
def test_joining_does_not_mind_order_or_repetition_and_loses_nothing(acts):
    with TemporaryDirectory() as folder:
        a, b, c = worked_on(folder, acts)
    assert plain(united(a, b)) == plain(united(b, a))
    assert plain(united(united(a, b), c)) == plain(united(a, united(b, c)))
    once = united(a, b)
    assert united(once, b) == united(once, a) == united(once, once) == once
    kept = list(heads(united(united(a, b), c)))
    known = {row["revision"] for row in kept}.union(*(ancestors_of(row) for row in kept))
    assert all(row["revision"] in known for store in (a, b, c) for row in heads(store))
