"""How far two annotators agree: on spans, tags and verdicts, in the texts that both have annotated.

Spans are compared as named entities are (F1 of exact spans, and of overlapping ones matched one to one), verdicts by Cohen's
kappa (Educational and Psychological Measurement 20, 1960) on the spans that were matched.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.annotations.annotation import Annotation, Verdict


class Difference(StrEnum):
    """What two annotators disagree on."""

    ONLY_FIRST = "only-first"
    ONLY_SECOND = "only-second"
    BORDERS = "borders"
    TAGS = "tags"
    VERDICT = "verdict"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A spot where two annotators disagree.

    Attributes:
        kinds: On what.
        first: What the first one says; None where that one says nothing.
        second: What the second one says.
    """

    kinds: tuple[Difference, ...]
    first: Annotation | None
    second: Annotation | None


@dataclass(frozen=True, slots=True)
class Score:
    """How many spans two annotators have in common.

    Attributes:
        first: Spans of the first.
        second: Spans of the second.
        exact: Spans that both have.
        overlapping: Spans of one that overlap one of the other, matched one to one.
    """

    first: int
    second: int
    exact: int
    overlapping: int

    @property
    def exact_f1(self) -> float | None:
        """F1 of exact spans; None where neither has any."""
        return self._f1(self.exact)

    @property
    def overlapping_f1(self) -> float | None:
        """F1 of overlapping spans."""
        return self._f1(self.overlapping)

    def _f1(self, common: int) -> float | None:
        return 2 * common / (self.first + self.second) if self.first + self.second else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two annotators agree.

    Attributes:
        texts: How many texts both have annotated.
        apart: How many annotations are in texts that only one of them annotated; they do not count.
        spans: Of all spans.
        tags: By tag, the spans with it.
        pairs: How many matched spans the verdicts were compared on.
        kappa: Cohen's kappa of verdicts; None where there is no pair, or all verdicts are one and the same.
        disagreements: In the order of articles and texts.
    """

    texts: int
    apart: int
    spans: Score
    tags: dict[str, Score]
    pairs: int
    kappa: float | None
    disagreements: tuple[Disagreement, ...]


Pair = tuple["Annotation | None", "Annotation | None"]


def agreement(first: Iterable[Annotation], second: Iterable[Annotation]) -> Agreement:
    """Compare what two annotators say.

    Args:
        first: The annotations of one; those of whole articles are left out.
        second: The annotations of the other one.
    """
    ours, theirs = _by_text(first), _by_text(second)
    shared = [text for text in ours if text in theirs]
    apart = sum(
        len(spans)
        for one, other in ((ours, theirs), (theirs, ours))
        for text, spans in one.items()
        if text not in other
    )
    pairs = [pair for text in shared for pair in _matched(ours[text], theirs[text])]
    sides = [[one for text in shared for one in found[text]] for found in (ours, theirs)]
    tags = sorted({tag for side in sides for one in side for tag in one.tags})
    both = [(one.verdict, other.verdict) for one, other in pairs if one is not None and other is not None]
    return Agreement(
        texts=len(shared),
        apart=apart,
        spans=_score(ours, theirs, shared),
        tags={tag: _score(_with(ours, tag), _with(theirs, tag), shared) for tag in tags},
        pairs=len(both),
        kappa=cohens_kappa(both),
        disagreements=tuple(Disagreement(kinds, *pair) for pair in pairs if (kinds := _differences(*pair))),
    )


def cohens_kappa(pairs: Sequence[tuple[Verdict, Verdict]]) -> float | None:
    """Cohen's kappa of two raters; None where nothing can be told: no pair, or one category alone."""
    if not pairs:
        return None
    observed = Fraction(sum(one == other for one, other in pairs), len(pairs))
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = Fraction(sum(first[category] * second[category] for category in first), len(pairs) ** 2)
    return None if expected == 1 else float((observed - expected) / (1 - expected))


Spans = dict[str, list["Annotation"]]


def _by_text(annotations: Iterable[Annotation]) -> Spans:
    found: Spans = defaultdict(list)
    for annotation in annotations:
        if annotation.target is not None:
            found[annotation.target.text_sha256].append(annotation)
    return dict(found)


def _with(spans: Spans, tag: str) -> Spans:
    return {text: [one for one in several if tag in one.tags] for text, several in spans.items()}


def _score(ours: Spans, theirs: Spans, texts: Iterable[str]) -> Score:
    counts = Counter[str]()
    for text in texts:
        one, other = ours[text], theirs[text]
        pairs = [pair for pair in _matched(one, other) if None not in pair]
        counts += Counter(first=len(one), second=len(other), overlapping=len(pairs))
        counts["exact"] += (Counter(map(_span, one)) & Counter(map(_span, other))).total()
    return Score(counts["first"], counts["second"], counts["exact"], counts["overlapping"])


def _matched(ours: list[Annotation], theirs: list[Annotation]) -> list[Pair]:
    """Spans of one text, matched one to one, those that share most first; the others alone."""
    left, right = sorted(ours, key=_span), sorted(theirs, key=_span)
    found = sorted(_overlaps(left, right), key=lambda overlap: (-overlap[0], overlap[1:]))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in found:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs: list[Pair] = [(one, right[partner[i]] if i in partner else None) for i, one in enumerate(left)]
    pairs += [(None, other) for j, other in enumerate(right) if j not in taken]
    return sorted(pairs, key=lambda pair: _span(next(one for one in pair if one is not None)))


def _overlaps(left: list[Annotation], right: list[Annotation]) -> Iterable[tuple[Fraction, int, int]]:
    """How much of the stretch that two spans cover together they share, for all that overlap."""
    first = 0
    longest = max((end - start for start, end in map(_span, right)), default=0)
    for i, one in enumerate(left):
        start, end = _span(one)
        while first < len(right) and _span(right[first])[0] + longest <= start:
            first += 1
        for j in range(first, len(right)):
            other_start, other_end = _span(right[j])
            if other_start >= end:
                break
            shared = min(end, other_end) - max(start, other_start)
            if shared > 0:
                yield Fraction(shared, max(end, other_end) - min(start, other_start)), i, j


def _differences(one: Annotation | None, other: Annotation | None) -> tuple[Difference, ...]:
    if one is None or other is None:
        return (Difference.ONLY_SECOND if one is None else Difference.ONLY_FIRST,)
    told = {
        Difference.BORDERS: _span(one) != _span(other),
        Difference.TAGS: set(one.tags) != set(other.tags),
        Difference.VERDICT: one.verdict is not other.verdict,
        Difference.RESPONSE: one.response is not other.response,
    }
    return tuple(kind for kind, differs in told.items() if differs)


def _span(annotation: Annotation) -> tuple[int, int]:
    assert annotation.target is not None
    return annotation.target.start, annotation.target.end
