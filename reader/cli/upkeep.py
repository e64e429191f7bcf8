"""`reader annotations check|compact|backup|history|prune`: looking after the store."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from reader.annotations.annotation import AnchorStatus
from reader.annotations.documents import to_document
from reader.cli.outputs import headings, json_line, print_table, terminal_width
from reader.cli.refusals import complain
from reader.desk.act import quote_of
from reader.desk.standing import standing
from reader.errors import ReaderError, UsageError
from reader.languages import tags_shown
from reader.messages import say

if TYPE_CHECKING:
    import argparse

    from reader.annotations.annotation import Annotation
    from reader.annotations.history import HistoryEntry
    from reader.annotations.repository import Repository

_WORDS = ("check", "compact", "backup", "history", "prune")


def look_after(repository: Repository, options: argparse.Namespace) -> int:
    """Do what the words after `reader annotations` ask for; 1 where a check finds something wrong.

    Raises:
        ReaderError: It could not be done.
    """
    word, *rest = options.words
    if word not in _WORDS or len(rest) != (word in ("history", "prune")):
        raise UsageError("annotations-usage", words=" ".join(options.words))
    if word == "history":
        return _history(repository, rest[0], options)
    if word == "check":
        return _check(repository)
    if word == "compact":
        repository.compact()
        print(say("store-compacted", file=repository.path))
    elif word == "backup":
        print(say("store-backed-up", file=repository.backup()))
    else:
        print(say("store-pruned", count=repository.prune(_milliseconds(rest[0])), day=rest[0]))
    return 0


def _check(repository: Repository) -> int:
    report = repository.check()
    print(say(
        "store-checked", file=repository.path, annotations=report.annotations, articles=report.articles,
        deleted=report.deleted, conflicts=report.conflicts, entries=report.entries, backups=len(report.backups),
    ))  # fmt: skip
    _tell_standing(repository)
    complain(*report.problems)
    return 1 if report.problems else 0


def _tell_standing(repository: Repository) -> None:
    """Say how the annotations stand on their articles as these are now, one line for each that nobody has decided on yet."""
    counts: Counter[str] = Counter()
    for annotation, placed, text in standing(repository, repository.annotations()):
        settled = placed is not None and placed.settled
        counts["gone" if placed is None else "settled" if settled else placed.status] += 1
        if placed is not None and not settled and placed.status is not AnchorStatus.OK:
            now = "" if placed.start is None else text[placed.start : placed.end]
            print(say(
                "standing-now" if now else "standing-lost", status=placed.status, id=annotation.id.hex[:13],
                file=annotation.provenance.file, quote=quote_of(annotation), now=now,
            ))  # fmt: skip
    words = {status.name.lower(): counts[status] for status in AnchorStatus}
    print(say("standing", **words, settled=counts["settled"], gone=counts["gone"]))


def _history(repository: Repository, word: str, options: argparse.Namespace) -> int:
    annotation_id = _id_of(repository, word)
    entries = repository.history(annotation_id)
    if not entries:
        present = repository.get(annotation_id) is not None
        raise ReaderError("history-forgotten" if present else "no-such-annotation", id=word)
    if options.json or not sys.stdout.isatty():
        for entry in entries:
            print(json_line({
                "at": _time(entry), "by": entry.by, "act": entry.act, "undo": entry.is_undo, "redo": entry.is_redo,
                "before": to_document(entry.before) if entry.before else None,
                "after": to_document(entry.after) if entry.after else None,
            }))  # fmt: skip
        return 0
    rows = [(_time(entry), entry.by, _act(entry), _state(entry.before), _state(entry.after)) for entry in entries]
    print_table(sys.stdout, headings("when", "who", "what", "before", "after"), rows, terminal_width())
    return 0


def _id_of(repository: Repository, word: str) -> UUID:
    """The annotation whose id begins with a word, also one that was deleted."""
    try:
        return UUID(word)
    except ValueError:
        start = word.replace("-", "").lower()
    found = [one.id for one in repository.annotations() if len(start) >= 4 and one.id.hex.startswith(start)]
    if len(found) != 1:
        raise ReaderError("no-such-annotation" if not found else "many-such-annotations", id=word)
    return found[0]


def _time(entry: HistoryEntry) -> str:
    return datetime.datetime.fromtimestamp(entry.at / 1000).astimezone().isoformat(timespec="seconds")


def _act(entry: HistoryEntry) -> str:
    prefix = say("history-undone") if entry.is_undo else say("history-redone") if entry.is_redo else ""
    return prefix + entry.act


def _state(annotation: Annotation | None) -> str:
    if annotation is None:
        return "—"
    return f"{tags_shown(annotation.tags)} {annotation.note}".strip()


def _milliseconds(word: str) -> int:
    try:
        day = datetime.datetime.fromisoformat(word).astimezone()
    except ValueError as error:
        raise UsageError("no-date", word=word) from error
    return int(day.timestamp() * 1000)
