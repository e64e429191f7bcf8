"""Long articles: shown at once, the claims in sight first, all of them when they are found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from reader.claims.of_article import claims_of
from reader.tui.opening_screen import AT_ONCE, LONG

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Any]


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
        for _ in range(100):
            if session.article.reading is not None:
                break
            await session.pilot.pause(0.05)
        reading = session.article.reading
        assert len(reading.opened.claims) > 5
        await session.press("n", "1")
        assert len(session.annotations) == 1
        await session.settle()
        assert session.article.reading.opened.claims == claims_of(reading.opened.article)
        assert "finding" not in session.status
