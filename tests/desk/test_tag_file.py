"""Tag sets in files: what is written is read back, and a wrong file is named with what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.desk.tag_file import LARGEST, read_tags, tags_json, tags_toml, write_tags
from reader.errors import ReaderError
from reader.messages import explain
from reader.tags import COLOURS, Tag, TagSet, tags_of

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.text(min_size=1, max_size=20).filter(lambda name: name.strip() and "|" not in name)


@st.composite
def tag_sets(draw: st.DrawFn) -> TagSet:
    names = draw(st.lists(NAMES, max_size=6, unique_by=lambda name: tags_of([{"name": name}])[0].name))
    keys = draw(st.permutations([*range(1, 10)]))
    records = [
        {
            "name": name,
            "key": key if draw(st.booleans()) else None,
            "colour": draw(st.sampled_from(COLOURS)),
            "description": draw(st.text(max_size=40)),
            "aliases": draw(st.lists(NAMES, max_size=3)),
        }
        for name, key in zip(names, keys, strict=False)
    ]
    return TagSet.of(tags_of(records))


@pytest.mark.parametrize("name", ["team.toml", "team.json"])
@settings(max_examples=60, deadline=None)
@given(tags=tag_sets())
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, name: str, tags: TagSet):
    file = tmp_path_factory.getbasetemp() / name
    write_tags(tags, file, replace=True)
    assert TagSet.of(read_tags(file)) == tags


def test_the_file_has_the_form_of_the_settings():
    tags = TagSet.of([Tag("目标", 4, "blue", 'a "plan"', ("mb",)), Tag("x")])
    assert tags_toml(tags) == (
        '[[tags]]\nname = "目标"\nkey = 4\ncolour = "blue"\naliases = ["mb"]\ndescription = "a \\"plan\\""\n'
        '\n[[tags]]\nname = "x"\ncolour = "grey"\ndescription = ""\n'
    )
    assert tags_json(TagSet()) == '{\n  "tags": []\n}\n'


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.toml", b"[[tags]]\nname = ", "Invalid value"),
        ("a.toml", b"name = 'x'", "[[tags]] tables"),
        ("a.toml", b"theme = 'x'\n[[tags]]\nname = 'a'", "[[tags]] tables"),
        ("a.toml", b"[[tags]]\nname = 'a'\nkey = 12", "digit from 1 to 9"),
        ("a.toml", b"\xff\xfe", "utf-8"),
        ("a.json", b"[]", "[[tags]] tables"),
        ("a.json", b"[" * 100_000, "recursion"),
        ("a.toml", b"#" * (LARGEST + 1), "larger than"),
    ],
)
def test_a_wrong_file_is_named_in_one_line(tmp_path: Path, name: str, content: bytes, reason: str):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ReaderError) as caught:
        read_tags(file)
    message = explain(caught.value)
    assert message.startswith(str(file))
    assert reason in message
    assert "\n" not in message


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(ReaderError, match="tags-invalid"):
        read_tags(tmp_path / "none.toml")
    with pytest.raises(ReaderError, match="tags-invalid"):
        read_tags(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path):
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbf[[tags]]\nname = 'a'\n")
    assert read_tags(file) == (Tag("a"),)
