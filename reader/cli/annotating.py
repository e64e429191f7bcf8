"""`reader annotations`: what was annotated, and looking after it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.annotations.documents import to_document
from reader.annotations.repository import Repository
from reader.cli.outputs import headings, json_line, print_table, terminal_width
from reader.cli.refusals import complain
from reader.cli.teamwork import agree, conflicts, merge, merge_files
from reader.cli.upkeep import look_after
from reader.desk.desk import annotator_of
from reader.desk.selection import selected
from reader.languages import tag_shown
from reader.messages import say
from reader.paths import default_store, settings_file
from reader.settings import read_settings

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from reader.annotations.annotation import Annotation

_HEADINGS = ("id", "article", "quote", "tags", "verdict", "note", "modified")


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """List annotations as a table on a terminal, else as JSON lines; or do what the words after it say."""
    store = options.annotations or default_store(cwd)
    if options.words == ["recover"]:
        print(say("store-recovered", file=store, copy=Repository.recover(store)))
        return 0
    word, *rest = options.words or ("",)
    if word in ("agree", "merge-driver"):
        return agree(rest, options, cwd) if word == "agree" else merge_files(rest, cwd)
    repository = Repository.open(store, annotator=annotator_of(read_settings(settings_file())))
    complain(*repository.notices)
    if word == "merge":
        return merge(repository, rest, cwd)
    if options.words == ["conflicts"]:
        return conflicts(repository, options)
    if options.words:
        return look_after(repository, options)
    told = len(repository.notices)
    chosen = selected(repository.annotations(), tag=options.tag, article=options.article)
    complain(*repository.notices[told:])
    if options.json or not sys.stdout.isatty():
        for annotation in chosen:
            print(json_line(to_document(annotation)))
        return 0
    print_table(sys.stdout, headings(*_HEADINGS), map(_row, chosen), terminal_width())
    return 0


def _row(annotation: Annotation) -> tuple[str, ...]:
    return (
        annotation.id.hex[:13],
        annotation.provenance.title,
        annotation.target.exact if annotation.target else "",
        " ".join(map(tag_shown, annotation.tags)),
        say(f"verdict-{annotation.verdict.value}"),
        annotation.note,
        annotation.modified[:16],
    )
