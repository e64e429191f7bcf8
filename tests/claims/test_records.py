"""A claim as JSON, and read out."""

import json

from reader.claims.finding import find_claims
from reader.claims.reading import read_out
from reader.claims.records import FIELDS, claim_record
from reader.text.script import Script


def test_a_record_has_the_keys_of_the_contract_in_order() -> None:
    (claim,) = find_claims("产值近500亿元。", script=Script.SIMPLIFIED)
    record = claim_record(claim, "a", "0123456789abcdef")
    assert tuple(record) == FIELDS
    assert json.loads(json.dumps(record))["value"] == 50_000_000_000
    assert record["sentence"] == "产值近500亿元。"


def test_a_value_that_is_not_whole_is_a_float() -> None:
    (claim,) = find_claims("占比56.9%", script=Script.SIMPLIFIED)
    assert claim_record(claim, "a", "b")["value"] == 56.9


def test_the_panel_reads_a_claim_out() -> None:
    (claim,) = find_claims("产值近500亿元", script=Script.SIMPLIFIED)
    assert read_out(claim).startswith("500亿元 = 50,000,000,000 CNY · nearly · level · actual")
