"""An annotation whose article cannot be opened: what it kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.claims.reading import read_out
from reader.controls import visible, visible_line
from reader.languages import chosen, tags_shown
from reader.messages import say
from reader.tui.bindings import QUIT
from reader.tui.verdicts import signed

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.annotations.annotation import Annotation


class FrozenScreen(ModalScreen[None]):
    """Shows the copy that an annotation keeps: its article's facts, its sentence, what was said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Go back to where one was"),
        QUIT,
        Binding("j,down", "scroll(1)", "Scroll down", show=False),
        Binding("k,up", "scroll(-1)", "Scroll up", show=False),
    ]

    def __init__(self, annotation: Annotation, why: str) -> None:
        """Prepare the screen.

        Args:
            annotation: The annotation.
            why: Why its article is not shown.
        """
        super().__init__()
        self._annotation = annotation
        self._why = why

    def compose(self) -> ComposeResult:
        """One text in a box that scrolls."""
        with VerticalScroll(id="frozen-box") as box:
            box.border_title = Content(say("frozen-title"))
            box.border_subtitle = Content(say("frozen-keys"))
            yield Static(Content("\n").join(self._lines()), markup=False)

    def _lines(self) -> list[Content]:
        one, article = self._annotation, self._annotation.provenance
        facts = (article.publisher, article.date, article.url, article.file)
        lines = [Content.styled(visible_line(self._why), "bold $text-warning"), Content("")]
        lines += [Content.styled(visible_line(article.title), "bold"), *_plain(*facts), Content("")]
        if one.target is not None:
            lines += [Content(visible_line(f"“{one.target.exact}”")), *_plain(one.sentence), Content("")]
        if one.claim is not None:
            lines += _plain(read_out(one.claim, language=chosen()))
        lines += _plain(tags_shown(one.tags), signed(one.verdict), *one.evidence)
        lines += [Content(line) for line in visible(one.note).split("\n")]
        return lines

    def action_scroll(self, rows: int) -> None:
        """Scroll so many rows down."""
        self.query_one("#frozen-box").scroll_relative(y=rows, animate=False)


def _plain(*texts: str | None) -> list[Content]:
    return [Content(visible_line(text)) for text in texts if text]
