"""What stands where the store should be and is none, or cannot be written: said in one line, and nothing is changed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotations.documents import to_document
from reader.annotations.repository import Repository
from reader.annotations.snapshot import SCHEMA, Snapshot, chunks
from reader.errors import ReaderError
from reader.messages import explain
from tests.annotations.examples import an_annotation

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = {
    "a picture data set": {"images": [{"id": 1}], "annotations": [{"id": 1, "bbox": [0, 0, 1, 1]}]},
    "a list": [1, 2],
    "a number": 7,
    "settings": {"theme": {"name": "dark"}},
    "another program's TinyDB": {"_default": {"1": {"name": "milk", "price": 2}}},
    "a number of 5,000 digits": {"_default": {"9" * 5000: {"id": "x", "article_id": "y"}}},
    "a number of more than 128 bits": {"_default": {str(2**128): {"id": "x", "article_id": "y"}}},
    "another program's TinyDB with string keys": {"_default": {"abc": {"id": "x", "article_id": "y"}}},
}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS.keys())
def test_somebody_elses_json_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "annotations.json"
    path.write_text(json.dumps(content))
    before = path.stat().st_mtime_ns
    with pytest.raises(ReaderError) as caught:
        Repository.open(path)
    assert caught.value.code == "store-foreign"
    assert str(path) in explain(caught.value)
    assert list(tmp_path.iterdir()) == [path]
    assert json.loads(path.read_text()) == content
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "content", [b"not json", b"", b"\x89PNG\r\n\x1a\n", b'{"_default": {', b"\xff\xfe{\x00", b"[" * 100_000]
)
def test_what_is_no_json_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "annotations.json"
    path.write_bytes(content)
    with pytest.raises(ReaderError) as caught:
        Repository.open(path)
    assert caught.value.code == "store-not-json"
    assert "\n" not in explain(caught.value)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == content


def test_a_number_beyond_all_floats_in_anothers_json_is_no_number(tmp_path):
    path = tmp_path / "annotations.json"
    document = json.dumps({**to_document(an_annotation()), "colour": ["red", "HUGE"]}).replace('"HUGE"', "1e999")
    path.write_text(f'{{"_default": {{"{an_annotation().id.int}": {document}}}}}')
    repository = Repository.open(path)
    (read,) = repository.annotations()
    assert read.extra == {"colour": ["red", None]}
    repository.save(replace(read, note="neu"))
    repository.close()
    assert Repository.open(path).annotations() == [replace(read, note="neu")]


def test_a_missing_file_is_an_empty_store_and_nothing_is_written(tmp_path):
    repository = Repository.open(tmp_path / "deep" / "annotations.json")
    assert repository.annotations() == []
    assert repository.articles() == []
    assert repository.read_only is None
    repository.close()
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_a_read_only_folder_can_be_read_but_not_saved(tmp_path):
    path = tmp_path / "annotations.json"
    writer = Repository.open(path)
    writer.save(an_annotation())
    writer.close()
    names = sorted(tmp_path.iterdir())
    tmp_path.chmod(0o555)
    try:
        repository = Repository.open(path)
        assert repository.annotations() == [an_annotation()]
        assert "read-only" in (repository.read_only or "")
        with pytest.raises(ReaderError) as caught:
            repository.save(an_annotation(2))
        assert caught.value.code == "store-read-only"
        with pytest.raises(ReaderError):
            repository.delete(an_annotation().id)
        repository.close()
        assert sorted(tmp_path.iterdir()) == names
    finally:
        tmp_path.chmod(0o755)


def test_a_read_only_file_can_be_read_but_not_saved(tmp_path):
    path = tmp_path / "annotations.json"
    writer = Repository.open(path)
    writer.save(an_annotation())
    writer.close()
    path.chmod(0o444)
    repository = Repository.open(path)
    assert repository.annotations() == [an_annotation()]
    with pytest.raises(ReaderError) as caught:
        repository.save(an_annotation(2))
    assert caught.value.code == "store-read-only"


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path):
    with pytest.raises(ReaderError) as caught:
        Repository.open(tmp_path)
    assert caught.value.code == "store-unreadable"


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReaderError) as caught:
        Repository.open(tmp_path / "file" / "annotations.json").save(an_annotation())
    assert caught.value.code in ("store-unreadable", "store-read-only")


UNREADABLE = [
    b"[1]",
    b'"text"',
    b"no JSON",
    b'{"id":',
    b"[" * 5000,
    b'{"id":"\xff"}',
    b'{"a":' * 200 + b"1" + b"}" * 200,
]


def a_store_with(path: Path, table: str, row: bytes) -> None:
    """A store with a right checksum whose row holds no document."""
    writer = Repository.open(path)
    writer.save(an_annotation())
    writer.close()
    tables = dict(writer.database.storage.contents.copy())
    tables[table] = {**tables.get(table, {}), an_annotation(2).id.int: row}
    path.write_bytes(b"".join(chunks(Snapshot(tables, SCHEMA, 1))))


@pytest.mark.parametrize("row", UNREADABLE)
def test_a_row_that_holds_no_document_is_told_and_nothing_is_saved_over_it(tmp_path, row):
    path = tmp_path / "annotations.json"
    a_store_with(path, "_default", row)
    repository = Repository.open(path)
    assert repository.annotations() == [an_annotation()]
    assert [(one.code, one.parameters["file"]) for one in repository.notices] == [("store-annotation-invalid", path)]
    with pytest.raises(ReaderError, match="store-row-unreadable") as caught:
        repository.save(an_annotation(2))
    assert str(path) in explain(caught.value)
    repository.save(an_annotation(3))
    repository.close()
    assert row in path.read_bytes()
    assert len(Repository.open(path).annotations()) == 2


def test_a_check_names_the_rows_of_other_tables_that_hold_no_document(tmp_path):
    path = tmp_path / "annotations.json"
    a_store_with(path, "conflicts", b"[1]")
    (problem,) = Repository.open(path).check().problems
    assert explain(problem).startswith(f"{path}: row {an_annotation(2).id.int} of table conflicts holds no document")


@pytest.mark.parametrize(
    "header", [b'"schema":1,"generation":-3', b'"schema":1,"generation":1' + b"0" * 40, b'"schema":"1","generation":1',
               b'"schema":' + b"[" * 5000 + b',"generation":1', b'"schema":1,"generation":1e999'],
)  # fmt: skip
def test_a_first_line_that_we_would_not_write_is_damage(tmp_path, header):
    path = tmp_path / "annotations.json"
    a_store_with(path, "_default", b"{}")
    _, body = path.read_bytes().split(b"\n", 1)
    path.write_bytes(b'{"_reader":{"1":{%s,"complete":true,"bytes":9,"crc":"0"}},\n%s' % (header, body))
    before = path.read_bytes()
    with pytest.raises(ReaderError, match="store-damaged") as caught:
        Repository.open(path)
    assert "\n" not in explain(caught.value)
    assert path.read_bytes() == before
