"""Reasons that messages name in brackets: those of the system, and why a row cannot be imported.

What raises them knows nothing of languages; `say` looks them up in the catalogue, and leaves others as they are.
"""

from __future__ import annotations

from reader.annotations.annotation import AnchorStatus, Origin, Response, Verdict
from reader.annotations.fields import none_of
from reader.claims.claim import Bound, Change, Kind, Status
from reader.claims.correcting import LIKE_FIGURES, LIKE_PERIODS
from reader.claims.of_article import DAMAGED, UNREADABLE

REASONS: tuple[str, ...] = (
    "No such file or directory",
    "File exists",
    "Permission denied",
    "Is a directory",
    "Not a directory",
    "No space left on device",
    "Read-only file system",
    "Input/output error",
    "File name too long",
    "Operation not permitted",
    "Device or resource busy",
    "Too many levels of symbolic links",
    "Too many open files",
    "Disk quota exceeded",
    "File too large",
    "Stale file handle",
    "Connection timed out",
    "Invalid argument",
    "not an identifier",
    "not a whole number",
    "not a number",
    "not a finite number",
    "missing",
    "not as long as its offsets say",
    "the hash is not that of the text",
    "its target counts in another text",
    "nested too deeply",
    "not tables of documents",
    "the file is read-only",
    "the folder is read-only",
    "not a string",
    "not a list",
    "not an object",
    DAMAGED,
    UNREADABLE,
    LIKE_FIGURES,
    LIKE_PERIODS,
    *map(none_of, (Verdict, Response, Origin, AnchorStatus, Kind, Bound, Change, Status)),
)
