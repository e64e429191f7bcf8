"""The claims of an article: repeats, doubt, its own date and place."""

from reader.articles.article import Article, Damage, Format, Paragraph, ParagraphKind
from reader.claims.of_article import DAMAGED, UNREADABLE, claims_of
from reader.text.script import Script
from reader.text.traced import TracedText


def article(*paragraphs: Paragraph, damage: tuple[Damage, ...] = (), date: str | None = "2024-05-01") -> Article:
    return Article(
        file="a.txt",
        content_id="0" * 16,
        encoding="utf-8",
        format=Format.TEXT,
        script=Script.SIMPLIFIED,
        title="标题",
        byline=None,
        date=date,
        publisher=None,
        url=None,
        paragraphs=paragraphs,
        damage=damage,
    )


def paragraph(text: str, repeats: int | None = None) -> Paragraph:
    return Paragraph(ParagraphKind.BODY, TracedText.of_source(text), repeats)


def test_a_claim_in_a_folded_repeat_says_so() -> None:
    first, second = claims_of(article(paragraph("去年增长5%。"), paragraph("去年增长5%。", repeats=0)))
    assert (first.repeat, second.repeat) == (False, True)


def test_relative_times_count_from_the_articles_day_unless_another_is_given() -> None:
    text = paragraph("去年增长5%。")
    assert claims_of(article(text))[0].period == "2023"
    assert claims_of(article(text), date="2020-01-01")[0].period == "2019"


def test_a_claim_beside_damage_is_doubtful_and_stays_as_it_stands() -> None:
    spot = Damage(0, 5, 8, 5, 8, "??亿", "12亿", 0.5)
    (claim,) = claims_of(article(paragraph("总投资超??亿5000万元。"), damage=(spot,)))
    assert claim.doubt == DAMAGED
    (claim,) = claims_of(article(paragraph("产值\ufffd300亿元。")))
    assert (claim.exact, claim.doubt) == ("300亿元", UNREADABLE)
