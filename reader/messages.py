"""What the program says to its user: one template a code, the only place that words and codes meet.

Templates name their parameters in braces. Parameters are untrusted text (file names, tags, reasons): they are made
visible, on one line, before they go in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.controls import visible_line

if TYPE_CHECKING:
    from reader.errors import ReaderError

MESSAGES: dict[str, str] = {
    # articles
    "file-missing": "{file}: no such file or folder. Check the path.",
    "file-unreadable": "{file}: cannot be read ({reason}).",
    "file-empty": "{file}: empty, there is nothing to read.",
    "file-not-text": "{file}: not text ({kind}). Give .md, .html or .txt files.",
    "file-without-article": "{file}: no article text in it.",
    "folder-without-articles": "{file}: no articles in this folder. Give a folder with .md, .html or .txt files.",
    # store
    "store-not-json": "{file}: not a store of annotations (it is no JSON: {reason}). Nothing was changed; choose another with --annotations.",
    "store-foreign": "{file}: somebody else's file, not a store of reader. Nothing was changed; choose another with --annotations.",
    "store-unreadable": "{file}: cannot be read ({reason}).",
    "store-not-saved": "{file}: not saved ({reason}). Nothing that was saved before is lost.",
    "store-read-only": "{file}: can only be read here, so nothing can be saved ({reason}).",
    # settings
    "settings-invalid": "{file}: {reason}. Correct it or move it away.",
}


def say(code: str, **parameters: object) -> str:
    """The message of `code` on one line, its parameters made visible.

    Raises:
        KeyError: There is no such code, or a parameter is missing: a mistake of ours, not of the user.
    """
    shown = {name: value if isinstance(value, int) else visible_line(str(value)) for name, value in parameters.items()}
    return MESSAGES[code].format(**shown)


def explain(error: ReaderError) -> str:
    """The message of an error, on one line."""
    return say(error.code, **error.parameters)
