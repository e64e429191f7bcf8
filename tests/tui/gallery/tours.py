"""Every state of the app, and how to get there: tours, each through one run of the app, from stop to stop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tui.gallery import worlds

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desk.desk import Desk
    from tests.tui.conftest import Session

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
READING_SIZES = {"80x24": (80, 24), "100x30": (100, 30), "160x45": (160, 45)}
"""What the reading screen and the source beside it are looked at in, besides."""

TINY = {"30x8": (30, 8), "60x16": (60, 16)}


@dataclass(frozen=True)
class Stop:
    """A state of the app.

    Attributes:
        name: What it is called.
        keys: What is pressed where the stop before was, parted by blanks; `=words` are typed.
        do: What is done besides keys, before them.
        waits: Whether threads are waited for.
    """

    name: str
    keys: str = ""
    do: Callable[[Session], None] | None = None
    waits: bool = True


@dataclass(frozen=True)
class Tour:
    """Stops of one run of the app.

    Attributes:
        name: What it is called.
        world: What the app is opened on; made in the current folder.
        stops: From the first to the last.
        sizes: Columns and rows, by name.
    """

    name: str
    world: Callable[[], Desk]
    stops: tuple[Stop, ...]
    sizes: dict[str, tuple[int, int]]


def block_store(session: Session) -> None:
    """Put a file where the store's folder was, so that nothing can be saved."""
    worlds.STORE.parent.rename("away")
    worlds.STORE.parent.write_text("in the way", "utf-8")


def unblock_store(session: Session) -> None:
    """Let the store be saved again."""
    worlds.STORE.parent.unlink()
    Path("away").rename(worlds.STORE.parent)


def say_reading(session: Session) -> None:
    """As while many articles are read."""
    session.screen._show_found([], (3, 11))


def say_read(session: Session) -> None:
    """As when all are read."""
    session.screen._show_found([], None)


def bad_export(session: Session) -> None:
    """A table that is no export."""
    Path("bad.csv").write_text("annotation_id,quote\nno id,x\n", "utf-8")


