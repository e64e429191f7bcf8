"""Revisions of an annotation that grew beside each other, side by side: which one shall stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from reader.controls import visible, visible_line
from reader.desk.act import quote_of
from reader.desk.conflict_acts import both, keep, take
from reader.errors import ReaderError
from reader.languages import tags_shown
from reader.messages import explain, say
from reader.tui.bindings import QUIT
from reader.tui.choices import Choices
from reader.tui.reading_out import told_time
from reader.tui.verdicts import signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk


class ConflictsScreen(ModalScreen[None]):
    """Lists conflicts; below, what stands and what waits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1,left", "settle('keep')", "Keep what stands"),
        Binding("2,right", "settle('take')", "Take the other"),
        Binding("3,b", "settle('both')", "Put both together"),
        Binding("u", "undo", "Take back the last act"),
        Binding("escape,q", "dismiss(None)", "Go back to the article"),
        QUIT,
    ]

    listed = getters.query_one("#conflicts-list", OptionList)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._waiting: list[Annotation] = []

    def compose(self) -> ComposeResult:
        """The list, the two versions, a line that says what happened."""
        with Vertical(id="conflicts-box") as box:
            box.border_title = Content(say("conflicts-title"))
            yield Choices(id="conflicts-list", markup=False)
            with Horizontal(id="conflicts-sides"):
                yield Static(id="conflicts-stands", markup=False)
                yield Static(id="conflicts-waits", markup=False)
            yield Static(id="conflicts-says", markup=False)

    def on_mount(self) -> None:
        """List the conflicts."""
        self._list(0)

    def _list(self, at: int) -> None:
        self._waiting = self._desk.repository.conflicts()
        self.listed.clear_options()
        self.listed.add_options(Content(visible_line(f"{quote_of(one)}  {one.annotator}")) for one in self._waiting)
        self.listed.highlighted = min(at, len(self._waiting) - 1) if self._waiting else None
        self._show()

    def on_option_list_option_highlighted(self) -> None:
        """Show both versions."""
        self._show()

    @property
    def _present(self) -> Annotation | None:
        at = self.listed.highlighted
        return self._waiting[at] if at is not None and at < len(self._waiting) else None

    def _show(self) -> None:
        waiting = self._present
        stands = self._desk.repository.get(waiting.id) if waiting else None
        sides = ((say("conflict-stands"), stands, "1"), (say("conflict-waits"), waiting, "2"))
        for name, (title, side, key) in zip(("#conflicts-stands", "#conflicts-waits"), sides, strict=True):
            lines = _lines(f"{key} {title}", side) if waiting else []
            self.query_one(name, Static).update(Content("\n").join(lines))
        self.query_one("#conflicts-sides").display = waiting is not None
        box = self.query_one("#conflicts-box")
        box.border_subtitle = Content(say("conflicts-keys" if waiting else "conflicts-keys-none"))
        if waiting is None:
            self._say(say("no-conflicts"))

    def _say(self, words: str) -> None:
        self.query_one("#conflicts-says", Static).update(Content(visible_line(words)))

    def action_settle(self, how: str) -> None:
        """Let one of the two stand, or both together."""
        waiting = self._present
        if waiting is None:
            return
        settle: dict[str, Callable[[Desk, Annotation], str]] = {"keep": keep, "take": take, "both": both}
        try:
            said = settle[how](self._desk, waiting)
        except ReaderError as error:
            self._say(explain(error))
            return
        self._list(self.listed.highlighted or 0)
        self._say(said if self._waiting else say("conflicts-all-settled", said=said))

    def action_undo(self) -> None:
        """Take the last act back."""
        try:
            taken = self._desk.undo()
        except ReaderError as error:
            self._say(explain(error))
            return
        self._list(self.listed.highlighted or 0)
        self._say(say("undone-tags", act=taken.act))


def _lines(title: str, one: Annotation | None) -> list[Content]:
    lines = [Content.styled(visible_line(title), "bold")]
    if one is None:
        return [*lines, Content(say("revision-deleted"))]
    told = [tags_shown(one.tags), signed(one.verdict), *one.evidence]
    lines += [Content(visible_line(words)) for words in told if words]
    lines += [Content(line) for line in visible(one.note).split("\n") if line]
    return [*lines, Content.styled(visible_line(f"{one.annotator} · {told_time(one.modified)}"), "$faint")]
