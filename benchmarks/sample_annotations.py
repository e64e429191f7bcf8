"""Annotations to measure with: made up, the same at every run, as hostile as texts of others can be."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from reader.annotations.annotation import Annotation, ArticleRecord, Origin, Provenance, Response, Target, Verdict
from reader.annotations.validation import valid_annotation
from reader.claims.claim import Bound, Change, Claim, Kind
from reader.identifiers import uuid7

if TYPE_CHECKING:
    from collections.abc import Iterator

_EPOCH = 1_700_000_000_000
_PER_ARTICLE = 40
_SENTENCE = "去年全市规模以上工业产值近500亿元，同比增长11.6%，其中高新技术企业占比达40%以上，新增就业3万人。"
_ODD = (
    "", "", "", "见统计公报第三页", "=cmd|' /C calc'!A0", "'=1+1", "＝SUM(A1)", "@x", "+86 10", "-增长", "-5.3%", '说“"引号"”', "a,b;c\td",
    "第一行\n第二行\n\n第四行", "👨‍👩‍👧 𠮷野家", "\u202eabc\u2067def", "<b>x</b> & </script>", "<r>x</r>", "_x0041_", "NULL", "NA", "TRUE", "nan",
    "  空格  x", "长" * 10_000,
)  # fmt: skip


def sample(count: int, *, hostile: bool = True, per_article: int = _PER_ARTICLE) -> Iterator[Annotation]:
    """So many annotations, some of each article.

    Args:
        count: How many.
        per_article: How many of each article.
        hostile: With what breaks readers of tables; otherwise such as people write.
    """
    random = Random(10)
    for number in range(count):
        yield _annotation(number, random, hostile=hostile, per_article=per_article)


def article_of(annotation: Annotation) -> ArticleRecord:
    """The store's record of an annotation's article."""
    of = annotation.provenance
    return ArticleRecord(annotation.article_id, (of.content_id,), of.url, of.file, of.title)


def _annotation(number: int, random: Random, *, hostile: bool, per_article: int) -> Annotation:
    article, place = divmod(number, per_article)
    start = place * 100 + 14
    note = random.choice(_ODD) if hostile else "见统计公报第三页" * (number % 3)
    made = f"2026-01-{1 + article % 28:02}T03:04:{place:02}+08:00"
    target = Target(
        start,
        start + 5,
        "500亿元",
        _SENTENCE[:13],
        _SENTENCE[18:40],
        sha256(str(article).encode()).hexdigest(),
        1,
        start + 20,
        start + 25,
    )
    claim = Claim(
        target.start, target.end, "500亿元", target.prefix, target.suffix, Decimal(random.randrange(1, 10**12)) / 10 ** (number % 3),
        "CNY", Kind.MONEY, Bound.APPROX_BELOW, Change.INCREASE, period="2021", indicator="规模以上工业产值", sentence=_SENTENCE,
    )  # fmt: skip
    return valid_annotation(
        Annotation(
            id=uuid7(_EPOCH + number, number),
            revision=uuid7(_EPOCH + number, number + 2**40),
            parent=None,
            article_id=uuid7(_EPOCH - 10**9 + article, article),
            target=target,
            provenance=Provenance(
                f"c{article:015x}", f"第{article}篇：{random.choice(_ODD)[:20] if hostile else '全市工业产值近500亿元'}", "2022-05-26",
                "某报", f"https://example.com/{article}", f"{article}.md", "simplified",
            ),
            sentence=_SENTENCE,
            annotator="李",
            created=made,
            modified=made,
            tags=("关键", "money")[: number % 3],
            note=note,
            verdict=random.choice(list(Verdict)),
            evidence=("https://example.com/来源",) * (number % 2),
            claim=claim,
            response=Response.ACCEPTED,
            origin=Origin.CLAIM,
        )
    )  # fmt: skip
