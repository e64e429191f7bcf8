"""What a person says of annotations whose text has changed: that is the place, another one is, or none is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.annotation import Anchor, AnchorStatus
from reader.desk.act import Act, changed, quote_of, target_of

if TYPE_CHECKING:
    from reader.annotations.anchoring import Placed
    from reader.annotations.annotation import Annotation, ArticleRecord
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


def confirm(desk: Desk, opened: Opened, placed: Placed) -> Act:
    """Say that an annotation stands where it was found again, also with the figure that stands there now."""
    if placed.start is None or placed.end is None:
        return Act("no-place-to-confirm", {"quote": quote_of(placed.annotation)})
    if placed.settled or placed.status is AnchorStatus.OK:
        return Act("nothing-to-confirm", {"quote": quote_of(placed.annotation)})
    changes = placed.status is AnchorStatus.FIGURE_CHANGED
    status = AnchorStatus.FIGURE_CHANGED if changes else AnchorStatus.MOVED
    return _anchored(desk, opened, placed.annotation, "anchor-confirmed", (placed.start, placed.end), status)


def move(desk: Desk, opened: Opened, annotation: Annotation, start: int, end: int) -> Act:
    """Say that an annotation stands on another span of the present text; its quote stays as it was made.

    Args:
        desk: The desk.
        opened: The article, as it is now.
        annotation: The annotation.
        start: Where it stands now, in code points.
        end: Where that ends.
    """
    return _anchored(desk, opened, annotation, "anchor-moved", (start, end), AnchorStatus.MOVED)


def orphan(desk: Desk, opened: Opened, annotation: Annotation) -> Act:
    """Say that nothing is left in the present text of what an annotation is about."""
    return _anchored(desk, opened, annotation, "anchor-orphaned", None, AnchorStatus.ORPHAN)


def adopt(desk: Desk, opened: Opened, record: ArticleRecord) -> Act:
    """Say that an article is one that the store knows, so that it has the annotations of that."""
    return Act("article-adopted", {"title": record.title}, record=desk.record_with(record, opened))


def _anchored(
    desk: Desk, opened: Opened, before: Annotation, code: str, span: tuple[int, int] | None, status: AnchorStatus
) -> Act:
    target = None if span is None else target_of(opened, *span)
    anchor = Anchor(opened.text_sha256, target)
    act = changed(desk, before, code, {"quote": quote_of(before)}, anchor=anchor, anchor_status=status)
    known, record = desk.article_record(opened)
    return replace(act, record=record if record != known else None, text=opened.article.text)
