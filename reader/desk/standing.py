"""How annotations stand on their articles as these are now, for exports and checks: read from the files that are there."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations.anchoring import Anchoring
from reader.annotations.texts import hash_of
from reader.articles.library import load
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.annotations.anchoring import Placed
    from reader.annotations.annotation import Annotation, ArticleRecord
    from reader.annotations.repository import Repository


def standing(
    repository: Repository, annotations: Iterable[Annotation]
) -> Iterator[tuple[Annotation, Placed | None, str]]:
    """Find annotations again in the articles' files; the annotations of an article come one after the other.

    Yields:
        The annotation; where it stands, None where the article's file is gone or cannot be read; the article's text.
    """
    records = {record.id: record for record in repository.articles()}
    for article, group in groupby(annotations, key=lambda one: one.article_id):
        text = _text_of(records.get(article))
        anchoring = None if text is None else Anchoring(text, hash_of(text), repository.text)
        together = list(group)
        found: Sequence[Placed | None] = anchoring.places(together) if anchoring else [None] * len(together)
        for annotation, placed in zip(together, found, strict=True):
            yield annotation, placed, text or ""


def with_status(repository: Repository, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    """The annotations with the anchor status that they have now; with the stored one where their file is gone."""
    for annotation, placed, _ in standing(repository, annotations):
        same = placed is None or placed.status is annotation.anchor_status
        yield annotation if same or placed is None else replace(annotation, anchor_status=placed.status)


def _text_of(record: ArticleRecord | None) -> str | None:
    """The text of an article as its file has it now, if the file still is that article."""
    path = Path(record.path) if record is not None and record.path else None
    if record is None or path is None or not path.is_absolute() or not path.is_file():
        return None
    try:
        _, article = load(path)
    except ReaderError:
        return None
    return article.text if record.is_of(article.content_id, article.url, str(path), article.title) else None
