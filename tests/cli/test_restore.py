"""`reader clean --restore`: suggestions in the place of damage, visibly as such."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.cli.main import main
from tests.articles.engine import mirrored

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = "今年以来，全市高校科研的投入，比去年增长11.6%，企业普遍看好全年形势。"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(
        "科研投入增长\n\n" + mirrored(CLEAN) + "\n\n产值达\ue149亿元，园区企业今年都在增长，订单排到了年底。\n", "utf-8"
    )
    return path


def test_without_the_option_the_text_stays_as_it_stands(file: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["clean", str(file)]) == 0
    out = capsys.readouterr().out
    assert mirrored(CLEAN) in out
    assert "〔" not in out


def test_suggestions_stand_in_brackets_with_a_question_mark(file: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["clean", "--restore", str(file)]) == 0
    out = capsys.readouterr().out
    assert "全市高〔校科研的投入？〕,比去年增长11.6%" in out
    assert "产值达\ue149亿元" in out


def test_records_count_in_the_restored_text_and_point_at_the_source(file: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["clean", "--restore", "--json", "--script", "traditional", str(file)]) == 0
    record = json.loads(capsys.readouterr().out)
    spot, other = record["damage"]
    text = record["paragraphs"][spot["paragraph"]]["text"]
    assert text[spot["start"] : spot["end"]] == spot["text"] == "〔校科研的投入？〕"
    source = file.read_text("utf-8")
    assert source[spot["source_start"] : spot["source_end"]].startswith("??")
    runs = record["paragraphs"][spot["paragraph"]]["runs"]
    assert [spot["start"], spot["end"], spot["source_start"], spot["source_end"]] in runs
    assert (other["text"], other["restored"]) == ("\ue149", "")


def test_sound_text_is_the_same_with_and_without(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "b.txt"
    path.write_text(f"科研投入增长\n\n{CLEAN}\n", "utf-8")
    main(["clean", "--json", str(path)])
    main(["clean", "--json", "--restore", str(path)])
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
