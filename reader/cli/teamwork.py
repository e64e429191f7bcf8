"""`reader annotations merge|conflicts|agree`: working with the stores of others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from reader.annotations.agreement import agreement
from reader.annotations.annotation import Verdict
from reader.annotations.documents import to_document
from reader.annotations.joining import join_files
from reader.annotations.repository import Repository
from reader.cli.outputs import headings, json_line, print_table, terminal_width
from reader.cli.refusals import complain
from reader.desk.act import quote_of
from reader.errors import ReaderError, UsageError
from reader.languages import tag_shown, tags_shown
from reader.messages import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from reader.annotations.agreement import Agreement, Disagreement, Score
    from reader.annotations.annotation import Annotation
    from reader.annotations.joining import Joined


def merge(repository: Repository, files: Sequence[str], cwd: Path) -> int:
    """Take over what other stores hold, after a backup; what nobody can decide but a person is listed."""
    others = [_opened(cwd / file) for file in files]
    if not others:
        raise UsageError("annotations-usage", words="merge")
    told = len(repository.notices)
    if repository.path.exists():
        print(say("store-backed-up", file=repository.backup()))
    for file, other in zip(files, others, strict=True):
        _tell(repository.join(other), file)
    if repository.conflicts():
        print(say("merge-conflicts-wait"), file=sys.stderr)
    repository.close()
    complain(*repository.notices[told:])
    return 0


def merge_files(files: Sequence[str], cwd: Path) -> int:
    """Join the second of two main files into the first one, as git asks a merge driver to."""
    if len(files) != 2:
        raise UsageError("annotations-usage", words="merge-driver")
    joined = join_files(cwd / files[0], cwd / files[1])
    if joined.new_conflicts:
        print(say("merge-conflicts-wait"), file=sys.stderr)
    return 0


def conflicts(repository: Repository, options: argparse.Namespace) -> int:
    """List the revisions that wait for a decision, beside those that stand."""
    waiting = repository.conflicts()
    if options.json or not sys.stdout.isatty():
        for other in waiting:
            present = repository.get(other.id)
            print(json_line({"present": to_document(present) if present else None, "waiting": to_document(other)}))
        return 0
    rows = [
        (one.id.hex[:13], quote_of(one), _said(repository.get(one.id)), one.annotator, _said(one)) for one in waiting
    ]
    shown = headings("id", "quote", "stands", "who-else", "says")
    print_table(sys.stdout, shown, rows, terminal_width())
    return 0


def agree(files: Sequence[str], options: argparse.Namespace, cwd: Path) -> int:
    """Say how far two annotators agree, and on what they do not."""
    if len(files) != 2:
        raise UsageError("annotations-usage", words="agree")
    first, second = (_opened(cwd / file).annotations() for file in files)
    found = agreement(first, second)
    if options.json:
        print(json_line(_record(found)))
        return 0
    print(say("agreement-texts", texts=found.texts, apart=found.apart))
    rows = [
        (say("agreement-all"), *_cells(found.spans)),
        *((tag_shown(tag), *_cells(score)) for tag, score in found.tags.items()),
    ]
    shown = headings("tag", "first", "second", "exact-f1", "overlapping-f1")
    print_table(sys.stdout, shown, rows, terminal_width())
    kappa = "–" if found.kappa is None else f"{found.kappa:.2f}"
    print(say("agreement-kappa", kappa=kappa, pairs=found.pairs))
    listed = [_row(one) for one in found.disagreements]
    if listed:
        print_table(sys.stdout, headings("on", "article", "first", "second"), listed, terminal_width())
    return 0


def _opened(path: Path) -> Repository:
    if not path.is_file():
        raise ReaderError("file-missing", file=path)
    return Repository.open(path)


def _tell(joined: Joined, file: str) -> None:
    print(say(
        "merged", file=file, added=joined.added, changed=joined.changed, deleted=joined.deleted,
        conflicts=joined.new_conflicts, tags=joined.tags, marks=joined.marks,
    ))  # fmt: skip


def _said(annotation: Annotation | None) -> str:
    if annotation is None:
        return say("revision-deleted")
    unchecked = annotation.verdict is Verdict.UNCHECKED
    verdict = "" if unchecked else say(f"verdict-{annotation.verdict.value}")
    return " ".join(word for word in [tags_shown(annotation.tags), verdict, annotation.note] if word)


def _cells(score: Score) -> tuple[str, ...]:
    figures = (score.exact_f1, score.overlapping_f1)
    return str(score.first), str(score.second), *("–" if one is None else f"{one:.3f}" for one in figures)


def _row(one: Disagreement) -> tuple[str, ...]:
    known = one.first or one.second
    assert known is not None
    return (
        say("comma").join(say(f"difference-{kind}") for kind in one.kinds), known.provenance.file,
        *("–" if side is None else f"{quote_of(side)} {_said(side)}".strip() for side in (one.first, one.second)),
    )  # fmt: skip


def _record(found: Agreement) -> dict[str, Any]:
    return {
        "texts": found.texts, "apart": found.apart, "spans": _score_record(found.spans),
        "tags": {tag: _score_record(score) for tag, score in found.tags.items()},
        "verdicts": {"pairs": found.pairs, "kappa": found.kappa},
        "disagreements": [
            {
                "on": list(one.kinds),
                "first": to_document(one.first) if one.first else None,
                "second": to_document(one.second) if one.second else None,
            }
            for one in found.disagreements
        ],
    }  # fmt: skip


def _score_record(score: Score) -> dict[str, Any]:
    return {
        "first": score.first, "second": score.second, "exact": score.exact, "overlapping": score.overlapping,
        "exact_f1": score.exact_f1, "overlapping_f1": score.overlapping_f1,
    }  # fmt: skip
