"""Finding again, in an article's present text, the spans that annotations stand on.

Where the text is the one that an annotation was made on, it stands where it stood. Else its words are followed through the
differences between that text, which was kept, and the present one; failing that they are looked for. The figures that stand
there now are compared with those that stood there, as they are read: another figure is never a match. Nothing is taken
for granted that a look-alike could pretend: see docs/anchoring.md for the rules and what they were measured to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.annotations.annotation import AnchorStatus, Annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from uuid import UUID

    from reader.annotations.anchoring_finding import Earlier, Finding
    from reader.annotations.anchoring_key import FoldedText
    from reader.annotations.annotation import Anchor, Target


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation with its place in a text as it is now.

    Attributes:
        annotation: As it is stored.
        start: Where its span begins now, in code points; None where it has no place.
        end: Where it ends.
        status: How surely.
        settled: Whether a person said so, of this very text.
    """

    annotation: Annotation
    start: int | None
    end: int | None
    status: AnchorStatus
    settled: bool = False

    @property
    def needs_review(self) -> bool:
        """Whether somebody must look at it."""
        return not self.settled and self.status not in (AnchorStatus.OK, AnchorStatus.MOVED)


class Anchoring:
    """Finds annotations again in one text; what was found is remembered by revision."""

    def __init__(self, text: str, text_sha256: str, kept: Callable[[str], str | None] = lambda _: None) -> None:
        """Take the text.

        Args:
            text: The article's present text.
            text_sha256: Its sha256, in hex.
            kept: Gives the text of a hash, where the store kept it.
        """
        self._text = text
        self._sha256 = text_sha256
        self._kept = kept
        self._present: FoldedText | None = None
        self._earlier: dict[str, Earlier | None] = {}
        self._found: dict[UUID, Placed] = {}

    def places(self, annotations: Iterable[Annotation]) -> list[Placed]:
        """Where the annotations stand; many at once are found faster than one after the other."""
        wanted = list(annotations)
        unknown = [one for one in wanted if not self._is_known(one)]
        if unknown:
            self._found.update((placed.annotation.revision, placed) for placed in self._placed(unknown))
        return [self._found[one.revision] for one in wanted]

    def place(self, annotation: Annotation) -> Placed:
        """Where an annotation stands."""
        return self.places([annotation])[0]

    def _is_known(self, annotation: Annotation) -> bool:
        found = self._found.get(annotation.revision)
        return found is not None and found.annotation == annotation

    def _placed(self, annotations: list[Annotation]) -> Iterator[Placed]:
        findings: list[tuple[Annotation, Finding]] = []
        for annotation in annotations:
            target = self._target(annotation)
            if isinstance(target, Placed):
                yield target
                continue
            finding = self._finding(annotation, target)
            if (found := finding.followed()) is not None:
                yield Placed(annotation, *found)
            else:
                findings.append((annotation, finding))
        if findings and self._present is not None:
            self._present.occurrences.expect(words for _, finding in findings for words in finding.words)
        for annotation, finding in findings:
            yield Placed(annotation, *finding.sought())

    def _target(self, annotation: Annotation) -> Target | Placed:
        """What is to be found; the place at once where nothing needs to be found."""
        anchor, target = annotation.anchor, annotation.target
        if anchor is not None and anchor.text_sha256 == self._sha256:
            return _settled(annotation, anchor)
        if anchor is not None and anchor.target is not None:
            target = anchor.target
        if target is None:
            return Placed(annotation, None, None, AnchorStatus.OK)
        if target.text_sha256 == self._sha256 and self._text[target.start : target.end] == target.exact:
            return Placed(annotation, target.start, target.end, AnchorStatus.OK)
        return target

    def _finding(self, annotation: Annotation, target: Target) -> Finding:
        # What follows reads figures, and takes long to import: most texts have not changed.
        from reader.annotations.anchoring_finding import Finding
        from reader.annotations.anchoring_key import FoldedText

        if self._present is None:
            self._present = FoldedText(self._text)
        sentence = annotation.sentence if target is annotation.target else ""
        return Finding(self._present, target, sentence, self._before(target, self._present))

    def _before(self, target: Target, present: FoldedText) -> Earlier | None:
        """The text that a target counts in, if it was kept and says what the target says."""
        from reader.annotations.anchoring_finding import Earlier

        sha256 = target.text_sha256
        if sha256 not in self._earlier:
            text = self._kept(sha256) if sha256 != self._sha256 else None
            self._earlier[sha256] = None if text is None else Earlier.of(text, present)
        earlier = self._earlier[sha256]
        says = earlier is not None and earlier.folded.text[target.start : target.end] == target.exact
        return earlier if says else None


def _settled(annotation: Annotation, anchor: Anchor) -> Placed:
    if anchor.target is None:
        return Placed(annotation, None, None, AnchorStatus.ORPHAN, settled=True)
    return Placed(annotation, anchor.target.start, anchor.target.end, annotation.anchor_status, settled=True)
