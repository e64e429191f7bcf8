"""What is looked at first spares time only: no figure and no time is lost by it."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.claims import scanning, special, times
from reader.claims.finding import find_claims
from reader.text import calendar
from reader.text.patterns import any_of
from reader.text.script import detect_script

DATA = Path(__file__).parents[1] / "data"
TEXTS = [path.read_text("utf-8") for path in sorted(DATA.glob("claims/*/*.txt")) if path.parent.name != "blind"]
ANY = re.compile("")

GUARDS: list[tuple[Any, str, re.Pattern[str]]] = [
    (times, "HEAD", re.compile(r"(?<![\d.])(?<!\d,)\d|\D")),
    (special, "_MAY_BE_SPECIAL", ANY),
    (scanning, "NUMERIC_DATE", re.compile("|".join(calendar._NUMERIC))),
]
"""Where a guard stands, its name, and what lets everything pass."""


def found(texts: list[str]) -> list[tuple[object, ...]]:
    told = [find_claims(text, script=detect_script(text), date="2024-08-15") for text in texts]
    return [(claim.start, claim.end, claim.value, claim.unit, claim.period) for claims in told for claim in claims]


def shuffled(seed: int) -> list[str]:
    """Words of the texts in another order: rarer neighbours than news has."""
    rnd = random.Random(seed)
    words = re.findall(r"\d[\d.,]*|[年月日号前上下本今去昨近两一二三四五六七八九十百千万亿季周]|.{1,2}", "".join(TEXTS))
    return ["".join(rnd.choices(words, k=40)) for _ in range(400)]


@cache
def as_it_is() -> list[tuple[object, ...]]:
    """What is found with all guards in place."""
    return found(TEXTS + shuffled(1))


@pytest.mark.parametrize(("place", "name", "open_to_all"), GUARDS, ids=lambda part: str(part)[:20])
def test_no_guard_hides_anything(
    place: Any, name: str, open_to_all: re.Pattern[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = TEXTS + shuffled(1)
    guarded = as_it_is()
    monkeypatch.setattr(place, name, open_to_all)
    assert found(texts) == guarded


@pytest.mark.parametrize(
    ("alternatives", "words"),
    [
        ("增长|增加?|[一二]个|下(?:降|跌(?:了|至))|(?<!高)出|\\(", ["增长", "增", "增加", "二个", "下跌至", "出", "("]),
        ("升|上升|提(?:高|升)到?", ["升", "上升", "提高", "提升到"]),
    ],
)
def test_alternatives_in_order_match_the_same(alternatives: str, words: list[str]) -> None:
    plain, ordered = re.compile(f"(?:{alternatives})$"), re.compile(any_of(alternatives) + "$")
    for word in words:
        assert ordered.fullmatch(word)
        for text in (word, f"高{word}", f"{word}了"):
            assert bool(ordered.search(text)) == bool(plain.search(text))
