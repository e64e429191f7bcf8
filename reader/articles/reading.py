"""From a decoded source to a clean article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.article import Article, Format, Paragraph, ParagraphKind, RemovedKind
from reader.articles.assembly import assemble
from reader.articles.damage import find_damage
from reader.articles.formats import parse
from reader.articles.forum import below_signature
from reader.articles.invisible import without_invisible
from reader.articles.leaves import page_furniture, without_leaves
from reader.articles.mending import mend
from reader.articles.metadata import find_metadata
from reader.articles.pinyin import drop_pinyin, without_pinyin
from reader.articles.removal import find_removed
from reader.articles.repeats import fold_repeats
from reader.articles.title import stated_title
from reader.articles.trims import trimmed
from reader.articles.wraps import unwrap
from reader.controls import FORBIDDEN, visible_line
from reader.errors import ReaderError
from reader.text.script import detect_script

if TYPE_CHECKING:
    from reader.articles.source import Source
    from reader.text.traced import TracedText

_SCRIPT_SAMPLE = 100_000
"""How many characters tell the script."""

_TITLE_WORDS = 40
"""An article without a title is called by this many of its first characters."""


def article_of(source: Source) -> Article:
    """Read an article out of a decoded file: parse, choose, clean.

    Args:
        source: The decoded file.

    Raises:
        ReaderError: `file-without-article`, if no text is left.
    """
    document = parse(source.text, source.name)
    blocks, artefacts, annotated = without_pinyin(without_invisible(document.page.blocks))
    leaves = page_furniture(blocks) | below_signature(blocks) if document.format is Format.TEXT else set()
    dropped = [(RemovedKind.NAVIGATION, block) for index, block in enumerate(blocks) if index in leaves]
    dropped += [(RemovedKind.PINYIN, artefact) for artefact in artefacts]
    blocks = trimmed(unwrap(without_leaves(blocks, leaves)))
    stated = stated_title(document.fields)
    if stated is not None:
        stated = drop_pinyin(stated, annotated)
    assembly = assemble(blocks, document.page.parents, stated, document.title_is_sure)
    body = mend(Paragraph(kept.kind, _visible(kept.block.content)) for kept in assembly.kept)
    title = [] if assembly.title is None else [Paragraph(ParagraphKind.TITLE, _visible(assembly.title))]
    paragraphs = fold_repeats([*title, *body])
    if not paragraphs:
        raise ReaderError("file-without-article", file=source.name)
    metadata = find_metadata(document.fields, blocks, assembly.roles)
    script = detect_script("\n".join(paragraph.text for paragraph in paragraphs)[:_SCRIPT_SAMPLE])
    return Article(
        file=source.name,
        content_id=source.content_id,
        encoding=source.encoding,
        format=document.format,
        script=script,
        title=paragraphs[0].text if assembly.title is not None else paragraphs[0].text[:_TITLE_WORDS],
        byline=metadata.byline,
        date=metadata.date,
        publisher=metadata.publisher,
        url=metadata.url,
        paragraphs=tuple(paragraphs),
        removed=find_removed(source.text, document, paragraphs, [*dropped, *assembly.dropped]),
        damage=find_damage(paragraphs, script, source.text),
    )


def _visible(content: TracedText) -> TracedText:
    text = content.text
    if text.isprintable() or not (FORBIDDEN.search(text) or "\t" in text or "\n" in text):
        return content
    return content.with_text(visible_line(text))
