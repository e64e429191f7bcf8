"""Keys that mean an act while one types: done at once, so that what was typed before and after them stays in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.actions import ACTIONS

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from reader.tui.action import Room


def acts_of(room: Room) -> dict[str, str]:
    """What each key of a room does."""
    return {key: action.do for action in ACTIONS if action.room is room for key in action.keys}


async def act_at_once(widget: Widget, acts: dict[str, str], event: events.Key) -> bool:
    """Do what a key means where it means an act; False where it is to be typed.

    A binding would be looked at only when the key has come up to the app, behind characters typed after it.
    """
    act = acts.get(event.key)
    if act is None:
        return False
    event.stop()
    event.prevent_default()
    await widget.run_action(act)
    return True
