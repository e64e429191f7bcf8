"""One line to type in, below the article: what to search for, or where to go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from reader.messages import say

if TYPE_CHECKING:
    from textual import events
    from textual.suggester import Suggester


class Purpose(StrEnum):
    """What a line is asked for. What Enter and Esc do then is said by the message `prompt-keys-` with its name."""

    SEARCH = "search"
    """Words to search in the article."""
    PERCENT = "percent"
    """How far to go in it."""
    FILTER = "filter"
    """Words that the listed articles must have."""
    EVERYWHERE = "everywhere"
    """Words to search in all articles."""
    ADDING = "adding"
    """A file or folder to add to the library."""
    EVIDENCE = "evidence"
    """An address."""
    COMPARING = "compare"
    """The store of another annotator."""


class Prompt(Input):
    """Asks for a line; Enter answers, Esc leaves, Tab takes what is offered."""

    @dataclass
    class Typed(Message):
        """The line has changed."""

        purpose: Purpose
        text: str

    @dataclass
    class Answered(Message):
        """The user pressed Enter."""

        purpose: Purpose
        text: str

    @dataclass
    class Left(Message):
        """The user pressed Esc."""

        purpose: Purpose

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, select_on_focus=True)
        self.purpose = Purpose.SEARCH

    def ask(self, purpose: Purpose, title: str, text: str = "", suggester: Suggester | None = None) -> None:
        """Show the line.

        Args:
            purpose: Comes back with the answer.
            title: What is asked for.
            text: What stands there first.
            suggester: Offers how to go on.
        """
        self.suggester = suggester
        self.purpose = purpose
        self.border_title = Content(title)
        self.border_subtitle = Content(say(f"prompt-keys-{purpose}"))
        with self.prevent(Input.Changed):
            self.value = text
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.post_message(self.Answered(self.purpose, event.value))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Left(self.purpose))
        elif event.key == "tab" and self.suggester is not None:
            event.stop()
            event.prevent_default()
            self.value = await self.suggester.get_suggestion(self.value) or self.value
            self.action_end()
        else:
            await super()._on_key(event)
