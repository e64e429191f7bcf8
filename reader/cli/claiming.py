"""`reader claims`: the numeric claims of articles."""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.articles.conversion import in_script
from reader.claims.of_article import claims_of
from reader.claims.records import FIELDS, claim_record
from reader.cli.arguments import STDIN
from reader.cli.inputs import article_words, read_article, stem_of
from reader.cli.outputs import json_line, output, print_table, terminal_width
from reader.cli.progress import watching
from reader.desk.exporting import refuse_store
from reader.errors import ReaderError
from reader.exchange.comma_separated import write_table
from reader.messages import explain
from reader.paths import default_store
from reader.text.script import Script

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_HEADINGS = ("article", "exact", "value", "unit", "kind", "bound", "change", "status", "period", "indicator")


_LOOKED_THROUGH = 50_000
"""Objects made between two searches for cycles: records hold none, and looking through a hundred thousand takes long."""


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """Print the claims of files and folders; 1 where a file could not be read."""
    to_terminal = options.output is None and sys.stdout.isatty()
    form = options.format or _format_of(options.output) or ("table" if to_terminal else "jsonl")
    if options.output is not None:
        refuse_store(options.annotations or default_store(cwd), options.output)
    failures: list[ReaderError] = []
    records = _records(options, failures)
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    with output(options.output, force=options.force, encoding=encoding) as out:
        if form == "jsonl":
            for record in records:
                out.write(json_line(record) + "\n")
        elif form == "csv":
            columns = list(FIELDS)
            write_table(out, columns, ([record[column] for column in columns] for record in records))
        else:
            rows = [[record[heading] for heading in _HEADINGS] for record in records]
            print_table(out, _HEADINGS, rows, terminal_width() if to_terminal else 120)
    for failure in failures:
        print(f"reader: {explain(failure)}", file=sys.stderr)
    return 1 if failures else 0


def _format_of(target: Path | None) -> str | None:
    """The format that the name of a file asks for."""
    return {".csv": "csv", ".jsonl": "jsonl"}.get(target.suffix.lower()) if target else None


def _records(options: argparse.Namespace, failures: list[ReaderError]) -> Iterator[dict[str, Any]]:
    """The claims of each article in turn; what cannot be read is put down as a failure."""
    words = list(article_words(options.paths))
    find = partial(_claims_of_file, script=options.script, date=options.date)
    with watching(len(words), beside=options.output is None) as shown:
        if options.jobs > 1 and STDIN not in words:
            with ProcessPoolExecutor(min(options.jobs, len(words))) as pool:
                yield from _flat(shown(pool.map(find, words, chunksize=4)), failures)
        else:
            yield from _flat(shown(map(find, words)), failures)


def _flat(
    answers: Iterable[list[dict[str, Any]] | ReaderError], failures: list[ReaderError]
) -> Iterator[dict[str, Any]]:
    for answer in answers:
        if isinstance(answer, ReaderError):
            failures.append(answer)
        else:
            yield from answer


def _claims_of_file(word: str, *, script: str, date: str | None) -> list[dict[str, Any]] | ReaderError:
    """The records of one article, or why it cannot be read; also called in processes of their own."""
    gc.set_threshold(_LOOKED_THROUGH)
    try:
        _, article = read_article(word)
    except ReaderError as error:
        return error
    if script != "original":
        article = in_script(article, Script(script))
    name = stem_of(word)
    return [claim_record(claim, name, article.content_id) for claim in claims_of(article, date)]
