"""The source beside a long article: processor time of each key on a pseudo-terminal, in a large window and in a small one.

    python -m benchmarks source_pane

The article (1 MB, markup between its paragraphs, a damaged stretch in every twentieth) is read once without the source and
once with it, so that what the pane costs can be told from what the key costs. Page down is pressed in turn with the least
that Textual can do: an app of one plain ScrollView, and of two of the same widths that scroll together.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.peers import program
from benchmarks.texts import News, article_of_size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.terminal_session import Session

ROOT = Path(__file__).parent.parent
SIZE = 1_000_000
WINDOWS = {"160 × 45, beside the text": (160, 45), "80 × 24, instead of the text": (80, 24)}
BESIDE = 120
"""Columns from which on the source stands beside the text."""

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
    "end, top in turn": b"G g",
}
SWITCHING = {"source R": b"R", "panel P": b"P", "script T": b"T", "suggestions S": b"S", "repeats z": b"z"}

_VIEWS = """
import sys
from pathlib import Path
from rich.segment import Segment
from textual.app import App
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
class Lines(ScrollView, can_focus=True):
    def __init__(self, id, cells):
        super().__init__(id=id)
        self.cells = cells
    def on_mount(self):
        text, wide = Path(sys.argv[1]).read_text("utf-8"), self.cells // 2
        self.rows = [line[at:at + wide] for line in text.splitlines() for at in range(0, max(1, len(line)), wide)]
        self.virtual_size = Size(self.cells, len(self.rows))
    def render_line(self, y):
        return Strip([Segment(self.rows[y + self.scroll_offset.y])]).adjust_cell_length(self.size.width)
    def watch_scroll_y(self, old, new):
        super().watch_scroll_y(old, new)
        for other in self.app.query("#source"):
            other.scroll_to(y=new, animate=False, force=True)
class Views(App):
    CSS = "#source { width: 36; }"
    def compose(self):
        with Horizontal():
            yield Lines("text", 72)
            if sys.argv[2] == "2":
                yield Lines("source", 32)
Views().run()
"""
"""The least that Textual can do: rows of text in one view, or in two that scroll together."""


def main(python: str = sys.executable) -> None:
    """Print the table; where the emulator is not importable, in the environment that has it."""
    if find_spec("pyte") is not None:
        _measure(python)
    elif other := program("terminal", "python"):
        subprocess.run([str(other), "-m", "benchmarks.source_pane", python], check=True, cwd=ROOT)
    else:
        print("not measured: `python -m benchmarks.peers` installs the terminal emulator")


def _measure(python: str) -> None:
    from benchmarks.terminal_trials import room

    news = article_of_size(SIZE, 0)
    for name, (columns, lines) in WINDOWS.items():
        with room() as (folder, environment):
            print(f"{name}: processor time a key, ms")
            _measure_in(Window(python, folder, environment, columns, lines), news)


class Window(NamedTuple):
    """Where programs are measured.

    Attributes:
        python: The Python that reader is installed in.
        folder: A folder of the trial's own.
        environment: All of the environment.
        columns: Width of the terminal.
        lines: Height of the terminal.
    """

    python: str
    folder: Path
    environment: dict[str, str]
    columns: int
    lines: int

    def start(self, stack: ExitStack, *command: str) -> Session:
        """Start a program with the Python of the trial; it ends with the stack."""
        from benchmarks.terminal_session import Session

        session = Session([self.python, *command], self.environment, self.folder, self.columns, self.lines)
        return stack.enter_context(session)


def _measure_in(window: Window, news: News) -> None:
    """Print the table of a window."""
    path, plain = window.folder / "article.html", window.folder / "plain.md"
    path.write_text(_page(news), "utf-8")
    plain.write_text(news.markdown, "utf-8")
    wide = window.columns >= BESIDE
    with ExitStack() as stack:
        one = window.start(stack, "-c", _VIEWS, str(plain), "1")
        bare = {"one ScrollView": one} | (
            {"two ScrollViews": window.start(stack, "-c", _VIEWS, str(plain), "2")} if wide else {}
        )
        session = window.start(stack, "-m", "reader", str(path), "--annotations", str(window.folder / "store.json"))
        session.painted(news.title[:6], 60)
        session.send(b"\r")
        session.painted(news.paragraphs[0][:6], 60)
        session.settle(3.0, 120)
        alone = {name: _times({"": session}, key)[""] for name, key in MOVING.items()}
        session.press(b"gR", 1.0)
        beside = {name: _times({"": session}, key)[""] for name, key in MOVING.items()}
        session.press(b"g", 1.0)
        in_turn = _times({"": session, **bare}, MOVING["page down"])
        session.press(b"g", 1.0)
        switching = {name: _times({"": session}, key)[""] for name, key in SWITCHING.items()}
    print(f"{'':26} {'without source':>20} {'with source':>20}")
    for name in MOVING:
        print(f"{name:26} {_said(alone[name]):>20} {_said(beside[name]):>20}")
    for name, times in switching.items():
        print(f"{name:26} {'':>20} {_said(times):>20}")
    ours = in_turn.pop("")
    print(f"{'page down, in turn with':26} {'':>20} {_said(ours):>20}")
    for name, times in in_turn.items():
        ratio = median(ours) / median(times)
        print(f"{'  ' + name:26} {'':>20} {_said(times):>20}   reader takes {ratio:.2f} of it")


def _page(news: News) -> str:
    """The article as a page with markup, some of it damaged."""
    paragraphs = list(news.paragraphs)
    paragraphs[::20] = [f"{paragraph[:40]}{DAMAGED}{paragraph[40:]}" for paragraph in paragraphs[::20]]
    body = "\n".join(f'<p class="text">{paragraph}</p>' for paragraph in paragraphs)
    return f"<html><head><title>{news.title}</title></head><body><h1>{news.title}</h1>\n{body}\n</body></html>\n"


def _times(sessions: Mapping[str, Session], key: bytes) -> dict[str, list[float]]:
    """Seconds of processor time of each press, in programs that take turns; of several keys, apart by blanks, one a press."""
    keys = key.split()
    times: dict[str, list[float]] = {name: [] for name in sessions}
    for press in range(PRESSES):
        for name, session in sessions.items():
            before = session.processor_time()
            if session.press(keys[press % len(keys)], QUIET).size:
                times[name].append(session.processor_time() - before)
    return times


def _said(times: list[float]) -> str:
    """Median and the slowest but one of twenty, and whether that is within a frame."""
    if not times:
        return "-"
    slow = sorted(times)[max(0, len(times) * 95 // 100 - 1)]
    return f"{1000 * median(times):5.1f}  p95 {1000 * slow:5.1f} {'' if slow <= FRAME else '!':1}"


if __name__ == "__main__":
    main(*sys.argv[1:2])
