"""An annotation and what it stands on, after the W3C Web Annotation model."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from reader.claims.claim import Claim

TEXT_VERSION = 1
"""Version of the cleaning that offsets count in; raised when cleaning changes the text of articles."""


class Verdict(StrEnum):
    """What a check of the claim came to."""

    UNCHECKED = "unchecked"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    UNSUPPORTED = "unsupported"
    CORRECTED = "corrected"
    NOT_CHECKABLE = "not_checkable"


class Origin(StrEnum):
    """How the annotation came about."""

    CLAIM = "claim"
    HAND = "hand"
    IMPORT = "import"


class Response(StrEnum):
    """What an annotation says about the claim that it embeds."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class AnchorStatus(StrEnum):
    """How surely the annotation still stands on the text it was made on.

    `ok` and `moved`: its words stand there as they did, in their place or in another. `review`: somebody must look.
    `figure-changed`: its words are there with another figure. `orphan`: nothing like them is there.
    """

    OK = "ok"
    MOVED = "moved"
    REVIEW = "review"
    FIGURE_CHANGED = "figure-changed"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Target:
    """The span of an article's text that an annotation is about (TextPosition and TextQuote selectors in one).

    Attributes:
        start: Where it begins in the article's text, in code points.
        end: Where it ends.
        exact: The text of the span.
        prefix: Up to 32 code points before it; more where the same words stand in several places (see `surroundings`).
        suffix: Up to 32 code points after it, in the same way.
        text_sha256: sha256, in hex, of the article's text that the offsets count in.
        text_version: Version of the cleaning that made that text.
        source_start: Where the span begins in the decoded source; None if it came from nowhere.
        source_end: Where it ends there.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    text_sha256: str
    text_version: int = TEXT_VERSION
    source_start: int | None = None
    source_end: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a person said that an annotation stands in a later text than the one it was made on.

    Attributes:
        text_sha256: sha256, in hex, of that text.
        target: The span there; None where nothing is left of what it was about.
    """

    text_sha256: str
    target: Target | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """A frozen copy of what an export needs of the article, so that exporting works when the file is gone."""

    content_id: str
    title: str
    date: str | None
    publisher: str | None
    url: str | None
    file: str
    script: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation, in one of its revisions.

    Attributes:
        id: Stays the same over all revisions (UUIDv7).
        revision: Of this state (UUIDv7).
        parent: The revision that this one was made from; None for the first.
        article_id: The article, as the store's `articles` table knows it.
        target: The span; None for an annotation of the whole article.
        provenance: What the article was, at the time.
        sentence: The sentence that the span stands in; of one with more than 500 code points the part around the span.
        tags: Names of tags, in the order they were given; none twice.
        note: Free text, may have several lines.
        verdict: What a check came to.
        evidence: URLs (http, https).
        claim: The claim that it accepts, corrects or rejects.
        response: Which of these; None where there is no claim.
        origin: How it came about.
        annotator: Who made this revision.
        created: When the first revision was made (ISO 8601 with offset).
        modified: When this one was.
        anchor_status: How surely it stands on the text.
        anchor: Where a person found it again in a later text; None where nobody had to. `target` stays as it was made.
        extra: Fields of newer versions of the program, kept as they are.
    """

    id: UUID
    revision: UUID
    parent: UUID | None
    article_id: UUID
    target: Target | None
    provenance: Provenance
    sentence: str
    annotator: str
    created: str
    modified: str
    tags: tuple[str, ...] = ()
    note: str = ""
    verdict: Verdict = Verdict.UNCHECKED
    evidence: tuple[str, ...] = ()
    claim: Claim | None = None
    response: Response | None = None
    origin: Origin = Origin.HAND
    anchor_status: AnchorStatus = AnchorStatus.OK
    anchor: Anchor | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def says_something(self) -> bool:
        """Whether anything is left that a person said; an annotation without is not worth keeping."""
        decided = self.response in (Response.CORRECTED, Response.REJECTED)
        return bool(self.tags or self.note or self.evidence) or decided or self.verdict is not Verdict.UNCHECKED


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What the store knows of an article, so that a re-scraped page finds its annotations.

    Attributes:
        id: Given at its first annotation (UUIDv7).
        content_ids: Of every text of it that was annotated, newest last.
        url: Where it was published, or None.
        path: The file as last seen, absolute, or `stdin`.
        title: Its title.
        also: Other identifiers that it went by, in stores that were joined with this one.
    """

    id: UUID
    content_ids: tuple[str, ...]
    url: str | None
    path: str
    title: str
    also: tuple[UUID, ...] = ()

    def is_of(self, content_id: str, url: str | None, path: str | None, title: str) -> bool:
        """Whether a file is this article: by its content, else by its URL, else by its path.

        A path alone does not count where both URL and title are others: another page was saved under that name.
        """
        if content_id in self.content_ids or (url is not None and url == self.url):
            return True
        return path is not None and path == self.path and not (url != self.url and title != self.title)
