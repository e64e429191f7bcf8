"""The acts on annotations, one function each. Each is saved before it returns, and says what happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.annotations.annotation import Annotation, ArticleRecord, Origin, Provenance, Response, Target, Verdict
from reader.annotations.validation import valid_note, valid_tag
from reader.claims.claim import CONTEXT
from reader.desk.desk import Change, Desk
from reader.errors import ReaderError
from reader.text.sentences import sentence_around

if TYPE_CHECKING:
    from reader.annotations.anchoring import Placed
    from reader.claims.claim import Claim
    from reader.desk.opened import Opened


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act did.

    Attributes:
        code: What to tell the user: a key of `reader.messages.MESSAGES`.
        parameters: What that message names.
        opened: The article with its annotations as they are now.
        annotation: The annotation as it is now; None where it is gone.
    """

    code: str
    parameters: dict[str, object]
    opened: Opened
    annotation: Annotation | None


def toggle_tag(desk: Desk, opened: Opened, start: int, end: int, tag: str) -> Outcome:
    """Give a tag to a span of the article, or take it away where the span has it.

    An annotation that has nothing left when its last tag goes is deleted.

    Args:
        desk: The desk.
        opened: The article.
        start: Where the span begins in its text.
        end: Where it ends.
        tag: The tag's name.

    Raises:
        ReaderError: The tag's name cannot be one, or nothing could be saved; then nothing has changed.
    """
    tag = valid_tag(tag)
    placed = annotation_for(opened, start, end)
    if placed is None:
        return _save(desk, opened, None, replace(_blank(desk, opened, start, end), tags=(tag,)), "tagged", tag=tag)
    before = placed.annotation
    if tag not in before.tags:
        return _save(desk, opened, before, replace(before, tags=(*before.tags, tag)), "tagged", tag=tag)
    after = replace(before, tags=tuple(name for name in before.tags if name != tag))
    if _says_nothing(after):
        return _save(desk, opened, before, None, "untagged-deleted", tag=tag)
    return _save(desk, opened, before, after, "untagged", tag=tag)


def write_note(desk: Desk, opened: Opened, start: int, end: int, note: str) -> Outcome:
    """Put a note on a span; an empty one takes the note away.

    Raises:
        ReaderError: The note cannot be kept as it is, or nothing could be saved; then nothing has changed.
    """
    placed = annotation_for(opened, start, end)
    before = placed.annotation if placed else None
    note = valid_note(note)
    if before is None and not note:
        return Outcome("nothing-noted", {}, opened, None)
    after = replace(before or _blank(desk, opened, start, end), note=note)
    if _says_nothing(after):
        return _save(desk, opened, before, None, "deleted", quote=_quote(after))
    return _save(desk, opened, before, after, "noted" if note else "note-removed")


def delete(desk: Desk, opened: Opened, annotation: Annotation) -> Outcome:
    """Delete an annotation.

    Raises:
        ReaderError: Nothing could be saved; then nothing has changed.
    """
    return _save(desk, opened, annotation, None, "deleted", quote=_quote(annotation))


def undo(desk: Desk, opened: Opened) -> Outcome:
    """Take back the last act.

    Raises:
        ReaderError: `nothing-to-undo`, or nothing could be saved; then nothing has changed.
    """
    if not desk.done:
        raise ReaderError("nothing-to-undo")
    change = desk.done[-1]
    _put(desk, change.after, change.before)
    desk.undone.append(desk.done.pop())
    return Outcome("undone", _said(change), desk.refreshed(opened), change.before)


def redo(desk: Desk, opened: Opened) -> Outcome:
    """Do again what was taken back last.

    Raises:
        ReaderError: `nothing-to-redo`, or nothing could be saved; then nothing has changed.
    """
    if not desk.undone:
        raise ReaderError("nothing-to-redo")
    change = desk.undone[-1]
    _put(desk, change.before, change.after)
    desk.done.append(desk.undone.pop())
    return Outcome("redone", _said(change), desk.refreshed(opened), change.after)


def annotation_for(opened: Opened, start: int, end: int) -> Placed | None:
    """The annotation that an act on a span works on: that of the span, else that of the claim the span is."""
    exact = opened.on_span(start, end)
    claim = opened.claim_at(start)
    if exact is None and claim is not None and (claim.start, claim.end) == (start, end):
        return opened.of_claim(claim)
    return exact


def _blank(desk: Desk, opened: Opened, start: int, end: int) -> Annotation:
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
        article_id=_record_of(desk, opened).id,
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


def _record_of(desk: Desk, opened: Opened) -> ArticleRecord:
    """The store's record of an article, brought up to date and saved where it was new or has changed."""
    article = opened.article
    path = str(opened.path.absolute()) if opened.path else article.file
    known = desk.repository.article_for(content_id=article.content_id, url=article.url, path=path)
    if known is None:
        record = ArticleRecord(desk.new_id(), (article.content_id,), article.url, path, article.title)
    else:
        earlier = tuple(one for one in known.content_ids if one != article.content_id)
        record = replace(known, content_ids=(*earlier, article.content_id), url=article.url or known.url, path=path)
    if record != known:
        desk.repository.save_article(record)
    return record


def _save(
    desk: Desk, opened: Opened, before: Annotation | None, after: Annotation | None, code: str, **parameters: object
) -> Outcome:
    """Save a change, remember it for undoing, and say what it did."""
    if before is not None and after is not None:
        after = replace(
            after,
            revision=desk.new_id(),
            parent=before.revision,
            modified=desk.timestamp(),
            annotator=desk.annotator,
        )
    _put(desk, before, after)
    desk.done.append(Change(before, after))
    desk.undone.clear()
    return Outcome(code, parameters, desk.refreshed(opened), after)


def _put(desk: Desk, before: Annotation | None, after: Annotation | None) -> None:
    """Put an annotation into the store in the place of another."""
    if after is not None:
        desk.repository.save(after)
    elif before is not None:
        desk.repository.delete(before.id)


def _said(change: Change) -> dict[str, object]:
    """What an undone change was, in words for the message."""
    one = change.after or change.before
    assert one is not None
    act = "change" if change.before and change.after else "new annotation" if change.after else "deletion"
    return {"act": act, "quote": _quote(one)}


def _quote(annotation: Annotation) -> str:
    return annotation.target.exact if annotation.target else annotation.provenance.title


def _says_nothing(annotation: Annotation) -> bool:
    return not (annotation.tags or annotation.note or annotation.evidence) and annotation.verdict is Verdict.UNCHECKED