TOURS = (
    Tour(
        "reading",
        worlds.library,
        (
            Stop("library"),
            Stop("library-reading", "", say_reading),
            Stop("article", "enter", say_read),
            Stop("claim", "n n"),
            Stop("tagged", "1 2 n"),
            Stop("selecting", "v l l l"),
            Stop("source", "escape R"),
            Stop("source-focused", "tab j j"),
        ),
        SIZES | READING_SIZES,
    ),
    Tour(
        "finding",
        worlds.library,
        (
            Stop("jump", "enter '"),
            Stop("search-asked", "escape / =产值"),
            Stop("search-hits", "enter"),
            Stop("search-none", "/ =没有 enter"),
            Stop("percent", "%"),
            Stop("percent-wrong", "=x enter"),
            Stop("outline", "escape O"),
            Stop("repeat", "escape G { { { {"),
            Stop("repeat-open", "z"),
            Stop("script", "T"),
            Stop("written", "T"),
            Stop("whole-article", "T g t"),
            Stop("panel", "escape n P"),
            Stop("library-again", "L"),
            Stop("help", "escape enter ?"),
            Stop("help-topic", "right right"),
            Stop("palette", "escape f1"),
            Stop("palette-found", "=export"),
            Stop("palette-none", "=zzz"),
            Stop("input-method", "escape escape 港"),
        ),
        SIZES,
    ),
    Tour(
        "library",
        worlds.indexed,
        (
            Stop("filter", "f =2025"),
            Stop("filter-none", "=zzz"),
            Stop("filter-kept", "ctrl+u =港 enter"),
            Stop("sorted", "escape s s"),
            Stop("done", "s s s d"),
            Stop("everywhere-asked", "j F =产值"),
            Stop("everywhere", "enter"),
            Stop("everywhere-none", "escape F =没有此事 enter"),
            Stop("unreadable", "escape escape G enter"),
        ),
        SIZES,
    ),
    Tour(
        "nothing",
        worlds.nothing,
        (
            Stop("no-articles"),
            Stop("no-claims", "C"),
            Stop("no-annotations", "escape A"),
            Stop("nothing-to-export", "escape W"),
            Stop("no-conflicts", "escape Z"),
            Stop("tags-unused", "ctrl+t"),
        ),
        SIZES,
    ),
    Tour(
        "damage",
        worlds.damaged,
        (
            Stop("damage", "enter !"),
            Stop("suggestions", "S"),
            Stop("source-damage", "R"),
        ),
        SIZES | {"160x45": (160, 45)},
    ),
    Tour(
        "annotating",
        worlds.library,
        (
            Stop("picker", "enter n n 1 ( #"),
            Stop("picker-found", "=c"),
            Stop("picker-new", "ctrl+u =zczx"),
            Stop("note", "escape n a =x ctrl+j =y"),
            Stop("note-saved", "enter"),
            Stop("verdict-asked", "m"),
            Stop("verdict", "c"),
            Stop("evidence-asked", "E"),
            Stop("evidence-refused", "=ftp://a enter"),
            Stop("evidence", "ctrl+u =https://example.com/2025 enter E"),
            Stop("evidence-typed", "a =https://"),
            Stop("evidence-none", "escape D"),
            Stop("correction", "escape e"),
            Stop("correction-typed", "enter"),
            Stop("correction-choices", "escape j j enter"),
            Stop("correction-refused", "ctrl+u =x enter"),
            Stop("corrected", "ctrl+u =count enter escape"),
            Stop("rejected", "n x"),
            Stop("overlapping", "s 2 escape p 3 escape >"),
            Stop("choose", "h h h h h h h h h h a"),
            Stop("borders", "escape < r l l"),
            Stop("whole-tagged", "enter g t 3 a =n enter"),
            Stop("undone", "u"),
            Stop("note-left", "escape n a =x escape"),
            Stop("note-draft", "a"),
        ),
        SIZES,
    ),
    Tour(
        "tables",
        worlds.worked_on,
        (
            Stop("annotations", "enter A"),
            Stop("annotations-marked", "space j v j"),
            Stop("annotations-asked", "v m"),
            Stop("annotations-filtered", "escape / =key"),
            Stop("annotations-none", "=zzz"),
            Stop("annotations-sorted", "ctrl+u enter s s r"),
            Stop("export", "W"),
            Stop("export-other", "f2 f3"),
            Stop("export-exists", "enter W f2 enter W enter"),
            Stop("import", "escape escape escape escape I"),
            Stop("import-plan", "=annotations.jsonl enter"),
            Stop("import-bad", "ctrl+u =bad.csv enter", bad_export),
            Stop("claims", "escape enter C"),
            Stop("claims-filtered", "/ =kind:money"),
            Stop("claims-none", "=zzz"),
            Stop("claims-sorted", "ctrl+u enter 2"),
            Stop("claims-library", "0 C"),
            Stop("article-annotated", "escape n ( ("),
            Stop("annotations-picker", "escape A #"),
            Stop("annotations-deleted", "escape D"),
        ),
        SIZES,
    ),
    Tour(
        "helping",
        worlds.library,
        (
            Stop("help-go", "?"),
            Stop("help-find", "right right"),
            Stop("help-select", "right right"),
            Stop("help-tag", "right"),
            Stop("help-evidence", "right"),
            Stop("help-annotations", "right"),
            Stop("help-tags", "right right right"),
            Stop("help-view", "right right"),
        ),
        SIZES,
    ),
    Tour(
        "adding",
        worlds.library,
        (Stop("adding", "o =har"),),
        SIZES,
    ),
    Tour(
        "tags",
        worlds.worked_on,
        (
            Stop("tags", "ctrl+t"),
            Stop("tag-new", "n =港口"),
            Stop("tag-renamed", "enter r =x"),
            Stop("tag-exists", "ctrl+u =key enter"),
            Stop("tag-merge", "escape g m =check"),
            Stop("tag-colour", "escape c"),
            Stop("tag-described", "escape d"),
            Stop("tag-aliases", "escape a"),
            Stop("tag-load", "escape o"),
            Stop("tag-deleted", "escape D"),
        ),
        SIZES,
    ),
    Tour(
        "changed",
        worlds.changed,
        (
            Stop("changed", "enter"),
            Stop("changed-figure", "!"),
            Stop("changed-review", "!"),
            Stop("changed-move", "M"),
            Stop("changed-selected", "n v l"),
            Stop("offered", "escape escape escape ]"),
            Stop("adopted", "Y"),
        ),
        SIZES,
    ),
    Tour(
        "sides",
        worlds.two_sides,
        (
            Stop("conflicts", "j enter Z"),
            Stop("conflict-settled", "2"),
            Stop("conflicts-settled", "3"),
            Stop("compare", "escape V =other/annotations.json"),
            Stop("disagreements", "enter"),
            Stop("compare-missing", "escape V =zzz enter"),
            Stop("agreement", "ctrl+u =store/annotations.json enter"),
        ),
        SIZES,
    ),
    Tour(
        "lost",
        worlds.gone,
        (
            Stop("annotations-lost", "A"),
            Stop("frozen", "enter"),
        ),
        SIZES,
    ),
    Tour(
        "unsaved",
        worlds.library,
        (
            Stop("not-saved", "enter n", block_store),
            Stop("not-saved-told", "1 2"),
            Stop("leaving-unsaved", "f10"),
            Stop("unsaved-again", "f5"),
            Stop("saved-again", "escape ctrl+s", unblock_store),
        ),
        SIZES,
    ),
    Tour(
        "tiny",
        worlds.worked_on,
        (
            Stop("tiny-library"),
            Stop("tiny-article", "enter n"),
            Stop("tiny-picker", "#"),
            Stop("tiny-note", "escape a"),
            Stop("tiny-help", "escape ?"),
            Stop("tiny-table", "escape A"),
        ),
        TINY,
    ),
)
"""All tours."""
