"""What parsers of the standard library, and our own checks, say is wrong where the rest of their words differs each time.

Whoever catches such an error hands its English words on as the `reason` of a message, and knows nothing of languages.
In English they stay as they are; in another language their parts are found here and put together as it says them.
"""

from __future__ import annotations

import re
from functools import cache

from reader.languages import chosen, translated

_QUOTED = r"""(?P<key>'[^']*'|"[^"]*")"""

_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?P<fault>.+) \(at line (?P<line>\d+), column (?P<column>\d+)\)", "line {line}, column {column}: {fault}"),
    (r"(?P<fault>.+): line (?P<line>\d+) column (?P<column>\d+) \(char \d+\)", "line {line}, column {column}: {fault}"),
    (r"(?P<fault>.+) \(at end of document\)", "at the end: {fault}"),
    (rf"Cannot declare \({_QUOTED},?\) twice", "{key} is declared twice"),
    (rf"(?:Cannot redefine namespace|Cannot mutate immutable namespace) \({_QUOTED},?\)", "{key} is declared twice"),
    (rf"Duplicate inline table key {_QUOTED}", "{key} is declared twice"),
    (r"(?:Illegal character|Found invalid character) (?P<key>.+)", "{key} must not stand here"),
    (r"Expected (?P<key>'.'|\"'+\"|'\"+')", "{key} should stand here"),
    (
        r"'(?P<encoding>[\w-]+)' codec can't decode bytes? (?:0x\w+ )?in position (?P<at>\d+)\b.*",
        "no {encoding} at byte {at}",
    ),
    (r"'(?P<encoding>[\w-]+)' codec can't encode .*", "it holds what {encoding} cannot say"),
    (r"field larger than field limit \((?P<limit>\d+)\)", "longer than {limit} characters"),
    (r"longer than (?P<limit>\d+) characters", "longer than {limit} characters"),
    (r"at most (?P<limit>\d+) characters", "at most {limit} characters"),
    (r"larger than (?P<limit>\d+) bytes", "larger than {limit} bytes"),
    (r"(?P<start>-?\d+)\.\.(?P<end>-?\d+) is no span of the text", "{start} to {end} is no span of the text"),
    (r"(?P<word>-?\w+) is no JSON", "{word} is no JSON"),
)
"""Patterns of reasons, and how they are told; what they call `fault` is a reason itself."""

FAULTS: tuple[str, ...] = (
    "Expected newline or end of document after a statement",
    "Expected '=' after a key in a key/value pair",
    "Expected ']' at the end of a table declaration",
    "Expected ']]' at the end of an array declaration",
    "Invalid statement",
    "Invalid value",
    "Invalid hex value",
    "Invalid date or datetime",
    "Invalid initial character for a key part",
    "Unclosed array",
    "Unclosed inline table",
    "Unterminated string",
    "Unescaped '\\' in a string",
    "Escaped character is not a Unicode scalar value",
    "Cannot overwrite a value",
    "Expecting value",
    "Expecting property name enclosed in double quotes",
    "Expecting ':' delimiter",
    "Expecting ',' delimiter",
    "Illegal trailing comma before end of object",
    "Illegal trailing comma before end of array",
    "Unterminated string starting at",
    "Invalid \\escape",
    "Invalid \\uXXXX escape",
    "Invalid control character at",
    "Extra data",
    "unexpected end of data",
    "line contains NUL",
    "',' expected after '\"'",
    "new-line character seen in unquoted field - do you need to open the file with newline=''?",
    "No closing quotation",
    "No escaped character",
    "its first line",
)
"""What is told in one piece: of TOML, JSON, CSV, command lines; and of a store's first line."""

FORMS: tuple[str, ...] = tuple(dict.fromkeys(form for _, form in _FORMS))
"""How the others are told, in English, for the catalogue."""


def told_reason(words: str) -> str:
    """A reason in the language of the interface; as it is where nobody here knows it."""
    if chosen() == "en":
        return words
    if (known := translated(words)) != words:
        return known
    for pattern, form in _patterns():
        if (found := pattern.fullmatch(words)) is not None:
            parts = {name: told_reason(part) if name == "fault" else part for name, part in found.groupdict().items()}
            return translated(form).format(**parts)
    return words


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.DOTALL), form) for pattern, form in _FORMS)
