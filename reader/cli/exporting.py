"""`reader export`: annotations for other programs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.annotations.repository import Repository
from reader.cli.outputs import STDOUT, may_replace, standard_output
from reader.cli.progress import watching
from reader.cli.refusals import complain
from reader.desk.exporting import Order, export_to, left_out_words, schema_of, write_export, write_schema
from reader.desk.selection import Selection, size_of
from reader.errors import ReaderError, UsageError
from reader.exchange.columns import columns_named
from reader.exchange.registry import DEFAULT, format_named, format_of_file
from reader.messages import say
from reader.paths import default_store

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from reader.exchange.format import Format


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """Write the chosen annotations, and say on stderr how many, and what the format could not hold."""
    target: Path | None = None if options.output == STDOUT else options.output
    order = _order_of(options, target)
    repository = Repository.open(options.annotations or default_store(cwd))
    with watching(size_of(repository), beside=target is None) as watched:
        if target is None:
            with standard_output() as out:
                done = write_export(repository, order, out, watched)
        else:
            replace = may_replace(target, force=options.force)
            if options.schema and not replace and os.path.exists(schema_of(target)):  # noqa: PTH110 - of any length
                raise ReaderError("target-exists", file=schema_of(target))
            done = export_to(repository, order, target, replace=replace, watched=watched)
            if options.schema:
                write_schema(order, target, done, replace=replace)
    complain(*repository.notices)
    if target is not None:
        print(say("exported", count=done.count, file=target), file=sys.stderr)
    if words := left_out_words(order, done):
        print(words, file=sys.stderr)
    return 0


def _order_of(options: argparse.Namespace, target: Path | None) -> Order:
    """What the options ask for.

    Raises:
        UsageError: They do not go together.
    """
    form = _format_of(options, target)
    if options.columns is not None and not form.is_table:
        raise UsageError("format-without-columns", format=form.word)
    if options.schema and (form.word != "csv" or target is None):
        raise UsageError("schema-without-table")
    if target is None and not form.is_text and sys.stdout.isatty():
        raise UsageError("format-not-for-terminals", format=form.word)
    return Order(
        format=form,
        selection=Selection(
            article=options.article,
            tag=options.tag,
            verdict=options.verdict,
            kind=options.kind,
            date=options.date,
            modified=options.modified,
            text=options.text,
        ),
        columns=columns_named(options.columns or "full"),
        encoding=options.encoding,
    )


def _format_of(options: argparse.Namespace, target: Path | None) -> Format:
    """The format that is named, else that of the target's name, else the default."""
    if options.format is not None:
        return format_named(options.format)
    return (format_of_file(target.name) if target else None) or format_named(DEFAULT)
