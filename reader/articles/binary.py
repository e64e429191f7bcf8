"""Telling files that are no text by their first bytes."""

from __future__ import annotations

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf'\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "an AVI film"}
_FILM = "a film"

KINDS = tuple(dict.fromkeys((*(kind for _, kind in _SIGNATURES), *_RIFF.values(), _FILM)))
"""All words for kinds of files."""

_SHORT = 3
"""Signatures up to this many bytes may begin a text as well, so they count only with other signs of binary data."""

_SAMPLE = 65_536
"""How many bytes are looked at."""

_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b")
_CONTROL_SHARE = 0.10
"""Above this share of control bytes nothing is text: mutilated articles have single ones."""


def binary_kind(data: bytes) -> str | None:
    """What kind of binary file the bytes are, in words for the user (`a PNG image`), or None for text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (len(signature) > _SHORT or _is_unprintable(data)):
            return kind
    if data[:4] == b"RIFF" and data[8:12] in _RIFF:
        return _RIFF[data[8:12]]
    return _FILM if data[4:8] == b"ftyp" else None


def _is_unprintable(data: bytes) -> bool:
    """Whether the bytes hold what texts in 8-bit encodings never hold: NUL, or several other controls."""
    sample = data[:_SAMPLE]
    return b"\x00" in sample or control_share(sample) > 0.0


def control_share(sample: bytes) -> float:
    """The share of control bytes that no text needs, NUL among them."""
    if not sample:
        return 0.0
    controls = bytes(code for code in (*range(0x20), 0x7F) if code not in _TEXT_CONTROLS)
    return 1 - len(sample.translate(None, controls)) / len(sample)


def looks_binary(data: bytes) -> bool:
    """Whether so many of the bytes are controls that the file is no text in any 8-bit encoding."""
    return control_share(data[:_SAMPLE]) > _CONTROL_SHARE
