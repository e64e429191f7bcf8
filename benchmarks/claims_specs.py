"""How many cases of other projects' public test data the search for claims agrees with.

    python benchmarks/claims_specs.py SPECS

SPECS is a folder with `recognizers`, `jionlp` and `duckling` test data (Recognizers-Text, JioNLP and Duckling; it is not part of
this project). A case is in scope where it is one figure that docs/claim-guideline.md counts; each other class
is named with the reason. Prints a table; without the folder, a line that says so.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.claims.finding import find_claims
from reader.text.numerals import narrowed, read_number
from reader.text.script import Script, converted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.claims.claim import Claim

Case = tuple[str, list[Decimal], list[Decimal] | None, str]
"""What is written, the values expected, those found (None: out of scope), and why it is out of scope."""

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}
_ISO = {"Y": "year", "W": "week", "D": "day", "H": "hour", "S": "second"}
_BASE = {
    "Centimetre": "0.01", "Metre": "1", "Kilometre": "1000", "Foot": "0.3048", "Inch": "0.0254", "Mile": "1609.344", "Yard": "0.9144",
    "Gram": "0.001", "Litre": "0.001", "Millilitre": "0.000001", "Gallon": "0.003785411784", "Dollar": "1", "Cent": "0.01", "CNY": "1",
    "HKD": "1", "Second": "1", "Minute": "60", "Hour": "3600", "Day": "86400", "Week": "604800", "Month": "2592000", "Year": "31536000",
}  # fmt: skip
_RANGE_OR_BOUND = re.compile(
    r"\((simple|under|above) (\w+) ([\d.]+)|\(between (\w+) \(([\d.]+), ?([\d.]+)\)|\(DurationData ([\d.]+) (\w+)"
)


_BARE_ONE = re.compile(r"一(?![点點一二三四五六七八九十百千万萬亿億])")
"""An article (`一升`), which the guideline has optional; `一千元` and `1升` are figures."""


def claims_in(text: str) -> list[Claim]:
    return find_claims(text, script=Script.TRADITIONAL if _has_traditional(text) else Script.SIMPLIFIED)


def _has_traditional(text: str) -> bool:
    return converted(text, Script.SIMPLIFIED) != text


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8-sig"))


def numbers(path: Path) -> Iterator[Case]:
    """Whole-text numbers: what stands in prose without a unit is no claim."""
    for case in load(path):
        written = re.sub(r"\s", "", converted(narrowed(case["Input"]), Script.SIMPLIFIED))
        results = case["Results"]
        if len(results) != 1 or re.sub(r"\s", "", results[0]["Text"]) != re.sub(r"\s", "", case["Input"]):
            yield case["Input"], [], None, "no single number alone"
            continue
        value = results[0]["Resolution"]["value"]
        if re.search(r"[分/双对打又kMGTeE^－-]|负", written) or value in (None, "null"):
            yield case["Input"], [], None, "fraction, pair, dozen, power or sign"
            continue
        found = read_number(written)
        yield case["Input"], [Decimal(value)], [found.value] if found else [], ""


def percents(path: Path) -> Iterator[Case]:
    for case in load(path):
        expected = [Decimal(result["Resolution"]["value"].rstrip("%")) for result in case["Results"]]
        if not expected or re.search(r"[kKＫMGT]|[对對]折|半折|半额|百分位|负|負|[ 　]|\d-\d|折扣一折", case["Input"]):
            yield case["Input"], [], None, "no percent, Latin scales, blanks within words, ranges, 对折"
            continue
        yield case["Input"], expected, [in_percent(claim) for claim in claims_in(case["Input"])], ""


def in_percent(claim: Claim) -> Decimal:
    return claim.value * {"‰": Decimal("0.1"), "x": Decimal(100)}.get(claim.unit, Decimal(1))


def currencies(path: Path) -> Iterator[Case]:
    for case in load(path):
        for result in case["Results"]:
            if result["Resolution"].get("value") is None:
                yield result["Text"], [], None, "a currency without a number"
            elif _BARE_ONE.match(result["Text"]) or "又" in result["Text"] or result["Text"] == "三块":
                yield result["Text"], [], None, "bare 一, bare 块, sums with 又"
            else:
                end = result["End"] + 1
                found = [c.value for c in claims_in(case["Input"]) if c.start < end and c.end > result["Start"]]
                yield result["Text"], [Decimal(result["Resolution"]["value"])], found, ""


def durations(path: Path) -> Iterator[Case]:
    for case in load(path):
        results = case["Results"]
        timex = results[0].get("Value", {}).get("Timex", "") if results else ""
        parts = re.findall(r"([\d.]+)([YWDHMS])", timex)
        if len(parts) != 1 or _BARE_ONE.match(results[0]["Text"]):
            yield case["Input"], [], None, "several parts, or bare 一"
            continue
        number, letter = parts[0]
        unit = ("minute" if "T" in timex else "month") if letter == "M" else _ISO[letter]
        yield (
            case["Input"],
            [Decimal(number) * SECONDS[unit]],
            [in_seconds(claim) for claim in claims_in(case["Input"])],
            "",
        )


def in_seconds(claim: Claim) -> Decimal:
    return claim.value * SECONDS.get(claim.unit, 1)


def jionlp_money(path: Path) -> Iterator[Case]:
    for written, result in load(path):
        numbers_told = result["num"] if isinstance(result["num"], list) else [result["num"]]
        if re.search(
            r"[kKwW]\b|[kw](?=元|左|上|$)|^[几数]|[一二三四五六七八九][一二三四五六七八九][十百千万亿]", written
        ) or re.search("十几|多|数十|八到九百|两~3|333，333", written):
            yield written, [], None, "Latin k and w, vague numbers"
            continue
        if re.fullmatch(r"[\d.,]*|[一二三四五六七八九十百千万亿]+", written):
            yield written, [], None, "a number without a currency"
            continue
        yield written, [Decimal(value) for value in numbers_told], [claim.value for claim in claims_in(written)], ""


def duckling(path: Path) -> Iterator[Case]:
    for case in load(path):
        phrase, found = case["phrase"], _RANGE_OR_BOUND.match(case["expected"])
        if (
            found is None
            or _BARE_ONE.match(phrase)
            or re.match(r"[个個米]", phrase)
            or re.search(
                r"字|分半|^.{1,2} [日月]$|[a-z]{3,}|['\"]|茶匙|湯匙|个半|個半|個[一二三四五六七八九]|[吋寸] ?半", phrase
            )
        ):
            yield phrase, [], None, "bare 一, a number left out, English, spoons, speech"
            continue
        if path.stem == "AmountOfMoney" and re.fullmatch(r"[^元块塊蚊]*[分角毛毫仙][^元块塊蚊]*", phrase):
            yield phrase, [], None, "角 and 分 alone, as in prices by word of mouth"
            continue
        unit = found[2] or found[4] or found[8]
        if unit not in _BASE:
            yield phrase, [], None, "a unit outside the guideline"
            continue
        values = [value for value in (found[3], found[5], found[6], found[7]) if value]
        got = claims_in(phrase)
        yield (
            phrase,
            [Decimal(value) * Decimal(_BASE[unit]) for value in values],
            [in_seconds(claim) for claim in got],
            "",
        )


SUITES: tuple[tuple[str, str, Callable[[Path], Iterator[Case]]], ...] = (
    ("Number", "recognizers/Number/Chinese/NumberModel.json", numbers),
    ("Percent", "recognizers/Number/Chinese/PercentModel.json", percents),
    ("Currency", "recognizers/NumberWithUnit/Chinese/CurrencyModel.json", currencies),
    ("Duration", "recognizers/DateTime/Chinese/DurationParser.json", durations),
    ("Money (JioNLP)", "jionlp/test_money_parser.json", jionlp_money),
    ("Money (Duckling)", "duckling/AmountOfMoney.json", duckling),
    ("Distance (Duckling)", "duckling/Distance.json", duckling),
    ("Quantity (Duckling)", "duckling/Quantity.json", duckling),
    ("Volume (Duckling)", "duckling/Volume.json", duckling),
    ("Duration (Duckling)", "duckling/Duration.json", duckling),
)  # fmt: skip


def agrees(expected: list[Decimal], found: list[Decimal]) -> bool:
    try:
        return len(expected) == len(found) and all(
            abs(a - b) <= abs(a) / 10_000 for a, b in zip(expected, found, strict=True)
        )
    except InvalidOperation:
        return False


def main(path: Path | None = None, *, differences: bool = False) -> None:
    """Print, per file, how many cases in scope agree, and why the others are out of scope.

    Args:
        path: The folder; default: what the environment variable `SPECS` names.
        differences: Whether to print each case that differs.
    """
    path = path or Path(os.environ.get("SPECS", "specs"))
    if not path.is_dir():
        print(f"no public test data at {path}: skipped")
        return
    print(f"{'suite':<22}{'agree':>7}{'in scope':>10}{'share':>8}   out of scope")
    for name, file, read in SUITES:
        cases = list(read(path / file))
        inside = [case for case in cases if case[2] is not None]
        right = sum(agrees(expected, found or []) for _, expected, found, _ in inside)
        out = Counter(reason for *_, found, reason in cases if found is None)
        reasons = ", ".join(f"{count} {reason}" for reason, count in out.most_common())
        print(f"{name:<22}{right:>7}{len(inside):>10}{right / max(1, len(inside)):>8.3f}   {reasons}")
        for written, expected, found, _ in inside if differences else ():
            if not agrees(expected, found or []):
                print("   ", written, [str(v) for v in expected], [str(v) for v in found or []])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None, differences="--differences" in sys.argv)
