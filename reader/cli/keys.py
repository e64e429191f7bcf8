"""`reader keys`: the keys of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.languages import translated
from reader.paths import keys_file
from reader.text.cells import NARROW
from reader.tui.action import Topic
from reader.tui.actions import ACTIONS
from reader.tui.key_file import read_keys
from reader.tui.key_names import shown_keys, use_keys
from reader.tui.keys_document import keys_table

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def execute(options: argparse.Namespace, cwd: Path) -> int:  # noqa: ARG001
    """Print every action with its keys and its id, as text or as the page of the docs."""
    if options.markdown:
        print(keys_table(), end="")
        return 0
    use_keys(read_keys(keys_file()))
    for topic in Topic:
        print(translated(topic))
        for action in ACTIONS:
            if action.topic is topic:
                keys = shown_keys(action)
                print(f"  {keys}{' ' * max(1, 22 - NARROW.of(keys))}{action.does}  [{action.id}]")
    return 0
