"""The writer: acts are saved in order; what fails waits, is told, and is never lost."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Verdict
from reader.annotations.repository import Repository
from reader.desk import acts, done_acts
from reader.desk.importing import carry_out, plan_import
from reader.desk.many_acts import delete_many_now, judge_many_now, shared_tags, tag_many_now
from reader.desk.rescue import Rescued, rescue
from reader.desk.writer import Failed, Saved, Task, Writer
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


@pytest.fixture
def desk(make_desk: Callable[..., Desk], seeds: list[Path], tmp_path: Path) -> Desk:
    (tmp_path / "store").mkdir()
    return make_desk(seeds, tmp_path / "store" / "annotations.json")


@pytest.fixture
def opened(desk: Desk) -> Opened:
    return desk.open(desk.files[0])


@pytest.fixture
def told() -> list[Saved | Failed | Task]:
    return []


@pytest.fixture
def writer(desk: Desk, told: list[Saved | Failed | Task]) -> Iterator[Writer]:
    writer = Writer(desk, told.append)
    writer.start()
    yield writer
    writer.close()


def tag(desk: Desk, writer: Writer, opened: Opened, number: int, name: str) -> Opened:
    claim = opened.claims[number]
    writer.save(acts.toggle_tag(desk, opened, claim.start, claim.end, name))
    return desk.refreshed(opened)


def stored(desk: Desk) -> list[tuple[str, ...]]:
    return [one.tags for one in Repository.open(desk.repository.path).annotations()]


def block(folder: Path) -> Callable[[], None]:
    """Put a file where the store's folder was, so that nothing can be saved; returns what mends it."""
    away = folder.with_name("away")
    folder.rename(away)
    folder.write_text("in the way")

    def mend() -> None:
        folder.unlink()
        away.rename(folder)

    return mend


def test_acts_are_saved_in_order_and_built_on_each_other(
    desk: Desk, writer: Writer, opened: Opened, told: list[Saved | Failed | Task]
):
    opened = tag(desk, writer, opened, 0, "key")
    opened = tag(desk, writer, opened, 0, "money")
    opened = tag(desk, writer, opened, 1, "growth")
    assert [one.annotation.tags for one in opened.placed] == [("key", "money"), ("growth",)]
    assert writer.wait(10)
    assert desk.unsaved == []
    assert stored(desk) == [("key", "money"), ("growth",)]
    writer.close()
    assert [type(result) for result in told] == [Saved, Saved, Saved]


def test_what_fails_goes_on_being_shown_and_is_saved_at_the_next_try(
    desk: Desk, writer: Writer, opened: Opened, told: list[Saved | Failed | Task]
):
    mend = block(desk.repository.path.parent)
    opened = tag(desk, writer, opened, 0, "key")
    assert writer.wait(10)
    assert writer.error is not None
    opened = tag(desk, writer, opened, 0, "money")
    assert writer.wait(10)
    assert [one.annotation.tags for one in opened.placed] == [("key", "money")]
    assert len(desk.unsaved) == 2
    mend()
    writer.retry()
    assert writer.wait(10)
    assert desk.unsaved == []
    assert stored(desk) == [("key", "money")]


def test_unsaved_work_can_be_brought_to_safety(desk: Desk, writer: Writer, opened: Opened, tmp_path: Path):
    mend = block(desk.repository.path.parent)
    opened = tag(desk, writer, opened, 0, "key")
    opened = tag(desk, writer, opened, 0, "money")
    writer.wait(10)
    target = tmp_path / "rescued.jsonl"
    assert rescue(desk, target) == Rescued(changes=1, marks=0)
    [record] = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert record["tags"] == ["key", "money"]
    with pytest.raises(ReaderError):
        rescue(desk, target)
    mend()


def test_what_was_deleted_before_it_could_be_saved_is_not_brought_to_safety(
    desk: Desk, writer: Writer, opened: Opened, tmp_path: Path
):
    mend = block(desk.repository.path.parent)
    opened = tag(desk, writer, opened, 0, "key")
    tag(desk, writer, opened, 0, "key")
    writer.wait(10)
    assert rescue(desk, tmp_path / "rescued.jsonl") == Rescued(changes=0, marks=0)
    mend()


def test_what_was_brought_to_safety_makes_the_store_what_it_would_have_been(
    desk: Desk, writer: Writer, opened: Opened, tmp_path: Path
):
    for index in range(3):
        opened = tag(desk, writer, opened, index, "key")
    assert writer.wait(10)
    mend = block(desk.repository.path.parent)
    one, two, _ = (placed.annotation for placed in opened.placed)
    writer.save(acts.delete(one))
    opened = tag(desk, writer, desk.refreshed(opened), 1, "money")
    opened = tag(desk, writer, opened, 1, "growth")
    writer.save(acts.delete(desk.refreshed(opened).placed_of(two.id).annotation))
    opened = tag(desk, writer, desk.refreshed(opened), 2, "money")
    opened = tag(desk, writer, opened, 2, "growth")
    opened = tag(desk, writer, opened, 3, "money")
    wanted = sorted(placed.annotation.tags for placed in opened.placed)
    writer.save(done_acts.toggle_done(desk, opened.article, desk.files[0]))
    writer.wait(10)
    target = tmp_path / "rescued.jsonl"
    assert rescue(desk, target) == Rescued(changes=4, marks=1)
    mend()
    plan = plan_import(desk.repository, target.read_bytes(), target.name, "tester")
    assert (len(plan.added), len(plan.changed), len(plan.removed), plan.conflicts) == (1, 1, 2, [])
    carry_out(desk.repository, plan, "tester")
    assert sorted(stored(desk)) == wanted == [("key", "money", "growth"), ("money",)]
    again = plan_import(desk.repository, target.read_bytes(), target.name, "tester")
    assert (again.unchanged, again.removed, again.conflicts) == (4, [], [])


