"""The evidence of an annotation: addresses to open, edit, add and remove."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from reader.controls import visible_line
from reader.desk.act import quote_of
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.action import Room
from reader.tui.bindings import QUIT, bindings_of
from reader.tui.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.annotations.annotation import Annotation


class AddressLine(Input):
    """An address; Esc leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "screen.leave_line", "Leave the address as it was")]


class AddressList(Choices, inherit_bindings=False):
    """The addresses."""

    BINDINGS = bindings_of(Room.EVIDENCE)


class EvidenceScreen(ModalScreen[None]):
    """Lists addresses; what is done to them is saved at once."""

    BINDINGS: ClassVar[list[BindingType]] = [QUIT]

    addresses = getters.query_one("#evidence-list", AddressList)
    line = getters.query_one("#evidence-line", AddressLine)
    says = getters.query_one("#evidence-says", Static)

    def __init__(
        self,
        annotation: Annotation,
        put: Callable[[str, str | None], Annotation | None],
        remove: Callable[[str], Annotation | None],
        browse: Callable[[str], str],
    ) -> None:
        """Prepare the screen.

        Args:
            annotation: Whose evidence it is.
            put: Saves an address, perhaps in the place of another; returns the annotation as it is then, raises `ReaderError`.
            remove: Takes an address away; returns the annotation as it is then, None where it is gone with it.
            browse: Opens an address and says what came of it.
        """
        super().__init__()
        self._annotation: Annotation | None = annotation
        self._quote = quote_of(annotation)
        self._put = put
        self._remove = remove
        self._browse = browse
        self._editing: str | None = None

    def compose(self) -> ComposeResult:
        """The addresses, a line to type in, a line that says what happened."""
        with Vertical(id="evidence-box") as box:
            box.border_title = Content(say("evidence-title", quote=visible_line(self._quote)))
            yield AddressList(id="evidence-list", markup=False)
            yield AddressLine(id="evidence-line")
            yield Static(id="evidence-says", markup=False)

    def on_mount(self) -> None:
        """List the addresses."""
        self._list()

    @property
    def _shown(self) -> tuple[str, ...]:
        return self._annotation.evidence if self._annotation is not None else ()

    @property
    def _present(self) -> str | None:
        """The address that the keys work on."""
        at = self.addresses.highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def _list(self, at: int = 0) -> None:
        self.addresses.clear_options()
        self.addresses.add_options(Content(visible_line(url)) for url in self._shown)
        self.addresses.highlighted = min(at, len(self._shown) - 1) if self._shown else None
        if not self._shown:
            self._say(say("evidence-none"))
        self._offer()

    def _offer(self) -> None:
        """Say which keys work now."""
        code = "typing-keys" if self.line.display else "evidence-keys" if self._shown else "evidence-keys-none"
        self.query_one("#evidence-box").border_subtitle = Content(say(code))

    def _say(self, words: str) -> None:
        self.says.update(Content(visible_line(words)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the address, also where it is clicked."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the address in the browser."""
        if self._present is not None:
            self._say(self._browse(self._present))

    def action_add(self) -> None:
        """Type another address."""
        self._type(None)

    def action_edit(self) -> None:
        """Type something else in the place of the address."""
        if self._present is not None:
            self._type(self._present)

    def _type(self, address: str | None) -> None:
        self._editing = address
        self.line.value = visible_line(address or "")
        self.line.display = True
        self.line.focus()
        self._say(say("evidence-how"))
        self._offer()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save the address, or say why it cannot be saved."""
        event.stop()
        try:
            self._annotation = self._put(event.value, self._editing)
        except ReaderError as error:
            self._say(explain(error))
            return
        self.action_leave_line()
        self._list(self.addresses.highlighted or 0 if self._editing else len(self._shown) - 1)

    def action_leave_line(self) -> None:
        """Go back to the addresses."""
        self.line.display = False
        self._say("")
        self._offer()
        self.addresses.focus()

    def action_remove(self) -> None:
        """Take the address away."""
        if self._present is not None:
            at = self.addresses.highlighted or 0
            self._annotation = self._remove(self._present)
            self._list(at)

    def action_back(self) -> None:
        """Go back to the article."""
        self.dismiss(None)
