"""The database: TinyDB's verbs on a journal and a snapshot."""

from __future__ import annotations

import gzip
import json
import resource
import signal

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from reader.annotations.database import Database
from reader.annotations.places import Places
from reader.errors import ReaderError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


def rows(path, table="_default"):
    return {row.doc_id: dict(row) for row in Database(path).documents(table)}


def a_store(path, count=3):
    """A store whose process died before it could close: all is in the journal."""
    database = Database(path)
    for number in range(1, count + 1):
        database.insert(Document({"id": number, "article_id": f"a{number}"}, number))
    return database


def test_tinydbs_verbs_work(path):
    database = Database(path)
    assert database.insert({"name": "a", "n": 1}) == 1
    assert database.insert_multiple([{"name": "b", "n": 2}, {"name": "c", "n": 3}]) == [2, 3]
    assert database.search(where("n") >= 2) == [{"name": "b", "n": 2}, {"name": "c", "n": 3}]
    assert database.update({"n": 5}, where("name") == "b") == [2]
    assert database.upsert({"name": "d", "n": 4}, where("name") == "d") == [4]
    assert database.remove(where("n") == 1) == [1]
    assert database.get(doc_id=2) == {"name": "b", "n": 5}
    assert database.contains(where("name") == "d")
    assert len(database) == 3
    assert database.tables() == {"_default"}
    database.drop_table("_default")
    assert len(Database(path)) == 0


def test_a_verb_that_fails_half_way_changes_nothing(path):
    database = a_store(path, 1)
    with pytest.raises(ValueError, match="exists"):
        database.insert_multiple([Document({"id": 2}, 2), Document({"id": 1}, 1)])
    assert len(database) == 1
    assert rows(path) == {1: {"id": 1, "article_id": "a1"}}


def test_a_document_that_was_handed_out_is_a_copy(path):
    database = a_store(path, 1)
    database.get(doc_id=1)["id"] = "changed"
    assert database.get(doc_id=1)["id"] == 1


def test_each_save_is_one_line_and_is_there_when_another_program_looks(path):
    a_store(path)
    assert sorted(rows(path)) == [1, 2, 3]
    assert len(Places(path).journal(1).read_bytes().splitlines()) == 1 + 3


def test_a_transaction_is_one_line_and_all_or_nothing(path):
    database = a_store(path, 1)
    with database.storage.transaction("imported", "李"):
        database.insert(Document({"id": 2}, 2))
        database.documents("articles").put(1, {"title": "题"})
        assert database.get(doc_id=2) == {"id": 2}
        assert rows(path) == {1: {"id": 1, "article_id": "a1"}}
    assert sorted(rows(path)) == [1, 2]
    assert rows(path, "articles") == {1: {"title": "题"}}
    assert len(Places(path).journal(1).read_bytes().splitlines()) == 1 + 2


