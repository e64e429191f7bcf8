"""The columns of exported annotations: one table, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.errors import UsageError


class CellType(StrEnum):
    """What the cells of a column hold, as a Frictionless table schema calls it."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: Its heading.
        path: Where its value stands in an annotation's document: the names of the fields, from the outside in.
        meaning: What its cells say, for the docs and the schema.
        example: A cell of it.
        type: What its cells hold.
    """

    name: str
    path: tuple[str, ...]
    meaning: str
    example: str
    type: CellType = CellType.STRING


_TABLE = (
    Column("annotation_id", ("id",), "Identifier of the annotation (UUIDv7); stays over all revisions", "018bcfe5-6801-7000-8000-000000000001"),
    Column("revision", ("revision",), "Identifier of this state of it (UUIDv7)", "018bcfe5-8f11-7000-8000-000000002711"),
    Column("article_id", ("article_id",), "Identifier of the article in the store (UUIDv7)", "018bcfe5-6800-7000-8000-000000000000"),
    Column("content_id", ("provenance", "content_id"), "First 16 hex digits of the sha256 of the article's file, decoded", "0123456789abcdef"),
    Column("article_title", ("provenance", "title"), "Title of the article", "全市工业产值近500亿元"),
    Column("article_url", ("provenance", "url"), "Where it was published", "https://example.com/a"),
    Column("article_publisher", ("provenance", "publisher"), "Who published it", "某报"),
    Column("article_date", ("provenance", "date"), "When it was published", "2022-05-26", CellType.DATE),
    Column("article_file", ("provenance", "file"), "The file that it was read from", "a.md"),
    Column("quote", ("target", "exact"), "The text annotated; empty where it is the whole article", "500亿元"),
    Column("context_before", ("target", "prefix"), "Up to 32 characters before it; more where these stand in several places", "规模以上工业产值近"),
    Column("context_after", ("target", "suffix"), "Up to 32 characters after it, in the same way", "，同比增长"),
    Column("sentence", ("sentence",), "The sentence that it stands in; of one with over 500 characters the part around it", "全市规模以上工业产值近500亿元，同比增长11.6%。"),
    Column("start", ("target", "start"), "Where it begins in the article's clean text, in Unicode code points", "14", CellType.INTEGER),
    Column("end", ("target", "end"), "Where it ends there", "19", CellType.INTEGER),
    Column("source_start", ("target", "source_start"), "Where it begins in the decoded file, in code points", "34", CellType.INTEGER),
    Column("source_end", ("target", "source_end"), "Where it ends there", "39", CellType.INTEGER),
    Column("text_sha256", ("target", "text_sha256"), "sha256, in hex, of the clean text that start and end count in", "ab" * 32),
    Column("text_version", ("target", "text_version"), "Version of the cleaning that made that text", "1", CellType.INTEGER),
    Column("script", ("provenance", "script"), "Script of the article: simplified, traditional", "simplified"),
    Column("anchor_status", ("anchor_status",), "Whether it still stands on its text: ok, moved, review, figure-changed, orphan", "ok"),
    Column("value_text", ("claim", "exact"), "The figure of the claim as written, with its unit", "500亿元"),
    Column("value", ("claim", "value"), "The figure in its base unit", "50000000000", CellType.NUMBER),
    Column("unit", ("claim", "unit"), "ISO 4217, %, ‰, pp, x, an SI symbol, a unit of time, or the measure word", "CNY"),
    Column("kind", ("claim", "kind"), "money, percent, points, count, rank, multiple, area, mass, length, volume, power, energy, duration, other", "money"),
    Column("bound", ("claim", "bound"), "exact, approx, approx_below, more_than, at_least, less_than, at_most", "approx_below"),
    Column("change", ("claim", "change"), "increase, decrease; empty for a level", "increase"),
    Column("status", ("claim", "status"), "actual, target", "actual"),
    Column("period", ("claim", "period"), "The time that it speaks of, as EDTF (ISO 8601-2)", "2021"),
    Column("indicator", ("claim", "indicator"), "What is measured, in the words of the text", "规模以上工业产值"),
    Column("entity", ("claim", "entity"), "Whose it is", "全市"),
    Column("doubt", ("claim", "doubt"), "Why the figure may be wrong although it reads well", "damaged text beside it"),
    Column("tags", ("tags",), "Names of tags, joined by |", "关键|money"),
    Column("verdict", ("verdict",), "unchecked, confirmed, disputed, unsupported, corrected, not_checkable", "confirmed"),
    Column("note", ("note",), "The note; may have several lines", "见统计公报"),
    Column("evidence_urls", ("evidence",), "Addresses of evidence, joined by blanks", "https://example.com/来源"),
    Column("origin", ("origin",), "How it came about: claim, hand, import", "claim"),
    Column("annotator", ("annotator",), "Who made this revision", "李"),
    Column("created_at", ("created",), "When the first revision was made (ISO 8601 with offset)", "2026-01-02T03:04:05+08:00", CellType.DATETIME),
    Column("modified_at", ("modified",), "When this one was made", "2026-01-02T03:04:05+08:00", CellType.DATETIME),
    Column("response", ("response",), "What a person says about the claim: accepted, corrected, rejected; empty where there is none", "accepted"),
    Column("parent_revision", ("parent",), "The revision that this one was made from (UUIDv7); empty for the first", "018bcfe5-8f11-7000-8000-000000002710"),
    Column("settled_text_sha256", ("anchor", "text_sha256"), "sha256, in hex, of the later text in which a person said where it stands; empty where nobody did", "cd" * 32),
    Column("settled_quote", ("anchor", "target", "exact"), "The words in that place; empty where the person said that nothing is left of it", "530亿元"),
)  # fmt: skip

COLUMNS: dict[str, Column] = {column.name: column for column in _TABLE}
"""All columns, by name; new ones are only ever appended."""

BASIC = (
    "annotation_id", "article_title", "article_date", "quote", "value", "unit", "indicator", "period", "tags",
    "verdict", "note", "annotator", "modified_at",
)  # fmt: skip
"""The columns that a reader of a table wants first: other programs rely on these, in this order."""

TOLD_ONLY = frozenset({"settled_text_sha256", "settled_quote"})
"""Columns that tell of something that a table cannot hold as a whole: importing passes them over."""

SETS: dict[str, tuple[str, ...]] = {"full": tuple(COLUMNS), "basic": BASIC}


def columns_named(words: str) -> tuple[str, ...]:
    """The columns that `full`, `basic` or a list such as `quote,value,unit` stands for.

    Raises:
        UsageError: `column-unknown`, or `column-twice`.
    """
    if words in SETS:
        return SETS[words]
    names = tuple(word.strip() for word in words.split(","))
    for number, name in enumerate(names):
        if name not in COLUMNS:
            raise UsageError("column-unknown", column=name, known=", ".join(COLUMNS))
        if name in names[:number]:
            raise UsageError("column-twice", column=name)
    return names
