"""Joining stores: newer revisions win over those they came from, everything else is kept and listed, in whatever order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.joining import join_files
from reader.annotations.repository import Repository
from reader.annotations.snapshot import SCHEMA, Snapshot, chunks
from reader.annotations.tag_table import TagTable
from reader.errors import ReaderError
from reader.tags import Tag
from tests.annotations.examples import an_annotation, an_article, identifier, revised

if TYPE_CHECKING:
    from pathlib import Path

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


def test_an_article_without_an_identifier_gives_its_name_to_no_other_and_stays(two):
    mine, theirs = two
    mine.save_article(an_article(0))
    by_hand = {"id": "!", "url": an_article(0).url}, {"id": 7, "title": "手写"}
    theirs.database.documents("articles").put(5, by_hand[0])
    theirs.database.documents("articles").put(6, by_hand[1])
    mine.join(theirs)
    assert mine.annotations(an_article(0).id) == [FIRST]
    assert mine.articles() == [an_article(0)]
    assert mine.database.documents("articles").get(doc_id=6) == by_hand[1]


@pytest.mark.parametrize(
    "row", [(1, b"no JSON"), (1, b"[1]"), (1, b'{"n":' + b"9" * 5000 + b"}"), (1, b"[" * 5000), (-1, b"{}"), (2**128, b"{}")],
    ids=["no JSON", "no object", "a number of 5,000 digits", "deep", "below all numbers", "above all numbers"],
)  # fmt: skip
def test_a_store_made_to_break_others_is_refused(tmp_path: Path, row: tuple[int, bytes]):
    mine = Repository.open(tmp_path / "mine.json")
    mine.save(FIRST)
    mine.close()
    evil = tmp_path / "evil.json"
    evil.write_bytes(b"".join(chunks(Snapshot({"_default": dict([row])}, SCHEMA, 1))))
    for join in (lambda: Repository.open(mine.path).join(Repository.open(evil)), lambda: join_files(mine.path, evil)):
        with pytest.raises(ReaderError, match=r"store-(damaged|row-unreadable)"):
            join()
    assert Repository.open(mine.path).annotations() == [FIRST]


def test_marks_of_done_come_along_also_where_both_gave_the_article_a_name_of_their_own(two):
    mine, theirs = two
    mine.save_article(an_article(7))
    theirs.save_article(an_article(5))
    theirs.set_done(identifier(5), done=True)
    assert mine.join(theirs).marks == 1
    assert mine.is_done(identifier(5))
    theirs.set_done(identifier(5), done=False)
    mine.join(theirs)
    theirs.join(mine)
    assert not mine.is_done(identifier(5))
    assert not theirs.is_done(identifier(5))
    mine.set_done(identifier(5), done=True)
    theirs.join(mine)
    assert theirs.is_done(identifier(5))
    mine.undo("李")
    theirs.join(mine)
    assert not theirs.is_done(identifier(5))


SETTINGS = (Tag("money", 1, "orange"), Tag("key", 2, "yellow"))


def tags(store: Repository) -> TagTable:
    table = TagTable(store, store.annotator)
    table.begin(SETTINGS)
    return table


def names(store: Repository) -> list[str]:
    known = TagTable(store, "").set()
    return [tag.name for tag in (known.tags if known else SETTINGS)]


def test_a_tag_that_was_deleted_in_one_store_does_not_return_with_another(two):
    mine, theirs = two
    tags(theirs).put(Tag("新"))
    mine.join(theirs)
    for name in ("money", "新"):
        tags(mine).remove(tags(mine).named(name))
    later = tags(theirs)
    later.put(Tag("新", colour="red"), later.named("新"))
    assert [mine.join(theirs).tags, theirs.join(mine).tags] == [0, 2]
    assert names(mine) == names(theirs) == ["key"]


def test_a_tag_whose_deletion_was_taken_back_stands_everywhere(two):
    mine, theirs = two
    key = tags(mine).named("key")
    with mine.transaction("deleted key", "李"):
        tags(mine).remove(key)
    theirs.join(mine)
    assert names(theirs) == ["money"]
    mine.undo("李")
    theirs.join(mine)
    assert names(theirs) == ["money", "key"]
    mine.redo("李")
    mine.join(theirs)
    theirs.join(mine)
    assert names(mine) == names(theirs) == ["money"]


def test_taking_back_the_first_change_of_a_tag_takes_no_tags_away_from_colleagues(two):
    mine, theirs = two
    tags(mine)
    with mine.transaction("made 新", "李"):
        tags(mine).put(Tag("新"))
    theirs.join(mine)
    mine.undo("李")
    assert names(mine) == ["money", "key"]
    for store, other in (two, two[::-1]):
        store.join(other)
        assert names(store) == ["money", "key"]


def test_deleting_all_tags_of_the_settings_does_not_bring_them_back(two):
    mine, _ = two
    for name in ("money", "key"):
        tags(mine).remove(tags(mine).named(name))
    assert names(mine) == []


def test_what_two_people_made_under_one_name_is_renamed_and_deleted_together(two):
    mine, theirs = two
    tags(mine).put(Tag("新", colour="red"))
    tags(theirs).put(Tag("新", colour="blue"))
    mine.join(theirs)
    assert names(mine) == ["money", "key", "新"]
    tags(mine).put(Tag("更新"), tags(mine).named("新"))
    theirs.join(mine)
    assert names(theirs) == ["money", "key", "更新"]


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
