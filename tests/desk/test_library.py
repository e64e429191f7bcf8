"""The library knows of ten thousand articles without having read them, and never believes what is no longer true."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from reader.articles.library import iter_files
from reader.desk.background import Background
from reader.desk.index import Index, version_of_code
from reader.desk.library import Library
from reader.errors import ReaderError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for number in range(5):
        text = f"第{number}号公告\n\n全市第{number}季度用電量達到{number + 2}00亿千瓦时，同比增长{number}%。\n\n本报记者 王明\n"
        (place / f"{number}.txt").write_text(text, "utf-8")
    (place / "5.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    return place


def index_of(tmp_path: Path, version: str = "1") -> Index:
    return Index(tmp_path / "cache" / "library.sqlite", version)


def library_of(folder: Path, index: Index | None) -> Library:
    return Library(iter_files([folder]), Background(own_process=False), index)


def read_all(library: Library) -> None:
    paths = list(library.files)
    while paths:
        paths = paths[len(library.read(paths)) :]


def replace_file(file: Path, content: bytes) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    file.with_suffix(".new").write_bytes(content)
    file.with_suffix(".new").replace(file)


def titles(library: Library, count: int = 10) -> list[str | None]:
    return [entry.facts.title if entry.facts else None for entry in library.begin(count)]


def test_names_come_first_and_the_rest_in_batches(folder: Path):
    library = library_of(folder, None)
    assert [entry.path.name for entry in library.begin(2)] == ["0.txt", "1.txt"]
    assert not any(entry.is_read for entry in library.begin(2))
    assert [entry.path.name for batch in library.batches() for entry in batch] == ["2.txt", "3.txt", "4.txt", "5.txt"]
    assert len(library.files) == 6


def test_what_was_read_once_is_known_at_the_next_start(folder: Path, tmp_path: Path):
    first = library_of(folder, index_of(tmp_path))
    assert titles(first) == [None] * 6
    read_all(first)
    entries = library_of(folder, index_of(tmp_path)).begin(10)
    assert [entry.facts.title for entry in entries if entry.facts] == [f"第{number}号公告" for number in range(5)]
    error = entries[5].error
    assert isinstance(error, ReaderError)
    assert (error.code, str(error.parameters["file"])) == ("file-not-text", str(folder / "5.txt"))


def test_counted_claims_are_known_at_the_next_start(folder: Path, tmp_path: Path):
    first = library_of(folder, index_of(tmp_path))
    first.begin(10)
    read_all(first)
    assert first.count(first.files[:1]) == [2]
    entry = library_of(folder, index_of(tmp_path)).begin(1)[0]
    assert entry.facts is not None
    assert entry.facts.claims == 2


def test_a_changed_file_is_read_again(folder: Path, tmp_path: Path):
    first = library_of(folder, index_of(tmp_path))
    first.begin(10)
    read_all(first)
    file = folder / "1.txt"
    file.write_text("新的公告\n\n全文不变。\n", "utf-8")
    os.utime(file, ns=(1, 1))
    again = library_of(folder, index_of(tmp_path))
    assert titles(again)[:3] == ["第0号公告", None, "第2号公告"]
    read_all(again)
    assert titles(library_of(folder, index_of(tmp_path)))[1] == "新的公告"


def test_another_version_of_the_program_reads_everything_anew(folder: Path, tmp_path: Path):
    first = library_of(folder, index_of(tmp_path))
    first.begin(10)
    read_all(first)
    later = library_of(folder, index_of(tmp_path, "2"))
    assert titles(later) == [None] * 6
    read_all(later)
    assert titles(library_of(folder, index_of(tmp_path, "2")))[0] == "第0号公告"


@pytest.mark.parametrize(
    "damage", [b"", b"no database at all, and long enough to be read as one" * 99], ids=["empty", "text"]
)
def test_a_damaged_index_is_made_anew(folder: Path, tmp_path: Path, damage: bytes):
    first = library_of(folder, index_of(tmp_path))
    first.begin(10)
    read_all(first)
    index = index_of(tmp_path)
    replace_file(index.file, damage)
    again = library_of(folder, index)
    assert titles(again) == [None] * 6
    read_all(again)
    assert titles(library_of(folder, index_of(tmp_path)))[0] == "第0号公告"


def test_pages_written_over_within_the_index_do_no_harm(folder: Path, tmp_path: Path):
    first = library_of(folder, index_of(tmp_path))
    first.begin(10)
    read_all(first)
    index = index_of(tmp_path)
    with sqlite3.connect(index.file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = index.file.read_bytes()
    replace_file(index.file, whole[:4096] + os.urandom(len(whole) - 4096))
    library_of(folder, index).begin(10)
    read_all(first)
    again = library_of(folder, index_of(tmp_path))
    again.begin(10)
    read_all(again)
    assert titles(library_of(folder, index_of(tmp_path)))[0] == "第0号公告"


def test_an_index_that_cannot_be_written_is_done_without(folder: Path, tmp_path: Path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    library = library_of(folder, index_of(tmp_path))
    assert titles(library) == [None] * 6
    read_all(library)


def test_words_are_found_in_all_texts_in_either_script_with_their_places(folder: Path, tmp_path: Path):
    index = index_of(tmp_path)
    library = library_of(folder, index)
    library.begin(10)
    read_all(library)
    hits, count = library.search("用电量达到", 3)
    assert (len(hits), count) == (3, 5)
    for at, hit in enumerate(hits):
        assert (hit.at, hit.title) == (at, f"第{at}号公告")
        assert [hit.written[place : place + hit.length] for place in hit.places] == ["用電量達到"]
    assert library.search("没有的词", 3) == ([], 0)
    assert library.search("  ", 3) == ([], 0)


def test_a_process_of_its_own_answers_the_same(folder: Path, tmp_path: Path):
    background = Background()
    library = Library(iter_files([folder]), background, index_of(tmp_path))
    entries = library.begin(10)
    read = library.read([entry.path for entry in entries])
    assert read[0].facts is not None
    assert read[0].facts.title == "第0号公告"
    with pytest.raises(ReaderError) as raised:
        background.ask("opened", folder / "5.txt", None)
    assert raised.value.code == "file-not-text"
    background.close()
    assert background.ask("opened", folder / "1.txt", None) is None


def test_a_folder_without_articles_is_told_where_the_list_comes_to_it(folder: Path, tmp_path: Path):
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ReaderError):
        Library(iter_files([empty]), Background(own_process=False)).begin(5)
    library = Library(iter_files([folder, empty]), Background(own_process=False))
    library.begin(2)
    assert sum(map(len, library.batches())) == 4
    assert library.error is not None
    assert library.error.code == "folder-without-articles"


def test_the_version_tells_the_code_that_reads():
    assert version_of_code() == version_of_code()
