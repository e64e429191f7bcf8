"""Checking claims: verdicts, evidence, corrections, rejections, and the last act once more."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.annotations.annotation import Response
from reader.desk import claim_acts
from reader.desk.act import annotation_for
from reader.desk.verdict_acts import add_evidence, judge, with_evidence, without_evidence
from reader.messages import say
from reader.tui.awaiting import Awaited
from reader.tui.noting_screen import NotingScreen
from reader.tui.prompt import Prompt, Purpose
from reader.tui.subject import Subject
from reader.tui.verdicts import LETTERS, letter_hints

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.claims.claim import Claim
    from reader.desk.act import Act, Again
    from reader.desk.desk import Desk


class JudgingScreen(NotingScreen):
    """Says what the check of a claim came to, and on what that stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._evidence_of = (0, 0)
        self._last_untouched = True

    def act_here(self, plan: Again) -> None:
        """Do an act to the selection, or to what is at the place; after an untouched claim, go on to the next."""
        reading = self.article.reading
        target = reading.target if reading else None
        if reading is None or target is None:
            self._tell(say("nothing-to-judge"))
            return
        opened = reading.opened
        untouched = reading.selection is None and reading.chosen is None and annotation_for(opened, *target) is None
        self._last_untouched = untouched
        if self._act(lambda opened: plan(self.desk, opened, *target)):
            self._done_on = target
            if untouched and reading.go_claims(1, untouched=True):
                self.article.go(reading.place)

    # Verdicts

    def action_verdict(self) -> None:
        """Wait for the letter of a verdict."""
        if self.article.reading is None or self.article.reading.target is None:
            self._tell(say("nothing-to-judge"))
            return
        self._tell(say("verdict-which"))
        self.article.awaited = Awaited(letter_hints(), self._judge)
        self._refresh_lines()

    def _judge(self, letter: str) -> None:
        verdict = LETTERS.get(letter)
        if verdict is None:
            self._tell(say("no-verdict-of-key"))
        else:
            self.act_here(partial(judge, verdict=verdict))

    # Evidence

    def action_evidence(self) -> None:
        """Ask for an address; where there are some already, list them."""
        reading = self.article.reading
        target = reading.target if reading else None
        if reading is None or target is None:
            self._tell(say("nothing-to-judge"))
            return
        present = self._annotation_of(target)
        if present is not None and present.evidence:
            self._list_evidence(present)
        else:
            self._evidence_of = target
            self.ask_line(Purpose.EVIDENCE, say("evidence-ask", quote=Subject(reading.opened, target).about))

    def _annotation_of(self, target: tuple[int, int]) -> Annotation | None:
        reading = self.article.reading
        placed = annotation_for(reading.opened.preferring(reading.chosen), *target) if reading else None
        return placed.annotation if placed else None

    def _list_evidence(self, annotation: Annotation) -> None:
        from reader.tui.evidence_screen import EvidenceScreen

        self.app.push_screen(
            EvidenceScreen(
                annotation,
                partial(self._put_evidence, annotation.id),
                partial(self._remove_evidence, annotation.id),
                self._browse,
            )
        )

    @on(Prompt.Answered)
    def _evidence_typed(self, event: Prompt.Answered) -> None:
        """Save the address; where it is none, what was typed stays to be mended."""
        if event.purpose is Purpose.EVIDENCE:
            target = self._evidence_of
            if self._act(lambda opened: add_evidence(self.desk, opened, *target, url=event.text)):
                self._done_on = target
                self.prompt.close()
                self._focus(self.article)

    def _put_evidence(self, annotation_id: UUID, url: str, instead_of: str | None) -> Annotation | None:
        return self._evidence_done(annotation_id, lambda before: with_evidence(self.desk, before, url, instead_of))

    def _remove_evidence(self, annotation_id: UUID, url: str) -> Annotation | None:
        return self._evidence_done(annotation_id, lambda before: without_evidence(self.desk, before, url))

    def _evidence_done(self, annotation_id: UUID, plan: Callable[[Annotation], Act]) -> Annotation | None:
        """Do something to an annotation as it is now; returns it as it is then."""
        reading = self.article.reading
        before = reading.opened.placed_of(annotation_id) if reading else None
        if reading is None or before is None:
            return None
        self._do(plan(before.annotation))
        after = reading.opened.placed_of(annotation_id)
        return after.annotation if after else None

    def action_browse(self) -> None:
        """Open the evidence at the place in the browser; of several, ask which."""
        reading = self.article.reading
        placed = reading.annotation if reading else None
        if placed is None or not placed.annotation.evidence:
            self._tell(say("no-evidence-here"))
        elif len(placed.annotation.evidence) > 1:
            self._list_evidence(placed.annotation)
        else:
            self._tell(self._browse(placed.annotation.evidence[0]))

    def _browse(self, url: str) -> str:
        """Open an address, or copy it where no browser can be seen; says which."""
        from reader.tui.browser import browse, has_browser

        try:
            if has_browser(os.environ):
                browse(url)
                return say("browsing", url=url)
        except OSError as error:
            self._warn(say("browser-failed", reason=error.strerror or error))
        return self._copied(url, "copied-address")

    # What the program found

    def action_edit(self) -> None:
        """Correct fields of the claim at the place."""
        reading = self.article.reading
        claim = reading.claim if reading else None
        if reading is None or claim is None:
            self._tell(say("nothing-to-correct"))
        else:
            from reader.tui.claim_editor import ClaimEditor

            self.app.push_screen(ClaimEditor(reading.opened.corrected(claim), claim, partial(self._correct, claim)))

    def _correct(self, claim: Claim, field: str, words: str) -> Claim:
        """Save what was typed into a field of a claim; returns the claim as it is then."""
        reading = self.article.reading
        assert reading is not None
        self._do(claim_acts.correct_claim(self.desk, reading.opened, claim, **{field: words}))
        self._done_on = (claim.start, claim.end)
        return reading.opened.corrected(claim)

    def action_reject(self) -> None:
        """Say that the claim at the place is none and go on to the next; or take that back, and stay."""
        reading = self.article.reading
        claim = reading.claim if reading else None
        if reading is None or claim is None:
            self._tell(say("nothing-to-reject"))
            return
        again = reading.opened.response_to(claim) is Response.REJECTED
        if self._act(lambda opened: claim_acts.reject_claim(self.desk, opened, claim)):
            self._done_on, self._last_untouched = (claim.start, claim.end), not again
            if not again and reading.go_claims(1, untouched=True):
                self.article.go(reading.place)

    # Once more

    def action_repeat(self) -> None:
        """Do the last act again: to the selection, to what is at the place, or to the next claim where it was done here."""
        reading = self.article.reading
        if reading is None or self._again is None:
            self._tell(say("nothing-to-repeat"))
            return
        if reading.selection is None and reading.target in (None, self._done_on):
            untouched = self._last_untouched
            if not reading.go_claims(1, untouched=untouched):
                self._tell(say("no-untouched-after" if untouched else "no-claim-after"))
                return
            self.article.go(reading.place)
        self.act_here(self._again)
