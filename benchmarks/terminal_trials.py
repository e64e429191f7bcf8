"""What is tried on a terminal: opening a text or a library, then keys, then another size."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.terminal_programs import TOP, write
from benchmarks.terminal_session import Response, Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.terminal_programs import Program
    from benchmarks.texts import News

LIMIT = 120.0
"""Seconds that a program may take to show a text."""

QUIET = 0.25
"""Seconds without output after which a key is done; longer than the pauses between the frames of any peer."""

PRESSES = 20
"""How often each key is pressed in a session."""

PATIENCE = 20.0
"""Seconds after which a key is not pressed again: a peer may need many for one."""

_WORD = 6
"""Characters of a title or paragraph that are looked for: few enough to stand on one row everywhere."""


@dataclass
class Measured:
    """What the sessions of a program with one text have shown; times are seconds.

    Attributes:
        listed: From start until the title stands in the list, for programs that have one.
        opened: From the key that opens until the text is painted, for the same.
        painted: From start until the text is painted (`listed` and `opened` together, where there is a list).
        settled: From start until nothing more comes.
        responses: By the name of a key.
        processor: Processor time for each press, by the name of a key.
        weight: Megabytes at the end, all processes together.
        peak: Megabytes at most, at any moment.
        missing: Why there is nothing, or empty.
    """

    listed: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    responses: dict[str, list[Response]] = field(default_factory=dict)
    processor: dict[str, list[float]] = field(default_factory=dict)
    weight: float = 0.0
    peak: float = 0.0
    missing: str = ""


def try_article(program: Program, news: News, measured: Measured, rest: int = 0) -> None:
    """Start the program on one article, leave it alone for so many seconds, page through it, resize."""
    if program.start is None:
        measured.missing = "not installed"
        return
    with room() as (folder, environment):
        path = write(news, folder / f"article{program.suffix}")
        with Session(program.command(path, folder / "store.json"), environment, folder) as session:
            if not _shown(session, program, news, measured):
                return
            session.settle(1.0, LIMIT)
            for _ in range(rest):
                session.settle(1.0, LIMIT)
            for name in program.keys:
                if name != "next article":
                    _press(session, program, name, measured)
            _resize(session, measured)
            _weigh(session, measured)


def try_library(program: Program, library: list[News], measured: Measured) -> None:
    """Start the program on a folder of articles, open the first, go on to the next ones."""
    with room() as (folder, environment):
        articles = folder / "articles"
        articles.mkdir()
        for index, news in enumerate(library):
            write(news, articles / f"{index:04}.html")
        with Session(program.command(articles, folder / "store.json"), environment, folder) as session:
            if not _listed(session, library[0], measured):
                return
            measured.settled.append(session.settle(1.0, LIMIT) - session.started)
            if _opened(session, program, library[0].paragraphs[0][:_WORD], measured):
                session.settle(1.0, LIMIT)
                for name in program.keys:
                    _press(session, program, name, measured)
            _resize(session, measured)
            _weigh(session, measured)


@contextmanager
def room() -> Iterator[tuple[Path, dict[str, str]]]:
    """An empty folder, and an environment without anything of the user's own."""
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as name:
        home = Path(name, "home")
        home.mkdir()
        yield (
            Path(name),
            {
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                "TEXTUAL_ANIMATIONS": "none",
            },
        )


def _shown(session: Session, program: Program, news: News, measured: Measured) -> bool:
    """Wait until the text is painted, opening it first where there is a list; False where it never is."""
    word = news.paragraphs[-1 if program.at_end else 0][:_WORD]
    if program.opens:
        if not (_listed(session, news, measured) and _opened(session, program, word, measured)):
            return False
        measured.painted.append(measured.listed[-1] + measured.opened[-1])
        return True
    when = session.painted(word, LIMIT)
    if when is None:
        measured.missing = _why(session)
        return False
    measured.painted.append(when - session.started)
    return True


def _listed(session: Session, news: News, measured: Measured) -> bool:
    when = session.painted(news.title[:_WORD], LIMIT)
    if when is None:
        measured.missing = _why(session)
        return False
    measured.listed.append(when - session.started)
    return True


def _opened(session: Session, program: Program, word: str, measured: Measured) -> bool:
    start = perf_counter()
    session.send(program.opens)
    when = session.painted(word, LIMIT)
    if when is None:
        measured.missing = _why(session)
        return False
    measured.opened.append(when - start)
    return True


def _why(session: Session) -> str:
    """Why there is no text: the program ended (with what it said last), or it takes too long."""
    if not session.ended:
        return f"not in {LIMIT:.0f} s"
    said = [line.strip() for line in session.shown.splitlines() if line.strip()]
    return f"ended: {said[-1][:60]}" if said else "ended"


def _press(session: Session, program: Program, name: str, measured: Measured) -> None:
    """Press one key again and again from the top; presses that paint nothing (the end was reached) do not count."""
    key = program.keys[name]
    session.press(TOP, QUIET)
    session.press(key, QUIET)
    until = perf_counter() + PATIENCE
    for _ in range(PRESSES):
        if perf_counter() > until:
            break
        before = session.processor_time()
        response = session.press(key, QUIET)
        if response.size:
            measured.responses.setdefault(name, []).append(response)
            measured.processor.setdefault(name, []).append(session.processor_time() - before)


def _resize(session: Session, measured: Measured) -> None:
    """Make the terminal narrower and wider again."""
    for columns in (100, 120, 100, 120):
        response = session.resize(columns, session.lines, QUIET)
        measured.responses.setdefault("resize", []).append(response)


def _weigh(session: Session, measured: Measured) -> None:
    now, most = session.memory()
    measured.weight, measured.peak = max(measured.weight, now), max(measured.peak, most)
