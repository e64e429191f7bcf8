"""What the app is opened on for its pictures: files and stores, made anew in the current folder."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from shutil import copy

from reader.annotations.annotation import Verdict
from reader.annotations.repository import Repository
from reader.desk import acts
from reader.desk.desk import Desk
from reader.desk.index import Index
from reader.desk.library import Library
from reader.desk.library import _name as name_of
from reader.settings import read_settings
from tests.annotations.examples import revised

DATA = Path(__file__).parents[2] / "data"
ARTICLES = (
    DATA / "gallery" / "newtown.txt", DATA / "articles" / "harbour.txt", DATA / "articles" / "grain.txt",
    DATA / "source" / "mirror.txt",
)  # fmt: skip
START = 1_772_600_760_000
"""Milliseconds since 1970: 4 March 2026."""

STORE = Path("store") / "annotations.json"


def desk_of(files: list[Path]) -> Desk:
    """A desk whose clock goes on by a millisecond at each look, and whose randomness is a counter."""
    clock, numbers = partial(next, count(START)), count(1)
    return Desk(
        files=tuple(files),
        repository=Repository.open(STORE, annotator="tester", clock=clock, random_bits=lambda _: next(numbers)),
        settings=read_settings(Path("no-settings.toml")),
        annotator="tester",
    )


def library() -> Desk:
    """Four articles, one of them damaged, and a file that is no text."""
    STORE.parent.mkdir()
    files = [Path(copy(file, file.name)) for file in ARTICLES]
    Path("scan.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    return desk_of([*files, Path("scan.txt")])


def indexed() -> Desk:
    """The same, with an index, in which one can search."""
    desk = library()
    name_of.cache_clear()  # names of files are kept; the current folder is another in each world
    desk.library = Library(desk.files, desk.background, Index(Path("library.sqlite"), "1"))
    return desk


def nothing() -> Desk:
    """No article, and no tag either."""
    STORE.parent.mkdir()
    desk = desk_of([])
    desk.tags()
    for stored in desk.tag_table().all():
        desk.tag_table().remove(stored)
    return desk


def damaged() -> Desk:
    """Only the damaged article."""
    desk = library()
    return desk_of([desk.files[3]])


def worked_on() -> Desk:
    """The articles, with annotations of all sorts in the first two."""
    desk = library()
    for file, end in ((desk.files[0], 14), (desk.files[1], 5)):
        for number in range(end):
            opened = desk.open(file)
            claim = opened.claims[number]
            names = [tag.name for tag in desk.tags().keyed]
            desk.commit(acts.toggle_tag(desk, opened, claim.start, claim.end, names[number % len(names)]))
    verdicts = list(Verdict)
    for number, one in enumerate(desk.repository.annotations()):
        note = "" if number % 3 else "与统计公报核对：口径为规模以上工业。\n见第二页表三。"
        evidence = ("https://example.com/公报/2025",) if number % 4 == 0 else ()
        desk.repository.save(
            replace(
                revised(one, START + number), verdict=verdicts[number % len(verdicts)], note=note, evidence=evidence
            )
        )
    return desk


def gone() -> Desk:
    """The same annotations, without the file of the first article."""
    first, *others = worked_on().files
    first.unlink()
    return desk_of(others)


def changed() -> Desk:
    """An article whose figures were corrected after they were tagged, and the same article in another file."""
    desk = library()
    file = desk.files[1]
    for number in range(3):
        opened = desk.open(file)
        claim = opened.claims[number]
        desk.commit(acts.toggle_tag(desk, opened, claim.start, claim.end, "key"))
    text = file.read_text("utf-8")
    again = text.replace("3.12亿吨", "3.18亿吨").replace("，增速高于全省2.1个百分点", "").replace("6.8%", "增加6.8%")
    file.write_text(again, "utf-8")
    other = Path("elsewhere.txt")
    other.write_text(text.replace("486万", "487万"), "utf-8")
    return desk_of([file, other])


def two_sides() -> Desk:
    """Two annotations were changed on two sides; beside, the store of another annotator."""
    desk = library()
    for number in range(2):
        opened = desk.open(desk.files[1])
        claim = opened.claims[number]
        desk.commit(acts.toggle_tag(desk, opened, claim.start, claim.end, "key"))
    ours = desk.repository
    Path("other").mkdir()
    theirs = Repository.open(Path("other") / "annotations.json", annotator="王")
    theirs.join(ours)
    for number, one in enumerate(ours.annotations()):
        theirs.save(
            revised(one, START + 60_000 + number, note="单位应为亿元，见原表。", tags=("key", "money"), annotator="王")
        )
        ours.save(revised(one, START + 60_100 + number, note="已与年报核对。\n两处一致。", verdict=Verdict.CONFIRMED))
    ours.join(theirs)
    theirs.close()
    return desk
