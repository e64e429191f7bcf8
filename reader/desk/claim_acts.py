"""What a person says about a claim that the program found: corrected, rejected, a claim after all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.annotations.annotation import Response
from reader.claims.correcting import corrected, taking
from reader.desk.act import Act, changed, new_annotation

if TYPE_CHECKING:
    from reader.claims.claim import Claim
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


def correct_claim(desk: Desk, opened: Opened, claim: Claim, **fields: str) -> Act:
    """Correct fields of a claim: the annotation embeds the corrected claim, so the correction lasts.

    Where nothing is left that differs from what was found, the correction is taken away.

    Args:
        desk: The desk.
        opened: The article.
        claim: The claim as it was found there.
        fields: What is to stand in the fields, as typed (see `reader.claims.correcting`).

    Raises:
        ReaderError: There is no such field, or it cannot hold that.
    """
    present = opened.corrected(claim)
    after = corrected(present, fields)
    if after == present and opened.response_to(claim) is not Response.REJECTED:
        return Act("nothing-corrected")
    return _responded(desk, opened, claim, "corrected", after, _response(claim, after))


def reject_claim(desk: Desk, opened: Opened, claim: Claim) -> Act:
    """Say that a claim is none, or take that back where it was said."""
    rejecting = opened.response_to(claim) is not Response.REJECTED
    return replace(_rejected(desk, opened, claim), again=partial(respond, rejecting=rejecting))


def respond(desk: Desk, opened: Opened, start: int, end: int, *, rejecting: bool) -> Act:
    """Reject the claim that a span is, or take that back; nothing happens where that is so already."""
    claim = opened.claim_on(start, end)
    if claim is None:
        return Act("nothing-to-reject")
    if (opened.response_to(claim) is Response.REJECTED) is rejecting:
        return Act("rejected-already" if rejecting else "unrejected", {"quote": claim.exact})
    return reject_claim(desk, opened, claim)


def _rejected(desk: Desk, opened: Opened, claim: Claim) -> Act:
    placed = opened.of_claim(claim)
    told = placed.annotation.claim if placed else None
    embedded = taking(claim, told) if told else claim
    if opened.response_to(claim) is Response.REJECTED:
        return _responded(desk, opened, claim, "unrejected", embedded, _response(claim, embedded))
    return _responded(desk, opened, claim, "rejected", embedded, Response.REJECTED)


def _response(found: Claim, embedded: Claim) -> Response:
    """What it means to embed a claim in the place of the found one."""
    return Response.ACCEPTED if taking(found, embedded) == found else Response.CORRECTED


def _responded(desk: Desk, opened: Opened, claim: Claim, code: str, embedded: Claim, response: Response) -> Act:
    """The annotation of a claim with another response, made or deleted where need be."""
    placed = opened.of_claim(claim)
    said = {"quote": claim.exact}
    if placed is None:
        return new_annotation(desk, opened, claim.start, claim.end, code, said, claim=embedded, response=response)
    before = placed.annotation
    if not replace(before, response=response).says_something:
        return Act(code, said, before)
    return changed(desk, before, code, said, claim=embedded, response=response)
