"""Painting only what has changed.

Textual asks all widgets for all of their rows as soon as two widgets at opposite ends of the screen have changed, such as
the article and the status line at each key, and throws away what lies between. For a screenful that takes as long as
painting the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.strip import Strip


class FrugalCompositor(Compositor):
    """Asks only those widgets for rows that show something of what has changed, and only for the rows that do."""

    _changed: Iterable[Region] | None = None

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last update."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = None

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if self._changed is None:
            yield from super()._get_renders(crop)
            return
        hidden_by_none = list(self._changed)
        for widget, (region, clip) in self.visible_widgets.items():  # from front to back
            seen = region.intersection(clip)
            parts = [part for one in hidden_by_none if (part := one.intersection(seen))]
            if not parts:
                continue
            top, bottom = min(part.y for part in parts), max(part.bottom for part in parts)
            rows = Region(seen.x, top, seen.width, bottom - top)
            yield region, rows, widget.render_lines(rows.translate(-region.offset))
            hidden_by_none = [one for one in hidden_by_none if not seen.contains_region(one)]
            if not hidden_by_none:
                return
