"""What the program says to its user: one template a code, the only place that words and codes meet.

The templates stand by topic, a table in each module here; a code is in one of them only. They name their parameters
in braces. Where a template is wrong for a `count` of one, another stands beside it under its code with `-one`. Parameters are untrusted text (file names, tags, reasons): they are made visible, on one line, before they go
in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.controls import visible_line
from reader.languages import chosen, tag_shown, translated
from reader.messages.acts import ACTS
from reader.messages.anchoring import ANCHORING
from reader.messages.articles import ARTICLES
from reader.messages.exchange import EXCHANGE
from reader.messages.headings import HEADINGS
from reader.messages.notes import NOTES
from reader.messages.screens import SCREENS
from reader.messages.setup import SETUP
from reader.messages.store import STORE
from reader.messages.tables import TABLES
from reader.messages.tags import TAGS

if TYPE_CHECKING:
    from reader.errors import ReaderError

MESSAGES: dict[str, str] = {
    **ARTICLES,
    **STORE,
    **ACTS,
    **NOTES,
    **ANCHORING,
    **TAGS,
    **EXCHANGE,
    **TABLES,
    **HEADINGS,
    **SCREENS,
    **SETUP,
}


def _reason(words: str) -> str:
    """A reason in the language of the interface."""
    if chosen() == "en":
        return words
    from reader.reasons import told_reason  # nothing has gone wrong on the first screen

    return told_reason(words)


_TOLD = {
    "reason": _reason, "allowed": _reason, "kind": translated, "description": translated,
    "tag": tag_shown, "into": tag_shown, "other": tag_shown, "new": tag_shown,
}  # fmt: skip
"""Parameters that may be words of ours (see `reader.cli.reasons`), of parsers, or tags; others are never translated."""


def say(code: str, **parameters: object) -> str:
    """The message of `code` on one line, its parameters made visible; of its twin for one where `count` is that.

    Raises:
        KeyError: There is no such code, or a parameter is missing: a mistake of ours, not of the user.
    """
    template = MESSAGES[code]
    if str(parameters.get("count")) == "1":
        template = MESSAGES.get(f"{code}-one", template)
    shown = {name: value if isinstance(value, int) else _shown(name, str(value)) for name, value in parameters.items()}
    return translated(template).format(**shown)


def _shown(name: str, value: str) -> str:
    return visible_line(_TOLD[name](value) if name in _TOLD else value)


def explain(error: ReaderError) -> str:
    """The message of an error, on one line."""
    return say(error.code, **error.parameters)
