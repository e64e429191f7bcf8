"""Texts that annotations count in, kept so that these can be found again when the article's text changes."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from typing import TYPE_CHECKING

from reader.annotations.backup import compressed
from reader.annotations.files import replace

if TYPE_CHECKING:
    from reader.annotations.places import Places

_SHA256 = re.compile(r"[0-9a-f]{64}")


def hash_of(text: str) -> str:
    """The sha256 of a text, in hex, over its UTF-8 bytes."""
    return hashlib.sha256(_bytes_of(text)).hexdigest()


def keep_text(places: Places, sha256: str, text: str) -> None:
    """Keep a text; nothing happens where it is kept already.

    Args:
        places: The store's files.
        sha256: Its sha256 in hex, over its UTF-8 bytes.
        text: The text.

    Raises:
        ValueError: The hash is another text's.
        OSError: It could not be written.
    """
    if hash_of(text) != sha256:
        raise ValueError("the hash is not that of the text")
    path = places.text(sha256)
    if not path.exists():
        replace(path, compressed([_bytes_of(text)]))


def text_of(places: Places, sha256: str) -> str | None:
    """The text of that hash; None where it was not kept, or is damaged."""
    if not _SHA256.fullmatch(sha256):
        return None
    try:
        raw = gzip.decompress(places.text(sha256).read_bytes())
    except (OSError, EOFError, zlib.error):
        return None
    if hashlib.sha256(raw).hexdigest() != sha256:
        return None
    return raw.decode("utf-8", "surrogatepass")


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
