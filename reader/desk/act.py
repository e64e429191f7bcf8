"""An act: one step of the user's work, as a value that says what it changes before anything is saved.

The app shows an act at once and lets the desk's writer save it; the command line saves it on the spot.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reader.annotations.annotation import Annotation, ArticleRecord, Origin, Provenance, Response, Target
from reader.annotations.surroundings import surroundings
from reader.desk.opened import WHOLE
from reader.text.sentences import quoted_part, sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from reader.annotations.anchoring import Placed
    from reader.claims.claim import Claim
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


Again = Callable[["Desk", "Opened", int, int], "Act"]
"""Does an act once more, to a span of an article."""


@dataclass(frozen=True, slots=True)
class Act:
    """One change of one annotation, or several changes that are one step to the user.

    Attributes:
        code: What to tell the user: a key of `reader.messages.MESSAGES`.
        parameters: What that message names.
        before: The annotation as it was; None for a new one.
        after: As it shall be; None for a deletion.
        record: The store's record of the article, where it is new or has changed.
        text: The article's text, to be kept with a new annotation; None otherwise.
        done: An article, and whether it is to be marked as done; None where no mark changes.
        parts: The changes, where there are several; they are saved all together or not at all.
        again: Does the same to another span of an article: desk, article, start and end; None where that has no meaning.
    """

    code: str
    parameters: dict[str, Any] = field(default_factory=dict)
    before: Annotation | None = None
    after: Annotation | None = None
    record: ArticleRecord | None = None
    text: str | None = None
    done: tuple[UUID, bool] | None = None
    parts: tuple[Act, ...] = ()
    again: Again | None = None

    @property
    def steps(self) -> tuple[Act, ...]:
        """The single changes."""
        return self.parts or (self,)

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to save."""
        return any(one.before or one.after or one.record or one.done for one in self.steps)


def several(code: str, parameters: dict[str, Any], acts: Iterable[Act]) -> Act:
    """Several changes as one act of the user, which is saved, and taken back, as a whole.

    Args:
        code: What to tell the user.
        parameters: What that message names.
        acts: The changes; those that change nothing are left out.
    """
    parts = tuple(step for act in acts for step in act.steps if step.changes_something)
    return Act(code, parameters, parts=parts)


def annotation_for(opened: Opened, start: int, end: int) -> Placed | None:
    """The annotation that an act on a span works on: that of the span, else that of the claim the span is."""
    exact = opened.on_span(start, end)
    claim = opened.claim_at(start)
    if exact is None and claim is not None and (claim.start, claim.end) == (start, end):
        return opened.of_claim(claim)
    return exact


def quote_of(annotation: Annotation) -> str:
    """What an annotation is about, for messages: its quote, else its article's title."""
    return annotation.target.exact if annotation.target else annotation.provenance.title


def changed(desk: Desk, before: Annotation, code: str, parameters: dict[str, Any], **fields: Any) -> Act:
    """A new revision of an annotation."""
    after = replace(
        before,
        revision=desk.new_id(),
        parent=before.revision,
        modified=desk.timestamp(),
        annotator=desk.annotator,
        **fields,
    )
    return Act(code, parameters, before, after)


def new_annotation(
    desk: Desk, opened: Opened, start: int, end: int, code: str, parameters: dict[str, Any], **fields: Any
) -> Act:
    """A first annotation of a span or, for `WHOLE`, of the article."""
    known, record = desk.article_record(opened)
    after = replace(_blank(desk, opened, start, end, record), **fields)
    return Act(code, parameters, None, after, record if record != known else None, opened.article.text)


def _blank(desk: Desk, opened: Opened, start: int, end: int, record: ArticleRecord) -> Annotation:
    """A new annotation of a span, with nothing said yet."""
    article = opened.article
    claim = opened.claim_on(start, end)
    now = desk.timestamp()
    return Annotation(
        id=desk.new_id(),
        revision=desk.new_id(),
        parent=None,
        article_id=record.id,
        target=None if (start, end) == WHOLE else target_of(opened, start, end),
        provenance=Provenance(
            content_id=article.content_id,
            title=article.title,
            date=article.date,
            publisher=article.publisher,
            url=article.url,
            file=article.file,
            script=article.script.value,
        ),
        sentence="" if (start, end) == WHOLE else sentence_of(opened, start, end),
        annotator=desk.annotator,
        created=now,
        modified=now,
        claim=claim,
        response=Response.ACCEPTED if claim else None,
        origin=_origin(claim, start, end),
    )


def target_of(opened: Opened, start: int, end: int) -> Target:
    """The target of an annotation of a span."""
    text = opened.article.text
    source = opened.article.source_span(start, end)
    prefix, suffix = surroundings(text, start, end)
    return Target(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=prefix,
        suffix=suffix,
        text_sha256=opened.text_sha256,
        source_start=source[0] if source else None,
        source_end=source[1] if source else None,
    )


def sentence_of(opened: Opened, start: int, end: int) -> str:
    """The sentence, or sentences, that a span stands in."""
    text = opened.article.text
    first, last = quoted_part(text, sentence_around(text, start, end), start, end)
    return text[first:last]


def _origin(claim: Claim | None, start: int, end: int) -> Origin:
    return Origin.CLAIM if claim and (claim.start, claim.end) == (start, end) else Origin.HAND
