"""`reader config`: where settings and data lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.controls import visible_line
from reader.paths import default_library, default_store, settings_file
from reader.settings import DEFAULTS, read_settings

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """Print each place and each setting with its value."""
    own = settings_file()
    settings = read_settings(own)
    lines = [
        ("settings", f"{own}{'' if own.is_file() else ' (not there; the shipped ones hold)'}"),
        ("shipped settings", str(DEFAULTS)),
        ("articles", str(default_library(cwd))),
        ("annotations", str(options.annotations or default_store(cwd))),
        ("annotator", settings.annotator or "(login name)"),
        ("column_width", str(settings.column_width)),
        ("theme", settings.theme),
        ("ambiguous_width", str(settings.ambiguous_width)),
        ("hanging_punctuation", str(settings.hanging_punctuation).lower()),
        ("tags", " ".join(f"{tag.key or '-'}:{tag.name}" for tag in settings.tags)),
    ]
    for name, value in lines:
        print(f"{name:<18}{visible_line(value)}")
    return 0
