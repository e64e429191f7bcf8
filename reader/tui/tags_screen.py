"""The tags of the store: what each means and how often it is used, and every change of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from reader.controls import visible_line
from reader.desk import tagging
from reader.desk.tag_file import read_tags, write_tags
from reader.desk.tag_finding import all_tags, find_tags
from reader.errors import ReaderError
from reader.languages import tag_shown, translated
from reader.messages import explain, say
from reader.paths import typed_path
from reader.tags import COLOURS, Tag
from reader.tui.action import Room
from reader.tui.bindings import QUIT, bindings_of
from reader.tui.choices import Choices
from reader.tui.line_input import LineInput
from reader.tui.status import KeyLine, hint
from reader.tui.tag_rows import columns_of, tag_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.annotations.undoing import UndoneAct
    from reader.desk.desk import Desk
    from reader.desk.writer import Task

    DoLong = Callable[[Callable[[], object], Callable[[Task], None]], None]

_ALIAS_MARKS = str.maketrans("，、;；", ",,,,")
"""What may stand between aliases, besides a comma."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the line asks for.

    Attributes:
        title: What is asked.
        answer: Does what was typed and says what was done; raises `ReaderError`.
        preview: Says what Enter would do while one types.
    """

    title: str
    answer: Callable[[str], str]
    preview: Callable[[str], str] = lambda _: ""


class TagList(Choices, inherit_bindings=False):
    """The tags."""

    BINDINGS = bindings_of(Room.TAGS)


class AnswerLine(LineInput):
    """What the question is answered with; Esc leaves everything as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "screen.leave_line", "Leave the tag as it was")]


