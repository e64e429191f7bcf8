"""The source beside a long article: processor time of each key on a pseudo-terminal of 160 × 45.

    python -m benchmarks source_pane

The article (1 MB, markup between its paragraphs, a damaged stretch in every twentieth) is read once without the source and
once with it, so that what the pane costs can be told from what the key costs.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.peers import program
from benchmarks.texts import News, article_of_size

ROOT = Path(__file__).parent.parent
SIZE = 1_000_000
COLUMNS, LINES = 160, 45
FRAME = 0.016
PRESSES = 20
QUIET = 0.2
DAMAGED = "高??蒲械耐度?,比去年增长"
MOVING = {
    "row down": b"j",
    "page down": b"\x1b[6~",
    "next claim": b"n",
    "paragraph": b"}",
    "damage": b"!",
    "half down": b"\x04",
    "end, top": b"Gg",
}
SWITCHING = {"source R": b"R", "panel P": b"P", "script T": b"T", "suggestions S": b"S", "repeats z": b"z"}


def main(python: str = sys.executable) -> None:
    """Print the table; where the emulator is not importable, in the environment that has it."""
    if find_spec("pyte") is not None:
        _measure(python)
    elif other := program("terminal", "python"):
        subprocess.run([str(other), "-m", "benchmarks.source_pane", python], check=True, cwd=ROOT)
    else:
        print("not measured: `python -m benchmarks.peers` installs the terminal emulator")


def _measure(python: str) -> None:
    from benchmarks.terminal_programs import BARE, READER, programs
    from benchmarks.terminal_session import Session
    from benchmarks.terminal_trials import room

    by_name = {one.name: one for one in programs(python)}
    reader, bare = by_name[READER], by_name[BARE]
    news = article_of_size(SIZE, 0)
    with room() as (folder, environment):
        path = folder / "article.html"
        path.write_text(_page(news), "utf-8")
        command = reader.command(path, folder / "store.json")
        with Session(command, environment, folder, COLUMNS, LINES) as session:
            session.painted(news.title[:6], 60)
            session.send(b"\r")
            session.painted(news.paragraphs[0][:6], 60)
            session.settle(3.0, 120)
            alone = {name: _times(session, key) for name, key in MOVING.items()}
            session.press(b"gR", 1.0)
            beside = {name: _times(session, key) for name, key in MOVING.items()}
            session.press(b"g", 1.0)
            switching = {name: _times(session, key) for name, key in SWITCHING.items()}
        plain = folder / "plain.md"
        plain.write_text(news.markdown, "utf-8")
        with Session(bare.command(plain, folder / "none"), environment, folder, COLUMNS, LINES) as session:
            session.settle(1.0, 60)
            least = _times(session, MOVING["page down"])
    print(f"{'processor time a key, ms':26} {'without source':>20} {'with source':>20}")
    for name in MOVING:
        print(f"{name:26} {_said(alone[name]):>20} {_said(beside[name]):>20}")
    for name, times in switching.items():
        print(f"{name:26} {'':>20} {_said(times):>20}")
    print(f"{'bare ScrollView, page down':26} {_said(least):>20}   (the least that Textual can do here)")


def _page(news: News) -> str:
    """The article as a page with markup, some of it damaged."""
    paragraphs = list(news.paragraphs)
    paragraphs[::20] = [f"{paragraph[:40]}{DAMAGED}{paragraph[40:]}" for paragraph in paragraphs[::20]]
    body = "\n".join(f'<p class="text">{paragraph}</p>' for paragraph in paragraphs)
    return f"<html><head><title>{news.title}</title></head><body><h1>{news.title}</h1>\n{body}\n</body></html>\n"


def _times(session: object, key: bytes) -> list[float]:
    """Seconds of processor time of each press."""
    from benchmarks.terminal_session import Session

    assert isinstance(session, Session)
    times = []
    for _ in range(PRESSES):
        before = session.processor_time()
        if session.press(key, QUIET).size:
            times.append(session.processor_time() - before)
    return times


def _said(times: list[float]) -> str:
    """Median and the slowest but one of twenty, and whether that is within a frame."""
    if not times:
        return "-"
    slow = sorted(times)[max(0, len(times) * 95 // 100 - 1)]
    return f"{1000 * median(times):5.1f}  p95 {1000 * slow:5.1f} {'' if slow <= FRAME else '!':1}"


if __name__ == "__main__":
    main(*sys.argv[1:2])
