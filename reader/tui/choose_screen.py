"""Which of several annotations is meant: a small list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from reader.messages import say
from reader.tui.bindings import QUIT
from reader.tui.choices import Choices
from reader.tui.hanging import hung
from reader.tui.reading_out import summary_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList

    from reader.annotations.anchoring import Placed


class ChooseScreen(ModalScreen[UUID | None]):
    """Lists annotations that stand in one place; returns the id of the one that is meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Leave all as they are"),
        QUIT,
    ]

    choices = getters.query_one("#choose-list", Choices)

    def __init__(self, annotations: Sequence[Placed]) -> None:
        super().__init__()
        self._annotations = [placed.annotation for placed in annotations]

    def compose(self) -> ComposeResult:
        """The annotations, numbered."""
        with Vertical(id="choose-box") as box:
            box.border_title = Content(say("choose-annotation"))
            box.border_subtitle = Content(say("choose-keys"))
            yield Choices(id="choose-list", markup=False)

    def on_resize(self) -> None:
        """List them, numbered."""
        self.choices.list_anew(
            lambda width: (
                Content(hung(f"{number} ", summary_of(one), width)) for number, one in enumerate(self._annotations, 1)
            )
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """That one."""
        event.stop()
        self.dismiss(self._annotations[event.option_index].id)

    def on_key(self, event: events.Key) -> None:
        """A number chooses, too."""
        number = event.character or ""
        if number.isdecimal() and 1 <= int(number) <= len(self._annotations):
            event.stop()
            self.dismiss(self._annotations[int(number) - 1].id)
