"""Which articles of the library a line of words asks for, and in which order they stand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.controls import visible_line
from reader.languages import in_every_language
from reader.messages import MESSAGES
from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.desk.entry import Entry


class State(StrEnum):
    """How far a person has come with an article."""

    NEW = "new"
    READING = "reading"
    DONE = "done"


class Order(StrEnum):
    """What the library can be sorted by."""

    FILE = "file"
    TITLE = "title"
    DATE = "date"
    PUBLISHER = "publisher"
    STATE = "state"


_STATES = tuple(State)
_BREAK = "\n"
"""Stands in no title: between two articles."""


def sought(entries: Iterable[Entry]) -> list[str]:
    """What words are looked for in, for each article: its title, publisher, date and file."""
    return folded(_BREAK.join(map(_words, entries))).split(_BREAK)


def matching(
    words: Sequence[str], line: str, state_of: Callable[[int], State], among: Iterable[int] | None = None
) -> list[int]:
    """The articles that have every word of a line, in their order.

    Args:
        words: What `sought` gives for all articles.
        line: Words with blanks between, in either script and any width; `new`, `reading` and `done` after a colon, in any
            language of the interface, ask for articles in that state (`:new`).
        state_of: The state of an article, by its index.
        among: Indexes of the articles to look at; None for all.
    """
    found = list(range(len(words)) if among is None else among)
    for word in folded(visible_line(line)).split():
        if word.startswith(":"):
            states = {state for state in State if any(one.startswith(word[1:]) for one in _called(state))}
            found = [index for index in found if state_of(index) in states]
        else:
            found = [index for index in found if word in words[index]]
    return found


def _called(state: State) -> tuple[str, ...]:
    """What a state is called in each language of the interface."""
    return in_every_language(MESSAGES[f"done-{state}"])


def ordered(
    entries: Sequence[Entry], order: Order, state_of: Callable[[int], State], among: Iterable[int]
) -> list[int]:
    """The articles sorted; equal ones in the order of their files, those of which nothing is known last.

    Args:
        entries: All articles.
        order: What to sort by; dates with the latest first.
        state_of: The state of an article, by its index.
        among: Indexes of the articles to sort.
    """
    indexes = sorted(among)
    if order is Order.FILE:
        return indexes
    if order is Order.STATE:
        return sorted(indexes, key=lambda index: _STATES.index(state_of(index)))
    keys = {index: _key(entries[index], order) for index in indexes}
    known = [index for index in indexes if keys[index]]
    known.sort(key=keys.__getitem__, reverse=order is Order.DATE)
    return known + [index for index in indexes if not keys[index]]


def _words(entry: Entry) -> str:
    facts = entry.facts
    told = (facts.title, facts.publisher or "", facts.date or "") if facts is not None else ()
    return " ".join((*told, entry.path.name)).replace(_BREAK, " ")


def _key(entry: Entry, order: Order) -> str:
    facts = entry.facts
    if facts is None:
        return ""
    return {Order.TITLE: facts.title, Order.DATE: facts.date, Order.PUBLISHER: facts.publisher}[order] or ""
