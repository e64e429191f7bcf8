"""`reader export`: annotations for other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.annotations.repository import Repository
from reader.cli.outputs import output
from reader.desk.selection import selected
from reader.errors import ReaderError
from reader.exchange.columns import columns_named, row_of
from reader.exchange.comma_separated import write_table
from reader.messages import say
from reader.paths import default_store

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """Write the chosen annotations, one row each."""
    columns = columns_named(options.columns)
    store = options.annotations or default_store(cwd)
    if options.output is not None and options.output.absolute() == store.absolute():
        raise ReaderError("target-is-store", file=options.output)
    chosen = selected(Repository.open(store).annotations(), tag=options.tag, article=options.article)
    with output(options.output, force=options.force, encoding=options.encoding) as out:
        count = write_table(out, columns, (row_of(annotation, columns) for annotation in chosen))
    if options.output is not None:
        print(say("exported", count=count, file=options.output), file=sys.stderr)
    return 0
