"""Finding the numeric claims of a text."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from reader.claims.bounds import bound_of
from reader.claims.change import change_of
from reader.claims.claim import CONTEXT, Claim, Kind, Status
from reader.claims.context import told_apart
from reader.claims.entity import Entities
from reader.claims.headings import with_periods_of_headings
from reader.claims.indicator import Indicators
from reader.claims.passages import Passages
from reader.claims.period import Periods
from reader.claims.phrase import text_of
from reader.claims.scanning import quantities
from reader.claims.setting import settings
from reader.claims.status import Aim, Statuses, status_of
from reader.claims.stretch import date_of, is_over, is_plan
from reader.text.numerals import narrowed
from reader.text.script import Script, converted, is_all_simplified
from reader.text.sentences import quoted_part, quoted_stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.claims.claim import Bound, Change
    from reader.claims.passages import Span
    from reader.claims.phrase import Phrase
    from reader.claims.quantities import Quantity
    from reader.claims.setting import Setting
    from reader.claims.stretch import Stretch

_COUNT, _DURATION, _PLANNED = Kind.COUNT, Kind.DURATION, Aim.PLANNED
_AS_WRITTEN = frozenset((Kind.COUNT, Kind.RANK, Kind.OTHER))
"""Kinds whose unit is called as the text writes it, in its own script."""

_TOGETHER = 500
"""How many quantities are read together, and as many more as their last paragraph has."""


def find_claims(
    text: str,
    *,
    script: Script,
    date: str | None = None,
    currency: str = "CNY",
) -> list[Claim]:
    """All numeric claims of a text, as docs/claim-guideline.md defines them.

    Args:
        text: The text, one paragraph a line; offsets count in it.
        script: The script that most of it is written in; figures and words of the other one are read as well.
        date: The day that relative times count from (ISO 8601), or None.
        currency: ISO 4217 of the currency that a bare 元 means there.

    Returns:
        The claims, sorted, not overlapping.
    """
    claims = list(claims_in_turn(text, script=script, date=date, currency=currency))
    starts, ends = [claim.start for claim in claims], [claim.end for claim in claims]
    for index, claim in told_apart(claims, starts, ends, text):
        claims[index] = claim
    return claims


def claims_in_turn(text: str, *, script: Script, date: str | None, currency: str) -> Iterator[Claim]:
    """The claims of a text as they are found, each with its usual context; which need more of it only all of them tell.

    Args:
        text: The text, as for `find_claims`.
        script: The script that most of it is written in; figures and words of the other one are read as well.
        date: The day that relative times count from (ISO 8601), or None.
        currency: ISO 4217 of the currency that a bare 元 means there.
    """
    is_plain = script is Script.SIMPLIFIED and is_all_simplified(text)
    plain = narrowed(text if is_plain else converted(text, Script.SIMPLIFIED))
    passages = Passages(plain)
    found = _Reading(text, plain, date, currency).claims(quantities(plain, currency), passages)
    return chain.from_iterable(with_periods_of_headings(found, passages))


class _Reading:
    """Reads the claims of one text, in order: each may go on with what the one before it said."""

    def __init__(self, text: str, plain: str, date: str | None, currency: str) -> None:
        self._text, self._plain = text, plain
        self._stretch, self._quoted = (0, 0), ""
        self._change: Change | None = None
        self._today = date_of(date)
        self._periods = Periods(plain, self._today, currency)
        self._indicators = Indicators(plain)
        self._entities = Entities(plain)
        self._statuses = Statuses(plain, self._today.year if self._today else None)

    def claims(self, found: Iterator[Quantity], passages: Passages) -> Iterator[list[Claim]]:
        """The claims that quantities make, some hundred at a time.

        Args:
            found: All quantities of the text, in order.
            passages: Its paragraphs, sentences and clauses.
        """
        following = next(found, None)
        while following is not None:
            together = [following, *islice(found, _TOGETHER)]
            end = passages.paragraph(together[-1].start).end
            while (following := next(found, None)) is not None and following.start < end:
                together.append(following)
            self._periods.lasting = frozenset(one.start for one in together if one.kind is _DURATION)
            around = settings(
                self._plain, together, passages, len(self._plain) if following is None else following.start
            )
            while some := list(islice(around, _TOGETHER)):
                yield list(self._claims(some))

    def _claims(self, around: Sequence[Setting]) -> Iterator[Claim]:
        """The claims that the next quantities make.

        Each question is asked of all of them before the next question: its patterns stay in the processor's cache.

        Args:
            around: The quantities in their settings, behind those of the calls before.
        """
        aims = [self._statuses.aim_of(setting) for setting in around]
        changes = [self._change_of(setting) for setting in around]
        periods = [
            self._periods.of(setting, change, planned=aim is _PLANNED)
            for setting, change, aim in zip(around, changes, aims, strict=True)
        ]
        owners = [self._entities.of(setting) for setting in around]
        measured = [self._indicators.of(setting) for setting in around]
        bounds = [bound_of(self._plain, setting.quantity) for setting in around]
        return map(self._claim, around, aims, changes, periods, owners, measured, bounds)

    def _claim(
        self,
        setting: Setting,
        aim: Aim,
        change: Change | None,
        period: Stretch | None,
        owner: Span | None,
        measured: Phrase | None,
        bound: Bound,
    ) -> Claim:
        text, quantity = self._text, setting.quantity
        start, end = quantity.start, quantity.end
        first, last = setting.paragraph
        return Claim(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[first if first > start - CONTEXT else start - CONTEXT : start],
            suffix=text[end : last if last < end + CONTEXT else end + CONTEXT],
            value=quantity.value,
            unit=self._unit(quantity),
            kind=quantity.kind,
            bound=bound,
            change=change,
            status=self._status(aim, period, quantity),
            period=None if period is None else period.edtf,
            indicator=text_of(text, measured),
            entity=None if owner is None else text[owner.start : owner.end],
            sentence=self._sentence(setting.sentence, start, end),
        )

    def _change_of(self, setting: Setting) -> Change | None:
        self._change = change_of(setting, self._change)
        return self._change

    def _status(self, aim: Aim, period: Stretch | None, quantity: Quantity) -> Status:
        """Fact or target: of the years of a plan that has just begun nothing but counts can be a fact."""
        if quantity.kind is not _COUNT and is_plan(period, self._today):
            return Status.TARGET
        return status_of(aim, over=is_over(period, self._today))

    def _sentence(self, sentence: Span, start: int, end: int) -> str:
        """The words of a sentence, or of a part of a long one: one string for all claims that stand there."""
        stretch = quoted_stretch(sentence, start, end)
        if stretch != self._stretch:
            first, last = quoted_part(self._text, sentence, start, end)
            self._stretch, self._quoted = stretch, self._text[first:last].strip()
        return self._quoted

    def _unit(self, quantity: Quantity) -> str:
        """The unit's symbol; a measure word as the text writes it, in its own script."""
        unit, end = quantity.unit, quantity.end
        if quantity.kind in _AS_WRITTEN and self._plain.endswith(unit, quantity.start, end):
            return self._text[end - len(unit) : end]
        return unit
