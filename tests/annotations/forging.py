"""Stores that nobody's program wrote: good ones, edited in hundreds of ways, with checksums that are right all the same."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from reader.annotations.repository import Repository
from reader.annotations.tag_table import TagTable
from reader.tags import Tag
from tests.annotations.examples import Clock, an_annotation, an_article, identifier, revised

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

STRANGE = (
    "null", "true", "0", "-1", "7", "1.5", "1e999", "NaN", "-Infinity", "9" * 400, "9" * 5000, '""', '"7"', '"|"',
    '"a\\ud800b"', '"\\u001b[2J"', "[]", "[[]]", '["a",1,null]', '["\\ud800"]', "{}", '{"a":{"b":[]}}', '"2026-01-01"',
    '"ffffffff-ffff-ffff-ffff-ffffffffffff"', '"1e999999"', "1e300", '"9999-12-31T23:59:59+00:00"', '["https://a/[", "javascript:1"]',
    '"' + "x" * 5000 + '"', "[" * 500 + "]" * 500, "[" * 50_000 + "]" * 50_000, '"00000000-0000-0000-0000-000000000000"',
)  # fmt: skip
"""What may stand where something else is expected: JSON, or what Python takes for it."""

BROKEN = ("", "{", '{"id":', '{"id":"x', "}", '{"id":"a"}}', "nul", '{"a":1}{"b":2}', '{"id":"\udcff"}')
"""What is no JSON; a lone surrogate stands for a byte that is no UTF-8."""

NUMBERS = ("", "-1", "0", "1.5", "abc", "x\\n1", "٣", " 7", "9" * 38, "9" * 39, "9" * 5000, "[]")
"""What may stand in the place of a document's number."""

TABLES = (
    "",
    "_reader",
    "_default",
    "articles",
    "tombstones",
    "conflicts",
    "tags",
    "done",
    "others",
    "a\\nb",
    "\\ud800",
)


@dataclass
class Forged:
    """A store on its way to being written, all of it as JSON that may be none.

    Attributes:
        header: The fields of our own table, but for size and checksum.
        tables: Documents by table and number.
        entries: The journal: the fields of each line, but its changes.
        changes: The changes of each line: table, number, document before and after.
    """

    header: dict[str, str]
    tables: dict[str, dict[str, str]]
    entries: list[dict[str, str]]
    changes: list[list[list[str]]]

    def write(self, path: Path) -> None:
        """Write it, with checksums that are right."""
        tables = (f'"{name}":{{\n{_documents(rows)}\n}}' for name, rows in self.tables.items())
        body = _bytes(",\n".join(tables) + "}")
        header = {**self.header, "bytes": str(len(body)), "crc": f'"{crc32(body, self._start()):08x}"'}
        fields = ",".join(f'"{name}":{value}' for name, value in header.items())
        path.write_bytes(f'{{"_reader":{{"1":{{{fields}}}}},\n'.encode() + body)
        lines = (_with_checksum(line) for line in self._lines())
        path.with_name(f"{path.name}.j{GENERATION:06}").write_bytes(b"".join(lines))

    def left_alone(self) -> list[bytes]:
        """What the main file holds of documents that the journal does not change."""
        journal = "".join(self._lines())
        rows = (row for rows in self.tables.values() for row in rows.items())
        return [_bytes(raw) for number, raw in rows if f'"{number}"' not in journal]

    def _start(self) -> int:
        """What the checksum of the body starts from, as far as these fields can have one."""
        try:
            known = tuple(json.loads(self.header[name]) for name in ("schema", "generation", "complete"))
            return crc32(b"%d %d %d" % known)
        except (KeyError, TypeError, ValueError, RecursionError, OverflowError):
            return 0

    def _lines(self) -> list[str]:
        lines = []
        for fields, changes in zip(self.entries, self.changes, strict=True):
            head = ",".join(f'"{name}":{value}' for name, value in fields.items())
            ops = ",".join(f"[{','.join(change)}]" for change in changes)
            lines.append(f'{{{head},"ops":[{ops}]}}' if "journal" not in fields else f"{{{head}}}")
        return lines


GENERATION = 3
"""Of the good store."""


def _documents(rows: dict[str, str]) -> str:
    return ",\n".join(f'"{number}":{raw}' for number, raw in rows.items())


def _bytes(text: str) -> bytes:
    return text.replace("\ud800", "\\ud800").encode("utf-8", "surrogateescape")


def _with_checksum(line: str) -> bytes:
    raw = _bytes(line)
    return b"%08x %s\n" % (crc32(raw), raw)


def good_store(path: Path) -> Forged:
    """Make a store with some of everything, in its main file and in its journal."""
    _fill(path)
    main = json.loads(path.read_text("utf-8"))
    header = {name: json.dumps(value) for name, value in main.pop("_reader")["1"].items()}
    assert header["generation"] == str(GENERATION)
    journal = path.with_name(f"{path.name}.j{GENERATION:06}").read_text("utf-8").splitlines()
    lines = [json.loads(line[9:]) for line in journal]
    changes = [[list(map(_json, op)) for op in line.pop("ops", [])] for line in lines]
    return Forged(
        header={name: value for name, value in header.items() if name not in ("bytes", "crc")},
        tables={name: {number: _json(row) for number, row in rows.items()} for name, rows in main.items()},
        entries=[{name: _json(value) for name, value in line.items()} for line in lines],
        changes=changes,
    )


