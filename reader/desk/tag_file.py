"""Tag sets in files: what a team agrees on, loaded and saved as TOML (or JSON, where the file's name ends so)."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from reader.desk.files import output_file
from reader.errors import ReaderError
from reader.messages import explain
from reader.tags import tag_record, tags_of

if TYPE_CHECKING:
    from pathlib import Path

    from reader.tags import Tag, TagSet

LARGEST = 1_000_000
"""Bytes of the largest file that can be a tag set."""


def read_tags(file: Path) -> tuple[Tag, ...]:
    """The tags that a file holds, in its order.

    Args:
        file: TOML with `[[tags]]` tables, or JSON with a list `tags`.

    Raises:
        ReaderError: `tags-invalid`, naming the file and what is wrong with it.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ValueError(f"larger than {LARGEST} bytes")
        text = raw.decode("utf-8-sig")
        content: Any = json.loads(text) if _is_json(file) else tomllib.loads(text)
        if not isinstance(content, dict) or content.keys() != {"tags"}:
            raise ReaderError("tags-no-tables")
        return tags_of(content["tags"])
    except ReaderError as error:
        raise ReaderError("tags-invalid", file=file, reason=explain(error)) from error
    except OSError as error:
        raise ReaderError("tags-invalid", file=file, reason=error.strerror or error) from error
    except (ValueError, RecursionError) as error:
        raise ReaderError("tags-invalid", file=file, reason=error) from error


def write_tags(tags: TagSet, file: Path, *, replace: bool) -> None:
    """Write tags to a file that `read_tags` gives back; it is there whole or not at all.

    Raises:
        ReaderError: As `output_file`.
    """
    with output_file(file, replace=replace, encoding="utf-8") as out:
        out.write(tags_json(tags) if _is_json(file) else tags_toml(tags))


def tags_json(tags: TagSet) -> str:
    """The tags as JSON."""
    return json.dumps({"tags": [tag_record(tag) for tag in tags.tags]}, ensure_ascii=False, indent=2) + "\n"


def tags_toml(tags: TagSet) -> str:
    """The tags as TOML, in the form that the settings have them in."""
    tables = ("".join(f"{name} = {_value(value)}\n" for name, value in tag_record(tag).items()) for tag in tags.tags)
    return "\n".join(f"[[tags]]\n{table}" for table in tables) or "tags = []\n"


def _value(value: object) -> str:
    """A TOML value: of digits, texts and lists of texts, JSON is TOML."""
    return json.dumps(value, ensure_ascii=False)


def _is_json(file: Path) -> bool:
    return file.suffix.casefold() == ".json"
