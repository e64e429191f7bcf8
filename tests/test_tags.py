"""Tags: checked where they come in, whoever wrote them."""

from __future__ import annotations

import pytest

from reader.errors import ReaderError
from reader.messages import explain
from reader.tags import COLOURS, MAX_ALIASES, MAX_DESCRIPTION, MAX_TAG, Tag, TagSet, tag_record, tags_of


def test_tags_with_a_digit_come_first_in_their_order():
    tags = TagSet.of([Tag("b"), Tag("z", 9), Tag("A"), Tag("y", 2)])
    assert [tag.name for tag in tags.tags] == ["y", "z", "A", "b"]
    assert [tag.name for tag in tags.keyed] == ["y", "z"]


def test_a_tag_that_the_set_does_not_know_is_grey():
    tags = TagSet.of([Tag("支撑", 1, "red")])
    assert tags.colour_of("支撑") == "red"
    assert tags.colour_of("没有") == "grey"
    assert tags.named("没有") is None
    assert tags.of_key(2) is None


def test_a_record_gives_back_its_tag():
    tag = Tag("目标", 4, "blue", "计划或预测。", ("target", "mb"))
    assert tags_of([tag_record(tag)]) == (tag,)
    assert tag_record(Tag("x")) == {"name": "x", "colour": "grey", "description": ""}


def test_what_a_terminal_would_obey_is_shown_instead():
    (tag,) = tags_of([{"name": " a\x1b]0;x ", "description": "one\n two\ud800", "aliases": ["[/b]"]}])
    assert tag == Tag("a␛]0;x", None, "grey", "one two\ufffd", ("[/b]",))


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, "a tag needs a name"),
        ({"name": "　 "}, "a tag needs a name"),
        ({"name": "a|b"}, "cannot hold “|”"),
        ({"name": "字" * (MAX_TAG + 1)}, f"at most {MAX_TAG} characters"),
        ({"name": "a", "key": 0}, "digit from 1 to 9"),
        ({"name": "a", "key": True}, "digit from 1 to 9"),
        ({"name": "a", "colour": "#ff0000"}, "is one of red, orange"),
        ({"name": "a", "colour": ["red"]}, "is one of red, orange"),
        ({"name": "a", "description": 3}, "description of a tag is text"),
        ({"name": "a", "description": "字" * (MAX_DESCRIPTION + 1)}, f"at most {MAX_DESCRIPTION}"),
        ({"name": "a", "aliases": "b"}, "list of names"),
        ({"name": "a", "aliases": ["b", 3]}, "list of names"),
        ({"name": "a", "aliases": ["b|c"]}, "cannot hold “|”"),
        ({"name": "a", "aliases": [str(n) for n in range(MAX_ALIASES + 1)]}, f"at most {MAX_ALIASES} aliases"),
        ({"name": "a", "size": 1}, "size: a tag has no such field"),
    ],
)
def test_a_bad_tag_is_refused_in_one_line_that_says_why(record: dict[str, object], reason: str):
    with pytest.raises(ReaderError) as caught:
        tags_of([record])
    assert reason.casefold() in explain(caught.value).casefold()


def test_the_reason_names_the_tag_once_and_what_is_wrong_in_it():
    for record, told in (
        ({"name": "a|b"}, "a|b: a tag cannot hold “|”."),
        ({"name": "ab", "aliases": ["c|d"]}, "tag ab: c|d: a tag cannot hold “|”."),
    ):
        with pytest.raises(ReaderError) as caught:
            tags_of([record])
        assert explain(caught.value) == told


@pytest.mark.parametrize("records", [None, {}, "tags", [1], [["name"]]])
def test_what_is_no_list_of_tables_is_refused(records: object):
    with pytest.raises(ReaderError, match="tags-no-tables"):
        tags_of(records)


def test_two_tags_share_neither_name_nor_digit():
    with pytest.raises(ReaderError, match="tag-twice"):
        tags_of([{"name": "a"}, {"name": " a"}])
    with pytest.raises(ReaderError, match="tag-key-twice"):
        tags_of([{"name": "a", "key": 1}, {"name": "b", "key": 1}])


def test_aliases_repeat_neither_each_other_nor_the_name():
    (tag,) = tags_of([{"name": "a", "aliases": ["b", "a", "b ", "c"]}])
    assert tag.aliases == ("b", "c")


def test_the_palette_is_one_of_names():
    assert len(set(COLOURS)) == len(COLOURS) == 9
