"""Reading the fields of a document that others may have written or edited."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from reader.controls import visible, visible_line
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)


class Fields:
    """Reads the fields of one document, and says which one has no meaning."""

    def __init__(self, document: object) -> None:
        """Take the document.

        Raises:
            TypeError: It is no JSON object.
        """
        if not isinstance(document, dict):
            raise TypeError("not an object")
        self.document: Mapping[str, Any] = document

    def read(self, name: str, convert: Callable[[Any], T], default: T | None = None) -> T:
        """The field, converted; `default` where it is missing.

        Raises:
            ReaderError: `annotation-invalid`: it is missing and has no default, or `convert` refused it.
        """
        if name not in self.document:
            if default is not None:
                return default
            raise ReaderError("annotation-invalid", field=name, reason="missing")
        try:
            return convert(self.document[name])
        except (ValueError, TypeError, AttributeError) as error:
            raise ReaderError("annotation-invalid", field=name, reason=str(error)) from error

    def optional(self, name: str, convert: Callable[[Any], T]) -> T | None:
        """The field, converted; None where it is missing or null."""
        return None if self.document.get(name) is None else self.read(name, convert)

    def inner(self, name: str, convert: Callable[[Fields], T]) -> T | None:
        """The object that stands in the field; None where it is missing or null."""
        return self.optional(name, lambda value: convert(Fields(value)))

    def identifier(self, name: str) -> UUID:
        """The field as an identifier."""
        return self.read(name, identifier)

    def word(self, name: str, choices: type[Word], default: Word | None = None) -> Word:
        """The field as one of a few words; the error names them."""
        return self.read(name, lambda value: _word(value, choices), default)

    def optional_word(self, name: str, choices: type[Word]) -> Word | None:
        """The same; None where it is missing or null."""
        return self.optional(name, lambda value: _word(value, choices))

    def text(self, name: str, default: str | None = None) -> str:
        """The field as text of several lines, control characters as visible stand-ins."""
        return self.read(name, lambda value: visible(string(value)), default)

    def line(self, name: str, default: str | None = None) -> str:
        """The field as text on one line."""
        return self.read(name, line, default)

    def number(self, name: str) -> int:
        """The field as a whole number, 0 or greater."""
        return self.read(name, _whole)


def string(value: object) -> str:
    """The value, if it is a string."""
    if not isinstance(value, str):
        raise TypeError("not a string")
    return value


def strings(value: object) -> list[str]:
    """The value, if it is a list of strings."""
    if not isinstance(value, list):
        raise TypeError("not a list")
    return [string(item) for item in value]


def identifier(value: object) -> UUID:
    """The identifier that a string is."""
    try:
        return UUID(string(value))
    except ValueError as error:
        raise ValueError("not an identifier") from error


def none_of(choices: type[StrEnum]) -> str:
    """What is wrong with a word that is none of some."""
    return f"none of {', '.join(choices)}"


def line(value: object) -> str:
    """The value as text on one line, if it is a string."""
    return visible_line(string(value))


def _word(value: Any, choices: type[Word]) -> Word:
    try:
        return choices(value)
    except ValueError as error:
        raise ValueError(none_of(choices)) from error


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("not a whole number")
    return value