class TagsScreen(Screen[None]):
    """Lists the tags; each change is saved at once, and says what it touched."""

    BINDINGS: ClassVar[list[BindingType]] = [QUIT]

    rows = getters.query_one("#tagset", TagList)
    line = getters.query_one("#tagset-line", AnswerLine)
    says = getters.query_one("#tagset-says", Static)
    hints = getters.query_one("#tagset-hints", KeyLine)

    def __init__(self, desk: Desk, do_long: DoLong) -> None:
        """Prepare the list.

        Args:
            desk: The desk.
            do_long: Has something done by the writer, and what came of it shown; see `SavingScreen.do_long`.
        """
        super().__init__()
        self._desk = desk
        self._do_long = do_long
        self._tags: list[Tag] = []
        self._question: Question | None = None
        self._replaced: str | None = None

    def compose(self) -> ComposeResult:
        """The tags, a line to type in, what was done, and the keys."""
        yield TagList(id="tagset", markup=False, compact=True)
        yield AnswerLine(id="tagset-line")
        yield Static(id="tagset-says", markup=False)
        yield KeyLine(id="tagset-hints")

    def on_mount(self) -> None:
        """Show the tags."""
        self.rows.border_title = Content(say("tagset-title"))
        self._show()
        self.rows.focus()
        self._offer()

    def _offer(self) -> None:
        """Say which keys are likely next; while one types, the line says it."""
        if self._question is not None:
            self.hints.offer([])
            return
        first = (*(hint(f"tags.{name}") for name in ("new", "rename", "colour")), ("1 … 9 0", say("hint-key")))
        more = (hint(f"tags.{name}") for name in ("aliases", "merge", "delete", "undo", "save", "load"))
        self.hints.offer([*first, hint("tags.describe")], [hint("tags.back")], list(more))

    def on_resize(self) -> None:
        """Set the rows anew."""
        self._show()

    @property
    def tag(self) -> Tag | None:
        """The tag at hand."""
        at = self.rows.highlighted
        return self._tags[at] if at is not None and at < len(self._tags) else None

    def _show(self, name: str | None = None) -> None:
        """Show the tags as they are now, and go to one of them."""
        wanted = name or (self.tag.name if self.tag else None)
        at = self.rows.highlighted or 0
        uses = self._desk.tag_uses()
        self._tags = all_tags(self._desk.tags(), uses)
        width, columns = max(1, self.rows.scrollable_content_region.width - 2), columns_of(self._tags, uses)
        self.rows.clear_options()
        self.rows.add_options(Option(tag_row(tag, uses, width, columns)) for tag in self._tags)
        found = next((index for index, tag in enumerate(self._tags) if tag.name == wanted), at)
        self.rows.highlighted = min(found, len(self._tags) - 1) if self._tags else None

    def _say(self, words: str) -> None:
        self.says.update(Content(visible_line(words)))

    def _try(self, do: Callable[[], str], name: str | None = None, *, answered: bool = False) -> None:
        """Do something and say what was done, or why it could not be; that may take a while.

        Args:
            do: Does it, and says what was done.
            name: The tag to go to then.
            answered: Whether it is the answer to the question; then the line is left when it is done.
        """
        question = self._question

        def then(task: Task) -> None:
            if not self.is_attached:
                return
            if task.error is not None:
                self._say(explain(task.error))
                return
            self._show(name)
            self._say(task.result)
            if answered and self._question is question:
                self.action_leave_line(quiet=True)

        try:
            self._do_long(do, then)
        except ReaderError as error:
            self._say(explain(error))

    def tell_progress(self, words: str) -> None:
        """Show how far a task is; when it is done, that is said elsewhere."""
        if words:
            self._say(words)

    # The line

    def _ask(self, question: Question, text: str = "", offers: tuple[str, ...] = ()) -> None:
        self._question, self._replaced = question, None
        self.line.suggester = SuggestFromList(offers, case_sensitive=False) if offers else None
        with self.prevent(Input.Changed):
            self.line.value = visible_line(text)
        self.line.border_title = Content(question.title)
        self.line.border_subtitle = Content(say("line-keys"))
        self.line.display = True
        self.line.focus()
        self._say(question.preview(text))
        self._offer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what Enter would do."""
        event.stop()
        if self._question is not None:
            self._say(self._question.preview(event.value.strip()))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do it; what is refused stays in the line."""
        event.stop()
        question = self._question
        if question is not None:
            self._try(lambda: question.answer(event.value.strip()), event.value.strip(), answered=True)

    def action_leave_line(self, *, quiet: bool = False) -> None:
        """Go back to the tags."""
        self._question = None
        self.line.display = False
        self._offer()
        if not quiet:
            self._say("")
        self.rows.focus()

    # The acts

    def action_new(self) -> None:
        """Make a tag."""
        self._ask(Question(say("ask-new-tag"), lambda words: tagging.make_tag(self._desk, words).words))

    def action_rename(self) -> None:
        """Give the tag another name."""
        if (tag := self.tag) is not None:
            question = Question(
                say("ask-rename", tag=tag.name),
                lambda words: tagging.rename_tag(self._desk, tag.name, _name(tag, words)).words,
            )
            self._ask(question, tag_shown(tag.name))

    def action_colour(self) -> None:
        """Paint the tag otherwise."""
        if (tag := self.tag) is not None:
            question = Question(
                say("ask-colour", tag=tag.name),
                lambda words: tagging.recolour_tag(self._desk, tag.name, _colour_of(words)).words,
                lambda _: say("colours", known=say("comma").join(_colours())),
            )
            self._ask(question, "", (*_colours(), *COLOURS))

    def action_describe(self) -> None:
        """Say when the tag is to be given."""
        if (tag := self.tag) is not None:
            question = Question(
                say("ask-description", tag=tag.name),
                lambda words: tagging.describe_tag(self._desk, tag.name, _description(tag, words)).words,
            )
            self._ask(question, translated(tag.description))

    def action_aliases(self) -> None:
        """Say by which other names the tag is found."""
        if (tag := self.tag) is not None:
            question = Question(
                say("ask-aliases", tag=tag.name),
                lambda words: tagging.alias_tag(self._desk, tag.name, _aliases_of(words)).words,
            )
            self._ask(question, ", ".join(tag.aliases))

    def action_key(self, digit: int) -> None:
        """Let a digit give the tag; 0 for none."""
        if (tag := self.tag) is not None:
            self._try(lambda: tagging.key_tag(self._desk, tag.name, digit or None).words, tag.name)

    def action_merge(self) -> None:
        """Give another tag in its place."""
        if (tag := self.tag) is not None:
            question = Question(
                say("ask-merge", tag=tag.name),
                lambda words: tagging.merge_tags(self._desk, tag.name, self._other(tag, words).name).words,
                partial(self._merging, tag),
            )
            self._ask(question)

    def _other(self, tag: Tag, words: str) -> Tag:
        """The tag that something typed means, besides one.

        Raises:
            ReaderError: `tag-unknown`.
        """
        found = find_tags([one for one in self._tags if one != tag], words) if words else []
        if not found:
            raise ReaderError("tag-unknown", tag=words)
        return found[0]

    def _merging(self, tag: Tag, words: str) -> str:
        """What merging would do."""
        try:
            into = self._other(tag, words)
        except ReaderError as error:
            return explain(error) if words else say("merge-into")
        uses = self._desk.tag_uses()
        return say(
            "merge-would", tag=tag.name, count=uses.get(tag.name, 0), into=into.name, other=uses.get(into.name, 0)
        )

    def action_delete(self) -> None:
        """Delete the tag, from all annotations."""
        if (tag := self.tag) is not None:
            self._try(lambda: tagging.delete_tag(self._desk, tag.name).words)

    def action_undo(self) -> None:
        """Take back the last act."""
        self._try(lambda: _taken("undone", self._desk.undo()))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._try(lambda: _taken("redone", self._desk.redo()))

    def action_save(self) -> None:
        """Write the set to a file."""
        self._ask(Question(say("ask-save-tags"), self._save), "tags.toml")

    def _save(self, words: str) -> str:
        target, tags = typed_path(words), self._desk.tags()
        replacing, self._replaced = self._replaced == words, words
        try:
            write_tags(tags, target, replace=replacing)
        except ReaderError as error:
            if error.code == "target-exists":
                raise ReaderError("again-replaces", file=target) from error
            raise
        return say("tags-saved", count=len(tags.tags), file=target.absolute())

    def action_load(self) -> None:
        """Take over the tags of a file."""
        self._ask(Question(say("ask-load-tags"), self._load), "tags.toml")

    def _load(self, words: str) -> str:
        return tagging.load_tags(self._desk, read_tags(typed_path(words)), words).words

    def action_back(self) -> None:
        """Go back to the article."""
        self.dismiss()


def _taken(code: str, taken: UndoneAct) -> str:
    return say(f"{code}-tags", act=taken.act)


def _colours() -> dict[str, str]:
    """The colours by what they are called in the language of the interface."""
    return dict(zip(say("colour-names").split(), COLOURS, strict=True))


def _colour_of(words: str) -> str:
    """The colour whose name begins with what was typed, if there is only one; else what was typed."""
    typed = words.casefold()
    found = [one for name, one in _colours().items() if typed and (name.startswith(typed) or one.startswith(typed))]
    return found[0] if len(found) == 1 else words


def _name(tag: Tag, words: str) -> str:
    """What is to be saved: a shipped name that was only shown in another language stays as it is."""
    return tag.name if words == tag_shown(tag.name) else words


def _description(tag: Tag, words: str) -> str:
    """What is to be saved: a shipped description that was only shown in another language stays as it is."""
    return tag.description if words == translated(tag.description) else words


def _aliases_of(words: str) -> list[str]:
    return [alias for alias in words.translate(_ALIAS_MARKS).split(",") if alias.strip()]
