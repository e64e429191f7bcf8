"""Scores on labelled articles must not fall: the gold and the development set, with the scorer that judges us."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.claims_entity import FOLDER, counted
from reader.claims.finding import find_claims
from reader.claims.place import currency_of
from reader.claims.records import claim_record
from reader.text.script import detect_script

ROOT = Path(__file__).parents[2]
SCORER = ROOT / "benchmarks" / "scorers" / "score_claims.py"


def scored(folder: Path, predictions: Path) -> dict[str, Any]:
    lines = []
    for meta in sorted(folder.glob("*.meta.json")):
        name = meta.name.removesuffix(".meta.json")
        text, date = (folder / f"{name}.txt").read_text("utf-8"), json.loads(meta.read_text("utf-8")).get("date")
        script = detect_script(text)
        found = find_claims(text, script=script, date=date, currency=currency_of(None, None, text, script))
        lines += [json.dumps(claim_record(claim, name, "")) for claim in found]
    predictions.write_text("\n".join(lines), "utf-8")
    command = [sys.executable, str(SCORER), str(folder), str(predictions)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result: dict[str, Any] = json.loads(output.splitlines()[-1])
    return result


def test_owners_are_named_as_often_as_before() -> None:
    counts, _ = counted(FOLDER)
    assert counts["right"] / sum(counts.values()) >= 0.88
    assert counts["made up"] <= 0.03 * sum(counts.values())


@pytest.mark.parametrize(
    ("folder", "span", "value", "record", "indicator"),
    [("gold/claims", 0.985, 0.985, 0.88, 0.78), ("claims/dev", 0.99, 0.99, 0.84, 0.85)],
)
def test_scores_do_not_fall(
    folder: str, span: float, value: float, record: float, indicator: float, tmp_path: Path
) -> None:
    result = scored(ROOT / "tests" / "data" / folder, tmp_path / "predictions.jsonl")
    assert result["span"]["f1"] >= span
    assert result["value"]["f1"] >= value
    assert result["record"]["f1"] >= record
    assert result["fields"]["indicator"] >= indicator
    assert result["fields"]["kind"] >= 0.99
    assert result["fields"]["bound"] >= 0.97
