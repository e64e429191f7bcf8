"""The table of claims: how long each key of a filter takes with 10,000 claims, and sorting by each column.

Run: `python -m benchmarks.claims_table`. The claims are those of the articles in the repository, each with another
period, repeated until there are enough; a key counts from the press until its rows are known.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from reader.annotations.repository import Repository
from reader.articles.library import load
from reader.claims.of_article import claims_of
from reader.desk.claim_list import COLUMNS, ListedClaim, listed, matching, ordered
from reader.desk.desk import Desk
from reader.settings import read_settings
from reader.tui.app import ReaderApp
from reader.tui.claims_listing import Listing
from reader.tui.claims_screen import ClaimsScreen

ROOT = Path(__file__).parents[1]
ENOUGH = 10_000
"""Claims in the table, as issue 7 asks for."""

QUERIES = ("kind:money status:target", "产值 增长 2021", "1.2亿", "period:2025 i:企业 新区", "change:inc value:10 gdp")
"""Typed letter by letter."""


def ten_thousand() -> list[ListedClaim]:
    """As many rows as the table must hold."""
    files = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests" / "data" / "articles").glob("*.txt"))
    articles = [(path, load(path)[1]) for path in files]
    found = [(path, article.title, claims_of(article)) for path, article in articles]
    rows: list[ListedClaim] = []
    turn = 0
    while len(rows) < ENOUGH:
        turn += 1
        for path, title, claims in found:
            told = [(replace(claim, period=str(1000 + turn), repeat=False), None) for claim in claims]
            rows += listed(path, f"{title} {turn}", told)
    return rows[:ENOUGH]


def milliseconds_a_key(rows: list[ListedClaim], query: str) -> list[float]:
    """What each key of a query takes, typed letter by letter."""
    taken = []
    for length in range(1, len(query) + 1):
        begin = perf_counter()
        matching(rows, query[:length])
        taken.append(1000 * (perf_counter() - begin))
    return taken


async def keys_of_the_app(rows: list[ListedClaim], query: str) -> list[float]:
    """What each key typed into the filter of the app takes, from the changed line until the rows in sight are painted."""
    taken = []
    with TemporaryDirectory() as folder:
        repository = Repository.open(Path(folder) / "annotations.json", annotator="benchmark")
        settings = read_settings(Path(folder) / "none.toml")
        app = ReaderApp(Desk((), repository, settings, "benchmark"))
        async with app.run_test(size=(160, 45)) as pilot:
            article = Listing("claims-of-article", lambda: iter(()), 1, rows, 1)
            screen = ClaimsScreen(settings, article, Listing("claims-of-library", lambda: iter(()), 0))
            await app.push_screen(screen)
            screen.line.focus()
            for length in range(1, len(query) + 1):
                await pilot.pause()
                begin = perf_counter()
                screen.line.value = query[:length]
                screen.filter_rows()
                screen.table.render_lines(screen.table.size.region)
                taken.append(1000 * (perf_counter() - begin))
    return taken


def main() -> None:
    """Print the time of making the rows, of each query's keys, and of sorting."""
    begin = perf_counter()
    rows = ten_thousand()
    print(f"{len(rows):,} rows made in {perf_counter() - begin:.1f} s, finding the claims included")
    matching(rows, "1.2亿")
    for query in QUERIES:
        taken = milliseconds_a_key(rows, query)
        print(f"{query:32} median {median(taken):5.1f} ms a key, worst {max(taken):5.1f} ms")
    taken = asyncio.run(keys_of_the_app(rows, QUERIES[0].split()[1]))
    print(f"{'in the app, painted':32} median {median(taken):5.1f} ms a key, worst {max(taken):5.1f} ms")
    for column in COLUMNS:
        begin = perf_counter()
        ordered(rows, column)
        print(f"sorted by {column:10} {1000 * (perf_counter() - begin):5.1f} ms")


if __name__ == "__main__":
    main()
