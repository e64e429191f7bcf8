"""Which annotations a command or an export is about."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotations.table_names import ANNOTATIONS
from reader.errors import ReaderError, UsageError
from reader.languages import tag_shown
from reader.text.script import Script, converted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.annotations.repository import Repository

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z", re.ASCII)
_OPEN = ".."


@dataclass(frozen=True)
class Selection:
    """What is asked of annotations; None asks nothing.

    Attributes:
        article: The start of an article's id or content id, its file's name or stem, or its path.
        tag: A tag that it has.
        verdict: Its verdict.
        kind: What its claim measures, as `Kind` calls it.
        date: When its article was published: a day, month or year, or two of them: `2022-05`, `2021/2022-03`, `2022/..`.
        modified: When it was changed last, in the same words.
        text: Words in its quote, sentence, note, tags or title; case, width and script do not matter.
        ids: Its id is one of these.
    """

    article: str | None = None
    tag: str | None = None
    verdict: str | None = None
    kind: str | None = None
    date: str | None = None
    modified: str | None = None
    text: str | None = None
    ids: frozenset[UUID] | None = None

    def __post_init__(self) -> None:
        for words in (self.date, self.modified):
            if words is not None:
                _span_of(words)

    @property
    def asked(self) -> dict[str, str]:
        """What is asked in words, by the names above."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in values if isinstance(value, str)}

    def takes(self, annotation: Annotation) -> bool:
        """Whether the annotation has all that is asked."""
        return (
            (self.ids is None or annotation.id in self.ids)
            and (self.article is None or _is_of(annotation, self.article))
            and (self.tag is None or _has(annotation, self.tag))
            and (self.verdict is None or annotation.verdict == self.verdict)
            and (self.kind is None or (annotation.claim is not None and annotation.claim.kind == self.kind))
            and (self.date is None or _within(annotation.provenance.date, self.date))
            and (self.modified is None or _within(annotation.modified, self.modified))
            and (self.text is None or self._says(annotation))
        )

    def _says(self, annotation: Annotation) -> bool:
        quote = annotation.target.exact if annotation.target else ""
        said = (quote, annotation.sentence, annotation.note, annotation.provenance.title, *annotation.tags)
        folded = _folded("\n".join(said))
        return any(needle in folded for needle in self._needles)

    @cached_property
    def _needles(self) -> frozenset[str]:
        """What to look for: the words as they are, and in each script."""
        words = self.text or ""
        return frozenset(map(_folded, (words, *(converted(words, script) for script in Script))))


def selected(annotations: Iterable[Annotation], *, tag: str | None, article: str | None) -> list[Annotation]:
    """The annotations that have a tag and belong to an article.

    Args:
        annotations: All there are.
        tag: The tag's name; None for any.
        article: As in `Selection`; None for any.

    Raises:
        ReaderError: `no-such-tag` or `no-such-article`: nothing there matches, so the word is probably mistyped.
    """
    everything = list(annotations)
    selection = Selection(article=article, tag=tag)
    chosen = list(filter(selection.takes, everything))
    if not chosen:
        _refuse_mistyped(everything, selection)
    return chosen


def chosen_from(repository: Repository, selection: Selection) -> Iterator[Annotation]:
    """The annotations of a store that have all that is asked, article by article; no more than one article's are in memory.

    Raises:
        ReaderError: As `selected`, where there is none.
    """
    found = False
    for annotation in filter(selection.takes, _all_of(repository)):
        found = True
        yield annotation
    if not found:
        _refuse_mistyped(_all_of(repository), selection)


def size_of(repository: Repository) -> int:
    """How many annotations there are, with those that cannot be read."""
    return len(repository.database.documents(ANNOTATIONS))


def _all_of(repository: Repository) -> Iterator[Annotation]:
    seen: set[UUID] = set()
    for article in sorted(repository.counts()):
        for annotation in sorted(repository.annotations(article), key=_place):
            seen.add(annotation.id)
            yield annotation
    if len(seen) < size_of(repository):
        yield from (annotation for annotation in repository.annotations() if annotation.id not in seen)


def _place(annotation: Annotation) -> tuple[int, str, UUID]:
    """By place, then creation, then id: the same order in every store, also among annotations of one place and second."""
    return -1 if annotation.target is None else annotation.target.start, annotation.created, annotation.id


def _refuse_mistyped(annotations: Iterable[Annotation], selection: Selection) -> None:
    """Refuse a selection whose article or tag is nowhere; a verdict or a day may well have nothing."""
    article, tag = selection.article, selection.tag
    if article is None and tag is None:
        return
    of_article = [one for one in annotations if article is None or _is_of(one, article)]
    if not of_article and article is not None:
        raise ReaderError("no-such-article", article=article)
    if tag is not None and not any(_has(one, tag) for one in of_article):
        raise ReaderError("no-such-tag", tag=tag)


def _has(annotation: Annotation, tag: str) -> bool:
    """Whether it has a tag, by its name or by what the screen calls it."""
    return tag in annotation.tags or tag in map(tag_shown, annotation.tags)


def _is_of(annotation: Annotation, word: str) -> bool:
    file = annotation.provenance.file
    if word in (file, Path(file).stem, Path(file).name) or Path(word).absolute() == Path(file).absolute():
        return True
    ids = (str(annotation.article_id), annotation.article_id.hex, annotation.provenance.content_id)
    return len(word) >= 3 and any(one.startswith(word.lower()) for one in ids)


def _span_of(words: str) -> tuple[str, str]:
    """First and last day, month or year of a span; open ends as `..`.

    Raises:
        UsageError: `span-invalid`.
    """
    first, bar, last = words.partition("/")
    last = last if bar else first
    if not all(end == _OPEN or _is_day(end) for end in (first, last)):
        raise UsageError("span-invalid", words=words)
    return first, last


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words + "0000-01-01"[len(words) :])
    except ValueError:
        return False
    return bool(_DAY.match(words))


def _within(day: str | None, words: str) -> bool:
    """Whether an ISO 8601 day or time lies in a span; such strings sort as the times do."""
    if not day:
        return False
    first, last = _span_of(words)
    return (first == _OPEN or day >= first) and (last == _OPEN or day[: len(last)] <= last)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
