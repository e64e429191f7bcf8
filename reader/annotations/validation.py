"""What an annotation may hold: checked on the way in, from the app, imports and files alike."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.annotations.surroundings import WIDEST
from reader.controls import visible, visible_line
from reader.errors import ReaderError
from reader.tags import valid_tag

if TYPE_CHECKING:
    from reader.annotations.annotation import Anchor, Annotation, Target

MAX_TAGS = 50
"""Most tags of one annotation."""

MAX_NOTE = 20_000
"""Longest note, in code points: with room to spare for quoting, it fits a cell of a spreadsheet (32,767)."""

MAX_URL = 2_048
"""Longest URL, in code points."""

MAX_EVIDENCE = 50
"""Most evidence URLs of one annotation."""

MAX_QUOTE = 100_000
"""Longest span, in code points."""

LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
"""What ends lines elsewhere, and is a line feed here."""

_BLANK = re.compile(r"\s")


def valid_note(text: str) -> str:
    """The note as it is stored: line feeds as line ends, no blanks at its end, control characters made visible.

    Raises:
        ReaderError: `note-too-long`.
    """
    note = visible(LINE_ENDS.sub("\n", text)).rstrip()
    if len(note) > MAX_NOTE:
        raise ReaderError("note-too-long", length=len(note), limit=MAX_NOTE)
    return note


def valid_url(url: str) -> str:
    """A URL that can be opened in a browser without surprise: http or https, with a host, without blanks or controls.

    Raises:
        ReaderError: `url-invalid`, `url-too-long`, or `url-scheme` where it is of another scheme.
    """
    stripped = url.strip()
    if len(stripped) > MAX_URL:
        raise ReaderError("url-too-long", url=stripped[:80], limit=MAX_URL)
    if not stripped or _BLANK.search(stripped) or visible_line(stripped) != stripped:
        raise ReaderError("url-invalid", url=stripped)
    try:
        parts = urlsplit(stripped)
        _ = parts.port
    except ValueError as error:
        raise ReaderError("url-invalid", url=stripped) from error
    if parts.scheme not in ("http", "https"):
        raise ReaderError("url-scheme", url=stripped)
    if not parts.hostname:
        raise ReaderError("url-invalid", url=stripped)
    return stripped


def valid_annotation(annotation: Annotation, text_length: int | None = None) -> Annotation:
    """The annotation as it is stored.

    Args:
        annotation: From the app or an import.
        text_length: Length of the article's text in code points, where it is at hand: the target must lie inside.

    Raises:
        ReaderError: One of the codes above, `too-many-tags`, `too-many-urls`, or `annotation-invalid` with the field.
    """
    tags = tuple(dict.fromkeys(map(valid_tag, annotation.tags)))
    if len(tags) > MAX_TAGS:
        raise ReaderError("too-many-tags", limit=MAX_TAGS)
    evidence = tuple(dict.fromkeys(map(valid_url, annotation.evidence)))
    if len(evidence) > MAX_EVIDENCE:
        raise ReaderError("too-many-urls", limit=MAX_EVIDENCE)
    for name in ("created", "modified"):
        if not getattr(annotation, name).strip():
            raise ReaderError("annotation-invalid", field=name, reason="missing")
    return replace(
        annotation,
        tags=tags,
        note=valid_note(annotation.note),
        evidence=evidence,
        target=None if annotation.target is None else _valid_target(annotation.target, text_length),
        anchor=_valid_anchor(annotation.anchor),
        sentence=visible(annotation.sentence),
        annotator=visible_line(annotation.annotator),
    )


def _valid_anchor(anchor: Anchor | None) -> Anchor | None:
    """The anchor, if its target counts in the text that it names and is a span."""
    if anchor is None or anchor.target is None:
        return anchor
    if anchor.target.text_sha256 != anchor.text_sha256:
        raise ReaderError("annotation-invalid", field="anchor", reason="its target counts in another text")
    return replace(anchor, target=_valid_target(anchor.target, None))


def _valid_target(target: Target, text_length: int | None) -> Target:
    """The target, if its offsets and its texts agree."""
    if not 0 <= target.start < target.end or (text_length is not None and target.end > text_length):
        raise ReaderError(
            "annotation-invalid", field="target", reason=f"{target.start}..{target.end} is no span of the text"
        )
    if target.end - target.start > MAX_QUOTE:
        raise ReaderError("annotation-invalid", field="target", reason=f"longer than {MAX_QUOTE} characters")
    if len(target.exact) != target.end - target.start:
        raise ReaderError("annotation-invalid", field="exact", reason="not as long as its offsets say")
    return replace(
        target,
        exact=visible(target.exact),
        prefix=visible(target.prefix)[-WIDEST:],
        suffix=visible(target.suffix)[:WIDEST],
    )
