"""`reader list`: the articles, and what was done with them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.articles.library import find_files
from reader.claims.of_article import claims_of
from reader.cli.arguments import STDIN
from reader.cli.inputs import read_article
from reader.cli.outputs import fields, json_line, print_table, terminal_width
from reader.desk.desk import open_desk
from reader.desk.library import library_paths
from reader.errors import ReaderError
from reader.messages import explain
from reader.paths import settings_file
from reader.settings import read_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.desk.desk import Desk

_HEADINGS = ("file", "title", "date", "publisher", "characters", "claims", "annotations")


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """List articles as a table on a terminal, else as JSON lines; 1 where any of them failed to load."""
    desk = open_desk((), options.annotations, read_settings(settings_file()), cwd)
    words = options.paths or [str(path) for path in library_paths((), cwd)]
    failed = False
    records = []
    for record in _records(desk, words):
        failed |= record["error"] is not None
        if options.json or not sys.stdout.isatty():
            print(json_line(record))
        else:
            records.append(record)
    if records:
        rows = [[record["error"] if key == "title" and record["error"] else record[key] for key in _HEADINGS]
                for record in records]  # fmt: skip
        print_table(sys.stdout, fields(*_HEADINGS), rows, terminal_width())
    return 1 if failed else 0


def _records(desk: Desk, words: list[str]) -> Iterator[dict[str, Any]]:
    for word in words:
        for name in [word] if word == STDIN else map(str, find_files([Path(word)])):
            try:
                yield _record(desk, name)
            except ReaderError as error:
                yield _failed(name, error)


def _record(desk: Desk, name: str) -> dict[str, Any]:
    _, article = read_article(name)
    annotations = desk.annotations_of(article, None if name == STDIN else Path(name))
    return {
        "content_id": article.content_id,
        "file": article.file,
        "title": article.title,
        "date": article.date,
        "publisher": article.publisher,
        "script": article.script.value,
        "characters": sum(len(paragraph.text) for paragraph in article.paragraphs if paragraph.repeats is None),
        "claims": sum(not claim.repeat for claim in claims_of(article)),
        "annotations": len(annotations),
        "error": None,
    }


def _failed(name: str, error: ReaderError) -> dict[str, Any]:
    empty = dict.fromkeys(
        ("content_id", "file", "title", "date", "publisher", "script", "characters", "claims", "annotations")
    )
    return {**empty, "file": name, "error": explain(error)}
