"""The keys of boxes and lines: no actions of the registry, for each means something only where it is told at the border.

Made from the bindings of their classes; only what those take without a binding is written down here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from reader.tui.bindings import QUIT
from reader.tui.choices import Choices
from reader.tui.choose_screen import ChooseScreen
from reader.tui.claim_editor import ClaimEditor, FieldLine
from reader.tui.conflicts_screen import ConflictsScreen
from reader.tui.disagreements_screen import DisagreementsScreen
from reader.tui.evidence_screen import AddressLine
from reader.tui.export_screen import ExportScreen
from reader.tui.frozen_screen import FrozenScreen
from reader.tui.hits_list import HitsList
from reader.tui.hits_screen import HitsScreen
from reader.tui.import_screen import ImportScreen
from reader.tui.key_names import shown_key
from reader.tui.keys_screen import KeysScreen
from reader.tui.outline_screen import OutlineScreen
from reader.tui.rows_screen import FilterLine, RowsScreen
from reader.tui.tags_screen import AnswerLine
from reader.tui.unsaved_screen import UnsavedScreen
from reader.tui.verdicts import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.dom import DOMNode

BOXES: tuple[tuple[str, type[DOMNode]], ...] = (
    ("any list in a box", Choices),
    ("headings", OutlineScreen),
    ("hits in all articles", HitsScreen),
    ("hits in all articles", HitsList),
    ("which annotation", ChooseScreen),
    ("fields of a claim", ClaimEditor),
    ("two sides", ConflictsScreen),
    ("another annotator", DisagreementsScreen),
    ("annotation without its article", FrozenScreen),
    ("export", ExportScreen),
    ("import", ImportScreen),
    ("not saved", UnsavedScreen),
    ("any table", RowsScreen),
    ("help", KeysScreen),
    ("line of a field", FieldLine),
    ("line of an address", AddressLine),
    ("line of a tag", AnswerLine),
    ("line of a filter", FilterLine),
)
"""What has keys of its own, and what it is called."""

_TAKEN = (
    ("↓ ↑ PgDn PgUp Home End", "any list in a box", "Go through the rows"),
    ("Enter", "any list in a box", "Choose the row"),
    ("1 … 9", "which annotation", "Choose the one of that number"),
    ("Enter", "export", "Write the file; where there is one, press it again"),
    ("Enter", "import", "Tell what would change; again: import"),
    ("Enter", "not saved", "Write the annotations to the file that is named"),
    ("Enter", "line below the article", "Do what its title asks for"),
    ("Esc", "line below the article", "Leave it"),
    ("Tab →", "line below the article", "Take what is offered"),
    ("a … z", "after '", "Go to the claim with that letter"),
    *((letter, "after m", f"The verdict: {verdict.value.replace('_', ' ')}") for letter, verdict in LETTERS.items()),
)
"""What is taken without a binding: keys, where, what they do."""


def box_rows() -> Iterator[tuple[str, str, str]]:
    """Keys as the user knows them, parted by blanks; where they are taken; what they do."""
    for where, box in BOXES:
        for binding in box.__dict__["BINDINGS"]:
            assert isinstance(binding, Binding)
            if binding is QUIT:
                continue  # an action like any other
            yield " ".join(map(shown_key, binding.key.split(","))), where, binding.description
        yield from (row for row in _TAKEN if row[1] == where)
    named = {where for where, _ in BOXES}
    yield from (row for row in _TAKEN if row[1] not in named)
