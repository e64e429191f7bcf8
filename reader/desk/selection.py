"""Which annotations a command or an export is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.annotation import Annotation


def selected(annotations: Iterable[Annotation], *, tag: str | None, article: str | None) -> list[Annotation]:
    """The annotations that have a tag and belong to an article.

    Args:
        annotations: All there are.
        tag: The tag's name; None for any.
        article: The start of an article's id or content id, its file's stem, or its path; None for any.

    Raises:
        ReaderError: `no-such-tag` or `no-such-article`: nothing there matches, so the word is probably mistyped.
    """
    chosen = list(annotations)
    if article is not None:
        chosen = [one for one in chosen if _is_of(one, article)]
        if not chosen:
            raise ReaderError("no-such-article", article=article)
    if tag is not None:
        chosen = [one for one in chosen if tag in one.tags]
        if not chosen:
            raise ReaderError("no-such-tag", tag=tag)
    return chosen


def _is_of(annotation: Annotation, word: str) -> bool:
    file = annotation.provenance.file
    if word in (file, Path(file).stem, Path(file).name) or Path(word).absolute() == Path(file).absolute():
        return True
    ids = (str(annotation.article_id), annotation.article_id.hex, annotation.provenance.content_id)
    return len(word) >= 3 and any(one.startswith(word.lower()) for one in ids)
