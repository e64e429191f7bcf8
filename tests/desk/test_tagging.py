"""The acts on tags: each touches all annotations concerned, is saved whole, and is taken back as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Verdict
from reader.annotations.repository import Repository
from reader.desk import acts, tagging
from reader.desk.desk import Desk
from reader.errors import ReaderError
from reader.tags import Tag, TagSet

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.annotation import Annotation

MakeDesk = Callable[..., Desk]


@pytest.fixture
def desk(make_desk: MakeDesk, seeds: list[Path]) -> Desk:
    return make_desk(seeds)


def give(desk: Desk, words: str, *tags: str) -> None:
    """Give tags to the first place of some words in the first article."""
    for tag in tags:
        opened = desk.open(desk.files[0])
        start = opened.article.text.index(words)
        desk.commit(acts.toggle_tag(desk, opened, start, start + len(words), tag))


def stored(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Quotes and tags as another program would read them now."""
    return {one.target.exact: one.tags for one in Repository.open(desk.repository.path).annotations() if one.target}


def names(desk: Desk) -> list[str]:
    return [tag.name for tag in desk.tags().tags]


def test_the_tags_of_the_settings_hold_until_one_is_changed(desk: Desk):
    assert [tag.key for tag in desk.tags().tags] == list(range(1, 10))
    assert desk.tag_table().all() == []
    tagging.recolour_tag(desk, "key", "red")
    assert len(desk.tag_table().all()) == 9
    assert desk.tags().colour_of("key") == "red"
    desk.undo()
    assert desk.tags() == TagSet.of(desk.settings.tags)


def test_a_new_tag_has_the_colour_that_is_used_least(desk: Desk):
    act = tagging.make_tag(desk, " 支撑中心 ")
    assert act.words == "Made the tag 支撑中心."
    tag = desk.tags().named("支撑中心")
    assert tag is not None
    assert (tag.key, tag.colour) == (None, "red")
    assert Repository.open(desk.repository.path).database.documents("tags").all()
    with pytest.raises(ReaderError, match="tag-exists"):
        tagging.make_tag(desk, "支撑中心")


def test_renaming_touches_every_annotation_and_is_one_act(desk: Desk):
    give(desk, "500亿元", "key", "money")
    give(desk, "2021年", "money")
    act = tagging.rename_tag(desk, "money", "金额")
    assert act.words == "Renamed the tag money to 金额, on 2 annotations."
    assert stored(desk) == {"500亿元": ("key", "金额"), "2021年": ("金额",)}
    assert desk.tags().of_key(6) == Tag("金额", 6, "orange", "An amount: output, investment, income, price.")
    assert desk.tag_table().uses() == {"key": 1, "金额": 2}
    undone = desk.undo()
    assert (undone.act, undone.of_tags, len(undone.changes)) == (act.words, True, 2)
    assert stored(desk) == {"500亿元": ("key", "money"), "2021年": ("money",)}
    assert "金额" not in names(desk)
    desk.redo()
    assert stored(desk) == {"500亿元": ("key", "金额"), "2021年": ("金额",)}
    assert "金额" in names(desk)


def test_a_renamed_annotation_is_a_new_revision_by_who_renamed_it(desk: Desk):
    give(desk, "500亿元", "money")
    (before,) = desk.repository.annotations()
    tagging.rename_tag(desk, "money", "金额")
    (after,) = desk.repository.annotations()
    assert after.parent == before.revision != after.revision
    assert after.modified > before.modified
    entries = desk.repository.history(after.id)
    assert [entry.act for entry in entries] == ["Tagged money.", "Renamed the tag money to 金额, on 1 annotation."]


def test_renaming_to_another_tag_is_refused_for_merging_does_that(desk: Desk):
    give(desk, "500亿元", "money")
    give(desk, "2021年", "自由")
    for taken in ("key", "自由"):
        with pytest.raises(ReaderError, match="tag-exists"):
            tagging.rename_tag(desk, "money", taken)
    with pytest.raises(ReaderError, match="tag-unchanged"):
        tagging.rename_tag(desk, "money", " money ")
    with pytest.raises(ReaderError, match="tag-unknown"):
        tagging.rename_tag(desk, "nothing", "something")
    assert desk.tag_table().all() == []


def test_a_document_whose_tags_are_no_list_is_left_as_it_is(desk: Desk):
    documents = desk.repository.database.documents("_default")
    documents.put(77, {"id": "by hand", "article_id": "x", "tags": "key"})
    tagging.rename_tag(desk, "key", "fact")
    assert documents.get(doc_id=77) == {"id": "by hand", "article_id": "x", "tags": "key"}


def test_a_tag_that_only_annotations_know_can_be_renamed_and_recoloured(desk: Desk):
    give(desk, "500亿元", "自由")
    assert tagging.rename_tag(desk, "自由", "free").parameters["count"] == 1
    tagging.recolour_tag(desk, "free", "teal")
    assert desk.tags().colour_of("free") == "teal"


