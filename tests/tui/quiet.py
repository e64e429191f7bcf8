"""Waiting until the app has nothing more to do.

Textual's own pilot waits until the process takes little time of the processor: 40 ms a key at least, and a process that a
crowded machine starves looks idle to it. Here the event loop is asked what it still has to run.
"""

from __future__ import annotations

import asyncio
from time import process_time
from typing import TYPE_CHECKING, Any

from textual._context import active_app

if TYPE_CHECKING:
    import pytest

SOON = 0.005
"""Seconds: what a timer does by then belongs to what is going on."""

LOOK, IDLE = 0.02, 0.001
"""Seconds between two looks at threads, and how much of that they may take and still count as waiting for something."""

TURNS = 50
"""How often to wait for timers and threads: some never end."""


def wait_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Textual's pilot wait as is done here."""
    monkeypatch.setattr("textual.app.wait_for_idle", quiet)
    monkeypatch.setattr("textual.pilot.wait_for_idle", quiet)
    monkeypatch.setattr("textual.pilot.Pilot._wait_for_screen", quiet)


async def quiet(*_: object) -> bool:
    """Wait until nothing can run, nothing is to be painted, no timer is due and no thread takes time."""
    app = active_app.get()
    for _turn in range(TURNS):
        await _ran_out(app)
        if getattr(app, "_typed", None):  # keys wait for their turn, at most half a second each (see `KeysInTurn`)
            await asyncio.sleep(LOOK)
        elif any(not worker.is_finished for worker in app.workers):
            before = process_time()
            await asyncio.sleep(LOOK)
            if process_time() - before < IDLE:
                break
        elif (seconds := _until_next_timer()) < SOON or app._resize_timer:
            await asyncio.sleep(seconds)
        else:
            break
    await _ran_out(app)
    return True


async def _ran_out(app: Any) -> None:
    """Let everything run that can, and paint what it has changed."""
    ready = asyncio.get_running_loop()._ready
    for _turn in range(TURNS):
        await asyncio.sleep(0)
        while ready:
            await asyncio.sleep(0)
        if not _painted(app):
            return


def _painted(app: Any) -> bool:
    """Paint what waits for the next tick of the screen's timer; False where there is nothing."""
    if app._exit or not app._running or not app.screen_stack:
        return False
    screen = app.screen
    changed = screen._layout_required or screen._scroll_required or screen._repaint_required or screen._dirty_widgets
    if not (changed or screen._recompose_required or screen._callbacks) or not screen.is_current or app._batch_count:
        return False
    screen._on_timer_update()
    return True


def _until_next_timer() -> float:
    loop = asyncio.get_running_loop()
    due = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
    return max(0.0, min(due, default=loop.time() + 60) - loop.time())
