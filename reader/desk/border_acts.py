"""Moving the borders of an annotation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.annotation import AnchorStatus, Response
from reader.desk.act import Act, changed, sentence_of, target_of

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


def move_borders(desk: Desk, opened: Opened, before: Annotation, start: int, end: int) -> Act:
    """Let an annotation stand on another span of its article; all that it says stays.

    What a person corrected or rejected stays embedded; otherwise the annotation embeds the claim of its new span, if any.

    Args:
        desk: The desk.
        opened: The article, as it is now.
        before: The annotation.
        start: Where it is to begin in the article's text, in code points.
        end: Where it is to end.
    """
    target = target_of(opened, start, end)
    if target == before.target and before.anchor is None:
        return Act("borders-kept", {"quote": target.exact})
    claim = opened.claim_on(start, end)
    fields = {} if _decided(before) else {"claim": claim, "response": Response.ACCEPTED if claim else None}
    act = changed(
        desk, before, "borders-moved", {"quote": target.exact}, target=target,
        sentence=sentence_of(opened, start, end), anchor=None, anchor_status=AnchorStatus.OK, **fields,
    )  # fmt: skip
    known, record = desk.article_record(opened)
    return replace(act, record=record if record != known else None, text=opened.article.text)


def _decided(annotation: Annotation) -> bool:
    return annotation.response in (Response.CORRECTED, Response.REJECTED)
