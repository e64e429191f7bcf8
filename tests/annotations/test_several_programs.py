"""Two programs on one store: each sees what the other saves, and neither overwrites it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.annotations import lock
from reader.annotations.places import Places
from reader.annotations.repository import Repository
from reader.errors import ReaderError
from tests.annotations.examples import an_annotation, revised

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


@pytest.fixture
def two(path):
    return Repository.open(path, annotator="李"), Repository.open(path, annotator="王")


def test_each_notices_what_the_other_saved(two):
    mine, theirs = two
    assert not theirs.changed()
    mine.save(an_annotation(1))
    assert not mine.changed()
    assert theirs.changed()
    assert theirs.refresh() == {an_annotation(1).id}
    assert not theirs.changed()
    assert theirs.annotations() == [an_annotation(1)]
    theirs.delete(an_annotation(1).id)
    assert mine.refresh() == {an_annotation(1).id}
    assert mine.annotations() == []


def test_a_save_catches_up_first(two):
    mine, theirs = two
    for number in range(10):
        two[number % 2].save(an_annotation(number, start=number))
    assert len(theirs.annotations()) == 10
    mine.refresh()
    assert mine.annotations() == theirs.annotations()


def test_what_a_save_caught_up_with_is_still_news(two):
    mine, theirs = two
    theirs.save(an_annotation(1))
    mine.save(an_annotation(2))
    assert mine.changed()
    assert mine.refresh() == {an_annotation(1).id}
    assert not mine.changed()
    theirs.compact()
    mine.save(an_annotation(3))
    assert mine.refresh() == set()


def test_a_save_that_takes_exactly_the_room_of_a_torn_line_is_noticed(two, path):
    mine, theirs = two
    mine.save(an_annotation(1))
    journal = Places(path).journal(1)
    before = journal.stat().st_size
    mine.save(an_annotation(2))
    room = journal.stat().st_size - before
    raw = journal.read_bytes()
    journal.write_bytes(raw + b"x" * room)
    theirs.refresh()
    mine.save(an_annotation(3))
    assert journal.stat().st_size == len(raw) + room
    assert theirs.changed()
    assert theirs.refresh() == {an_annotation(3).id}


def test_a_journal_that_was_put_in_the_place_of_another_is_the_one_that_is_written(two, path):
    mine, theirs = two
    mine.save(an_annotation(1))
    journal = Places(path).journal(1)
    copy = journal.read_bytes()
    journal.unlink()
    journal.write_bytes(copy)
    mine.save(an_annotation(2))
    theirs.refresh()
    assert len(theirs.annotations()) == 2


def test_an_annotation_that_was_changed_elsewhere_while_it_was_edited_is_not_overwritten(two):
    mine, theirs = two
    first = an_annotation(1)
    mine.save(first)
    theirs.save(revised(first, 500, note="theirs", annotator="王"))
    edited = revised(first, 501, note="mine")
    with pytest.raises(ReaderError) as caught:
        mine.save(edited)
    assert (caught.value.code, caught.value.parameters) == ("annotation-changed", {"annotator": "王"})
    assert [one.note for one in mine.annotations()] == ["theirs"]
    mine.keep_conflict(edited)
    theirs.refresh()
    assert theirs.conflicts(first.id) == [edited]
    theirs.settle_conflict(edited)
    assert theirs.conflicts() == []


def test_an_annotation_that_was_deleted_elsewhere_while_it_was_edited_does_not_come_back(two):
    mine, theirs = two
    first = an_annotation(1)
    mine.save(first)
    theirs.delete(first.id)
    with pytest.raises(ReaderError) as caught:
        mine.save(revised(first, 501, note="mine"))
    assert caught.value.code == "annotation-deleted"
    assert mine.annotations() == []


def test_deleting_what_was_changed_since_it_was_seen_is_refused(two):
    mine, theirs = two
    first = an_annotation(1)
    mine.save(first)
    theirs.save(revised(first, 500, annotator="王"))
    with pytest.raises(ReaderError) as caught:
        mine.delete(first.id, revision=first.revision)
    assert caught.value.code == "annotation-changed"


def test_one_may_close_and_compact_while_the_other_goes_on(two, path):
    mine, theirs = two
    mine.save(an_annotation(1, start=1))
    theirs.save(an_annotation(2, start=2))
    mine.close()
    assert theirs.changed()
    theirs.save(an_annotation(3, start=3))
    theirs.compact()
    theirs.save(an_annotation(4, start=4))
    assert len(Repository.open(path).annotations()) == 4
    assert len(theirs.annotations()) == 4


def test_a_program_that_keeps_the_lock_makes_others_tell_and_not_wait_for_ever(two, monkeypatch):
    mine, theirs = two
    mine.save(an_annotation(1))
    monkeypatch.setattr(lock, "PATIENCE", 0.01)
    with mine.transaction(), pytest.raises(ReaderError) as caught:
        theirs.save(an_annotation(2))
    assert caught.value.code == "store-busy"
    theirs.save(an_annotation(2))
    assert len(theirs.annotations()) == 2


def test_a_lock_file_that_somebody_deleted_is_made_again(two, path):
    mine, theirs = two
    mine.save(an_annotation(1))
    theirs.save(an_annotation(2))
    Places(path).lock.unlink()
    mine.save(an_annotation(3))
    theirs.save(an_annotation(4))
    assert len(Repository.open(path).annotations()) == 4


def test_one_thread_may_save_and_compact_while_another_reads(path):
    repository = Repository.open(path)
    failures: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                repository.changed()
                repository.refresh()
                assert len(repository.annotations(an_annotation().article_id)) <= 61
        except Exception as error:
            failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        repository.save(an_annotation(number, start=number))
        repository.save(an_annotation(100, start=100))
        repository.delete(an_annotation(100).id)
        if number % 10 == 0:
            repository.compact()
    done.set()
    reader.join(timeout=30)
    assert not reader.is_alive()
    assert failures == []


def test_what_a_program_saved_before_it_was_killed_is_there(path):
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from reader.annotations.repository import Repository\n"
        "from tests.annotations.examples import an_annotation\n"
        "repository = Repository.open(Path(sys.argv[1]))\n"
        "for number in range(5): repository.save(an_annotation(number, start=number))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=False).returncode == -9
    repository = Repository.open(path)
    assert len(repository.annotations()) == 5
    repository.save(an_annotation(9))
    assert repository.notices == []


@pytest.mark.parametrize("saves", [1, 2])
def test_a_main_file_that_git_puts_there_under_an_open_journal_is_joined_with_it(path, tmp_path, saves):
    mine = Repository.open(path, annotator="李")
    mine.save(an_annotation(1))
    mine.close()
    elsewhere = tmp_path / "elsewhere.json"
    shutil.copy(path, elsewhere)
    other = revised(an_annotation(1), 499, note="theirs")
    for number in range(saves):  # its generation is that of ours, or greater
        theirs = Repository.open(elsewhere, annotator="王")
        theirs.save(an_annotation(10 + number, start=100 + 10 * number))
        theirs.save(other)
        theirs.close()
    again = Repository.open(path, annotator="李")
    again.save(an_annotation(2, start=40))
    again.compact()
    again.close()
    mine = Repository.open(path, annotator="李")
    mine.save(an_annotation(3, start=60))
    edited = revised(an_annotation(1), 500, note="meanwhile")
    mine.save(edited)
    shutil.copy(elsewhere, path)
    mine.refresh()
    assert [notice.code for notice in mine.notices] == ["store-put-there"]
    for store in (mine, Repository.open(path)):
        assert (store.get(edited.id), store.conflicts()) == (edited, [other])
        assert an_annotation(3, start=60) in store.annotations()
        assert an_annotation(10, start=100) in store.annotations()
    mine.save(an_annotation(4, start=80))
    last = Repository.open(path)
    assert last.notices == []
    assert {one.id for one in mine.annotations()} == {one.id for one in last.annotations()} >= {edited.id}
