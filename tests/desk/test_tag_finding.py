"""Finding tags: by name, alias and pinyin, the likeliest first."""

from __future__ import annotations

import pytest

from reader.desk.tag_finding import all_tags, find_tags
from reader.tags import Tag, TagSet

TAGS = [
    Tag("key", 1, aliases=("重点",)),
    Tag("money", 6, aliases=("金额", "cash")),
    Tag("支撑中心"),
    Tag("中心城市"),
    Tag("Ｑ4目标"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["key", "money", "支撑中心", "中心城市", "Ｑ4目标"]),
        ("ONE", ["money"]),
        ("支撑", ["支撑中心"]),
        ("支撐中心", ["支撑中心"]),
        ("中心", ["中心城市", "支撑中心"]),
        ("zczx", ["支撑中心"]),
        ("zhichengzhongxin", ["支撑中心"]),
        ("zhongxin", ["中心城市", "支撑中心"]),
        ("cas", ["money"]),
        ("金", ["money"]),
        ("jine", ["money"]),
        ("zd", ["key"]),
        ("q4mb", ["Ｑ4目标"]),
        (" key ", ["key"]),
        ("nothing", []),
        ("[/]", []),
        ("\ud800", []),
    ],
)
def test_tags_are_found_by_what_one_types(typed: str, found: list[str]):
    assert [tag.name for tag in find_tags(TAGS, typed)] == found


def test_the_name_itself_comes_before_names_that_have_it_inside():
    tags = [Tag("monkey"), Tag("keynote"), Tag("key")]
    assert [tag.name for tag in find_tags(tags, "key")] == ["key", "keynote", "monkey"]


def test_tags_that_only_annotations_know_stand_behind_by_their_use():
    tags = all_tags(TagSet.of([Tag("a", 1)]), {"a": 3, "x": 1, "y": 5, "b": 1})
    assert [tag.name for tag in tags] == ["a", "y", "b", "x"]
