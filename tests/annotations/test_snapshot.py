from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from reader.annotations.encoding import encoded
from reader.annotations.snapshot import SCHEMA, Snapshot, chunks, read
from reader.errors import ReaderError

DOCUMENTS = st.dictionaries(
    st.text(st.characters(codec="utf-8"), max_size=8), st.text(st.characters(codec="utf-8"), max_size=20), max_size=3
)
TABLES = st.dictionaries(
    st.sampled_from(["_default", "articles", "7", '"{', "表"]),
    st.dictionaries(st.integers(1, 2**128 - 1), DOCUMENTS.map(encoded), max_size=4),
    max_size=3,
)


def written(tables, generation=3):
    return b"".join(chunks(Snapshot(tables, SCHEMA, generation, complete=False)))


@given(TABLES)
def test_what_was_written_is_read_again_and_is_plain_json(tmp_path_factory, tables):
    path = tmp_path_factory.getbasetemp() / "round_trip.json"
    path.write_bytes(written(tables))
    found = read(path)
    assert found == Snapshot(tables or {"_default": {}}, SCHEMA, 3, complete=False)
    plain = json.loads(path.read_bytes())
    for name, rows in tables.items():
        assert plain[name] == {str(number): json.loads(document) for number, document in rows.items()}


def test_each_document_has_a_line_of_its_own(tmp_path):
    lines = written({"_default": {2: b'{"b":1}', 1: b'{"a":1}'}}).decode().split("\n")
    assert lines[1:] == ['"_default":{', '"1":{"a":1},', '"2":{"b":1}', "}}"]


def test_stock_tinydb_reads_it(tmp_path):
    path = tmp_path / "s.json"
    path.write_bytes(written({"_default": {2**127: '{"字":1}'.encode()}, "articles": {1: b"{}"}}))
    with TinyDB(path, encoding="utf-8") as stock:
        assert [(row.doc_id, dict(row)) for row in stock.all()] == [(2**127, {"字": 1})]


@given(st.data())
def test_a_flipped_bit_is_always_noticed(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "flipped.json"
    raw = bytearray(
        written({"_default": {5: '{"note":"规模以上"}'.encode(), 6: b'{"note":"x"}'}, "articles": {1: b'{"u":"y"}'}})
    )
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(raw)
    try:
        found = read(path)
    except ReaderError:
        return
    assert found is not None
    whole = Snapshot(
        {"_default": {5: '{"note":"规模以上"}'.encode(), 6: b'{"note":"x"}'}, "articles": {1: b'{"u":"y"}'}}, SCHEMA, 3
    )
    assert found.foreign or found.generation == 0 or found.tables == whole.tables


def test_a_snapshot_that_was_cut_is_damaged(tmp_path):
    path = tmp_path / "s.json"
    raw = written({"_default": {5: b'{"note":"x"}'}})
    for cut in range(1, len(raw) - 1):
        path.write_bytes(raw[:cut])
        with pytest.raises(ReaderError) as caught:
            read(path)
        assert caught.value.code in ("store-damaged", "store-not-json")


def test_no_file_is_no_snapshot(tmp_path):
    assert read(tmp_path / "none.json") is None


def test_what_json_cannot_say_is_refused():
    for value in (float("nan"), "\ud800"):
        with pytest.raises(ValueError):  # noqa: PT011 - json and UTF-8 each say it in their own words
            encoded({"x": value})
