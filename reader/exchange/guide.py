"""The tables of docs/export.md, made from the code: `python -m reader.exchange.guide docs/export.md` renews them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.claims.records import FIELDS
from reader.exchange.columns import BASIC, COLUMNS
from reader.exchange.registry import all_formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OF_CLAIMS = {
    "article": ("string", "The file's name without its ending, or `stdin`"),
    "exact": ("string", COLUMNS["value_text"].meaning),
    "prefix": ("string", "Up to 32 characters before it, in its paragraph; more where these stand in several places"),
    "suffix": ("string", "Up to 32 characters after it, in the same way"),
    "repeat": ("boolean", "Whether it stands in a paragraph that repeats another: True, False"),
}
"""What the columns of claims say that annotations do not have."""

_TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """The page with each of its tables (between `<!-- table: NAME -->` and `<!-- end -->`) as the code has it now."""
    tables = {"formats": _formats(), "columns": _columns(), "claims": _claims()}
    return _TABLE.sub(lambda found: f"{found[1]}{tables[found[2]]}{found[3]}", page)


def _formats() -> str:
    rows = [
        (f"`{form.word}`", f"`{form.suffix}`", form.summary, ", ".join(form.leaves_out) or "nothing")
        for form in all_formats().values()
    ]
    return _table(("format", "file", "what it is", "cannot hold"), rows)


def _columns() -> str:
    rows = [
        (f"`{column.name}`", column.type, "yes" if column.name in BASIC else "", column.meaning, f"`{column.example}`")
        for column in COLUMNS.values()
    ]
    return _table(("column", "type", "basic", "what it says", "example"), rows)


def _claims() -> str:
    rows = []
    for name in FIELDS:
        kind, meaning = _OF_CLAIMS.get(name) or (COLUMNS[name].type, COLUMNS[name].meaning)
        rows.append((f"`{name}`", kind, meaning))
    return _table(("column", "type", "what it says"), rows)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    for word in sys.argv[1:]:
        Path(word).write_text(with_tables(Path(word).read_text("utf-8")), "utf-8")
