"""Moving in an article with 500 annotations: what each key takes, beside the same keys in the article without any.

Run: `python -m benchmarks crowded_article`. A key counts from the action until the rows in sight are painted; a frame
at 60 Hz has 16.7 ms.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from reader.annotations.repository import Repository
from reader.desk import acts
from reader.desk.act import several
from reader.desk.desk import Desk
from reader.settings import read_settings
from reader.tui.app import ReaderApp
from reader.tui.reviewing_screen import ReviewingScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from textual.pilot import Pilot

    from reader.annotations.annotation import Annotation

ARTICLE = Path(__file__).parents[1] / "seeds" / "001_7d1443b3a6dce586.txt"
COUNT = 500
"""Annotations in the article, as issue 9 asks for; they overlap, and some stand in the same place."""

PRESSES = 100


def crowd(desk: Desk) -> None:
    """Annotate the article all over, with tags in turn."""
    opened = desk.open(ARTICLE)
    room = len(opened.article.text) - 40
    tags = [tag.name for tag in desk.tags().tags]
    made = []
    for number in range(COUNT):
        start = number * 97 % room
        length = 2 + number * 7 % 30
        made.append(acts.give_tag(desk, opened, start, start + length, tag=tags[number % len(tags)]))
    record = made[0].record
    assert record is not None
    own = [replace(act, record=record, after=_of(act.after, record.id)) for act in made]
    desk.commit(several("many-tagged", {"tag": "", "count": COUNT}, own))


def _of(annotation: Annotation | None, article_id: UUID) -> Annotation | None:
    return None if annotation is None else replace(annotation, article_id=article_id)


async def milliseconds(desk: Desk) -> dict[str, list[float]]:
    """What the keys take that move in the article."""
    app = ReaderApp(desk)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        screen = app.screen_stack[1]
        assert isinstance(screen, ReviewingScreen)
        article = screen.article
        return {
            "j": await _timed(pilot, screen, lambda: article.action_rows(1)),
            "l": await _timed(pilot, screen, lambda: article.action_characters(1)),
            ")": await _timed(pilot, screen, lambda: article.action_claims(1, False)),
            ">": await _timed(pilot, screen, lambda: article.action_annotations(1)),
            "PgDn": await _timed(pilot, screen, lambda: article.action_pages(2)),
        }


async def _timed(pilot: Pilot[None], screen: ReviewingScreen, press: Callable[[], None]) -> list[float]:
    article, taken = screen.article, []
    article.action_first()
    for _ in range(PRESSES):
        await pilot.pause()
        begin = perf_counter()
        press()
        article.render_lines(article.size.region)
        taken.append(1000 * (perf_counter() - begin))
    return taken


def main() -> None:
    """Print what each key takes, without annotations and with them."""
    with TemporaryDirectory() as folder:
        repository = Repository.open(Path(folder) / "annotations.json", annotator="benchmark")
        settings = read_settings(Path(folder) / "none.toml")

        def desk() -> Desk:
            return Desk((ARTICLE,), repository, settings, "benchmark")

        without = asyncio.run(milliseconds(desk()))
        crowd(desk())
        taken = asyncio.run(milliseconds(desk()))
    print(f"{'key':6} {'without':>9} {'with 500':>9} {'p95':>9}  (ms, painted)")
    for key, times in taken.items():
        print(f"{key:6} {median(without[key]):9.2f} {median(times):9.2f} {quantiles(times, n=20)[-1]:9.2f}")


if __name__ == "__main__":
    main()
