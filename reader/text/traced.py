"""Text that knows where each of its characters came from.

A `TracedText` is an immutable string with runs. Every step from the decoded source to the screen (parsing, cleaning,
script conversion) is a function `TracedText -> TracedText` built on the operations here, which cannot lose the trace.
Offsets are Unicode code points, half-open; source offsets count in the decoded source.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Run(NamedTuple):
    """A stretch of text and the stretch of the source that it was made of.

    Where both are equally long, they correspond character by character; otherwise every character of the run was made of
    the whole source stretch (`&amp;` for `&`). Characters in no run, such as a line break put between two paragraphs,
    come from nowhere.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def is_direct(self) -> bool:
        """Whether text and source correspond character by character."""
        return self.end - self.start == self.source_end - self.source_start

    def moved(self, by: int) -> Run:
        """The same run of a text that begins `by` code points later."""
        return Run(self.start + by, self.end + by, self.source_start, self.source_end)

    def cut(self, start: int, end: int) -> tuple[Run, ...]:
        """The part of the run within `start`..`end`, which must overlap it."""
        first, last = max(self.start, start), min(self.end, end)
        if not self.is_direct:
            return _whole(first, last, self.source_start, self.source_end)
        shift = self.source_start - self.start
        return (Run(first, last, first + shift, last + shift),)


class Edit(NamedTuple):
    """Put `text` in the place of `start`..`end`; an empty `text` deletes."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class TracedText:
    """An immutable string whose characters point at their source.

    Attributes:
        text: The characters.
        runs: Where they came from: sorted, not overlapping, none empty.
    """

    text: str
    runs: tuple[Run, ...] = ()

    @classmethod
    def of_source(cls, text: str, source_start: int = 0) -> TracedText:
        """Text that stands in the source, character for character, from `source_start` on."""
        runs = (Run(0, len(text), source_start, source_start + len(text)),) if text else ()
        return cls(text, runs)

    @classmethod
    def made_of(cls, text: str, source_start: int, source_end: int) -> TracedText:
        """Text that was made of `source_start`..`source_end`, such as a character of its entity."""
        return cls(text, _whole(0, len(text), source_start, source_end) if text else ())

    @staticmethod
    def join(parts: Iterable[TracedText], separator: str = "") -> TracedText:
        """The parts one after the other; the separators between them come from nowhere."""
        texts: list[str] = []
        runs: list[Run] = []
        at = 0
        for index, part in enumerate(parts):
            if index and separator:
                texts.append(separator)
                at += len(separator)
            texts.append(part.text)
            for run in part.runs:
                _append(runs, run.moved(at))
            at += len(part.text)
        return TracedText("".join(texts), tuple(runs))

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def slice(self, start: int, end: int | None = None) -> TracedText:
        """The text from `start` up to `end` (default: to its end), with Python's rules for negative offsets."""
        start, end, _ = slice(start, end).indices(len(self.text))
        if start >= end:
            return TracedText("")
        if start == 0 and end == len(self.text):
            return self
        runs: list[Run] = []
        for index in range(self._first_run_after(start), len(self.runs)):
            run = self.runs[index]
            if run.start >= end:
                break
            runs.extend(part.moved(-start) for part in run.cut(start, end))
        return TracedText(self.text[start:end], tuple(runs))

    def strip(self, characters: str | None = None) -> TracedText:
        """The text without the given characters (default: white space) at its two ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.slice(start, max(start, len(self.text.rstrip(characters))))

    def replace(self, start: int, end: int, text: str) -> TracedText:
        """The text with `start`..`end` replaced; the new characters point at what the old ones were made of."""
        return self.edited([Edit(start, end, text)])

    def delete(self, start: int, end: int) -> TracedText:
        """The text without `start`..`end`."""
        return self.edited([Edit(start, end)])

    def edited(self, edits: Iterable[Edit]) -> TracedText:
        """The text after several replacements at once, in time linear in text and edits.

        Args:
            edits: Sorted and not overlapping, in offsets of this text.

        Raises:
            ValueError: The edits are out of order or outside the text.
        """
        parts: list[TracedText] = []
        at = 0
        for start, end, text in edits:
            if not at <= start <= end <= len(self.text):
                raise ValueError(f"edit {start}..{end} after {at} in a text of {len(self.text)}")
            parts.append(self.slice(at, start) if start > at else TracedText(""))
            if text:
                parts.append(self._made_again(start, end, text))
            at = end
        if not parts:
            return self
        if at < len(self.text):
            parts.append(self.slice(at))
        return TracedText.join(parts)

    def with_text(self, text: str) -> TracedText:
        """The same trace under other characters, one for one (another script, visible stand-ins).

        Raises:
            ValueError: The lengths differ.
        """
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters in the place of {len(self.text)}")
        return TracedText(text, self.runs)

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The smallest stretch of the source that `start`..`end` was made of, or None if it came from nowhere."""
        within = self._runs_within(start, end) if start < end else ()
        found = [part for run in within for part in run.cut(start, end)]
        if not found:
            return None
        return min(run.source_start for run in found), max(run.source_end for run in found)

    def _first_run_after(self, offset: int) -> int:
        """Index of the first run that ends after `offset`."""
        return bisect_right(self.runs, offset, key=lambda run: run.end)

    def _runs_within(self, start: int, end: int) -> Iterable[Run]:
        for index in range(self._first_run_after(start), len(self.runs)):
            if self.runs[index].start >= end:
                return
            yield self.runs[index]

    def _made_again(self, start: int, end: int, text: str) -> TracedText:
        """`text` made of what `start`..`end` was made of."""
        if len(text) == end - start:
            old = self.slice(start, end)
            return TracedText(text, old.runs)
        span = self.source_span(start, end)
        return TracedText(text) if span is None else TracedText.made_of(text, *span)


def _whole(start: int, end: int, source_start: int, source_end: int) -> tuple[Run, ...]:
    """Runs of text that was made of a stretch of the source as a whole.

    Where both happen to be equally long, one run would say that they correspond character by character: then each character
    gets a run of its own.
    """
    if end - start == source_end - source_start > 1:
        return tuple(Run(at, at + 1, source_start, source_end) for at in range(start, end))
    return (Run(start, end, source_start, source_end),)


def _append(runs: list[Run], run: Run) -> None:
    """Append a run, merging it with the last one where both are direct and go on without a gap."""
    if runs:
        last = runs[-1]
        if last.end == run.start and last.source_end == run.source_start and last.is_direct and run.is_direct:
            runs[-1] = Run(last.start, run.end, last.source_start, run.source_end)
            return
    runs.append(run)
