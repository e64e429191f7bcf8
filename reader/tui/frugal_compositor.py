"""Painting only what has changed, and what lies in front whole.

Textual asks all widgets for all of their rows as soon as two widgets at opposite ends of the screen have changed, such as
the article and the status line at each key, and throws away what lies between. For a screenful that takes as long as
painting the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.widgets._toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.strip import Strip


class FrugalCompositor(Compositor):
    """Asks only those widgets for rows that show something of what has changed, and only for the rows that do.

    Textual cuts every row wherever any widget begins or ends, also through a toast that lies over that place: where a
    pane's border runs below it, a wide character is cut in two and lost. While a toast is shown, edges that something
    lies over are none.
    """

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

    @property
    def cuts(self) -> list[list[int]]:
        """Where each row is cut into pieces."""
        if self._cuts is None and self._has_toast:
            self._cuts = self._edges_in_sight()
        return super().cuts

    @property
    def _has_toast(self) -> bool:
        return any(isinstance(widget, Toast) for widget in self.visible_widgets)

    def _edges_in_sight(self) -> list[list[int]]:
        """The edges of widgets in each row, without those that a widget in front covers."""
        width, height = self.size
        edges: list[set[int]] = [{0, width} for _ in range(height)]
        covered: list[list[tuple[int, int]]] = [[] for _ in range(height)]
        for region, clip in self.visible_widgets.values():  # from front to back
            seen = region.intersection(clip)
            for y in seen.line_range:
                ends = seen.column_span
                edges[y].update(end for end in ends if not any(first < end < last for first, last in covered[y]))
                covered[y].append(ends)
        return [sorted(row) for row in edges]

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """The pieces of the rows of a part of the screen, by where they begin."""
        if not self._has_toast:
            return super()._render_chops(crop, is_rendered_line)
        pieces: list[dict[int, Strip]] = [{} for _ in self.cuts]
        for region, clip, strips in self._get_renders(crop):
            seen = region.intersection(clip)
            for y, strip in zip(seen.line_range, strips, strict=False):
                cuts = [cut for cut in self.cuts[y] if seen.x <= cut <= seen.right]
                if is_rendered_line(y) and len(cuts) > 1:
                    parts = strip.crop(cuts[0] - seen.x).divide([cut - cuts[0] for cut in cuts[1:]])
                    pieces[y] = dict(zip(cuts, parts, strict=False)) | pieces[y]
        whole = [{cut: row.get(cut) for cut in cuts[:-1]} for row, cuts in zip(pieces, self.cuts, strict=True)]
        return cast("Sequence[Mapping[int, Strip]]", whole)  # as Textual has it: None where nothing is to be painted
