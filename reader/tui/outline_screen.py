"""The headings of the article, to go to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.articles.article import ParagraphKind
from reader.messages import say
from reader.tui.bindings import QUIT
from reader.tui.choices import Choices

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.tui.reading import Reading


class OutlineScreen(ModalScreen[int | None]):
    """Lists title and headings; returns the offset of the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,O", "dismiss(None)", "Go back to the article"),
        QUIT,
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        article = reading.opened.article
        heads = (ParagraphKind.TITLE, ParagraphKind.HEADING)
        self._headings = [
            (start, reading.shown[start : start + len(paragraph.text)])
            for start, paragraph in zip(article.starts, article.paragraphs, strict=True)
            if paragraph.kind in heads and paragraph.repeats is None
        ]
        self._place = reading.place

    def compose(self) -> ComposeResult:
        """A list in a box."""
        headings = Choices(id="outline-box", markup=False)
        headings.border_title = say("outline-title")
        headings.border_subtitle = say("outline-keys")
        yield headings

    def on_mount(self) -> None:
        """Fill the list, and go to the heading above the place."""
        headings = self.query_one(OptionList)
        headings.add_options(Option(Content(text)) for _, text in self._headings)
        above = [index for index, (start, _) in enumerate(self._headings) if start <= self._place]
        headings.highlighted = above[-1] if above else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(self._headings[event.option_index][0])