def test_a_transaction_that_fails_leaves_nothing_behind(path):
    database = a_store(path, 1)

    def act():
        with database.storage.transaction():
            database.remove(doc_ids=[1])
            database.documents("articles").put(1, {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    assert sorted(rows(path)) == [1]
    assert len(database) == 1
    assert database.tables() == {"_default"}


def test_documents_are_found_by_the_value_of_a_field_or_an_item_of_its_list(path):
    database = a_store(path, 1)
    table = database.documents("_default")
    table.put(5, {"id": 5, "article_id": "a1", "tags": ["钱", "x"]})
    table.put(6, {"nested": {"article_id": "a1"}, "article_id": 'a"6'})
    assert sorted(row.doc_id for row in table.having("article_id", "a1")) == [1, 5]
    assert [row.doc_id for row in table.having("article_id", 'a"6')] == [6]
    assert [row.doc_id for row in table.having("tags", "钱")] == [5]
    table.update({"article_id": "a2"}, doc_ids=[1])
    table.remove(doc_ids=[5])
    assert table.having("article_id", "a1") == []
    assert table.having("tags", "钱") == []
    with database.storage.transaction():
        table.put(7, {"article_id": "a2"})
        assert sorted(row.doc_id for row in table.having("article_id", "a2")) == [1, 7]


def test_closing_puts_everything_into_plain_tinydb_json(path):
    a_store(path).close()
    plain = json.loads(path.read_text(encoding="utf-8"))
    assert plain["_default"]["2"] == {"id": 2, "article_id": "a2"}
    assert not Places(path).journals()
    with TinyDB(path, encoding="utf-8") as stock:
        assert len(stock) == 3


def test_a_program_that_only_read_writes_nothing(path):
    a_store(path)
    before = {file: file.stat().st_mtime_ns for file in path.parent.iterdir()}
    database = Database(path)
    assert len(database) == 3
    database.close()
    assert {file: file.stat().st_mtime_ns for file in path.parent.iterdir()} == before


def test_compacting_keeps_the_journal_as_history_and_the_snapshot_before(path):
    database = a_store(path)
    database.storage.compact()
    places = Places(path)
    assert rows(path) == {number: {"id": number, "article_id": f"a{number}"} for number in (1, 2, 3)}
    assert b'"a3"' in gzip.decompress(places.archive(1).read_bytes())
    assert json.loads(places.previous.read_bytes())["_reader"]["1"]["generation"] == 1
    database.insert(Document({"id": 4}, 4))
    assert sorted(rows(path)) == [1, 2, 3, 4]


def test_compacting_sweeps_up_what_a_program_left_that_died_at_it(path):
    database = a_store(path)
    left = [path.with_name("annotations.json.77.tmp"), path.with_name("annotations.json.previous.77.tmp")]
    for file in left:
        file.write_bytes(b"half")
    other = path.with_name("else.tmp")
    other.write_bytes(b"not ours")
    database.storage.compact()
    assert not any(file.exists() for file in left)
    assert other.exists()


def test_a_torn_last_line_is_dropped_without_a_word(path):
    a_store(path)
    journal = Places(path).journal(1)
    journal.write_bytes(journal.read_bytes() + b'01234567 {"n":4,"at"')
    database = Database(path)
    assert (len(database), database.storage.notices) == (3, [])
    database.insert(Document({"id": 4}, 4))
    assert sorted(rows(path)) == [1, 2, 3, 4]


def test_a_damaged_line_is_told_set_aside_and_costs_only_itself(path):
    a_store(path)
    journal = Places(path).journal(1)
    journal.write_bytes(journal.read_bytes().replace(b'"a2"', b'"b2"'))
    database = Database(path)
    assert sorted(row.doc_id for row in database) == [1, 3]
    assert [notice.code for notice in database.storage.notices] == ["store-entries-damaged"]
    assert database.storage.quarantined == 1
    database.insert(Document({"id": 4}, 4))
    database.close()
    [kept] = Places(path).quarantine.iterdir()
    assert b'"b2"' in kept.read_bytes()
    assert Database(path).storage.notices == []


@pytest.mark.parametrize("how", ["deleted", "emptied"])
def test_a_journal_that_is_gone_is_told(path, how):
    database = a_store(path)
    database.storage.compact()
    database.insert(Document({"id": 4}, 4))
    journal = Places(path).journal(2)
    if how == "deleted":
        journal.unlink()
    else:
        journal.write_bytes(b"")
    again = Database(path)
    assert [notice.code for notice in again.storage.notices] == ["store-journal-missing"]
    again.insert(Document({"id": 5}, 5))
    assert sorted(rows(path)) == [1, 2, 3, 5]


@pytest.mark.parametrize("compacted", [False, True])
def test_a_snapshot_that_is_gone_is_no_empty_store(path, compacted):
    a_store(path).storage.close(compacting=compacted)
    path.unlink()
    with pytest.raises(ReaderError) as caught:
        Database(path)
    assert caught.value.code == "store-damaged"


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 50])
def test_a_damaged_snapshot_is_refused_and_the_copies_are_named(path, damage):
    database = a_store(path)
    database.close()
    a_store(path, 0).insert({"more": 1})
    database = Database(path)
    database.insert({"more": 2})
    database.close()
    path.write_bytes(damage)
    with pytest.raises(ReaderError) as caught:
        Database(path)
    assert caught.value.code == "store-damaged"
    assert path.read_bytes() == damage


def test_what_stock_tinydb_changed_is_taken_over_and_what_it_replaced_is_kept(path):
    a_store(path).close()
    with TinyDB(path, encoding="utf-8") as stock:
        stock.update({"id": "theirs"}, doc_ids=[2])
        stock.remove(doc_ids=[3])
        stock.insert(Document({"id": "new"}, 9))
    database = Database(path)
    assert {row.doc_id: row["id"] for row in database} == {1: 1, 2: "theirs", 9: "new"}
    assert [notice.code for notice in database.storage.notices] == ["store-edited-elsewhere"]
    assert sorted(row["id"] for row in database.documents("conflicts")) == [2, 3]
    database.insert(Document({"id": 10}, 10))
    database.close()
    again = Database(path)
    assert {row.doc_id: row["id"] for row in again} == {1: 1, 2: "theirs", 9: "new", 10: 10}
    assert len(again.documents("conflicts")) == 2
    assert again.storage.notices == []
    assert len(list(Places(path).quarantine.iterdir())) == 1


