"""Finding the files of articles, and reading them: the only room of this floor that touches the disk.

What reads them is imported when the first is read: whoever only lists files need not wait for it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles.article import Article
    from reader.articles.source import Source

SUFFIXES = frozenset((".md", ".markdown", ".html", ".htm", ".xhtml", ".txt"))
"""Endings of the files that a folder is searched for."""

_PROJECT_FILE = re.compile(
    r"(?:readme|licen[cs]e|copying|changelog|changes|history|contributing|authors|notice|security|code_of_conduct|requirements|robots)"
    r"(?:[._-].*)?",
    re.IGNORECASE,
)


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The articles' files: files as given, folders searched in sorted order, each file once.

    Hidden files and folders and a project's own files (README, LICENSE) are left out of folders.

    Raises:
        ReaderError: `file-missing`, `folder-without-articles`, `file-unreadable`.
    """
    return list(iter_files(paths))


def iter_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The same files one after the other: folders are searched as far as somebody asks for more.

    Raises:
        ReaderError: `file-missing` at once; the others when it comes to that folder.
    """
    for path in paths:
        if not path.exists():
            raise ReaderError("file-missing", file=path)
    return _each_once(paths)


def _each_once(paths: Sequence[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        known = len(seen)
        for file in _files_in(path) if path.is_dir() else (path,):
            if file not in seen:
                seen.add(file)
                yield file
        if len(seen) == known and path.is_dir() and not any(True for _ in _files_in(path)):
            raise ReaderError("folder-without-articles", file=path)


def _files_in(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        if error.filename == str(folder):
            raise ReaderError("file-unreadable", file=folder, reason=error.strerror or error) from error

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_article_name(name):
                yield Path(parent, name)


def is_article_name(name: str) -> bool:
    """Whether a file of a folder is an article by its name: by its ending, not hidden, no file of a project."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 (ten thousand times before the first paint)
    return suffix.lower() in SUFFIXES and not name.startswith(".") and not _PROJECT_FILE.fullmatch(stem)


def read_source(path: Path, name: str | None = None) -> Source:
    """Read and decode a file.

    Args:
        path: Where it lies.
        name: What messages and records call it; default: the path as given.

    Raises:
        ReaderError: `file-missing`, `file-unreadable`, `file-empty`, `file-not-text`.
    """
    from reader.articles.decoding import decode

    called = str(path) if name is None else name
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReaderError("file-missing", file=called) from error
    except OSError as error:
        raise ReaderError("file-unreadable", file=called, reason=error.strerror or error) from error
    return decode(data, called)


def load(path: Path) -> tuple[Source, Article]:
    """Read a file and the article in it.

    Raises:
        ReaderError: What `read_source` and `article_of` raise.
    """
    from reader.articles.reading import article_of

    source = read_source(path)
    return source, article_of(source)
