"""Changing 10,000 annotations at once in the app: how long each act takes, and how long the app stands still meanwhile.

Run: `python -m benchmarks bulk_acts`. While the writer works, the app's own loop is asked every millisecond; the longest
time that it did not answer is the longest that a key waited. A frame at 60 Hz has 16.7 ms.
At the end: how long another window reads such an act, and how long closing takes after it.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.annotations_table import COUNT, fill
from reader.annotations.repository import Repository
from reader.desk import many_acts, tagging
from reader.desk.desk import Desk
from reader.settings import read_settings
from reader.tui.annotations_screen import AnnotationsScreen
from reader.tui.app import ReaderApp
from reader.tui.reviewing_screen import ReviewingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot


class Took(NamedTuple):
    """What an act took, in milliseconds: until it was done and shown, the longest stall, and the median of the stalls over 5 ms."""

    whole: float
    worst: float
    often: float


async def measured(pilot: Pilot[None], screen: ReviewingScreen, begin: Callable[[], None]) -> Took:
    """Begin an act, and ask the loop until it is done and shown."""
    start = last = perf_counter()
    begin()
    gaps = [perf_counter() - last]
    while screen.writer.task is not None or gaps[-1] > 0.02:
        last = perf_counter()
        await asyncio.sleep(0.001)
        gaps.append(perf_counter() - last)
    last = perf_counter()
    await pilot.pause()
    gaps.append(perf_counter() - last)
    long = sorted(gap for gap in gaps if gap > 0.005) or [0.0]
    return Took(1000 * (perf_counter() - start), 1000 * max(gaps), 1000 * long[len(long) // 2])


async def milliseconds(desk: Desk) -> dict[str, Took]:
    """What the acts of the table take on all rows, and those on a tag that all of them have."""
    app = ReaderApp(desk)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        behind = app.screen
        assert isinstance(behind, ReviewingScreen)
        behind.action_annotations_table()
        await pilot.pause()
        await app.workers.wait_for_complete()
        screen = app.screen
        assert isinstance(screen, AnnotationsScreen)
        screen.table.action_select_all()

        def rename() -> object:
            return tagging.rename_tag(desk, "doubtful", "questionable")

        took = {}
        for name, begin in (
            ("tag", lambda: screen.action_tag(3)),
            ("take back", screen.action_undo),
            ("do again", screen.action_redo),
            ("rename the tag", lambda: behind.do_long(rename, lambda _: None)),
            ("verdict", lambda: screen._judge("c")),
            ("delete", screen.action_delete),
            ("take back", screen.action_undo),
        ):
            took[name if name not in took else f"{name} (deletion)"] = await measured(pilot, behind, begin)
            await app.workers.wait_for_complete()
        return took


def afterwards(desk: Desk) -> tuple[float, float]:
    """What another window takes to read that all were tagged, and what closing takes then, in milliseconds."""
    other = Repository.open(desk.repository.path)
    many_acts.tag_many_now(desk, [one.id for one in other.annotations()], "seen")
    begin = perf_counter()
    other.refresh()
    read = perf_counter()
    desk.repository.close()
    return 1000 * (read - begin), 1000 * (perf_counter() - read)


def main() -> None:
    """Print what each act takes."""
    with TemporaryDirectory() as folder:
        repository = Repository.open(Path(folder) / "annotations.json", annotator="benchmark")
        fill(repository)
        desk = Desk((), repository, read_settings(Path(folder) / "none.toml"), "benchmark")
        took = asyncio.run(milliseconds(desk))
        read, closed = afterwards(desk)
    print(f"{COUNT:,} annotations       done and shown   longest stall   median of stalls over 5 ms")
    for name, (whole, worst, often) in took.items():
        print(f"{name:22} {whole:11.0f} ms {worst:12.0f} ms {often:12.0f} ms")
    print(f"another window reads that all were tagged, in a thread: {read:.0f} ms; closing then: {closed:.0f} ms")


if __name__ == "__main__":
    main()
