"""Help of the command line in rows: argparse breaks between blanks only and counts characters, which Chinese has few of and wide."""

from __future__ import annotations

import argparse

from reader.text.lines import rows_of


class HelpRows(argparse.HelpFormatter):
    """Breaks what is said by the rules of Chinese typesetting."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        words = " ".join(text.split())
        return [words[start:end].rstrip() for start, end in rows_of(words, width)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + row for row in self._split_lines(text, width - len(indent)))


class RowsAsGiven(argparse.RawDescriptionHelpFormatter):
    """The same, but what stands before and after the arguments is in rows already."""

    _split_lines = HelpRows._split_lines
