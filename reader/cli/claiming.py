"""`reader claims`: the numeric claims of articles."""

from __future__ import annotations

import gc
import sys
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from reader.articles.conversion import in_script
from reader.claims.of_article import claims_of
from reader.claims.records import FIELDS, claim_lines, claim_record
from reader.cli.arguments import STDIN
from reader.cli.inputs import article_words, read_article, stem_of
from reader.cli.outputs import fields, output, print_table, terminal_width
from reader.cli.progress import watching
from reader.cli.refusals import complain
from reader.errors import ReaderError
from reader.languages import chosen
from reader.paths import default_store
from reader.text.script import Script

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.claims.claim import Claim

T = TypeVar("T")

_HEADINGS = ("article", "exact", "value", "unit", "kind", "bound", "change", "status", "period", "indicator")

_LOOKED_THROUGH = 50_000
"""Objects made between two searches for cycles: records hold none, and looking through a hundred thousand takes long."""

_LINES = 200
"""Lines that are written at once."""


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """Print the claims of files and folders; 1 where a file could not be read."""
    to_terminal = options.output is None and sys.stdout.isatty()
    form = options.format or _format_of(options.output) or ("table" if to_terminal else "jsonl")
    if options.output is not None:
        from reader.desk.exporting import refuse_store  # what exports takes as long to load as a short article

        refuse_store(options.annotations or default_store(cwd), options.output)
    failures: list[ReaderError] = []
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    with output(options.output, force=options.force, encoding=encoding) as out:
        if form == "jsonl":
            out.writelines(_of_all(_lines, options, failures))
        elif form == "csv":
            from reader.exchange.comma_separated import write_table

            records = _of_all(_records, options, failures)
            write_table(out, list(FIELDS), ([record[column] for column in FIELDS] for record in records))
        else:
            records = _of_all(_records, options, failures)
            rows = [[_shown(name, record[name]) for name in _HEADINGS] for record in records]
            print_table(out, fields(*_HEADINGS), rows, terminal_width() if to_terminal else 120)
    complain(*failures)
    return 1 if failures else 0


def _shown(field: str, value: object) -> object:
    """What a cell of the table for people shows: in English what the record says, else what the language calls that."""
    if chosen() == "en" or not isinstance(value, str):
        return value
    from reader.desk.claim_list import word_of

    return word_of(field, value)


def _format_of(target: Path | None) -> str | None:
    """The format that the name of a file asks for."""
    return {".csv": "csv", ".jsonl": "jsonl"}.get(target.suffix.lower()) if target else None


def _of_all(
    told: Callable[[Iterable[Claim], str, str], Iterator[T]], options: argparse.Namespace, failures: list[ReaderError]
) -> Iterator[T]:
    """What is told of the claims of each article in turn; what cannot be read is put down as a failure.

    Args:
        told: Makes it of the claims, the article's name and its content id.
        options: Of the command line.
        failures: Where failures are put down.
    """
    words = list(article_words(options.paths))
    find = partial(_of_file, told, script=options.script, date=options.date)
    with watching(len(words), beside=options.output is None) as shown:
        if options.jobs > 1 and STDIN not in words:
            from concurrent.futures import ProcessPoolExecutor

            with ProcessPoolExecutor(min(options.jobs, len(words))) as pool:
                yield from _flat(shown(pool.map(partial(_gathered, find), words, chunksize=4)), failures)
        else:
            yield from _flat(shown(map(find, words)), failures)


def _flat(answers: Iterable[Iterable[T] | ReaderError], failures: list[ReaderError]) -> Iterator[T]:
    for answer in answers:
        if isinstance(answer, ReaderError):
            failures.append(answer)
        else:
            yield from answer


def _gathered(find: Callable[[str], Iterable[T] | ReaderError], word: str) -> Sequence[T] | ReaderError:
    """In a process of its own: all that is told of one article."""
    told = find(word)
    return told if isinstance(told, ReaderError) else list(told)


def _of_file(
    told: Callable[[Iterable[Claim], str, str], Iterator[T]], word: str, *, script: str, date: str | None
) -> Iterator[T] | ReaderError:
    """What is told of the claims of one article, or why it cannot be read."""
    gc.set_threshold(_LOOKED_THROUGH)
    try:
        _, article = read_article(word)
    except ReaderError as error:
        return error
    if script != "original":
        article = in_script(article, Script(script))
    return told(claims_of(article, date), stem_of(word), article.content_id)


def _records(claims: Iterable[Claim], name: str, content_id: str) -> Iterator[dict[str, Any]]:
    return (claim_record(claim, name, content_id) for claim in claims)


def _lines(claims: Iterable[Claim], name: str, content_id: str) -> Iterator[str]:
    """The records as lines of JSON, many at a time: each that is written costs something."""
    lines = claim_lines(claims, name, content_id)
    return iter(lambda: "".join(islice(lines, _LINES)), "")
