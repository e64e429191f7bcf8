"""Annotations of all kinds, with what breaks exporters: newlines, quotes, formulas, emoji, directions, long notes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import strategies as st

from reader.annotations.annotation import (
    Anchor,
    AnchorStatus,
    Annotation,
    ArticleRecord,
    Origin,
    Provenance,
    Response,
    Target,
    Verdict,
)
from reader.annotations.validation import valid_annotation
from reader.claims.claim import Bound, Change, Claim, Kind, Status
from reader.controls import visible, visible_line

if TYPE_CHECKING:
    from reader.annotations.repository import Repository

ODD = (
    "=cmd()", "'=", "''=1+1", "＝SUM", "-1-1", "+3", "-5.3%", "@x", "\t=1", '"', '""', ",", ";", "|", "\n", "\n\n", " ",
    "'", "500亿元", "増長", "👨‍👩‍👧", "a\u202eb", "\u2067阿\u2069", "\u200b=1", "\ufeff", "\x00", "\x1b[2J", "<r>", "</r>", "<b>&amp;",
    "_x0041_", "](x)", "1. ", "# ", "http://x.y", "TRUE", "007", "1E5", "2022/5/26", "NULL", "\u3000", "\\N", "\r\n", "𠮷",
)  # fmt: skip

TEXTS = st.lists(st.sampled_from(ODD) | st.characters(exclude_categories=("Cs",)), max_size=6).map("".join).map(visible)
LONG = st.sampled_from(["长" * 10_000, "=1\n" * 3_000, '"' * 9_999])
LINES = TEXTS.map(visible_line)
SOME = LINES.filter(bool)
IDS = st.integers(min_value=0, max_value=2**128 - 1).map(lambda number: UUID(int=number))
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30))])
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=ZONES).map(
    lambda time: time.isoformat(timespec="seconds")
)
URLS = st.sampled_from(
    ["https://example.com/来源", "http://a.b/?q=1&r=2#x", "https://a.b:8080/(x)'y\"z", "http://例子.中国"]
)
VALUES = (
    st.integers(-(10**25), 10**25).map(Decimal)
    | st.decimals(allow_nan=False, allow_infinity=False, places=4)
    | st.sampled_from([Decimal("1E+50"), Decimal("0.1234567890123456789"), Decimal("0.6667"), Decimal("1.50")])
)


@st.composite
def claims(draw: st.DrawFn, exact: str) -> Claim:
    return Claim(
        start=draw(st.integers(0, 10**6)), end=draw(st.integers(0, 10**6)), exact=draw(st.just(exact) | SOME),
        prefix=draw(TEXTS), suffix=draw(TEXTS), value=draw(VALUES), unit=draw(LINES),
        kind=draw(st.sampled_from(Kind)), bound=draw(st.sampled_from(Bound)),
        change=draw(st.none() | st.sampled_from(Change)), status=draw(st.sampled_from(Status)),
        period=draw(st.none() | st.sampled_from(["2021", "2023-01", "2021/2025", "../2021-12-31"])),
        indicator=draw(st.none() | SOME), entity=draw(st.none() | SOME), sentence=draw(TEXTS),
        doubt=draw(st.none() | SOME), repeat=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def targets(draw: st.DrawFn) -> Target:
    exact, start = draw(TEXTS.filter(bool)), draw(st.integers(0, 10**6))
    source = draw(st.none() | st.integers(0, 10**6))
    return Target(
        start, start + len(exact), exact, draw(TEXTS)[-32:], draw(TEXTS)[:32], draw(st.sampled_from(["ab" * 32, "0" * 64])),
        draw(st.integers(1, 3)), source, None if source is None else source + len(exact),
    )  # fmt: skip


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    """What a person said of a later text: where it stands there, or that nothing of it is left."""
    target = draw(st.none() | targets())
    return Anchor("cd" * 32 if target is None else target.text_sha256, target)


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    """A valid annotation, as the store would keep it."""
    target = draw(st.none() | targets())
    claim = draw(st.none() | claims(target.exact if target else "500亿元"))
    annotation = Annotation(
        id=draw(IDS), revision=draw(IDS), parent=draw(st.none() | IDS), article_id=draw(IDS), target=target,
        provenance=Provenance(
            draw(st.sampled_from(["0123456789abcdef", "0123456789012345", "f" * 16])), draw(LINES),
            draw(st.none() | st.dates().map(str)), draw(st.none() | SOME), draw(st.none() | URLS), draw(SOME),
            draw(st.sampled_from(["simplified", "traditional"])),
        ),
        sentence=draw(TEXTS), annotator=draw(LINES), created=draw(TIMES), modified=draw(TIMES),
        tags=tuple(draw(st.lists(st.sampled_from(["key", "关键", "=1", "a b", "'@x", "＋"]) | SOME.filter(_may_be_tag), max_size=3))),
        note=draw(TEXTS | LONG), verdict=draw(st.sampled_from(Verdict)),
        evidence=tuple(draw(st.lists(URLS, max_size=3))), claim=claim,
        response=draw(st.sampled_from(Response)) if claim else None, origin=draw(st.sampled_from(Origin)),
        anchor_status=draw(st.sampled_from(AnchorStatus)), anchor=draw(st.none() | anchors()) if target else None,
        extra=draw(st.sampled_from([{}, {}, {"colour": "red", "n": [1, {"a": None}]}, {"provenance": {"licence": "CC"}}])),
    )  # fmt: skip
    return valid_annotation(annotation)


def _may_be_tag(words: str) -> bool:
    return bool(words.strip()) and "|" not in words


def record_for(annotation: Annotation) -> ArticleRecord:
    """The record of the annotation's article, as the desk would have made it."""
    provenance = annotation.provenance
    return ArticleRecord(
        annotation.article_id, (provenance.content_id,), provenance.url, provenance.file, provenance.title
    )


def fill(repository: Repository, things: list[Annotation]) -> None:
    """Save annotations with their articles, all at once."""
    with repository.transaction("filled", "tester"):
        for record in {one.article_id: record_for(one) for one in things}.values():
            repository.save_article(record)
        for one in things:
            repository.save(one)
