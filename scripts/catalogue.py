"""Write the catalogues of the interface's languages: `make catalogue`, or with a translation at once.

    .venv/bin/python scripts/catalogue.py "No claim below." "下面没有论断了。"

Collects all English words that the program shows, from the tables that hold them; adds new ones to each `.po`, drops those
that are gone, and compiles the `.mo` that the program reads. It says which words lack a translation.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.cli.words import shown_words
from reader.languages import DOMAIN, LANGUAGES, LOCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADER = (
    "# The words of reader in {language}, by the English ones; `make catalogue` keeps it in order (docs/languages.md)."
)

MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""What stands in the files as their date: the same words make the same files, and merges do not meet in it."""


def main(words: list[str]) -> int:
    """Bring all catalogues up to date; the exit code tells whether anything lacks a translation."""
    given = dict(zip(words[::2], words[1::2], strict=True))
    lacking = 0
    for language in LANGUAGES[1:]:
        folder = LOCALES / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        known = _read(folder / f"{DOMAIN}.po")
        catalogue = Catalog(locale=language, header_comment=HEADER.format(language=language), creation_date=MADE)
        for shown in shown_words():
            catalogue.add(shown, given.get(shown) or known.get(shown, ""))
        _write(catalogue, folder)
        missing = [str(message.id) for message in catalogue if message.id and not message.string]
        print(f"{language}: {len(catalogue)} entries, {len(missing)} without a translation")
        print("".join(f"  {one}\n" for one in missing), end="")
        lacking += len(missing)
    return 1 if lacking else 0


def _read(file: Path) -> Mapping[str, str]:
    if not file.exists():
        return {}
    with file.open("rb") as opened:
        return {str(message.id): str(message.string) for message in read_po(opened) if message.id and message.string}


def _write(catalogue: Catalog, folder: Path) -> None:
    catalogue.mime_headers = [("Content-Type", "text/plain; charset=utf-8"), ("Language", str(catalogue.locale))]
    for name, write in (("po", _po), ("mo", _mo)):
        (folder / f"{DOMAIN}.{name}").write_bytes(write(catalogue))


def _po(catalogue: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalogue, width=0, no_location=True, sort_output=True)
    return out.getvalue()


def _mo(catalogue: Catalog) -> bytes:
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
