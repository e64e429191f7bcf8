"""The tables of docs/export.md, made from the code: `python -m reader.exchange.guide docs/export.md` renews them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.exchange.columns import BASIC, COLUMNS
from reader.exchange.registry import all_formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """The page with each of its tables (between `<!-- table: NAME -->` and `<!-- end -->`) as the code has it now."""
    tables = {"formats": _formats(), "columns": _columns()}
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


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    for word in sys.argv[1:]:
        Path(word).write_text(with_tables(Path(word).read_text("utf-8")), "utf-8")
