"""Finding claims in another process gives the same claims, also when the process dies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.library import load
from reader.claims.of_article import claims_of
from reader.desk.extraction import Extraction
from reader.desk.packed import packed_text
from reader.desk.tasks import packed_claims
from reader.text.script import Script, converted

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
    traditional = converted(article.text, Script.TRADITIONAL)
    assert extraction.converted(article.text, Script.TRADITIONAL) == traditional
    extraction.close()
    _, article = load(seeds[3])
    assert extraction.claims_of(article) in ((), claims_of(article))


def test_claims_that_are_packed_as_they_are_found_are_the_same(seeds: list[Path], tmp_path: Path):
    """Repeated figures need more context than they were found with, and a heading a period that stands below it."""
    texts = [seed.read_text("utf-8") for seed in seeds]
    file = tmp_path / "several.txt"
    file.write_text("\n\n".join([*texts, *(text[len(text) // 3 :] for text in texts)] * 3), "utf-8")
    _, article = load(file)
    found = claims_of(article)
    assert len(found) > 500
    bare, repeats = replace(article, paragraphs=(), removed=()), [one.repeats for one in article.paragraphs]
    assert any(index is not None for index in repeats)
    assert packed_claims(bare, packed_text(article.text), repeats) == found
