"""What the app can begin with before its desk is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desk.desk import Desk
    from reader.desk.library import Library
    from reader.settings import Settings


@dataclass(frozen=True)
class Opening:
    """A desk that is still to be opened: its library is shown meanwhile.

    Attributes:
        library: The library.
        settings: The settings.
        store: The file of annotations.
        open: Opens the desk; called in a thread. What it raises ends the app.
    """

    library: Library
    settings: Settings
    store: Path
    open: Callable[[], Desk]
