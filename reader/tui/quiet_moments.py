"""Moments in which nobody pages or pulls at the window: a thread at work would make that twice as slow."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from reader.tui.keys_in_turn import KeysInTurn

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.worker import Worker

REST = 0.15
"""Seconds after a key or another size before work begins or goes on."""

LATEST = 2.0
"""Seconds after which it goes on even while keys come."""

WAIT = 0.02
"""Seconds between two looks whether there is time for it."""


def in_quiet_moments(worker: Worker[None], app: App[object]) -> Callable[[], bool]:
    """What a worker asks, in its thread, before each piece of its work: waits for a quiet moment; False where it is to stop."""
    latest = monotonic() + LATEST

    def is_quiet() -> bool:
        return not isinstance(app, KeysInTurn) or app.is_quiet(REST)

    def goes_on() -> bool:
        while monotonic() < latest and not (worker.is_cancelled or is_quiet()):
            worker.cancelled_event.wait(WAIT)
        return not worker.is_cancelled

    return goes_on
