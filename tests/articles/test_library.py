"""Finding and reading the files of articles."""

from pathlib import Path

import pytest

from reader.articles.library import find_files, load, read_source
from reader.errors import ReaderError

TEXT = "园区新闻\n\n今年一季度，园区产值达到12亿元，同比增长8%。\n"


def _write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_folder_is_searched_in_sorted_order_without_hidden_and_project_files(tmp_path: Path) -> None:
    wanted = [_write(tmp_path / name) for name in ("b/2.md", "b/3.htm", "a.txt")]
    for name in ("README.md", "LICENSE.txt", ".git/x.txt", ".hidden.md", "notes.doc", "CHANGELOG.md"):
        _write(tmp_path / name)
    assert find_files([tmp_path]) == [wanted[2], wanted[0], wanted[1]]


def test_a_file_is_taken_as_given_and_only_once(tmp_path: Path) -> None:
    readme = _write(tmp_path / "README.md")
    assert find_files([readme, readme]) == [readme]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="file-missing"):
        find_files([tmp_path / "none.txt"])
    with pytest.raises(ReaderError, match="file-missing"):
        read_source(tmp_path / "none.txt")


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="folder-without-articles"):
        find_files([tmp_path])


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="file-unreadable"):
        read_source(tmp_path)


def test_the_name_given_is_the_name_in_the_record(tmp_path: Path) -> None:
    assert read_source(_write(tmp_path / "a.txt"), "stdin").name == "stdin"


def test_loading_gives_the_source_and_its_article(tmp_path: Path) -> None:
    source, article = load(_write(tmp_path / "a.txt"))
    assert source.text == TEXT
    assert article.title == "园区新闻"
    assert article.content_id == source.content_id
