"""Changing 10,000 annotations at once in the app: how long each act takes, and how long the app stands still meanwhile.

Run: `python -m benchmarks bulk_acts`. While the writer works, the app's own loop is asked every millisecond, and a key is
pressed every 20 ms, which goes to the next row or back. A frame at 60 Hz has 16.7 ms. Textual's `Pilot.pause` is no measure:
it waits up to a second for the process to be idle, and threads work on.
At the end: how long another window reads such an act, and how long closing takes after it.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from textual import events

from benchmarks.annotations_table import COUNT, fill
from reader.annotations.repository import Repository
from reader.desk import many_acts, tagging
from reader.desk.desk import Desk
from reader.settings import read_settings
from reader.tui.annotations_screen import AnnotationsScreen
from reader.tui.app import ReaderApp
from reader.tui.garbage import GarbageCollection
from reader.tui.reviewing_screen import ReviewingScreen

if TYPE_CHECKING:
    from collections.abc import Callable


PAUSE = 0.02
"""Seconds between two keys."""


class Took(NamedTuple):
    """What an act took, in milliseconds.

    Attributes:
        whole: Until it was done and shown.
        worst: The longest time that the app's loop did not answer.
        keys: What each key took that was pressed meanwhile, until its row was the present one, sorted.
    """

    whole: float
    worst: float
    keys: list[float]


async def measured(
    app: ReaderApp, behind: ReviewingScreen, screen: AnnotationsScreen, begin: Callable[[], None]
) -> Took:
    """Begin an act, and press keys and ask the loop until it is done and shown."""
    start = perf_counter()
    asking = asyncio.create_task(_longest_stall())
    begin()
    keys = [1000 * (perf_counter() - start)]  # the next key waits for the one that begins it
    while behind.writer.task is not None or not screen.is_ready or len(keys) < 3:
        keys.append(await _key(app, screen))
        await asyncio.sleep(PAUSE)
    whole = 1000 * (perf_counter() - start)
    asking.cancel()
    return Took(whole, await asking, sorted(keys))


async def at_rest(app: ReaderApp, screen: AnnotationsScreen) -> Took:
    """What keys take while nothing is done: the machine's own share."""
    keys = []
    for _ in range(100):
        keys.append(await _key(app, screen))
        await asyncio.sleep(PAUSE)
    return Took(0, 0, sorted(keys))


async def _longest_stall() -> float:
    """The longest time that the loop did not answer until this is cancelled, in milliseconds."""
    worst = 0.0
    with suppress(asyncio.CancelledError):
        while True:
            last = perf_counter()
            await asyncio.sleep(0.001)
            worst = max(worst, 1000 * (perf_counter() - last))
    return worst


async def _key(app: ReaderApp, screen: AnnotationsScreen) -> float:
    """What a key takes that goes to the next row or back, in milliseconds; where there are no rows, what it takes to be passed on."""
    table, begin = screen.table, perf_counter()
    if len(table.rows) > 1:
        goal = 1 - min(table.at, 1)
        key = "j" if goal else "k"
        app.post_message(events.Key(key, key))
        while table.at != goal and len(table.rows) > 1:
            await asyncio.sleep(0.001)
    else:
        passed = asyncio.Event()
        screen.call_later(passed.set)
        await passed.wait()
    return 1000 * (perf_counter() - begin)


async def milliseconds(desk: Desk) -> dict[str, Took]:
    """What the acts of the table take on all rows, and those on a tag that all of them have."""
    app = ReaderApp(desk)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        app.garbage = GarbageCollection()  # as where there is a terminal
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

        def remove() -> object:
            return tagging.delete_tag(desk, "questionable")

        took, last = {"nothing": await at_rest(app, screen)}, ""
        for name, begin in (
            ("tag", lambda: screen.action_tag(3)),
            ("take back", screen.action_undo),
            ("do again", screen.action_redo),
            ("rename the tag", lambda: behind.do_long(rename, lambda _: None)),
            ("verdict", lambda: screen._judge("c")),
            ("delete the tag", lambda: behind.do_long(remove, lambda _: None)),
            ("take back", screen.action_undo),
            ("delete", screen.action_delete),
            ("take back", screen.action_undo),
        ):
            took[name if name not in took else f"{name} ({last})"] = await measured(app, behind, screen, begin)
            last = name
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
        sys.setswitchinterval(0.001)  # as `reader` does
        repository = Repository.open(Path(folder) / "annotations.json", annotator="benchmark")
        fill(repository)
        desk = Desk((), repository, read_settings(Path(folder) / "none.toml"), "benchmark")
        took = asyncio.run(milliseconds(desk))
        read, closed = afterwards(desk)
    print(f"{COUNT:,} annotations       done and shown   longest stall   keys meanwhile: median      p95  slowest")
    for name, (whole, worst, keys) in took.items():
        shares = (keys[len(keys) // 2], keys[int(0.95 * len(keys))], keys[-1])
        print(
            f"{name:22} {whole:11.0f} ms {worst:12.0f} ms {shares[0]:19.1f} ms {shares[1]:5.1f} ms {shares[2]:5.1f} ms"
        )
    print(f"another window reads that all were tagged, in a thread: {read:.0f} ms; closing then: {closed:.0f} ms")


if __name__ == "__main__":
    main()
