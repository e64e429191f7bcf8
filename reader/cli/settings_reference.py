"""The table of docs/settings.md, made from the shipped settings: `python -m reader.cli.settings_reference docs/settings.md` renews it."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from reader.settings import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

_DESCRIBED = re.compile(r"^((?:#[^\n]*\n)+)\n?(?:\[\[)?(\w+)", re.MULTILINE)
"""Comments, and the setting that stands below them."""

_TABLE = re.compile(r"(<!-- table -->\n).*(<!-- end -->)", re.DOTALL)


def with_settings(page: str) -> str:
    """The page with its table (between `<!-- table -->` and `<!-- end -->`) as the shipped settings have it now."""
    table = "".join(f"| `{name}` | {default} | {meaning} |\n" for name, default, meaning in settings())
    return _TABLE.sub(
        lambda found: f"{found[1]}| setting | shipped as | what it says |\n| --- | --- | --- |\n{table}{found[2]}", page
    )


def settings() -> Iterator[tuple[str, str, str]]:
    """Each setting with its shipped value and its description, in the order of the file."""
    written = DEFAULTS.read_text("utf-8")
    values = tomllib.loads(written)
    for comment, name in _DESCRIBED.findall(written):
        yield (
            name,
            _shown(written, name, values[name]),
            " ".join(line.removeprefix("# ") for line in comment.splitlines()),
        )


def _shown(written: str, name: str, value: object) -> str:
    """A value as the file has it; of tables, their names."""
    if isinstance(value, list):
        return ", ".join(f"`{one['name']}`" for one in value)
    found = re.search(rf"^{name} = (.*)$", written, re.MULTILINE)
    return f"`{found[1]}`" if found else ""


if __name__ == "__main__":
    for word in sys.argv[1:]:
        Path(word).write_text(with_settings(Path(word).read_text("utf-8")), "utf-8")
