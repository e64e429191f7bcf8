"""What of the source is not part of the article, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import Removed, RemovedKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.articles.article import Article, Paragraph
    from reader.articles.block import Block
    from reader.articles.formats import Document


_CONTROLS = "".join(
    map(
        chr,
        (
            *range(0x21),
            *range(0x7F, 0xA1),
            0xAD,
            0x180E,
            *range(0x200B, 0x2010),
            *range(0x2028, 0x202F),
            *range(0x2060, 0x2070),
            0xFEFF,
        ),
    )
)
"""Blanks, controls and characters that nobody sees."""


class Stretch(NamedTuple):
    """A stretch of the source: kept (`kind` is None), or removed for a reason."""

    start: int
    end: int
    kind: RemovedKind | None


def find_removed(
    source: str, document: Document, paragraphs: Sequence[Paragraph], dropped: Iterable[tuple[RemovedKind, Block]]
) -> tuple[Removed, ...]:
    """Every stretch of the source that no kept paragraph was made of, white space alone left out.

    Args:
        source: The decoded source.
        document: How it was parsed.
        paragraphs: What was kept.
        dropped: The blocks that were not, with reasons; what stands in none of them is markup.
    """
    kept = _merged((run.source_start, run.source_end) for paragraph in paragraphs for run in paragraph.content.runs)
    reasons = [(run.source_start, run.source_end, kind) for kind, block in dropped for run in block.content.runs]
    reasons.extend((start, end, RemovedKind.MARKUP) for start, end in document.page.hidden)
    if document.front_matter_end:
        reasons.append((0, document.front_matter_end, RemovedKind.FRONT_MATTER))
    reasons.sort(key=lambda reason: (reason[0], reason[1]))
    stretches = _explained(_gaps(kept, len(source)), reasons)
    return tuple(_joined(source, stretches))


def stretches(article: Article, source: str) -> Iterator[Stretch]:
    """The whole source in order, as stretches that were kept or removed (what `--diff` shows).

    Args:
        article: The article that was read out of `source`.
        source: The decoded source.
    """
    at = 0
    for removed in article.removed:
        if at < removed.source_start:
            yield Stretch(at, removed.source_start, None)
        yield Stretch(removed.source_start, removed.source_end, removed.kind)
        at = removed.source_end
    if at < len(source):
        yield Stretch(at, len(source), None)


def _explained(gaps: Iterable[tuple[int, int]], reasons: Sequence[tuple[int, int, RemovedKind]]) -> Iterator[Removed]:
    """Each gap cut at the reasons that lie in it; what lies in none is markup."""
    index = 0
    for start, end in gaps:
        at = start
        while at < end:
            while index < len(reasons) and reasons[index][1] <= at:
                index += 1
            first, last, kind = reasons[index] if index < len(reasons) else (end, end, RemovedKind.MARKUP)
            if first > at:
                yield Removed(RemovedKind.MARKUP, at, min(first, end))
                at = min(first, end)
            else:
                yield Removed(kind, at, min(last, end))
                at = min(last, end)


def _joined(source: str, removed: Iterable[Removed]) -> Iterator[Removed]:
    """Stretches without blanks at their ends; neighbours that went for one reason are one."""
    before: Removed | None = None
    for each in removed:
        text = source[each.source_start : each.source_end]
        if not text.strip():
            continue
        if each.kind is RemovedKind.MARKUP and not text.strip(_CONTROLS):
            each = Removed(RemovedKind.CONTROL, each.source_start, each.source_end)
        start = each.source_start + len(text) - len(text.lstrip())
        each = Removed(each.kind, start, each.source_start + len(text.rstrip()))
        if before is None:
            before = each
        elif before.kind is each.kind and not source[before.source_end : start].strip():
            before = Removed(each.kind, before.source_start, each.source_end)
        else:
            yield before
            before = each
    if before is not None:
        yield before


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _gaps(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in spans:
        if at < start:
            yield at, start
        at = end
    if at < length:
        yield at, length
