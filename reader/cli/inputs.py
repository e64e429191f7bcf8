"""What commands read: files, folders, standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.decoding import decode
from reader.articles.library import find_files, load
from reader.articles.reading import article_of
from reader.cli.arguments import STDIN
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles.article import Article
    from reader.articles.source import Source


def read_article(word: str) -> tuple[Source, Article]:
    """The article of a file, or of standard input for `-`.

    Raises:
        ReaderError: It cannot be read, or is none.
    """
    if word == STDIN:
        source = decode(sys.stdin.buffer.read(), "stdin")
        return source, article_of(source)
    return load(Path(word))


def bytes_of(word: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        ReaderError: `file-missing` or `file-unreadable`.
    """
    if word == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(word).read_bytes()
    except FileNotFoundError as error:
        raise ReaderError("file-missing", file=word) from error
    except OSError as error:
        raise ReaderError("file-unreadable", file=word, reason=error.strerror or error) from error


def article_words(words: Sequence[str]) -> Iterator[str]:
    """The words of the command line with each folder replaced by the files in it.

    Raises:
        ReaderError: A path is missing, or a folder has no articles.
    """
    for word in words:
        if word == STDIN:
            yield word
        else:
            yield from map(str, find_files([Path(word)]))


def stem_of(word: str) -> str:
    """What an article is called in records: its file's stem, or `stdin`."""
    return "stdin" if word == STDIN else Path(word).stem
