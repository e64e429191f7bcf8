"""What an action is: its keys, its name, where it can be called and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.languages import translated


class Room(StrEnum):
    """Where an action can be called."""

    ANYWHERE = "anywhere"
    LIBRARY = "library"
    ARTICLE = "article"
    CLAIMS = "claims table"
    SOURCE = "source"
    EVIDENCE = "evidence"
    ANNOTATIONS = "all annotations"
    NOTE = "note"
    PICKER = "tag picker"
    TAGS = "tags"

    @property
    def stands_alone(self) -> bool:
        """Whether it is a screen of its own, where what can be called anywhere else cannot be called."""
        return self in (Room.CLAIMS, Room.EVIDENCE, Room.ANNOTATIONS, Room.TAGS)


class Topic(StrEnum):
    """What an action is about; the headings of the help."""

    GO = "Go"
    MOVE = "Move"
    FIND = "Find"
    TABLE = "In the table of claims"
    SELECT = "Select"
    TAG = "Tag and annotate"
    EVIDENCE = "In the list of evidence"
    ANNOTATIONS = "In the table of annotations"
    NOTE = "While writing a note"
    PICKER = "In the picker of tags"
    TAGS = "In the list of tags"
    WORK = "Work"
    VIEW = "View"


@dataclass(frozen=True, slots=True)
class Action:
    """One action.

    Attributes:
        id: What a key file calls it (`claim.next`).
        keys: Names of its keys, as Textual calls them.
        do: The method that does it, without `action_`, perhaps behind `screen.`, with arguments where it takes any.
        label: A word or two for the line of keys.
        summary: What it does, in a line.
        room: Where it can be called.
        topic: What it is about.
        selecting: Whether it can only be called while something is selected; its keys may do other things otherwise.
        bordering: Whether it can only be called while the borders of an annotation are moved.
    """

    id: str
    keys: tuple[str, ...]
    do: str
    label: str
    summary: str
    room: Room
    topic: Topic
    selecting: bool = False
    bordering: bool = False

    @property
    def name(self) -> str:
        """Its label in the language of the interface."""
        return translated(self.label)

    @property
    def does(self) -> str:
        """Its summary in the language of the interface."""
        return translated(self.summary)


def action(
    id_: str,
    keys: str,
    do: str,
    label: str,
    summary: str,
    topic: Topic,
    room: Room,
    *,
    selecting: bool = False,
    bordering: bool = False,
) -> Action:
    """An action as the tables write it: its keys parted by blanks. See `Action`."""
    return Action(id_, tuple(keys.split()), do, label, summary, room, topic, selecting, bordering)
