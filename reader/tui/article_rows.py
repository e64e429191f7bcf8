"""The rows of an article, in little memory: an article of 10 MB has over a hundred thousand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Iterable


class RowKind(StrEnum):
    """What a row shows."""

    TEXT = "text"
    BLANK = "blank"
    FOLD = "fold"


class Row(NamedTuple):
    """A row: a span of the article's text in one of its paragraphs, in code points.

    `shown` is its span in the paragraph as shown with suggestions; None where the text is shown as it stands.
    """

    kind: RowKind
    paragraph: int
    start: int
    end: int
    shown: tuple[int, int] | None = None


_KINDS = tuple(RowKind)
_TEXT = _KINDS.index(RowKind.TEXT)


class Rows(Sequence[Row]):
    """Rows from top to bottom, kept as numbers: each is made when somebody looks at it.

    Attributes:
        starts: Where each begins, for searching; the starts never fall.
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Begin with some rows; more are added until the rows are given away."""
        self._kinds = bytearray()
        self._paragraphs, self.starts, self._ends = array("I"), array("I"), array("I")
        self._shown: dict[int, tuple[int, int]] = {}
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Add a row."""
        if row.shown is not None:
            self._shown[len(self)] = row.shown
        self._kinds.append(_KINDS.index(row.kind))
        self._paragraphs.append(row.paragraph)
        self.starts.append(row.start)
        self._ends.append(row.end)

    def add_text(self, paragraph: int, edges: array[int]) -> None:
        """Add rows of text of one paragraph.

        Args:
            paragraph: Its index.
            edges: Where each row begins and where it ends, one after the other.
        """
        count = len(edges) // 2
        self._kinds += bytes((_TEXT,)) * count
        self._paragraphs += array("I", (paragraph,)) * count
        self.starts += edges[::2]
        self._ends += edges[1::2]

    def add_rows(self, others: Rows) -> None:
        """Add the rows of others."""
        self._shown |= {index + len(self): shown for index, shown in others._shown.items()}
        self._kinds += others._kinds
        self._paragraphs += others._paragraphs
        self.starts += others.starts
        self._ends += others._ends

    def __len__(self) -> int:
        return len(self._kinds)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Rows: ...

    def __getitem__(self, index: int | slice) -> Row | Rows:
        if isinstance(index, slice):
            return self._part(index)
        kind, shown = _KINDS[self._kinds[index]], None
        if self._shown:
            shown = self._shown.get(index if index >= 0 else index + len(self))
        return Row(kind, self._paragraphs[index], self.starts[index], self._ends[index], shown)

    def _part(self, some: slice) -> Rows:
        part = Rows()
        part._kinds = self._kinds[some]
        part._paragraphs, part.starts, part._ends = self._paragraphs[some], self.starts[some], self._ends[some]
        if self._shown:
            places = enumerate(range(*some.indices(len(self))))
            part._shown = {index: self._shown[at] for index, at in places if at in self._shown}
        return part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._numbers == other._numbers

    def __hash__(self) -> int:
        return hash((len(self), self.starts.tobytes()))

    @property
    def _numbers(self) -> tuple[object, ...]:
        """All that they are made of."""
        return self._kinds, self._paragraphs, self.starts, self._ends, self._shown
