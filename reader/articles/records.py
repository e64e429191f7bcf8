"""An article as the record that `reader clean --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.articles.article import Article


def article_record(article: Article) -> dict[str, Any]:
    """The record of an article: plain values only, ready for JSON. Texts are in the article's own script."""
    return {
        "content_id": article.content_id,
        "file": article.file,
        "encoding": article.encoding,
        "format": str(article.format),
        "script": str(article.script),
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "publisher": article.publisher,
        "url": article.url,
        "paragraphs": [
            {
                "kind": str(paragraph.kind),
                "text": paragraph.text,
                "runs": [list(run) for run in paragraph.content.runs],
                "repeats": paragraph.repeats,
            }
            for paragraph in article.paragraphs
        ],
        "removed": [
            {"kind": str(removed.kind), "source_start": removed.source_start, "source_end": removed.source_end}
            for removed in article.removed
        ],
        "damage": [
            {
                "paragraph": damage.paragraph,
                "start": damage.start,
                "end": damage.end,
                "source_start": damage.source_start,
                "source_end": damage.source_end,
                "text": damage.text,
                "restored": damage.restored,
                "certainty": damage.certainty,
            }
            for damage in article.damage
        ],
    }
