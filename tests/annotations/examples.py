"""Annotations to test with, and a clock that ticks when asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reader.annotations.annotation import Annotation, ArticleRecord, Origin, Provenance, Response, Target
from reader.claims.claim import Bound, Change, Claim, Kind
from reader.identifiers import uuid7

if TYPE_CHECKING:
    from uuid import UUID

SENTENCE = "去年全市规模以上工业产值近500亿元，同比增长11.6%。"


def identifier(number: int) -> UUID:
    return uuid7(1_700_000_000_000 + number, number)


def a_claim(**changes: Any) -> Claim:
    claim = Claim(
        start=14, end=19, exact="500亿元", prefix="去年全市规模以上工业产值近", suffix="，同比增长11.6%。",
        value=Decimal(50_000_000_000), unit="CNY", kind=Kind.MONEY, bound=Bound.APPROX_BELOW, change=Change.INCREASE,
        period="2021", indicator="规模以上工业产值", sentence=SENTENCE,
    )  # fmt: skip
    return replace(claim, **changes)


def an_annotation(number: int = 1, **changes: Any) -> Annotation:
    start = changes.pop("start", 14)
    annotation = Annotation(
        id=identifier(number),
        revision=identifier(10_000 + number),
        parent=None,
        article_id=identifier(0),
        target=Target(
            start, start + 5, "500亿元", "规模以上工业产值近", "，同比增长", "ab" * 32, 1, start + 20, start + 25
        ),
        provenance=Provenance(
            "0123456789abcdef", "标题", "2022-05-26", "某报", "https://example.com/a", "a.md", "simplified"
        ),
        sentence=SENTENCE,
        annotator="李",
        created="2026-01-02T03:04:05+08:00",
        modified="2026-01-02T03:04:05+08:00",
        tags=("关键", "money"),
        note="第一行\n第二行",
        evidence=("https://example.com/来源",),
        claim=a_claim(),
        response=Response.ACCEPTED,
        origin=Origin.CLAIM,
    )
    return replace(annotation, **changes)


def revised(annotation: Annotation, number: int, **changes: Any) -> Annotation:
    return replace(annotation, parent=annotation.revision, revision=identifier(number), **changes)


def an_article(number: int = 0, **changes: Any) -> ArticleRecord:
    record = ArticleRecord(identifier(number), ("0123456789abcdef",), "https://example.com/a", "/news/a.md", "标题")
    return replace(record, **changes)


@dataclass
class Clock:
    """A clock that says what it is set to, in milliseconds since 1970."""

    now: int = 1_767_000_000_000

    def __call__(self) -> int:
        return self.now
