"""The picker of tags, below the article: type to find, Enter gives or takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from reader.controls import visible_line
from reader.languages import translated
from reader.messages import say
from reader.tags import TagSet
from reader.tui.action import Room
from reader.tui.bindings import bindings_of
from reader.tui.choices import Choices
from reader.tui.line_input import LineInput
from reader.tui.tag_rows import columns_of, tag_row
from reader.tui.typing_keys import act_at_once, acts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from reader.tags import Tag

_ACTS = acts_of(Room.PICKER)

MOST = 100
"""Tags that are listed at once; typing finds the others."""


class TagLine(LineInput):
    """What is typed to find a tag."""

    BINDINGS = bindings_of(Room.PICKER)

    async def _on_key(self, event: events.Key) -> None:
        if not await act_at_once(self, _ACTS, event):
            await super()._on_key(event)


class TagPicker(Vertical):
    """A line to type in, the tags that it finds, and what the one at hand means. The keys stay in the line."""

    line = getters.query_one("#tags-line", TagLine)
    choices = getters.query_one("#tags-list", Choices)
    says = getters.query_one("#tags-says", Static)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._tags: Sequence[Tag] = ()
        self._uses: Mapping[str, int] = {}
        self._given: frozenset[str] = frozenset()
        self._found: list[Tag] = []
        self._typed: str | None = None

    def compose(self) -> ComposeResult:
        """The line above the list, so that it stays where it is however many are found."""
        yield TagLine(id="tags-line", select_on_focus=False, placeholder=say("picker-placeholder"))
        yield Choices(id="tags-list", markup=False, compact=True)
        yield Static(id="tags-says", markup=False)

    def on_mount(self) -> None:
        """The list is moved through by keys of the line."""
        self.choices.can_focus = False
        self.border_subtitle = Content(say("picker-keys"))

    def begin(self, about: str) -> None:
        """Show the picker.

        Args:
            about: What is tagged, already made visible.
        """
        self.border_title = Content(say("picker-title", about=about))
        self.display = True
        with self.prevent(Input.Changed):
            self.line.value = ""
        self._typed = None
        self.line.focus()

    def show(self, tags: Sequence[Tag], uses: Mapping[str, int], given: frozenset[str]) -> None:
        """Show the tags as they are now.

        Args:
            tags: All that can be given.
            uses: How many annotations have each.
            given: Those that what is tagged has.
        """
        self._tags, self._uses, self._given = tags, uses, given
        self._list()

    @property
    def typed(self) -> str:
        """What is typed."""
        return self.line.value.strip()

    @property
    def at_hand(self) -> Tag | None:
        """The tag that Enter gives or takes; None where it would make one."""
        self._follow()
        at = self.choices.highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    def clear(self) -> None:
        """Forget what was typed, for the next tag."""
        self.line.value = ""
        self._follow()

    def step(self, step: int) -> None:
        """Go to another tag of the list."""
        self._follow()
        count = self.choices.option_count
        if count:
            self.choices.highlighted = min(max(0, (self.choices.highlighted or 0) + step), count - 1)

    def page(self, step: int) -> None:
        """Go a page further in the list."""
        self.step(step * max(1, self.choices.size.height - 1))

    def tell(self, message: str) -> None:
        """Say something in the place of what the tag at hand means, until another is."""
        self.says.update(Content.styled(visible_line(message), "$text-warning"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what is typed."""
        event.stop()
        self._follow()

    def _follow(self) -> None:
        """Find what is typed, where that was not done yet: keys may come faster than messages."""
        if self._typed != self.typed:
            self._list()

    def on_resize(self) -> None:
        """Set the rows anew."""
        if self.display:
            self._list()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the tag at hand means."""
        event.stop()
        self._explain()

    def _list(self) -> None:
        from reader.desk.tag_finding import find_tags

        before = self._found[self.choices.highlighted or 0].name if self._found and self._typed == self.typed else None
        self._typed = self.typed
        self._found = find_tags(self._tags, self._typed)[:MOST]
        width = max(1, self.choices.scrollable_content_region.width - 2)
        columns = columns_of(self._found, self._uses)
        self.choices.clear_options()
        self.choices.add_options(
            Option(tag_row(tag, self._uses, width, columns, given=tag.name in self._given)) for tag in self._found
        )
        if self._typed and not TagSet(tuple(self._found)).called(self._typed):
            self.choices.add_option(Option(Content(say("picker-make", tag=self._typed[:80]))))
        at = next((index for index, tag in enumerate(self._found) if tag.name == before), 0)
        self.choices.highlighted = at if self.choices.option_count else None
        self._explain()

    def _explain(self) -> None:
        at = self.choices.highlighted
        tag = self._found[at] if at is not None and at < len(self._found) else None
        if tag is None:
            self.says.update(Content(say("picker-makes" if self._typed else "picker-empty")))
        else:
            self.says.update(Content(visible_line(translated(tag.description)) or say("tag-without-description")))
