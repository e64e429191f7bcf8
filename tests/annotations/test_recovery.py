"""A main file that is damaged or gone is put together again, without losing anything."""

from __future__ import annotations

import pytest
from tinydb import TinyDB

from reader.annotations.places import Places
from reader.annotations.repository import Repository
from reader.errors import ReaderError
from tests.annotations.examples import an_annotation, revised


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


def a_store(path, *, sessions):
    """A store after so many closed sessions and one that is still open; returns what it holds."""
    for number in range(sessions):
        repository = Repository.open(path)
        repository.save(an_annotation(number, start=number))
        if number:
            repository.save(revised(repository.get(an_annotation(0).id), 500 + number, note=str(number)))
        repository.close()
    repository = Repository.open(path)
    repository.save(an_annotation(90, start=90))
    return repository.annotations()


@pytest.mark.parametrize("sessions", [0, 1, 2, 4])
@pytest.mark.parametrize("damage", [None, b"", b'{"_reader"', b"\x00" * 4096], ids=["gone", "empty", "cut", "zeros"])
def test_nothing_is_lost_with_the_main_file(path, sessions, damage):
    held = a_store(path, sessions=sessions)
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    with pytest.raises(ReaderError):
        Repository.open(path)
    Repository.recover(path)
    repository = Repository.open(path)
    assert repository.annotations() == held
    assert repository.notices == []
    repository.save(an_annotation(91, start=91))
    repository.close()
    assert len(Repository.open(path).annotations()) == len(held) + 1
    if damage is not None:
        [kept] = Places(path).quarantine.iterdir()
        assert kept.read_bytes() == damage


def test_a_backup_serves_where_the_snapshot_before_is_damaged_too(path):
    held = a_store(path, sessions=3)
    Places(path).previous.write_bytes(b"x")
    path.write_bytes(b"x")
    assert Repository.recover(path).suffix == ".gz"
    assert Repository.open(path).annotations() == held


def test_what_stock_tinydb_changed_is_not_lost_either(path):
    a_store(path, sessions=2)
    Repository.open(path).compact()
    with TinyDB(path, encoding="utf-8") as stock:
        stock.update({"note": "by hand"})
    repository = Repository.open(path)
    repository.save(an_annotation(91, start=91))
    held = repository.annotations()
    path.write_bytes(b"x")
    Repository.recover(path)
    assert Repository.open(path).annotations() == held
    assert [one.note for one in held].count("by hand") == len(held) - 1


def test_where_nothing_is_left_it_is_said_and_nothing_is_changed(path):
    path.write_bytes(b"x")
    with pytest.raises(ReaderError) as caught:
        Repository.recover(path)
    assert caught.value.code == "store-beyond-recovery"
    assert path.read_bytes() == b"x"
