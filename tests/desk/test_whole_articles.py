"""Annotations of an article as a whole: every act on a span can be done to it, and it leaves and comes back by exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Origin
from reader.annotations.repository import Repository
from reader.cli.main import main
from reader.desk import acts
from reader.desk.opened import WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desk.desk import Desk


@pytest.fixture
def desk(make_desk: Callable[..., Desk], seeds: list[Path]) -> Desk:
    """A desk with a tag and a note on the first article as a whole."""
    desk = make_desk(seeds)
    opened = desk.open(desk.files[0])
    desk.commit(acts.toggle_tag(desk, opened, *WHOLE, "key"))
    desk.commit(acts.write_note(desk, desk.refreshed(opened), *WHOLE, "整篇\n备注"))
    return desk


def test_tag_and_note_are_of_one_annotation_without_a_target(desk: Desk):
    (one,) = desk.repository.annotations()
    assert (one.target, one.claim, one.sentence, one.origin) == (None, None, "", Origin.HAND)
    assert (one.tags, one.note) == (("key",), "整篇\n备注")
    opened = desk.open(desk.files[0])
    assert [placed.annotation for placed in opened.whole] == [one]
    assert opened.handled == frozenset()


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_it_leaves_with_an_empty_quote_and_comes_back(desk: Desk, tmp_path: Path, suffix: str):
    before = desk.repository.annotations()
    desk.repository.close()
    file, other = tmp_path / f"export.{suffix}", tmp_path / "other" / "annotations.json"
    assert main(["export", "-o", str(file), "--annotations", str(desk.repository.path)]) == 0
    assert main(["import", str(file), "--annotations", str(other)]) == 0
    (after,) = Repository.open(other).annotations()
    assert (after.target, after.tags, after.note) == (None, before[0].tags, before[0].note)
