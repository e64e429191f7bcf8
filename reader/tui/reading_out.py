"""What the status line says: what is selected, or what is at the place, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.annotation import Response
from reader.claims.reading import read_out
from reader.controls import visible_line
from reader.desk.act import quote_of
from reader.languages import chosen, tags_shown
from reader.messages import say
from reader.tui.damaged import suggested
from reader.tui.responses import word_of
from reader.tui.standing import standing_told
from reader.tui.verdicts import signed

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation
    from reader.claims.claim import Claim
    from reader.tui.reading import Reading


def told_at(reading: Reading) -> str:
    """What is selected, else what is at the place; empty where nothing is to be said. All of it may be untrusted."""
    if reading.whole:
        return " ".join([say("whole-article"), *_of_article(reading)])
    if (span := reading.selection) is not None:
        text = reading.shown[slice(*span)]
        return say("selected", count=len(text), text=text.replace("\n", " "))
    present = reading.annotation
    if present is not None and present.needs_review:
        return standing_told(reading, present)
    damage, in_place = reading.damage, reading.restoring
    said = [suggested(damage, reading.script, in_place=in_place)] if damage else []
    if (chosen := reading.chosen_apart) is not None:
        here = [one.annotation.id for one in reading.opened.at(reading.place)]
        which = f"{here.index(chosen.annotation.id) + 1}/{len(here)} " if len(here) > 1 else ""
        said.append(which + summary_of(chosen.annotation))
    elif (claim := reading.claim) is not None:
        said.append(_of_claim(reading, claim))
    if said:
        return " · ".join(said)
    if reading.hit is not None:
        return f"{reading.hits.index(reading.hit) + 1}/{len(reading.hits)}: {reading.query}"
    if reading.in_title and reading.opened.whole:
        return " ".join([say("of-article"), *_of_article(reading)])
    placed = reading.annotation
    return " ".join((*_told(placed.annotation), placed.annotation.note)) if placed else ""


def _of_claim(reading: Reading, claim: Claim) -> str:
    placed = reading.opened.of_claim(claim)
    told = _told(placed.annotation) if placed else []
    if (response := reading.opened.response_to(claim)) in (Response.CORRECTED, Response.REJECTED):
        told.insert(0, f"{word_of(response)}:")
    return " ".join([*told, read_out(reading.opened.corrected(claim), language=chosen())])


def _of_article(reading: Reading) -> list[str]:
    """What is said of the article as a whole."""
    return [
        word for placed in reading.opened.whole for word in (*_told(placed.annotation), placed.annotation.note) if word
    ]


def _told(annotation: Annotation) -> list[str]:
    """Verdict and tags of an annotation."""
    verdict = signed(annotation.verdict)
    return [*([verdict] if verdict else []), *([tags_shown(annotation.tags)] if annotation.tags else [])]


def told_time(stamp: str) -> str:
    """Day and minute of an ISO time, as people write them."""
    return stamp[:16].replace("T", " ")


def summary_of(annotation: Annotation) -> str:
    """Quote, tags, verdict and note of an annotation, on one line."""
    parts = (
        quote_of(annotation),
        tags_shown(annotation.tags),
        signed(annotation.verdict),
        " ".join(annotation.note.splitlines()),
    )
    return visible_line("  ".join(part for part in parts if part))
