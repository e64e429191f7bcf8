"""Correcting a claim: its fields with what stands in them, and a line to type another value in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.claims.correcting import FIELDS
from reader.claims.reading import read_value
from reader.controls import visible_line
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.text.cells import NARROW
from reader.tui.bindings import QUIT
from reader.tui.choices import Choices
from reader.tui.field_words import meant, shown_choices, shown_words
from reader.tui.hanging import hung

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.claims.claim import Claim

_NAME = 11
"""Cells of the column of names."""

_HOW = {
    "value": "field-value",
    "unit": "field-unit",
    "period": "field-period",
    "indicator": "field-indicator",
    "entity": "field-entity",
}


class FieldLine(Input):
    """The value of the field; Esc leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "screen.leave_field", "Leave the field as it was")]


class ClaimEditor(ModalScreen[None]):
    """Lists the fields of a claim; Enter edits one, Enter again saves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,e", "dismiss", "Go back to the article"),
        QUIT,
    ]

    fields = getters.query_one("#editor-fields", OptionList)
    says = getters.query_one("#editor-says", Static)
    line = getters.query_one("#editor-line", FieldLine)

    def __init__(self, claim: Claim, found: Claim, save: Callable[[str, str], Claim]) -> None:
        """Prepare the screen.

        Args:
            claim: The claim as it is now.
            found: As it was found.
            save: Saves what was typed into a field and returns the claim as it is then; raises `ReaderError`.
        """
        super().__init__()
        self._claim = claim
        self._found = found
        self._save = save

    def compose(self) -> ComposeResult:
        """The fields, a line to type in, a line that says what may stand there."""
        with Vertical(id="editor-box") as box:
            box.border_title = Content(say("editor-title", quote=self._claim.exact))
            yield Choices(id="editor-fields", markup=False)
            yield FieldLine(id="editor-line")
            yield Static(id="editor-says", markup=False)

    def on_mount(self) -> None:
        """List the fields."""
        self.fields.add_options(Option(self._prompt(field), id=field) for field in FIELDS)
        self.fields.highlighted = 0
        self._offer()

    def _offer(self) -> None:
        """Say which keys work now."""
        box = self.query_one("#editor-box")
        box.border_subtitle = Content(say("typing-keys" if self.line.display else "editor-keys"))

    def _prompt(self, field: str) -> Content:
        """Name and value of a field, and what was found where that was something else."""
        words, found = _listed(self._claim, field), _listed(self._found, field)
        before = f"  ({say('editor-found', words=found or say('nothing'))})" if words != found else ""
        return Content.assemble((_padded(say(f"heading-{field}")), "bold"), words or "—", before)

    @property
    def _field(self) -> str:
        return FIELDS[self.fields.highlighted or 0]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Type another value."""
        event.stop()
        choices = shown_choices(self._field)
        self.line.suggester = SuggestFromList(choices, case_sensitive=False)
        self.line.value = shown_words(self._claim, self._field)
        self.line.display = True
        self._offer()
        self.line.focus()
        how = say("field-choices", choices=say("comma").join(choices)) if choices else say(_HOW[self._field])
        self._say(say("field-how", field=say(f"heading-{self._field}"), how=how))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save the field, or say why it cannot be saved."""
        event.stop()
        try:
            self._claim = self._save(self._field, meant(self._field, event.value))
        except ReaderError as error:
            named = {**error.parameters, "field": say(f"heading-{self._field}")}
            if choices := shown_choices(self._field):
                named["allowed"] = say("comma").join(choices)
            self._say(explain(ReaderError(error.code, **named)))
            return
        for field in FIELDS:
            self.fields.replace_option_prompt(field, self._prompt(field))
        self.action_leave_field()
        self._say(say("field-saved", field=say(f"heading-{self._field}")))

    def action_leave_field(self) -> None:
        """Go back to the fields."""
        self.line.display = False
        self._offer()
        self._say("")
        self.fields.focus()

    def _say(self, words: str) -> None:
        """Say something in rows of our own: Textual breaks Chinese as if it were one word."""
        width = self.says.content_region.width or self.fields.content_region.width
        self.says.update(Content(hung("", visible_line(words), max(1, width))))


def _listed(claim: Claim, field: str) -> str:
    """What stands in a field, for reading: a value with its thousands marked."""
    return read_value(claim.value) if field == "value" else shown_words(claim, field)


def _padded(name: str) -> str:
    return name + " " * (_NAME - NARROW.of(name))
