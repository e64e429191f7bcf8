"""What a check came to, and where that can be read: the acts of verdicts and of evidence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.annotations.annotation import Verdict
from reader.annotations.validation import MAX_EVIDENCE, valid_url
from reader.desk.act import Act, annotation_for, changed, new_annotation, quote_of
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


def judge(desk: Desk, opened: Opened, start: int, end: int, *, verdict: Verdict) -> Act:
    """Say what the check of a span came to; `UNCHECKED` takes a verdict away."""
    placed = annotation_for(opened, start, end)
    if placed is not None:
        act = judged(desk, placed.annotation, verdict)
    elif verdict is Verdict.UNCHECKED:
        act = Act("nothing-to-unjudge")
    else:
        said = {"quote": opened.article.text[start:end], "verdict": word_of(verdict)}
        act = new_annotation(desk, opened, start, end, "judged", said, verdict=verdict)
    return replace(act, again=partial(judge, verdict=verdict))


def judged(desk: Desk, before: Annotation, verdict: Verdict) -> Act:
    """Give a verdict to an annotation; one that has nothing left when it is taken away is deleted."""
    said = {"quote": quote_of(before), "verdict": word_of(verdict)}
    if before.verdict is verdict:
        return Act("judged-already", said)
    code = "unjudged" if verdict is Verdict.UNCHECKED else "judged"
    if not replace(before, verdict=verdict).says_something:
        return Act(code, said, before)
    return changed(desk, before, code, said, verdict=verdict)


def word_of(verdict: Verdict) -> str:
    """A verdict in words."""
    return say(f"verdict-{verdict}")


def add_evidence(desk: Desk, opened: Opened, start: int, end: int, *, url: str) -> Act:
    """Add the address of a web page to what speaks for a span's verdict.

    Raises:
        ReaderError: It is no address of http or https, or there are too many already.
    """
    url = valid_url(url)
    placed = annotation_for(opened, start, end)
    if placed is not None:
        act = with_evidence(desk, placed.annotation, url)
    else:
        act = new_annotation(desk, opened, start, end, "evidence-added", {"url": url}, evidence=(url,))
    return replace(act, again=partial(add_evidence, url=url))


def with_evidence(desk: Desk, before: Annotation, url: str, instead_of: str | None = None) -> Act:
    """Add an address to an annotation, or put it in the place of another.

    Args:
        desk: The desk.
        before: The annotation.
        url: The address, as typed.
        instead_of: The address that goes.

    Raises:
        ReaderError: As `add_evidence`.
    """
    url = valid_url(url)
    if url in before.evidence:
        return Act("evidence-known", {"url": url})
    if instead_of in before.evidence:
        evidence = tuple(url if one == instead_of else one for one in before.evidence)
        return changed(desk, before, "evidence-edited", {"url": url}, evidence=evidence)
    if len(before.evidence) >= MAX_EVIDENCE:
        raise ReaderError("too-many-urls", limit=MAX_EVIDENCE)
    return changed(desk, before, "evidence-added", {"url": url}, evidence=(*before.evidence, url))


def without_evidence(desk: Desk, before: Annotation, url: str) -> Act:
    """Take an address away; an annotation that has nothing left then is deleted."""
    evidence = tuple(one for one in before.evidence if one != url)
    if not replace(before, evidence=evidence).says_something:
        return Act("evidence-removed", {"url": url}, before)
    return changed(desk, before, "evidence-removed", {"url": url}, evidence=evidence)
