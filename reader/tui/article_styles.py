"""The styles that an article is painted in, looked up in the theme once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from textual.widget import Widget


class ArticleStyles:
    """The styles of a widget's component classes `article--…`, and those mixed from the colours of tags."""

    def __init__(self, widget: Widget) -> None:
        """Styles as they are for a widget."""
        self._widget = widget
        self._known: dict[tuple[str, bool], Style] = {}

    def forget(self) -> None:
        """Another theme: look them up anew."""
        self._known.clear()

    def named(self, name: str) -> Style:
        """The full style of a part of the article."""
        return self._style(name, partial=False)

    def colour(self, name: str) -> Style:
        """Only what a part sets itself."""
        return self._style(name, partial=True)

    def tint(self, colour: str) -> Style:
        """The background of a tag's colour; bold where the terminal has colours of its own, which cannot be mixed."""
        tint = self._of_tag("tag", colour)
        return Style(bgcolor=tint.rich_color) if tint.ansi is None else Style(bold=True)

    def bar(self, colour: str) -> Style:
        """What stands in the gutter beside an annotation whose tag has a colour."""
        return self.named("gutter") + Style(color=self._of_tag("bar", colour).rich_color)

    def _of_tag(self, what: str, colour: str) -> Color:
        return Color.parse(self._widget.app.theme_variables[f"{what}-{colour}"])

    def _style(self, name: str, *, partial: bool) -> Style:
        key = (name, partial)
        if key not in self._known:
            self._known[key] = self._widget.get_component_rich_style(f"article--{name}", partial=partial)
        return self._known[key]