def test_what_other_programs_changed_of_tags_and_articles_is_told_and_is_no_conflict_of_annotations(path):
    database = a_store(path)
    for table in ("tags", "articles", "done"):
        database.documents(table).insert(Document({"id": table, "revision": "1"}, 7))
    database.close()
    with TinyDB(path, encoding="utf-8") as stock:
        stock.table("tags").update({"name": "theirs"}, doc_ids=[7])
        stock.table("articles").update({"title": "theirs"}, doc_ids=[7])
        stock.table("done").remove(doc_ids=[7])
    database = Database(path)
    assert [notice.parameters["count"] for notice in database.storage.notices] == [3]
    assert database.documents("tags").get(doc_id=7) == {"id": "tags", "revision": "1", "name": "theirs"}
    assert len(database.documents("conflicts")) == 0


def test_what_only_other_programs_can_write_is_mended(path):
    a_store(path).close()
    with TinyDB(path) as stock:
        stock.insert(Document({"id": "\ud800", "article_id": "字", "share": float("nan")}, 9))
    database = Database(path)
    assert database.get(doc_id=9) == {"id": "\ufffd", "article_id": "字", "share": None}
    database.insert(Document({"id": 10}, 10))
    assert len(rows(path)) == 5


def test_what_stock_tinydb_changed_under_an_open_journal_is_merged_by_id(path):
    database = a_store(path)
    database.storage.compact()
    database.update({"id": "ours"}, doc_ids=[1])
    with TinyDB(path, encoding="utf-8") as stock:
        stock.update({"id": "theirs"}, doc_ids=[1])
        stock.update({"id": "theirs"}, doc_ids=[2])
    assert database.storage.changed()
    database.storage.refresh()
    assert {row.doc_id: row["id"] for row in database} == {1: "ours", 2: "theirs", 3: 3}
    assert sorted(str(row["id"]) for row in database.documents("conflicts")) == ["1", "2", "theirs"]


def test_a_store_of_a_newer_version_is_read_but_never_written(path):
    a_store(path).close()
    content = json.loads(path.read_text(encoding="utf-8"))
    content["_reader"]["1"]["schema"] = 2
    path.write_text(json.dumps(content))
    before = path.read_bytes()
    database = Database(path)
    assert len(database) == 3
    assert "newer" in database.storage.read_only
    with pytest.raises(ReaderError) as caught:
        database.insert({"id": 4})
    assert caught.value.code == "store-read-only"
    database.close()
    assert path.read_bytes() == before


def test_a_store_of_an_older_version_is_migrated_with_a_backup(path):
    with TinyDB(path, encoding="utf-8") as stock:
        stock.insert({"id": "x", "article_id": "y"})
    old = path.read_bytes()
    database = Database(path)
    database.insert({"id": "z", "article_id": "y"})
    database.close()
    [backup] = Places(path).kept_backups()
    assert gzip.decompress(backup.read_bytes()) == old
    assert [row["id"] for row in Database(path)] == ["x", "z"]


def test_a_snapshot_that_was_put_back_does_not_take_up_a_newer_journal(path):
    database = a_store(path)
    database.storage.compact()
    kept = path.read_bytes()
    database.storage.compact()
    database.insert(Document({"id": 4}, 4))
    path.write_bytes(kept)
    again = Database(path)
    assert sorted(row.doc_id for row in again) == [1, 2, 3]
    assert "store-journal-left-over" in [notice.code for notice in again.storage.notices]
    again.insert(Document({"id": 5}, 5))
    again.close()
    assert sorted(rows(path)) == [1, 2, 3, 5]
    assert b'"id":4' in b"".join(gzip.decompress(file.read_bytes()) for file in Places(path).archives().values())


@pytest.fixture
def full_disk():
    """Says how large files may grow; more room is given when the test is over."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_loses_nothing_and_saving_goes_on_once_there_is_room(path, full_disk):
    database = a_store(path)
    full_disk(Places(path).journal(1).stat().st_size + 40)
    with pytest.raises(OSError, match="large"):
        database.insert(Document({"id": "x" * 100}, 4))
    assert len(database) == 3
    assert sorted(rows(path)) == [1, 2, 3]
    full_disk(resource.RLIM_INFINITY)
    database.insert(Document({"id": "x" * 100}, 4))
    assert sorted(rows(path)) == [1, 2, 3, 4]
    assert Database(path).storage.notices == []


def test_a_disk_too_full_to_compact_is_told_and_loses_nothing(path, full_disk):
    database = a_store(path, 30)
    full_disk(300)
    database.close()
    full_disk(resource.RLIM_INFINITY)
    assert [notice.code for notice in database.storage.notices] == ["store-not-compacted"]
    assert len(rows(path)) == 30
    assert not list(path.parent.glob("*.tmp"))