def _fill(path: Path) -> None:
    repository = Repository.open(path, annotator="李", clock=Clock())
    repository.save_article(an_article())
    for number in (1, 2, 3, 4):
        repository.save(an_annotation(number))
    repository.delete(identifier(2))
    repository.keep_conflict(an_annotation(1, revision=identifier(77), note="anders"))
    repository.set_done(identifier(0), done=True)
    table = TagTable(repository, "李")
    table.begin([Tag("关键", 1), Tag("money", 2)])
    repository.compact()
    table.put(Tag("own", 3, aliases=("o",)))
    repository.compact()
    repository.save(revised(an_annotation(1), 500, note="neu"), act="noted")
    repository.delete(identifier(3))
    repository.undo("李")
    repository.set_done(identifier(0), done=False)
    repository.database.storage.close(compacting=False)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def forged(good: Forged, random: Random) -> tuple[str, Forged]:
    """The store with one to three things in it changed, and what was done."""
    one = deepcopy(good)
    done = [random.choice(CHANGES)(one, random) for _ in range(random.choice((1, 1, 1, 2, 3)))]
    return "; ".join(done), one


def _header(one: Forged, random: Random) -> str:
    name, value = random.choice(("schema", "generation", "complete", "other")), random.choice(STRANGE)
    one.header[name] = value
    return f"header: {name} is {value[:40]}"


def _no_header(one: Forged, random: Random) -> str:
    name = random.choice(list(one.header) or ["schema"])
    one.header.pop(name, None)
    return f"header: without {name}"


def _table(one: Forged, random: Random) -> str:
    name = random.choice(list(one.tables) or ["_default"])
    rows = one.tables.pop(name, {})
    new = random.choice((*TABLES, None))
    if new is not None:
        one.tables[new] = rows
    return f"table {name} is called {new}"


def _number(one: Forged, random: Random) -> str:
    name, number = _some_document(one, random)
    new = random.choice(NUMBERS)
    one.tables[name][new] = one.tables[name].pop(number, "{}")
    return f"{name}: number is {new[:40]}"


def _document(one: Forged, random: Random) -> str:
    name, number = _some_document(one, random)
    one.tables[name][number] = random.choice((*STRANGE, *BROKEN))
    return f"{name}: document is {one.tables[name][number][:40]}"


def _field(one: Forged, random: Random) -> str:
    name, number = _some_document(one, random)
    one.tables[name][number], told = _with_strange_field(one.tables[name].get(number, "{}"), random)
    return f"{name}: {told}"


def _entry(one: Forged, random: Random) -> str:
    place = random.randrange(len(one.entries))
    name = random.choice((*one.entries[place], "n", "at", "by", "act", "undoes", "redoes"))
    value = random.choice(("[1,2]", "[3,1]", '["a","b"]', "[3]", *STRANGE))
    if random.random() < 0.2:
        one.entries[place].pop(name, None)
        return f"journal {place}: without {name}"
    one.entries[place][name] = value
    return f"journal {place}: {name} is {value[:40]}"


def _change(one: Forged, random: Random) -> str:
    place = random.randrange(1, len(one.entries))
    op = random.choice(one.changes[place] or [["null"]])
    part = random.randrange(len(op))
    if part > 1 and random.random() < 0.6:
        op[part], told = _with_strange_field(op[part], random)
        return f"journal {place}, part {part}: {told}"
    if random.random() < 0.1:
        del op[part]
        return f"journal {place}: without part {part}"
    op[part] = random.choice((*STRANGE, *BROKEN, *(f'"{word}"' for word in (*NUMBERS, *TABLES))))
    return f"journal {place}: part {part} is {op[part][:40]}"


CHANGES: tuple[Callable[[Forged, Random], str], ...] = (
    _header, _no_header, _table, _number, _document, _document, _field, _field, _field, _field, _entry, _change, _change,
)  # fmt: skip
"""The ways to change a store; those that can be done in most places stand more often."""


def _some_document(one: Forged, random: Random) -> tuple[str, str]:
    name = random.choice([name for name, rows in one.tables.items() if rows] or ["_default"])
    return name, random.choice(list(one.tables.setdefault(name, {"7": "{}"})))


def _with_strange_field(document: str, random: Random) -> tuple[str, str]:
    """A document with something else in one of its fields, or in one of an object in it; or without the field."""
    try:
        fields = json.loads(document)
    except (ValueError, RecursionError):
        return document, "no fields"
    if not isinstance(fields, dict) or not fields:
        return document, "no fields"
    name = random.choice(list(fields))
    if isinstance(fields[name], dict) and random.random() < 0.7:
        inner, told = _with_strange_field(json.dumps(fields[name], ensure_ascii=False), random)
        return _assembled({**fields, name: None}, name, inner), f"{name}.{told}"
    if random.random() < 0.2:
        del fields[name]
        return _json(fields), f"without {name}"
    value = random.choice(STRANGE)
    return _assembled(fields, name, value), f"{name} is {value[:40]}"


def _assembled(fields: dict[str, Any], name: str, value: str) -> str:
    written = (f'"{key}":{value if key == name else _json(field)}' for key, field in fields.items())
    return "{" + ",".join(written) + "}"
