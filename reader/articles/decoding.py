"""From bytes to characters."""

from __future__ import annotations

from reader.articles.binary import binary_kind, looks_binary
from reader.articles.encodings import detect_encoding
from reader.articles.source import Source
from reader.errors import ReaderError


def decode(data: bytes, name: str) -> Source:
    """Decode a file: byte order mark dropped, newlines untouched, bytes without meaning as U+FFFD.

    Args:
        data: The whole file.
        name: What the user calls it, for messages.

    Raises:
        ReaderError: `file-empty`, or `file-not-text` with what it is instead.
    """
    if not data.strip():
        raise ReaderError("file-empty", file=name)
    kind = binary_kind(data)
    if kind is not None:
        raise ReaderError("file-not-text", file=name, kind=kind)
    encoding = detect_encoding(data)
    if encoding.name not in ("utf-16-le", "utf-16-be") and looks_binary(data):
        raise ReaderError("file-not-text", file=name, kind="binary data")
    text = data[encoding.mark :].decode(encoding.name, "replace")
    if not text.strip():
        raise ReaderError("file-empty", file=name)
    undecodable = text.count("�") - data.count("�".encode()) if encoding.name == "utf-8" else text.count("�")
    return Source(name, text, encoding.name, max(0, undecodable))
