"""Where two annotators disagree, as a list; Enter goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reader.annotations.agreement import Disagreement
from reader.controls import visible_line
from reader.messages import say
from reader.tui.bindings import QUIT
from reader.tui.choices import Choices
from reader.tui.hanging import hung
from reader.tui.reading_out import summary_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.annotations.agreement import Agreement
    from reader.annotations.annotation import Annotation


class DisagreementsScreen(ModalScreen[Disagreement | None]):
    """Lists disagreements; returns the one to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Go back to the article"),
        QUIT,
    ]

    listed = getters.query_one("#disagreements-list", Choices)

    def __init__(self, found: Agreement) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """How far they agree, and the list."""
        found = self._found
        with Vertical(id="disagreements-box") as box:
            box.border_title = Content(say("disagreements-title"))
            box.border_subtitle = Content(say("disagreements-keys"))
            kappa = "–" if found.kappa is None else f"{found.kappa:.2f}"
            figures = (found.spans.exact_f1, found.spans.overlapping_f1)
            exact, overlapping = ("–" if one is None else f"{one:.3f}" for one in figures)
            summary = say("disagreements-summary", exact=exact, overlapping=overlapping, kappa=kappa, pairs=found.pairs)
            yield Static(Content(f"{summary}\n{say('disagreements-which')}"), id="disagreements-summary", markup=False)
            yield Choices(id="disagreements-list", markup=False)

    def on_resize(self) -> None:
        """List them, each below its head."""
        self.listed.list_anew(lambda width: (_option(one, width) for one in self._found.disagreements))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(self._found.disagreements[event.option_index])


def _option(one: Disagreement, width: int) -> Content:
    known = one.first or one.second
    where = known.provenance.title if known else ""
    kinds = say("comma").join(say(f"difference-{kind}") for kind in one.kinds)
    head = Content.styled(visible_line(f"{kinds} · {where}"), "bold")
    return Content("\n").join([head, _side("1", one.first, width), _side("2", one.second, width)])


def _side(number: str, one: Annotation | None, width: int) -> Content:
    return Content(hung(f"  {number} ", summary_of(one) if one else "–", width))
