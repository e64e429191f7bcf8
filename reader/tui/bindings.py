"""Textual's bindings, made from the registry of actions."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from reader.tui.actions import ACTIONS, Room, shown_keys


def bindings_of(room: Room) -> list[BindingType]:
    """The bindings of the actions that can be called in a room."""
    return [
        Binding(",".join(action.keys), action.do, action.label, key_display=shown_keys(action), id=action.id)
        for action in ACTIONS
        if action.room is room
    ]