def test_merging_gives_one_tag_in_the_place_of_the_other_and_keeps_its_name_as_an_alias(desk: Desk):
    give(desk, "500亿元", "money", "growth")
    give(desk, "2021年", "money")
    act = tagging.merge_tags(desk, "money", "growth")
    assert act.words == "Merged the tag money into growth, on 2 annotations."
    assert stored(desk) == {"500亿元": ("growth",), "2021年": ("growth",)}
    growth = desk.tags().named("growth")
    assert growth is not None
    assert growth.aliases == ("money",)
    assert "money" not in names(desk)
    desk.undo()
    assert stored(desk) == {"500亿元": ("money", "growth"), "2021年": ("money",)}
    assert "money" in names(desk)
    with pytest.raises(ReaderError, match="tag-same"):
        tagging.merge_tags(desk, "money", "money")


def test_deleting_takes_the_tag_from_all_and_deletes_what_has_nothing_left(desk: Desk):
    give(desk, "500亿元", "money", "key")
    give(desk, "2021年", "money")
    opened = desk.open(desk.files[0])
    start = opened.article.text.index("工业")
    desk.commit(acts.write_note(desk, opened, start, start + 2, "看"))
    give(desk, "工业", "money")
    act = tagging.delete_tag(desk, "money")
    assert act.words == "Deleted the tag money, taken from 3 annotations; deleted with it, having nothing else: 1."
    assert stored(desk) == {"500亿元": ("key",), "工业": ()}
    assert "money" not in names(desk)
    desk.undo()
    assert stored(desk) == {"500亿元": ("money", "key"), "2021年": ("money",), "工业": ("money",)}


def test_a_digit_gives_one_tag_only(desk: Desk):
    assert tagging.key_tag(desk, "key", 2).words == "2 gives key now; checked has no key any more."
    assert next(tag.name for tag in desk.tags().keyed) == "key"
    assert desk.tags().of_key(1) is None
    assert tagging.key_tag(desk, "checked", 1).words == "1 gives checked now."
    assert tagging.key_tag(desk, "key", None).words == "No key gives key now."
    with pytest.raises(ReaderError, match="tag-key-invalid"):
        tagging.key_tag(desk, "key", 0)


def test_description_and_aliases_are_checked_and_kept(desk: Desk):
    tagging.describe_tag(desk, "key", "  [/b] 一\n二 ")
    tagging.alias_tag(desk, "key", ["zd", "重点", "zd"])
    key = desk.tags().named("key")
    assert key is not None
    assert (key.description, key.aliases) == ("[/b] 一 二", ("zd", "重点"))
    for bad in (["a|b"], [" "], ["字" * 65]):
        with pytest.raises(ReaderError):
            tagging.alias_tag(desk, "key", bad)


def test_loading_adds_and_changes_but_takes_nothing_away(desk: Desk):
    loaded = (Tag("key", 5, "red", "团队的"), Tag("新", 9), desk.tags().tags[1])
    act = tagging.load_tags(desk, loaded, "team.toml")
    assert act.words == "Loaded the tags of team.toml: 1 new, 1 changed, 1 as they were."
    tags = desk.tags()
    assert len(tags.tags) == 10
    assert tags.named("key") == loaded[0]
    assert [tag.name for tag in (tags.of_key(5), tags.of_key(9)) if tag] == ["key", "新"]
    assert tags.named("growth") is not None
    assert tags.named("growth").key is None
    desk.undo()
    assert desk.tags() == TagSet.of(desk.settings.tags)


def test_another_window_sees_the_tags_at_once(desk: Desk):
    other = Repository.open(desk.repository.path, annotator="other")
    tagging.make_tag(desk, "新")
    assert other.changed()
    other.refresh()
    again = Desk(desk.files, other, desk.settings, "other")
    assert again.tags().named("新") is not None
    with pytest.raises(ReaderError, match="nothing-to-undo"):
        again.undo()


def test_what_another_person_changed_since_is_not_taken_back(desk: Desk):
    tagging.recolour_tag(desk, "key", "red")
    other = Desk(desk.files, Repository.open(desk.repository.path, annotator="李"), desk.settings, "李")
    tagging.recolour_tag(other, "key", "blue")
    with pytest.raises(ReaderError, match="undo-changed"):
        desk.undo()


def test_nothing_is_changed_while_something_is_not_saved_yet(desk: Desk):
    opened = desk.open(desk.files[0])
    desk.unsaved.append(acts.toggle_tag(desk, opened, 0, 2, "money"))
    with pytest.raises(ReaderError, match="tags-unsaved"):
        tagging.rename_tag(desk, "money", "金额")


def test_tags_last_over_restarts_and_compaction(desk: Desk, make_desk: MakeDesk):
    tagging.make_tag(desk, "新")
    desk.repository.close()
    assert make_desk(list(desk.files)).tags().named("新") is not None


def test_a_tag_that_another_program_spoiled_is_left_out(desk: Desk):
    tagging.make_tag(desk, "新")
    table = desk.repository.database.documents("tags")
    table.insert({"name": "a|b"})
    table.insert({"id": "x"})
    assert len(desk.tags().tags) == 10


def test_an_annotation_with_a_verdict_stays_when_its_tag_is_deleted(desk: Desk):
    give(desk, "500亿元", "money")
    (one,) = desk.repository.annotations()
    desk.repository.save(_with(one, desk, verdict=Verdict.DISPUTED))
    tagging.delete_tag(desk, "money")
    assert stored(desk) == {"500亿元": ()}


def _with(annotation: Annotation, desk: Desk, verdict: Verdict) -> Annotation:
    from dataclasses import replace

    return replace(annotation, parent=annotation.revision, revision=desk.new_id(), verdict=verdict)
