"""The decoded source of an article: what every trace points at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file.

    Attributes:
        name: The file as the user named it, or `stdin`; untrusted text.
        text: The decoded characters, byte order mark dropped, newlines untouched.
        encoding: The name of the encoding it was read in, as Python's codecs call it (`utf-8`).
        undecodable: How many stretches of bytes had no meaning in that encoding; each became U+FFFD.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    undecodable: int = 0

    @property
    def content_id(self) -> str:
        """First 16 hex digits of the sha256 of the text, its newlines as LF: the same for a copy of the file."""
        return content_id(self.text)


def content_id(text: str) -> str:
    """First 16 hex digits of the sha256 of `text` in UTF-8, after CRLF and CR became LF."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:16]
