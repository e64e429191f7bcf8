"""Finding claims in another process gives the same claims, also when the process dies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.library import load
from reader.claims.of_article import claims_of
from reader.desk.extraction import Extraction

if TYPE_CHECKING:
    from pathlib import Path


def test_another_process_finds_the_same_claims(seeds: list[Path]):
    extraction = Extraction()
    for seed in seeds[:2]:
        _, article = load(seed)
        assert extraction.claims_of(article) == claims_of(article)
    _, article = load(seeds[0])
    assert extraction.claims_of(article) == claims_of(article)
    process = extraction.background.process
    assert process is not None
    process.kill()
    process.wait()
    _, article = load(seeds[2])
    assert extraction.claims_of(article) == claims_of(article)
    extraction.close()
    _, article = load(seeds[3])
    assert extraction.claims_of(article) in ((), claims_of(article))
