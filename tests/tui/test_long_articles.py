"""Long articles: shown at once, the claims in sight first, all of them when they are found."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from reader.articles.library import load
from reader.claims.of_article import claims_of
from reader.desk.packed import PackedClaims
from reader.tui.breaking import BrokenParagraphs
from reader.tui.claims_listing import Listing
from reader.tui.claims_screen import ClaimsScreen
from reader.tui.layout import lay_out
from reader.tui.opening_screen import AT_ONCE, LONG
from reader.tui.shown import HUGE
from tests.tui.conftest import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.articles.article import Article
    from reader.tui.layout import Layout
    from tests.tui.conftest import Start


def long_article(folder: Path, characters: int) -> Path:
    """An article of paragraphs that all differ."""
    paragraphs = []
    number = 0
    while sum(map(len, paragraphs)) < characters:
        number += 1
        paragraphs.append(
            f"第{number}车间全年产值达{number * 37}.{number % 10}亿元，同比增长{number % 40}.{number % 7}%，"
            f"新增设备{number * 3}台，职工{number * 11}人参加了{'甲乙丙丁戊己庚辛'[number % 8]}组的技能培训。"
        )
    file = folder / "long.txt"
    file.write_text("全市车间年报\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
    return file


@pytest.mark.parametrize("characters", [AT_ONCE + 3000, LONG // 2])
async def test_claims_in_sight_can_be_tagged_at_once_and_all_are_found(start: Start, tmp_path: Path, characters: int):
    async with start(files=[long_article(tmp_path, characters)]) as session:
        await session.press("enter")
        await until(session.pilot, lambda: session.article.reading is not None)
        reading = session.article.reading
        assert len(reading.opened.claims) > 5
        await session.press("n", "1")
        assert len(session.annotations) == 1
        await session.settle()
        assert session.article.reading.opened.claims == claims_of(reading.opened.article)
        assert "finding" not in session.status


async def test_a_huge_article_is_laid_out_around_the_place_first(start: Start, tmp_path: Path):
    async with start(files=[long_article(tmp_path, HUGE + 20_000)]) as session:
        await session.press("enter")
        await until(session.pilot, lambda: session.article.reading is not None)
        await session.settle()
        reading = session.article.reading
        assert reading.window is None
        whole = reading.layout
        assert whole.rows[-1].end == len(reading.shown)
        reading.go(len(reading.shown) // 2)
        reading.set_width(40)
        assert reading.window is not None
        assert len(reading.layout.rows) < len(whole.rows) // 4
        assert reading.layout.rows[reading.row].start <= reading.place < reading.layout.rows[reading.row].end
        for there in (0, len(reading.shown) - 1, len(reading.shown) // 3):
            session.article.go(there)
            row = reading.layout.rows[reading.row]
            assert row.start <= reading.place < row.end
            assert row in session.article.rows_in_sight()
        top = session.article.rows_in_sight()[0].start
        await session.settle()
        assert reading.window is None
        assert session.article.rows_in_sight()[0].start == top
        broken = BrokenParagraphs(reading.opened.article, reading.setting)
        assert reading.layout == lay_out(reading.opened.article, broken, 40, unfolded=False, restored={})


def test_packed_claims_are_the_claims(seeds: list[Path]):
    _, article = load(seeds[0])
    claims = claims_of(article) * 9
    packed = PackedClaims(claims)
    assert packed == claims
    assert packed[-1] == claims[-1]
    assert packed[100:140] == claims[100:140]
    assert list(packed.starts) == [claim.start for claim in claims]
    assert packed.countable == tuple(at for at, claim in enumerate(claims) if not claim.repeat)
    with pytest.raises(IndexError):
        packed[len(claims)]


async def test_the_table_fills_up_while_claims_are_looked_for_and_ends_with_all(start: Start, tmp_path: Path):
    async with start(files=[long_article(tmp_path, LONG // 2)]) as session:
        session.screen.extraction.claims_of = _never_before(released := Event())(session.screen.extraction.claims_of)
        await session.press("enter", "C")
        screen = session.app.screen
        assert isinstance(screen, ClaimsScreen)
        await until(session.pilot, lambda: bool(screen.table.rows))
        assert session.screen.is_finding_claims
        await session.press("j", "j")
        before = screen.table.present.claim
        released.set()
        await session.settle()
        opened = session.article.reading.opened
        assert [row.claim for row in screen.table.rows] == [opened.claims[at] for at in opened.countable]
        assert (screen.table.present.claim.start, screen.table.present.claim.exact) == (before.start, before.exact)
        assert str(screen.line.border_title) == f"Claims of the article: {len(opened.countable):,}"


def test_a_listing_says_how_many_are_found_so_far():
    listing = Listing("claims-of-article", lambda: iter(()), 1000)
    assert listing.title(0) == "Claims of the article: 0 found so far · 0% read"
    listing.done = 437
    assert listing.title(0) == "Claims of the article: 0 found so far · 43% read"
    listing.done = 1000
    assert listing.title(0) == "Claims of the article: 0"


def _never_before(released: Event) -> Callable[..., Any]:
    """Makes a function wait, as that of a longer article would."""

    def waiting(function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*words: Any) -> Any:
            released.wait(20)
            return function(*words)

        return called

    return waiting


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 45)])
async def test_an_article_is_laid_out_once_and_fills_its_rows(
    start: Start, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
):
    widths: list[int] = []

    def counted(article: Article, broken: BrokenParagraphs, width: int, **how: Any) -> Layout:
        widths.append(width)
        return lay_out(article, broken, width, **how)

    monkeypatch.setattr("reader.tui.shown.lay_out", counted)
    async with start(files=[long_article(tmp_path, 9_000)], size=size) as session:
        await session.press("enter")
        await session.settle()
        assert session.article.reading.width == session.article.text_width
        assert widths == [session.article.text_width]
