"""Damaged text: how much of what the engine's forward model tears apart is found and read back, and how fast sound text goes."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

from reader.articles.article import Damage, Paragraph, ParagraphKind
from reader.articles.damage import find_damage
from reader.articles.pinyin import annotated_characters
from reader.text.script import Script, converted
from reader.text.traced import TracedText
from tests.articles.engine import mirrored
from tests.articles.sentences import half_width, sentences

DATA = Path(__file__).parents[1] / "tests" / "data"
_HALF_WIDTH_MARK = re.compile(r"(?<=[\u4e00-\u9fff”）)%])[,:;?!](?=\D)")


def main() -> None:
    """Print a row for sentences, one for whole paragraphs, and the speed on sound text."""
    print(f"{'':34} {'damaged':>8} {'found':>6} {'whole':>6} {'but for lost digits':>20}")
    _row("300 sentences", [([sentence], script) for sentence, script in sentences()])
    articles = _articles()
    _row("paragraphs of the test articles", [(texts, script) for texts in articles for script in Script])
    texts = [text for article in articles for text in article] * 10
    begin = perf_counter()
    found = find_damage(_paragraphs(texts), Script.SIMPLIFIED, "\n".join(texts))
    annotated = annotated_characters(texts)
    speed = sum(len(text.encode()) for text in texts) / (perf_counter() - begin) / 1e6
    print(f"sound text: {len(found)} alarms, {len(annotated)} annotated characters, {speed:.0f} MB/s for both searches")


def _row(name: str, articles: list[tuple[list[str], Script]]) -> None:
    damaged = found = whole = but_digits = 0
    for written, script in articles:
        texts = [converted(text, script) for text in written]
        torn = [mirrored(text) for text in texts]
        damage = find_damage(_paragraphs(torn), script, "\n".join(torn))
        for index, text in enumerate(texts):
            if torn[index] == half_width(text):
                continue
            spots = [spot for spot in damage if spot.paragraph == index]
            shown = half_width(_restored(torn[index], spots))
            damaged += 1
            found += bool(spots)
            whole += shown == half_width(text)
            but_digits += re.fullmatch(re.escape(shown).replace("□", "[ -?]"), half_width(text)) is not None
    print(f"{name:34} {damaged:8} {found:6} {whole:6} {but_digits:20}")


def _restored(text: str, spots: list[Damage]) -> str:
    for spot in reversed(spots):
        if spot.restored:
            text = text[: spot.start] + spot.restored + text[spot.end :]
    return text


def _paragraphs(texts: list[str]) -> list[Paragraph]:
    paragraphs, at = [], 0
    for text in texts:
        paragraphs.append(Paragraph(ParagraphKind.BODY, TracedText.of_source(text, at)))
        at += len(text) + 1
    return paragraphs


def _articles() -> list[list[str]]:
    """The sound articles of the tests, their marks full-width as they were before an engine."""
    files = sorted(DATA.glob("claims/*/*.txt")) + sorted(DATA.glob("pages/*/ideal/*.txt"))
    files += [DATA / "gold" / "clean" / f"{name}.txt" for name in ("000", "001", "002", "003.restored", "004")]
    texts = (_HALF_WIDTH_MARK.sub(lambda mark: chr(ord(mark[0]) + 0xFEE0), file.read_text("utf-8")) for file in files)
    return [[line for line in text.splitlines() if line] for text in texts]


if __name__ == "__main__":
    main()
