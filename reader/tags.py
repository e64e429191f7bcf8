"""Tags: what one is called, how it is painted, which digit gives it, and what it means."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.controls import visible_line
from reader.errors import ReaderError
from reader.languages import tag_shown
from reader.messages import explain

if TYPE_CHECKING:
    from collections.abc import Iterable

COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "grey")
"""What a tag may be painted in; the app gives each a shade that suits its theme."""

KEYS = range(1, 10)
"""The digits that may give a tag."""

MAX_TAG = 64
"""Longest name of a tag, in code points."""

MAX_DESCRIPTION = 500
"""Longest description, in code points."""

MAX_ALIASES = 20
"""Most other names of one tag."""

_FIELDS = frozenset({"name", "key", "colour", "aliases", "description"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that can be given to a claim, a span or an article.

    Attributes:
        name: What it is called, on the screen and in exports.
        key: The digit that gives it, 1 to 9, or None.
        colour: One of `COLOURS`.
        description: When to give it.
        aliases: Other names that the picker finds it by.
    """

    name: str
    key: int | None = None
    colour: str = "grey"
    description: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TagSet:
    """The tags that a store or the settings know.

    Attributes:
        tags: Those with a digit first, in their order, then the others by name.
    """

    tags: tuple[Tag, ...] = ()

    @classmethod
    def of(cls, tags: Iterable[Tag]) -> TagSet:
        """The set of some tags, put in order."""
        return cls(tuple(sorted(tags, key=lambda tag: (tag.key or len(KEYS) + 1, tag.name.casefold(), tag.name))))

    @property
    def keyed(self) -> tuple[Tag, ...]:
        """Those that a digit gives."""
        return tuple(tag for tag in self.tags if tag.key is not None)

    def of_key(self, key: int) -> Tag | None:
        """The tag that the digit gives, if any."""
        return next((tag for tag in self.tags if tag.key == key), None)

    def named(self, name: str) -> Tag | None:
        """The tag of that name, if the set knows it."""
        return next((tag for tag in self.tags if tag.name == name), None)

    def called(self, word: str) -> Tag | None:
        """The tag of that name, else the one that the screen calls so."""
        return self.named(word) or next((tag for tag in self.tags if tag_shown(tag.name) == word), None)

    def colour_of(self, name: str) -> str:
        """What a tag is painted in; grey where the set does not know it."""
        tag = self.named(name)
        return tag.colour if tag else "grey"


def valid_tag(name: str) -> str:
    """The name of a tag as it is stored: composed (NFC), without blanks around it, control characters made visible.

    Raises:
        ReaderError: `tag-blank`, `tag-too-long`, or `tag-with-bar`: exports join tags with `|`.
    """
    tag = visible_line(unicodedata.normalize("NFC", name.strip()))
    if not tag:
        raise ReaderError("tag-blank")
    if len(tag) > MAX_TAG:
        raise ReaderError("tag-too-long", tag=tag[:MAX_TAG], limit=MAX_TAG)
    if "|" in tag:
        raise ReaderError("tag-with-bar", tag=tag)
    return tag


def mended_tag(name: str) -> str:
    """A tag that a file holds, made valid at all costs; empty where nothing is left."""
    return visible_line(unicodedata.normalize("NFC", name.strip())).replace("|", "｜")[:MAX_TAG]


def valid_key(key: object) -> int | None:
    """A tag's digit, or None for none.

    Raises:
        ReaderError: `tag-key-invalid`.
    """
    if key is not None and (type(key) is not int or key not in KEYS):
        raise ReaderError("tag-key-invalid", key=key)
    return key


def valid_colour(colour: object) -> str:
    """A tag's colour.

    Raises:
        ReaderError: `tag-colour-invalid`.
    """
    if not isinstance(colour, str) or colour not in COLOURS:
        raise ReaderError("tag-colour-invalid", colour=colour, known=", ".join(COLOURS))
    return colour


def valid_description(text: object) -> str:
    """A tag's description, on one line.

    Raises:
        ReaderError: `tag-description-invalid`, or `tag-description-too-long`.
    """
    if not isinstance(text, str):
        raise ReaderError("tag-description-invalid")
    if len(text) > MAX_DESCRIPTION:
        raise ReaderError("tag-description-too-long", length=len(text), limit=MAX_DESCRIPTION)
    return visible_line(unicodedata.normalize("NFC", " ".join(text.split())))


def valid_aliases(aliases: object, name: str) -> tuple[str, ...]:
    """A tag's other names: each as a name is, none twice, and none that is its name.

    Raises:
        ReaderError: `tag-aliases-invalid`, `too-many-aliases`, or as `valid_tag`.
    """
    if not isinstance(aliases, list | tuple) or not all(isinstance(alias, str) for alias in aliases):
        raise ReaderError("tag-aliases-invalid")
    valid = tuple(dict.fromkeys(map(valid_tag, aliases)))
    if len(valid) > MAX_ALIASES:
        raise ReaderError("too-many-aliases", limit=MAX_ALIASES)
    return tuple(alias for alias in valid if alias != name)


def tag_record(tag: Tag) -> dict[str, Any]:
    """A tag as a file has it; `tags_of` gives back an equal one."""
    record = {"name": tag.name, "key": tag.key, "colour": tag.colour, "aliases": list(tag.aliases)}
    return {
        **{name: value for name, value in record.items() if value not in (None, [])},
        "description": tag.description,
    }


def tags_of(records: object) -> tuple[Tag, ...]:
    """The tags that a file holds, in its order.

    Raises:
        ReaderError: What is wrong with which of them.
    """
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise ReaderError("tags-no-tables")
    tags = tuple(_tag_of(record) for record in records)
    names, keys = [tag.name for tag in tags], [tag.key for tag in tags if tag.key is not None]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ReaderError("tag-twice", name=twice[0])
    if shared := [key for key in keys if keys.count(key) > 1]:
        raise ReaderError("tag-key-twice", key=shared[0])
    return tags


def _tag_of(record: dict[str, Any]) -> Tag:
    name = record.get("name")
    if not isinstance(name, str):
        raise ReaderError("tag-blank")
    name = valid_tag(name)
    try:
        return _checked(name, record)
    except ReaderError as error:
        raise ReaderError("tag-invalid", name=name, reason=explain(error)) from error


def _checked(name: str, record: dict[str, Any]) -> Tag:
    if unknown := sorted(map(str, record.keys() - _FIELDS)):
        raise ReaderError("tag-field-unknown", field=unknown[0])
    return Tag(
        name=name,
        key=valid_key(record.get("key")),
        colour=valid_colour(record.get("colour", "grey")),
        description=valid_description(record.get("description", "")),
        aliases=valid_aliases(record.get("aliases", []), name),
    )
