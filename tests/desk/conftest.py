"""Stores to import into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.repository import Repository
from tests.annotations.examples import a_claim, an_annotation
from tests.exchange.generating import fill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository.open(tmp_path / "a" / "annotations.json")
    fill(
        repository,
        [
            an_annotation(1, claim=a_claim(repeat=True), extra={"colour": "red"}),
            an_annotation(2, start=30, note="=1+1"),
        ],
    )
    return repository


@pytest.fixture
def other(tmp_path: Path) -> Repository:
    return Repository.open(tmp_path / "b" / "annotations.json")
