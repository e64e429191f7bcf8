"""Finding again, in an article's present text, the span that an annotation stands on."""

from __future__ import annotations

from dataclasses import dataclass

from reader.annotations.annotation import AnchorStatus, Annotation


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation with its place in a text as it is now.

    Attributes:
        annotation: As it is stored.
        start: Where its span begins now, in code points; None where it has no place.
        end: Where it ends.
        status: How surely.
    """

    annotation: Annotation
    start: int | None
    end: int | None
    status: AnchorStatus


def place(annotation: Annotation, text: str, text_sha256: str) -> Placed:
    """Where an annotation stands in `text`.

    In the very text it was made on it stands where it stood; in another one only where its quote stands with the same
    context once, or, failing that, its quote alone once. Everything else is an orphan: nothing is guessed.

    Args:
        annotation: As stored.
        text: The article's present text.
        text_sha256: Its sha256, in hex.
    """
    target = annotation.target
    if target is None:
        return Placed(annotation, None, None, AnchorStatus.OK)
    if target.text_sha256 == text_sha256 and text[target.start : target.end] == target.exact:
        return Placed(annotation, target.start, target.end, AnchorStatus.OK)
    for before, after in ((target.prefix, target.suffix), ("", "")):
        start = _only(text, before + target.exact + after)
        if start is not None:
            start += len(before)
            return Placed(annotation, start, start + len(target.exact), AnchorStatus.MOVED)
    return Placed(annotation, None, None, AnchorStatus.ORPHAN)


def _only(text: str, words: str) -> int | None:
    """Where the words stand in the text, if exactly once."""
    first = text.find(words)
    return first if first >= 0 and text.find(words, first + 1) < 0 else None
