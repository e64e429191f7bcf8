"""The table of all annotations: how soon it is there with 10,000 over 1,000 articles, and how long each key of a filter takes.

Run: `python -m benchmarks annotations_table`. It opens when the rows of the first screen are painted; after how long
all rows are there, and all can be filtered, is told beside: until then a filter finds what is ready. What the machine takes to read the same documents as
JSON, in the same run, is told for comparison.
"""

from __future__ import annotations

import asyncio
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.sample_annotations import article_of, sample
from reader.annotations.encoding import decoded
from reader.annotations.repository import Repository
from reader.annotations.table_names import ANNOTATIONS
from reader.desk.annotation_list import COLUMNS, ListedAnnotation, all_listed, make_ready, matching, ordered
from reader.desk.desk import Desk
from reader.settings import read_settings
from reader.tui.annotations_screen import AnnotationsScreen
from reader.tui.annotations_table import AnnotationsTable
from reader.tui.app import ReaderApp
from reader.tui.reviewing_screen import ReviewingScreen

COUNT, ARTICLES = 10_000, 1_000
"""What issue 9 asks for."""

QUERIES = ("tag:key 产值", "verdict:disputed value:1.2亿", "article:第9 工业", "统计公报 status:ok")
"""Typed letter by letter."""


def fill(repository: Repository) -> None:
    """Put the annotations into a store."""
    with repository.transaction("filled", "benchmark"):
        for annotation in islice(sample(COUNT, hostile=False, per_article=COUNT // ARTICLES), COUNT):
            repository.save_article(article_of(annotation))
            repository.save(annotation)
    repository.compact()


def milliseconds_of_json(repository: Repository) -> float:
    """What decoding all documents takes, and nothing else."""
    contents = repository.database.storage.contents
    raw = [contents.get(ANNOTATIONS, number) or b"{}" for number in contents.numbers(ANNOTATIONS)]
    begin = perf_counter()
    for one in raw:
        decoded(one)
    return 1000 * (perf_counter() - begin)


async def milliseconds_of_opening(desk: Desk) -> tuple[float, float, float]:
    """From the act of `A` until the first rows are painted, all rows are there, and all can be filtered."""
    app = ReaderApp(desk)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        begin = perf_counter()
        desk_screen = app.screen
        assert isinstance(desk_screen, ReviewingScreen)
        desk_screen.action_annotations_table()
        screen = app.screen
        assert isinstance(screen, AnnotationsScreen)
        while not (screen.query(AnnotationsTable) and screen.table.rows and screen.table.size.height):
            await asyncio.sleep(0.001)
        screen.table.render_lines(screen.table.size.region)
        painted = perf_counter() - begin
        while len(screen.table.rows) < COUNT:
            await asyncio.sleep(0.001)
        whole = perf_counter() - begin
        while not screen.is_ready:
            await asyncio.sleep(0.001)
        ready = perf_counter() - begin
        return 1000 * painted, 1000 * whole, 1000 * ready


def milliseconds_a_key(rows: list[ListedAnnotation], query: str) -> list[float]:
    """What each key of a query takes, typed letter by letter, sorting included."""
    taken = []
    for length in range(1, len(query) + 1):
        begin = perf_counter()
        matching(ordered(rows, None), query[:length])
        taken.append(1000 * (perf_counter() - begin))
    return taken


def main() -> None:
    """Print the times."""
    with TemporaryDirectory() as folder:
        repository = Repository.open(Path(folder) / "annotations.json", annotator="benchmark")
        fill(repository)
        desk = Desk((), repository, read_settings(Path(folder) / "none.toml"), "benchmark")
        print(f"{COUNT:,} annotations of {ARTICLES:,} articles")
        print(f"{'decoding them as JSON':32} {milliseconds_of_json(repository):7.1f} ms")
        begin = perf_counter()
        rows = [row for batch in all_listed(desk) for row in batch]
        print(f"{'making all rows':32} {1000 * (perf_counter() - begin):7.1f} ms")
        begin = perf_counter()
        make_ready(rows)
        print(f"{'making them ready to be filtered':32} {1000 * (perf_counter() - begin):7.1f} ms")
        painted, whole, ready = asyncio.run(milliseconds_of_opening(desk))
        print(f"{'A: first rows painted':32} {painted:7.1f} ms")
        print(f"{'A: all rows there':32} {whole:7.1f} ms")
        print(f"{'A: all can be filtered':32} {ready:7.1f} ms")
    matching(rows, "1.2亿")
    for query in QUERIES:
        taken = milliseconds_a_key(rows, query)
        print(f"{query:32} median {median(taken):5.1f} ms a key, worst {max(taken):5.1f} ms")
    for column in COLUMNS:
        begin = perf_counter()
        ordered(rows, column)
        print(f"sorted by {column:10} {1000 * (perf_counter() - begin):5.1f} ms")


if __name__ == "__main__":
    main()