def test_a_deletion_in_a_file_leaves_alone_what_was_changed_since(
    desk: Desk, writer: Writer, opened: Opened, tmp_path: Path
):
    opened = tag(desk, writer, opened, 0, "key")
    assert writer.wait(10)
    mend = block(desk.repository.path.parent)
    writer.save(acts.delete(opened.placed[0].annotation))
    writer.wait(10)
    rescue(desk, tmp_path / "rescued.jsonl")
    mend()
    other = Repository.open(desk.repository.path)
    (stands,) = other.annotations()
    other.save(replace(stands, note="neu", parent=stands.revision, revision=other.new_id()))
    plan = plan_import(other, (tmp_path / "rescued.jsonl").read_bytes(), "rescued.jsonl", "tester")
    assert (plan.older, plan.removed) == (1, [])


def test_a_conflict_is_told_and_does_not_stand_in_the_way(
    make_desk: Callable[..., Desk], desk: Desk, writer: Writer, opened: Opened, told: list[Saved | Failed | Task]
):
    opened = tag(desk, writer, opened, 0, "key")
    assert writer.wait(10)
    other = make_desk(list(desk.files), desk.repository.path)
    theirs = other.open(desk.files[0])
    claim = theirs.claims[0]
    other.commit(acts.toggle_tag(other, theirs, claim.start, claim.end, "doubtful"))
    tag(desk, writer, opened, 0, "money")
    assert writer.wait(10)
    writer.close()
    assert isinstance(told[-1], Failed)
    assert told[-1].conflict
    assert desk.unsaved == []
    assert stored(desk) == [("key", "doubtful")]


def test_a_task_is_done_after_the_acts_before_it_in_one_step_that_is_taken_back_as_one(
    desk: Desk, writer: Writer, opened: Opened
):
    for number in range(4):
        opened = tag(desk, writer, opened, number, "key")
    ids = [one.id for one in desk.annotations_of(opened.article, opened.path)]
    results: list[object] = []

    def done(task: Task) -> None:
        results.append((task.result or task.error).words)

    for work in (
        lambda: tag_many_now(desk, ids, "seen"),
        lambda: judge_many_now(desk, ids[1:], Verdict.DISPUTED),
        lambda: tag_many_now(desk, ids, "seen"),
        lambda: delete_many_now(desk, ids),
        lambda: delete_many_now(desk, ids),
    ):
        task = Task(work, done, len(ids))
        writer.do(task)
        assert writer.wait(20)
        task.tell()
        task.tell()
    assert results == [
        "Tagged 4 annotations seen.",
        "3 annotations: disputed.",
        "Took seen away from 4 annotations.",
        "Deleted 4 annotations (u brings them back).",
        "Nothing to change: they say that already.",
    ]
    assert stored(desk) == []
    assert len(desk.undo().changes) == 4
    assert stored(desk) == [("key",)] * 4
    assert len(desk.undo().changes) == 4
    assert stored(desk) == [("key", "seen")] * 4
    assert shared_tags(desk, ids, desk.tag_uses()) == {"key", "seen"}
    assert len(desk.undo().changes) == 3
    assert desk.undo().act == "Tagged 4 annotations seen."


def test_a_task_that_fails_is_told_and_changes_nothing_and_the_next_one_is_done(
    desk: Desk, writer: Writer, opened: Opened, told: list[Saved | Failed | Task]
):
    opened = tag(desk, writer, opened, 0, "key")
    writer.wait(20)
    ids = [one.id for one in desk.annotations_of(opened.article, opened.path)]
    mend = block(desk.repository.path.parent)
    writer.do(Task(lambda: delete_many_now(desk, ids), lambda _: None))
    assert writer.wait(20)
    mend()
    writer.do(Task(lambda: 1 // 0, lambda _: None))
    assert writer.wait(20)
    assert writer.task is None
    assert stored(desk) == [("key",)]
    *_, failed, mistake = (one for one in told if isinstance(one, Task))
    assert failed.error is not None
    assert failed.error.code == "store-not-saved"
    assert mistake.error is not None
    assert "ZeroDivisionError" in str(mistake.error.parameters["reason"])


def test_while_something_is_not_saved_no_task_is_taken(desk: Desk, writer: Writer, opened: Opened):
    mend = block(desk.repository.path.parent)
    tag(desk, writer, opened, 0, "key")
    writer.wait(20)
    with pytest.raises(ReaderError, match="tags-unsaved"):
        writer.do(Task(lambda: None, lambda _: None))
    mend()
    writer.retry()
    assert writer.wait(20)
