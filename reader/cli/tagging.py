"""`reader tags`: the tags that can be given, and the acts on them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.outputs import headings, json_line, may_replace, print_table, standard_output, terminal_width
from reader.cli.refusals import complain
from reader.desk import tagging
from reader.desk.desk import open_desk
from reader.desk.tag_file import read_tags, tags_toml, write_tags
from reader.desk.tag_finding import all_tags
from reader.errors import UsageError
from reader.languages import tag_shown, translated
from reader.messages import say
from reader.paths import settings_file
from reader.settings import read_settings
from reader.tags import COLOURS, Tag, tag_record

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from reader.desk.desk import Desk

_HEADINGS = ("key", "tag", "colour", "uses", "aliases", "description")
_COUNTS = {"load": 1, "save": 1, "rename": 2, "merge": 2, "delete": 1}
"""How many words follow each."""


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """List the tags as a table on a terminal, else as JSON lines; or do what the words after it say."""
    desk = open_desk((), options.annotations, read_settings(settings_file()), cwd)
    complain(*desk.repository.notices)
    if not options.words:
        _list(desk, as_json=options.json or not sys.stdout.isatty())
        return 0
    word, *rest = options.words
    if _COUNTS.get(word) != len(rest):
        raise UsageError("tags-usage", words=" ".join(options.words))
    if word == "save":
        _save(desk, Path(rest[0]), force=options.force)
    else:
        print(_done(desk, word, rest).words)
        desk.repository.close()
    return 0


def _done(desk: Desk, word: str, rest: Sequence[str]) -> tagging.TagAct:
    if word == "load":
        return tagging.load_tags(desk, read_tags(Path(rest[0])), rest[0])
    named = [tag.name if (tag := desk.tags().called(one)) else one for one in rest]
    if word == "rename":
        return tagging.rename_tag(desk, named[0], rest[1])
    if word == "merge":
        return tagging.merge_tags(desk, *named)
    return tagging.delete_tag(desk, *named)


def _save(desk: Desk, target: Path, *, force: bool) -> None:
    tags = desk.tags()
    if target == Path("-"):
        with standard_output() as out:
            out.write(tags_toml(tags).encode())
        return
    write_tags(tags, target, replace=may_replace(target, force=force))
    print(say("tags-saved", count=len(tags.tags), file=target))


def _row(tag: Tag, uses: Mapping[str, int]) -> Sequence[object]:
    """A tag as people read it, in the language of the interface."""
    colour = say("colour-names").split()[COLOURS.index(tag.colour)]
    return (
        tag.key, tag_shown(tag.name), colour, uses.get(tag.name, 0), " ".join(tag.aliases), translated(tag.description),
    )  # fmt: skip


def _list(desk: Desk, *, as_json: bool) -> None:
    tags, uses = desk.tags(), desk.tag_uses()
    listed = all_tags(tags, uses)
    if as_json:
        for tag in listed:
            print(json_line({**tag_record(tag), "uses": uses.get(tag.name, 0), "known": tag in tags.tags}))
        return
    rows = [_row(tag, uses) for tag in listed]
    print_table(sys.stdout, headings(*_HEADINGS), rows, terminal_width())
