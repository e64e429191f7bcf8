"""What goes out comes back: CSV and JSON lines, byte for byte, whatever stands in the annotations."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reader.annotations.repository import Repository
from reader.desk.exporting import Order, write_export
from reader.desk.importing import carry_out, plan_import
from reader.exchange.registry import format_named
from tests.exchange.generating import annotations, fill

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation

SETS = st.lists(annotations(), min_size=1, max_size=6, unique_by=lambda one: one.id)


def exported(repository: Repository, word: str) -> bytes:
    out = BytesIO()
    write_export(repository, Order(format=format_named(word)), out)
    return out.getvalue()


def comes_back(things: list[Annotation], word: str) -> None:
    with TemporaryDirectory() as folder:
        first, second = (Repository.open(Path(folder) / name / "annotations.json") for name in "ab")
        fill(first, things)
        data = exported(first, word)
        plan = plan_import(second, data, "file", "tester")
        assert plan.bad == []
        assert len(plan.added) == len(things)
        carry_out(second, plan, "tester")
        assert exported(second, word) == data
        again = plan_import(second, data, "file", "tester")
        assert (again.unchanged, again.added, again.changed, again.conflicts) == (len(things), [], [], [])
        if word == "jsonl":
            assert second.annotations() == first.annotations()


@pytest.mark.parametrize("word", ["csv", "jsonl"])
@given(SETS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_comes_back_byte_for_byte(word: str, things: list[Annotation]):
    comes_back(_as_held(things, word), word)


def _as_held(things: list[Annotation], word: str) -> list[Annotation]:
    """A table tells of a settled place, but cannot hold it: another store takes such an annotation without it."""
    return [replace(one, anchor=None) for one in things] if word == "csv" else things


MANY = 10_000


@pytest.fixture(scope="module")
def many() -> list[Annotation]:
    found: list[Annotation] = []

    @given(st.lists(annotations(), min_size=10, max_size=10))
    @settings(
        max_examples=MANY // 9, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def collect(things: list[Annotation]) -> None:
        for one in things:
            found.append(replace(one, id=UUID(int=len(found) + 1)))

    collect()
    return found[:MANY]


@pytest.mark.thorough
@pytest.mark.parametrize("word", ["csv", "jsonl"])
def test_ten_thousand_come_back_byte_for_byte(many: list[Annotation], word: str):
    assert len(many) == MANY
    comes_back(_as_held(many, word), word)


@pytest.mark.thorough
def test_three_hundred_thousand_guarded_cells_are_harmless_and_come_back():
    from reader.exchange.guard import guarded, unguarded
    from tests.exchange.test_guard import DANGEROUS

    random = Random(10)
    characters = "=+-@＝＋－＠'\"\t\n\r\x00\x0b\x1f \u00a0\u3000\u200b\ufeff%.,;|1９甲a(😀\u202e"
    plain = "0123456789.+-%"
    for number in range(300_000):
        text = "".join(random.choices(plain if number % 10 == 0 else characters, k=random.randrange(12)))
        cell = guarded(text)
        assert unguarded(cell) == text
        digits = cell.removeprefix("+").removeprefix("-").removesuffix("%").replace(".", "", 1)
        assert not DANGEROUS.match(cell) or (digits.isascii() and digits.isdigit()), (text, cell)
