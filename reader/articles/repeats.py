"""Folding what repeats: digests, kickers and paragraphs that a page gives twice."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.article import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.article import Paragraph

_CLAUSE = re.compile(r"[^\s，。！？；：、,;:!?“”‘’「」『』（）()《》【】…—·]{5,}")
"""What stands between marks; less than five characters tell nothing."""

_LABEL = re.compile(r"^\s*[【\[][^】\]]{1,12}[】\]]\s*")
_DIGEST_LABEL = re.compile(
    r"^\W*(?:(?:内容|內容|文章)?(?:摘要|提要|导读|導讀|导语|導語)|核心(?:提示|阅读|閱讀)|原(?:标题|標題|题|題))\W*[:：】\]\s]"
)
_BLANKS = re.compile(r"\s+")
_SHORTEST = 16
"""Shorter paragraphs may well say the same twice; only a title is folded then."""

_SHARE = 0.8
"""A paragraph is a repeat if at least this share of its characters stands in clauses of a longer one."""

_WHOLE_SHARE = 0.95
"""…or this share in clauses of several others or of a shorter one: what it says besides would be lost."""

_OWNERS = 6
"""A phrase that stands in so many paragraphs tells nothing."""

_FOLDABLE = frozenset((ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.CAPTION))
_FEWEST_CLAUSES = 2
"""A digest says at least so much; a heading of one clause is named in the text without repeating it."""


def fold_repeats(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs; those that repeat others say of which one (`repeats`).

    Of two that are equal the later one is folded, of a digest and the text it was made from the digest, wherever it stands.
    """
    clauses = [_clauses(paragraph.text) for paragraph in paragraphs]
    owners: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(clauses):
        for clause in dict.fromkeys(own):
            if len(owners[clause]) < _OWNERS:
                owners[clause].append(index)
    folded = _repeated_titles(paragraphs) | _exact_repeats(paragraphs)
    for index in sorted(range(1, len(paragraphs)), key=lambda index: (-len(paragraphs[index].text), -index)):
        if index not in folded and paragraphs[index].kind in _FOLDABLE and len(paragraphs[index].text) >= _SHORTEST:
            target = _repeated_by(index, clauses, owners, folded)
            if target is not None:
                folded[index] = target
    return [
        replace(paragraph, repeats=folded[index]) if index in folded else paragraph
        for index, paragraph in enumerate(paragraphs)
    ]


def _clauses(text: str) -> list[str]:
    label = _DIGEST_LABEL.match(text)
    return _CLAUSE.findall(text, label.end() if label else 0)


def _repeated_titles(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Paragraphs that say the title once more, perhaps with a label before it."""
    if not paragraphs or paragraphs[0].kind is not ParagraphKind.TITLE:
        return {}
    title = _BLANKS.sub("", paragraphs[0].text)
    return {
        index: 0
        for index, paragraph in enumerate(paragraphs)
        if index
        and len(paragraph.text) < 2 * len(title) + 24
        and _BLANKS.sub("", _LABEL.sub("", paragraph.text)) == title
    }


def _exact_repeats(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Paragraphs that say word for word what an earlier one says."""
    first: dict[str, int] = {}
    repeats: dict[int, int] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind in _FOLDABLE and len(paragraph.text) >= _SHORTEST:
            before = first.setdefault("".join(paragraph.text.split()), index)
            if before != index:
                repeats[index] = before
    return repeats


def _repeated_by(
    index: int, clauses: Sequence[Sequence[str]], owners: dict[str, list[int]], folded: dict[int, int]
) -> int | None:
    """The paragraph that holds most of what this one says, if the others together hold nearly all of it."""
    own = [clause for clause in clauses[index] if len(owners[clause]) < _OWNERS]
    total = sum(map(len, own))
    shared = 0
    shares: dict[int, int] = defaultdict(int)
    for clause in own:
        if len(owners[clause]) == 1:
            continue
        others = [other for other in owners[clause] if other not in (0, index) and other not in folded]
        if others:
            shared += len(clause)
            for other in others:
                shares[other] += len(clause)
    if not shares or shared < _SHARE * total:
        return None
    if len(own) < _FEWEST_CLAUSES:
        return None
    target = max(shares, key=lambda other: (shares[other], -other))
    is_part = shares[target] >= _SHARE * total and sum(map(len, clauses[target])) > total
    return target if is_part or shared >= _WHOLE_SHARE * total else None
