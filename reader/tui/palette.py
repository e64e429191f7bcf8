"""The palette: every action, found by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.languages import catalogue, translated
from reader.messages import say
from reader.text.pinyin import spells
from reader.tui.action import Action, Room
from reader.tui.actions import ACTIONS
from reader.tui.key_names import shown_keys

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.fuzzy import Matcher

_ROOMS = {Room.ANYWHERE: None, Room.LIBRARY: "#library", Room.ARTICLE: "#article", Room.SOURCE: "#source"}
"""Where the actions that the palette offers are done: on the screen, or by one of its panes."""

OFFERED = tuple(action for action in ACTIONS if action.room in _ROOMS and action.do != "command_palette")
"""What can be done where the palette opens."""

_SPELLED, _IN_OTHER_WORDS = 0.9, 0.8
"""What a hit is worth that the shown words do not explain: by its pinyin, in the other language."""


class ActionProvider(Provider):
    """Offers the actions of the registry, each with its keys."""

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in OFFERED:
            yield DiscoveryHit(action.does, partial(self._call, action), help=_help(action))

    async def search(self, query: str) -> Hits:
        """The actions whose summary matches what is typed: in English, in Chinese, or by the pinyin of that."""
        matcher = self.matcher(query)
        found = False
        for action in OFFERED:
            score = max(matcher.match(action.does), _other_score(query, matcher, action))
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(action.does), partial(self._call, action), help=_help(action))
        if not found:  # Textual would say so in English
            yield Hit(0.1, say("palette-nothing"), _nothing)

    async def _call(self, action: Action) -> None:
        pane = _ROOMS[action.room]
        namespace: DOMNode = self.screen if pane is None else self.screen.query_one(pane)
        await self.app.run_action(action.do, namespace)


def _other_score(query: str, matcher: Matcher, action: Action) -> float:
    """How well an action matches in the language that it is not shown in, or by pinyin."""
    chinese = catalogue("zh").get(action.summary, "")
    if len(query) > 1 and spells(query.lower(), chinese):
        return _SPELLED
    return _IN_OTHER_WORDS * max(matcher.match(action.summary), matcher.match(chinese))


async def _nothing() -> None:
    """Nothing is done where nothing was found."""


def _help(action: Action) -> str:
    return f"{shown_keys(action)} · {translated(action.topic)}"
