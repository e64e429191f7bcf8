"""History, undo and redo: what was done is on record, and one's own acts can be taken back, in any session."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.annotations.places import Places
from reader.annotations.repository import Repository
from reader.errors import ReaderError
from tests.annotations.examples import Clock, an_annotation, an_article, identifier, revised


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


@pytest.fixture
def clock():
    return Clock()


def opened(path, clock=None):
    return Repository.open(path, annotator="李", clock=clock or Clock())


def what_stands(repository):
    """Each annotation's note: what undo brings back, whatever the revision."""
    return {annotation.id: annotation.note for annotation in repository.annotations()}


FIRST = an_annotation(1, note="一")
SECOND = revised(FIRST, 20_001, note="二")
BY_WANG = revised(FIRST, 20_002, note="王的", annotator="王")


def test_every_change_is_on_record_with_time_name_before_and_after(path, clock):
    repository = opened(path, clock)
    repository.save(FIRST, act="tagged")
    clock.now += 1000
    repository.save(BY_WANG, act="noted")
    repository.compact()
    clock.now += 1000
    repository.delete(FIRST.id, annotator="李")
    repository.save(an_annotation(2))
    repository.close()
    entries = opened(path).history(FIRST.id)
    assert [(entry.at - entries[0].at, entry.by, entry.act) for entry in entries] == [
        (0, "李", "tagged"),
        (1000, "王", "noted"),
        (2000, "李", "deleted"),
    ]
    assert [(entry.before, entry.after) for entry in entries] == [(None, FIRST), (FIRST, BY_WANG), (BY_WANG, None)]


def test_undo_and_redo_walk_back_and_forth_through_ones_acts(path):
    repository = opened(path)
    states = [{}]
    repository.save(FIRST, act="tagged")
    states.append(what_stands(repository))
    repository.save(SECOND, act="noted")
    states.append(what_stands(repository))
    repository.delete(FIRST.id)
    states.append(what_stands(repository))
    for state in states[-2::-1]:
        assert repository.undo("李") is not None
        assert what_stands(repository) == state
    assert repository.undo("李") is None
    for state in states[1:]:
        assert repository.redo("李") is not None
        assert what_stands(repository) == state
    assert repository.redo("李") is None


def test_undo_says_what_it_took_back(path, clock):
    repository = opened(path, clock)
    repository.save(FIRST, act="tagged")
    done = repository.undo("李")
    assert (done.act, done.at, done.changes) == ("tagged", clock.now, ((FIRST, None),))
    again = repository.redo("李")
    [(before, after)] = again.changes
    assert before is None
    assert replace(after, revision=FIRST.revision, parent=None, modified=FIRST.modified) == FIRST


def test_undo_and_redo_work_after_a_restart(path):
    repository = opened(path)
    repository.save(FIRST)
    repository.save(SECOND)
    repository.close()
    repository = opened(path)
    repository.undo("李")
    assert what_stands(repository) == {FIRST.id: "一"}
    repository.close()
    repository = opened(path)
    repository.undo("李")
    assert what_stands(repository) == {}
    repository.redo("李")
    repository.redo("李")
    assert what_stands(repository) == {FIRST.id: "二"}


def test_a_new_act_ends_what_could_be_done_again(path):
    repository = opened(path)
    repository.save(FIRST)
    repository.undo("李")
    repository.save(an_annotation(2))
    assert repository.redo("李") is None
    assert repository.undo("李").changes[0][0].id == an_annotation(2).id


def test_an_act_undone_and_done_again_can_be_undone_again(path):
    repository = opened(path)
    repository.save(FIRST)
    repository.save(SECOND)
    for _ in range(3):
        repository.undo("李")
        assert what_stands(repository) == {FIRST.id: "一"}
        repository.redo("李")
        assert what_stands(repository) == {FIRST.id: "二"}
    repository.undo("李")
    repository.undo("李")
    assert what_stands(repository) == {}


def test_undo_takes_back_only_ones_own_acts(path):
    repository = opened(path)
    mine, theirs = an_annotation(1), an_annotation(2, annotator="王")
    repository.save(mine)
    repository.save(theirs)
    repository.undo("李")
    assert repository.annotations() == [theirs]
    assert repository.undo("李") is None


@pytest.mark.parametrize("how", ["changed", "deleted"])
def test_undo_refuses_where_someone_else_changed_the_thing_since(path, how):
    repository = opened(path)
    repository.save(FIRST)
    if how == "changed":
        repository.save(BY_WANG)
    else:
        repository.delete(FIRST.id, annotator="王")
    before = repository.annotations()
    with pytest.raises(ReaderError) as caught:
        repository.undo("李")
    assert (caught.value.code, caught.value.parameters) == ("undo-changed", {"annotator": "王"})
    assert repository.annotations() == before


def test_an_act_of_several_changes_is_taken_back_as_one(path):
    repository = opened(path)
    with repository.transaction("imported", "李"):
        repository.save_article(an_article())
        repository.save(FIRST)
        repository.save(an_annotation(2))
    done = repository.undo("李")
    assert (done.act, len(done.changes)) == ("imported", 2)
    assert repository.annotations() == []
    assert repository.articles() == [an_article()]


def test_what_undo_restores_is_a_new_revision_on_top_of_what_it_took_back(path):
    repository = opened(path)
    repository.save(FIRST)
    repository.save(SECOND)
    repository.undo("李")
    restored = repository.get(FIRST.id)
    assert restored.parent == SECOND.revision
    assert restored.revision not in (FIRST.revision, SECOND.revision)


def test_pruning_forgets_old_history_and_old_tombstones_only(path, clock):
    repository = opened(path, clock)
    repository.save(FIRST)
    repository.delete(FIRST.id)
    repository.compact()
    clock.now += 10_000
    repository.save(an_annotation(2))
    repository.delete(an_annotation(2).id)
    repository.compact()
    assert repository.prune(clock.now - 5_000) == 1
    assert repository.history(FIRST.id) == []
    assert len(repository.history(an_annotation(2).id)) == 2
    assert repository.check().deleted == 1


def test_pruning_keeps_history_that_is_damaged_for_nobody_knows_how_old_it_is(path, clock):
    repository = opened(path, clock)
    repository.save(FIRST)
    repository.compact()
    archive = Places(path).archive(1)
    archive.write_bytes(b"not gzip")
    assert repository.prune(clock.now + 5_000) == 0
    assert archive.read_bytes() == b"not gzip"


def test_history_of_what_never_was_is_empty(path):
    assert opened(path).history(identifier(5)) == []


def test_the_histories_of_many_annotations_are_read_at_once(path):
    repository = opened(path)
    ids = []
    for number in range(40):
        first = an_annotation(number, start=number)
        repository.save(first)
        repository.save(revised(first, 500 + number, note=f"note {number}"))
        ids.append(first.id)
        if number == 20:
            repository.compact()
    together = repository.histories(ids)
    assert list(together) == ids
    assert [len(changes) for changes in together.values()] == [2] * 40
    assert together[ids[7]] == repository.history(ids[7])
