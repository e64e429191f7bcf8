"""The actions of the table of annotations and of the list of evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.action import Room, Topic, action

if TYPE_CHECKING:
    from reader.tui.action import Action

_evidence = partial(action, topic=Topic.EVIDENCE, room=Room.EVIDENCE)
_list = partial(action, topic=Topic.ANNOTATIONS, room=Room.ANNOTATIONS)

EVIDENCE_ACTIONS: tuple[Action, ...] = (
    _evidence("evidence.open", "enter o", "screen.open", "open", "Open the address in the browser"),
    _evidence("evidence.add", "a", "screen.add", "add", "Add an address"),
    _evidence("evidence.edit", "e", "screen.edit", "edit", "Change the address"),
    _evidence("evidence.remove", "D delete", "screen.remove", "remove", "Remove the address"),
    _evidence("evidence.down", "j down", "cursor_down", "down", "Go to the next address"),
    _evidence("evidence.up", "k up", "cursor_up", "up", "Go to the address above"),
    _evidence("evidence.page-down", "space pagedown", "page_down", "page", "Go down a page of the addresses"),
    _evidence("evidence.page-up", "b pageup", "page_up", "page up", "Go up a page of the addresses"),
    _evidence("evidence.first", "g home", "first", "first", "Go to the first address"),
    _evidence("evidence.last", "G end", "last", "last", "Go to the last address"),
    _evidence("evidence.back", "escape q", "screen.back", "back", "Go back to the article"),
)

LIST_ACTIONS: tuple[Action, ...] = (
    _list("all.go", "enter", "screen.go", "go", "Go to the annotation in its article"),
    _list("all.back", "escape q", "screen.back", "back", "Unselect; where nothing is selected, go back"),
    _list("all.filter", "slash f", "screen.filter", "filter", "Type words that the rows must have, like tag:key"),
    _list("all.sort", "s", "screen.sort(1)", "sort", "Sort by the next column"),
    _list("all.sort-back", "S", "screen.sort(-1)", "sort back", "Sort by the column before"),
    _list("all.reverse", "r", "screen.reverse", "reverse", "Turn the order round"),
    _list("all.down", "j down", "rows(1)", "down", "Go to the next annotation of the table"),
    _list("all.up", "k up", "rows(-1)", "up", "Go to the annotation above in the table"),
    _list("all.page-down", "pagedown ctrl+d", "pages(1)", "page", "Go down a page of the table"),
    _list("all.page-up", "b pageup ctrl+u", "pages(-1)", "page up", "Go up a page of the table"),
    _list("all.first", "g home", "first", "first", "Go to the first annotation of the table"),
    _list("all.last", "G end", "last", "last", "Go to the last annotation of the table"),
    _list("all.select", "space", "select", "select", "Select the row, or no longer, and go to the next"),
    _list("all.range", "v", "select_range", "range", "Begin a range of rows; again to select it"),
    _list("all.select-all", "a asterisk", "select_all", "all", "Select all rows that are listed, or none"),
    *(
        _list(f"all.tag-{digit}", str(digit), f"screen.tag({digit})", "tag", f"Give tag {digit} to the selected, or take it away")
        for digit in range(1, 10)
    ),
    _list("all.pick", "number_sign f4", "screen.pick_tags", "tags", "Choose tags for the selected by typing"),
    _list("all.verdict", "m", "screen.verdict", "verdict", "Give the selected a verdict; a letter must follow"),
    _list("all.delete", "D delete", "screen.delete", "delete", "Delete the selected annotations"),
    _list("all.export", "W", "screen.export", "export", "Export the selected annotations, or all that are listed"),
    _list("all.undo", "u", "screen.undo", "undo", "Take back the last act"),
    _list("all.redo", "ctrl+r", "screen.redo", "redo", "Do again what was taken back"),
)  # fmt: skip
