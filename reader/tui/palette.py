"""The palette: every action, found by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.messages import say
from reader.tui.action import Action, Room
from reader.tui.actions import ACTIONS
from reader.tui.key_names import shown_keys

if TYPE_CHECKING:
    from textual.dom import DOMNode

_ELSEWHERE = (Room.CLAIMS, Room.EVIDENCE, Room.ANNOTATIONS)
"""Screens of their own, where no palette opens."""

_OFFERED = tuple(action for action in ACTIONS if action.room not in _ELSEWHERE and action.do != "command_palette")
"""What can be done on the desk."""

_ROOMS = {Room.LIBRARY: "#library", Room.ARTICLE: "#article", Room.SOURCE: "#source"}


class ActionProvider(Provider):
    """Offers the actions of the registry, each with its keys."""

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in _OFFERED:
            yield DiscoveryHit(_display(action), partial(self._call, action), help=action.does)

    async def search(self, query: str) -> Hits:
        """The actions whose summary matches what is typed."""
        matcher = self.matcher(query)
        found = False
        for action in _OFFERED:
            score = matcher.match(action.does)
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(action.does), partial(self._call, action), help=shown_keys(action))
        if not found:  # Textual would say so in English
            yield Hit(0.1, say("palette-nothing"), _nothing)

    async def _call(self, action: Action) -> None:
        room = _ROOMS.get(action.room)
        namespace: DOMNode = self.screen if room is None else self.screen.query_one(room)
        await self.app.run_action(action.do, namespace)


async def _nothing() -> None:
    """Nothing is done where nothing was found."""


def _display(action: Action) -> str:
    return f"{action.does}  ({shown_keys(action)})"
