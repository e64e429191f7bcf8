"""Textual's bindings, made from the registry of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from reader.tui.actions import ACTIONS
from reader.tui.key_names import shown_keys

if TYPE_CHECKING:
    from reader.tui.action import Room

QUIT = Binding("f10", "app.quit", "Quit", id="go.quit")
"""For screens of their own; whoever gives `go.quit` another key means them, too."""


def bindings_of(room: Room) -> list[BindingType]:
    """The bindings of the actions that can be called in a room."""
    return [
        Binding(",".join(action.keys), action.do, action.label, key_display=shown_keys(action), id=action.id)
        for action in ACTIONS
        if action.room is room
    ]
