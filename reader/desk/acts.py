"""The acts on annotations, one function each: what each would change, computed before anything is saved.

An `Act` is a value: the app shows it at once and lets the desk's writer save it; the command line saves it on the spot.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reader.annotations.annotation import Annotation, ArticleRecord, Origin, Provenance, Response, Target, Verdict
from reader.annotations.validation import valid_note, valid_tag
from reader.claims.claim import CONTEXT
from reader.claims.correcting import corrected, taking
from reader.text.sentences import sentence_around

if TYPE_CHECKING:
    from reader.annotations.anchoring import Placed
    from reader.claims.claim import Claim
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


@dataclass(frozen=True, slots=True)
class Act:
    """One change of one annotation.

    Attributes:
        code: What to tell the user: a key of `reader.messages.MESSAGES`.
        parameters: What that message names.
        before: The annotation as it was; None for a new one.
        after: As it shall be; None for a deletion.
        record: The store's record of the article, where it is new or has changed.
        text: The article's text, to be kept with a new annotation; None otherwise.
    """

    code: str
    parameters: dict[str, Any] = field(default_factory=dict)
    before: Annotation | None = None
    after: Annotation | None = None
    record: ArticleRecord | None = None
    text: str | None = None

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to save."""
        return self.before is not None or self.after is not None


def toggle_tag(desk: Desk, opened: Opened, start: int, end: int, tag: str) -> Act:
    """Give a tag to a span of the article, or take it away where the span has it.

    An annotation that has nothing left when its last tag goes is deleted.

    Args:
        desk: The desk.
        opened: The article.
        start: Where the span begins in its text.
        end: Where it ends.
        tag: The tag's name.

    Raises:
        ReaderError: The tag's name cannot be one.
    """
    tag = valid_tag(tag)
    placed = annotation_for(opened, start, end)
    if placed is None:
        return _new(desk, opened, start, end, "tagged", {"tag": tag}, tags=(tag,))
    before = placed.annotation
    if tag not in before.tags:
        return _changed(desk, before, "tagged", {"tag": tag}, tags=(*before.tags, tag))
    tags = tuple(name for name in before.tags if name != tag)
    if _says_nothing(replace(before, tags=tags)):
        return Act("untagged-deleted", {"tag": tag}, before)
    return _changed(desk, before, "untagged", {"tag": tag}, tags=tags)


def write_note(desk: Desk, opened: Opened, start: int, end: int, note: str) -> Act:
    """Put a note on a span; an empty one takes the note away.

    Raises:
        ReaderError: The note cannot be kept as it is.
    """
    placed = annotation_for(opened, start, end)
    note = valid_note(note)
    if placed is None:
        return _new(desk, opened, start, end, "noted", {}, note=note) if note else Act("nothing-noted")
    before = placed.annotation
    if note == before.note:
        return Act("noted" if note else "nothing-noted")
    if _says_nothing(replace(before, note=note)):
        return delete(before)
    return _changed(desk, before, "noted" if note else "note-removed", {}, note=note)


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
        return _new(desk, opened, claim.start, claim.end, code, said, claim=embedded, response=response)
    before = placed.annotation
    if _says_nothing(replace(before, response=response)):
        return Act(code, said, before)
    return _changed(desk, before, code, said, claim=embedded, response=response)


def delete(annotation: Annotation) -> Act:
    """Delete an annotation."""
    return Act("deleted", {"quote": quote_of(annotation)}, annotation)


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


def _changed(desk: Desk, before: Annotation, code: str, parameters: dict[str, Any], **fields: Any) -> Act:
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


def _new(desk: Desk, opened: Opened, start: int, end: int, code: str, parameters: dict[str, Any], **fields: Any) -> Act:
    """A first annotation of a span."""
    known, record = desk.article_record(opened)
    after = replace(_blank(desk, opened, start, end, record), **fields)
    return Act(code, parameters, None, after, record if record != known else None, opened.article.text)


def _blank(desk: Desk, opened: Opened, start: int, end: int, record: ArticleRecord) -> Annotation:
    """A new annotation of a span, with nothing said yet."""
    article, text = opened.article, opened.article.text
    claim = opened.claim_on(start, end)
    source = article.source_span(start, end)
    first, last = sentence_around(text, start, end)
    now = desk.timestamp()
    return Annotation(
        id=desk.new_id(),
        revision=desk.new_id(),
        parent=None,
        article_id=record.id,
        target=Target(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
            text_sha256=opened.text_sha256,
            source_start=source[0] if source else None,
            source_end=source[1] if source else None,
        ),
        provenance=Provenance(
            content_id=article.content_id,
            title=article.title,
            date=article.date,
            publisher=article.publisher,
            url=article.url,
            file=article.file,
            script=article.script.value,
        ),
        sentence=text[first:last],
        annotator=desk.annotator,
        created=now,
        modified=now,
        claim=claim,
        response=Response.ACCEPTED if claim else None,
        origin=_origin(claim, start, end),
    )


def _origin(claim: Claim | None, start: int, end: int) -> Origin:
    return Origin.CLAIM if claim and (claim.start, claim.end) == (start, end) else Origin.HAND


def _says_nothing(annotation: Annotation) -> bool:
    told = annotation.tags or annotation.note or annotation.evidence
    decided = annotation.response in (Response.CORRECTED, Response.REJECTED)
    return not told and not decided and annotation.verdict is Verdict.UNCHECKED
