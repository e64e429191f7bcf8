"""Stores that somebody edited so that the checksums are right: told in a line, never a traceback, and nothing lost."""

from __future__ import annotations

import gzip
import shutil
from functools import partial
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from reader.annotations.annotation import Verdict
from reader.annotations.encoding import is_document
from reader.annotations.repository import Repository
from reader.annotations.table_names import ANNOTATIONS
from reader.desk import annotation_list, many_acts, tagging
from reader.desk.desk import Desk
from reader.errors import ReaderError
from reader.messages import explain
from reader.settings import read_settings
from tests.annotations.examples import Clock, an_annotation, identifier, revised
from tests.annotations.forging import GENERATION, forged, good_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Run

READING = (
    ("annotations", "--json"), ("annotations", "check"), ("annotations", "conflicts", "--json"),
    ("annotations", "history", str(identifier(1)), "--json"), ("annotations", "--tag", "money", "--json"),
    *(("export", "--format", form) for form in ("csv", "html", "jsonl", "jsonld", "markdown")),
    ("export", "--text", "标题", "--date", "2022"), ("config",),
)  # fmt: skip
"""What only reads."""

PART = 30
"""So many stores are tried out in each run of the suite."""


def try_out(seed: int, run: Run, folder: Path) -> None:
    """Make a store, change it by hand, and do everything with it."""
    folder.mkdir()
    path = folder / "annotations.json"
    change, store = forged(good_store(path), Random(seed))
    store.write(path)
    before = files_of(folder)
    try:
        for words in READING:
            ran = run(*words, "--annotations", path)
            assert ran.code in (0, 1)
            assert ran.code == 0 or ran.err
            assert "Traceback" not in ran.err
        told(lambda: look_at(path))
        assert files_of(folder) == before, "reading has written something"
        told(lambda: join_with(path, folder / "other.json"))
        told(lambda: work_on(path))
        after = [gzip.decompress(raw) if name.endswith(".gz") else raw for name, raw in files_of(folder).items()]
        for name in ("annotations.json", f"annotations.json.j{GENERATION:06}"):
            assert any(before[name] in raw for raw in after), f"{name} is gone"
        main = path.read_bytes()
        for raw in store.left_alone():
            assert is_document(raw) or raw in main, "a row that cannot be read was overwritten"
    except BaseException as error:
        error.add_note(f"{seed}: {change}")
        raise
    shutil.rmtree(folder)


def files_of(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, but for what locks it."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def told(work: Callable[[], object]) -> None:
    """Do something that may be refused, in a line."""
    try:
        work()
    except ReaderError as error:
        assert "\n" not in explain(error)  # noqa: PT017


def look_at(path: Path) -> None:
    """Look at what a store holds, as the app does."""
    repository = Repository.open(path, annotator="李", clock=Clock())
    desk = Desk((), repository, read_settings(path.with_name("settings.toml")), "李")
    article = {"content_id": "0123456789abcdef", "url": None, "path": "/news/a.md", "title": "标题"}
    for work in (
        desk.tags, desk.tag_uses, repository.articles, repository.conflicts, repository.counts, repository.check,
        partial(repository.annotations, identifier(0)), partial(repository.articles_titled, "标题"),
        partial(repository.article_for, **article), partial(repository.history, identifier(1)), partial(_read_table, desk),
        partial(repository.is_done, identifier(0)),
    ):  # fmt: skip
        told(work)
    assert all("\n" not in explain(notice) for notice in repository.notices)


def _read_table(desk: Desk) -> None:
    rows = [row for batch in annotation_list.all_listed(desk) for row in batch]
    annotation_list.ordered(annotation_list.matching(rows, "500 verdict:unchecked"), "value")
    assert all(len(row.cells) == len(annotation_list.COLUMNS) for row in rows)


def work_on(path: Path) -> None:
    """Change a store in all ways."""
    repository = Repository.open(path, annotator="李", clock=Clock())
    desk = Desk((), repository, read_settings(path.with_name("settings.toml")), "李")
    all_ids = [UUID(int=number) for number in repository.database.storage.contents.numbers(ANNOTATIONS)]
    undo, redo = partial(repository.undo, "李"), partial(repository.redo, "李")
    for work in (
        partial(repository.save, an_annotation(9)), undo, redo, undo, redo,
        partial(repository.save, revised(an_annotation(4), 900, note="vier")), partial(repository.delete, identifier(1)),
        partial(repository.set_done, identifier(0), done=False), partial(repository.set_done, identifier(0), done=True),
        partial(tagging.rename_tag, desk, "money", "Geld"), undo, partial(tagging.delete_tag, desk, "关键"),
        partial(tagging.make_tag, desk, "neu", 5), partial(many_acts.tag_many_now, desk, all_ids, "neu"), undo,
        partial(many_acts.judge_many_now, desk, all_ids, Verdict.CONFIRMED), partial(many_acts.delete_many_now, desk, all_ids),
        lambda: [repository.settle_conflict(one) for one in repository.conflicts()],
        *[undo] * 8, repository.refresh, repository.backup, repository.tidy, repository.compact, partial(repository.prune, 0),
    ):  # fmt: skip
        told(work)
    repository.close()
    assert all("\n" not in explain(notice) for notice in repository.notices)


def join_with(path: Path, other: Path) -> None:
    """Take a store over into a good one."""
    ours = Repository.open(other, clock=Clock())
    ours.save(an_annotation(11))
    told(lambda: ours.join(Repository.open(path, clock=Clock())))
    ours.close()
    assert Repository.open(other, clock=Clock()).get(identifier(11)) == an_annotation(11)


@pytest.mark.parametrize("seed", range(PART))
def test_a_store_that_was_edited_by_hand_is_read_or_refused_in_a_line_and_nothing_is_lost(seed, run, tmp_path):
    try_out(seed, run, tmp_path / "store")


@pytest.mark.thorough
@pytest.mark.parametrize("start", range(PART, 3_000, 270))
def test_so_are_thousands_of_them(start, run, tmp_path):
    for seed in range(start, start + 270):
        try_out(seed, run, tmp_path / "store")
