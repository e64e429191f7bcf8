"""The tags of a store: a table of their own, with revisions and in the journal as annotations are.

A store without any takes those of the settings; the first change of a tag writes them all down. These have the same identifier in
every store, so that they are one tag where stores are joined. A deleted tag leaves a tombstone in its place, which joining respects.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reader.annotations import registers
from reader.annotations.encoding import document_of, encoded
from reader.annotations.fields import Fields
from reader.annotations.registers import TURNS
from reader.annotations.revising import next_revision, says_something
from reader.annotations.table_names import ANNOTATIONS, TAGS
from reader.errors import ReaderError
from reader.identifiers import uuid7
from reader.tags import Tag, TagSet, tag_record, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotations.records import Records


@dataclass(frozen=True, slots=True)
class StoredTag:
    """A tag in one of its revisions.

    Attributes:
        id: Stays the same over all revisions, also when it is renamed (UUIDv7).
        revision: Of this state (UUIDv7).
        tag: What it is.
        turns: How often it was made and deleted, so an odd number.
    """

    id: UUID
    revision: UUID
    tag: Tag
    turns: int = 1


@dataclass(frozen=True, slots=True)
class Retagged:
    """What became of the annotations with a tag.

    Attributes:
        changed: How many have other tags now.
        deleted: How many had nothing else, and are deleted.
    """

    changed: int = 0
    deleted: int = 0


class TagTable:
    """The tags of a store; whoever changes several things opens one transaction around them."""

    def __init__(self, records: Records, annotator: str) -> None:
        """Look at the tags of a store.

        Args:
            records: The store.
            annotator: Who changes them.
        """
        self._records = records
        self._annotator = annotator
        self._table = records.database.documents(TAGS)

    def all(self) -> list[StoredTag]:
        """The tags that the store has; none where those of the settings hold. What is no valid tag is left out."""
        found = [stored for row in self._table if (stored := _stored(row)) is not None]
        return sorted(found, key=lambda stored: stored.id)

    def set(self) -> TagSet | None:
        """The tags as a set; None where those of the settings hold."""
        stored = self.all()
        return TagSet.of(_unique(one.tag for one in stored)) if stored or self._has_begun() else None

    def begin(self, tags: Iterable[Tag]) -> None:
        """Write down the tags that hold so far, where the store has none."""
        if self.set() is None:
            for tag in tags:
                self._write(_of_settings(tag.name), _of_settings(str(tag_record(tag))), tag)

    def named(self, name: str) -> StoredTag | None:
        """The tag of that name."""
        return next((one for one in self.all() if one.tag.name == name), None)

    def put(self, tag: Tag, before: StoredTag | None = None) -> None:
        """Insert a tag, or put it in the place of the one that it was."""
        if before is None:
            self._write(self._records.new_id(), self._records.new_id(), tag)
            return
        if tag.name != before.tag.name:
            self._remove_namesakes(before)
        revision = registers.later(self._records.new_id(), before.revision)
        self._write(before.id, revision, tag, before.revision, before.turns)

    def remove(self, stored: StoredTag) -> None:
        """Delete a tag from the set; the annotations that have it are another matter."""
        self._remove_namesakes(stored)
        self._bury(stored.id.int)

    def restore(self, number: int, wanted: bytes | None) -> None:
        """Let a tag be what it was at some time.

        Args:
            number: Its row.
            wanted: What stood there then: a tag, its tombstone, or nothing.
        """
        row = None if wanted is None else document_of(wanted)
        if row is not None and not registers.is_gone(row):
            current = self._table.get(doc_id=number)
            last = current or row
            turns = registers.turns_of(last) + (current is not None and registers.is_gone(current))
            revision = registers.later(self._records.new_id(), last.get("revision"))
            self._table.put(number, {**row, **self._signed(revision, last.get("revision"), turns)})
        elif row is None and _is_of_settings(number):
            # It was never made, only written down: colleagues are to keep theirs.
            self._table.remove(doc_ids=[number])
        else:
            self._bury(number)

    def _write(self, id_: UUID, revision: UUID, tag: Tag, parent: UUID | None = None, turns: int = 1) -> None:
        signed = self._signed(revision, parent and str(parent), turns)
        self._table.put(id_.int, {"id": str(id_), **tag_record(tag), **signed})

    def _signed(self, revision: UUID, parent: object, turns: int) -> dict[str, Any]:
        """The fields that say which revision a row is, and whose."""
        return {
            "revision": str(revision),
            "parent": parent,
            TURNS: turns,
            "annotator": self._annotator,
            "modified": self._records.timestamp(),
        }

    def _bury(self, number: int) -> None:
        """Put a tombstone in the place of a tag, if there is one."""
        row = self._table.get(doc_id=number)
        if row is None or registers.is_gone(row):
            return
        last = row.get("revision")
        signed = self._signed(registers.later(self._records.new_id(), last), last, registers.turns_of(row) + 1)
        deleted = signed.pop("modified")
        self._table.put(number, {"id": row.get("id"), **signed, "deleted": deleted})

    def _remove_namesakes(self, stored: StoredTag) -> None:
        """Delete tags of the same name that colleagues made, which would take its place."""
        for one in self.all():
            if one.tag.name == stored.tag.name and one.id != stored.id:
                self._bury(one.id.int)

    def _has_begun(self) -> bool:
        """Whether the tags of the settings were written down here, if only to be deleted."""
        return any(row and _is_of_settings(row.doc_id) for row in self._table)

    def uses(self) -> dict[str, int]:
        """How many annotations have each tag."""
        return self._records.database.storage.contents.counted(ANNOTATIONS, "tags")

    def retag(self, old: str, new: str | None) -> Retagged:
        """Give another tag in the place of one, or none; what has nothing left is deleted."""
        changed = deleted = 0
        with self._records.transaction(by=self._annotator) as pending:
            for number in pending.having(ANNOTATIONS, "tags", old):
                raw = pending.get(ANNOTATIONS, number)
                assert raw is not None
                before = document_of(raw)
                if not isinstance(before.get("tags"), list):
                    continue  # no annotation of ours, so nothing is known of what it means
                tags = [new if tag == old else tag for tag in before["tags"]]
                document = {**before, "tags": list(dict.fromkeys(tag for tag in tags if tag is not None))}
                if not says_something(document):
                    self._records.delete(UUID(int=number), annotator=self._annotator)
                    deleted += 1
                else:
                    pending.put(
                        ANNOTATIONS, number, encoded(next_revision(self._records, document, before, self._annotator))
                    )
                    changed += 1
        return Retagged(changed, deleted)


def _stored(row: Mapping[str, Any]) -> StoredTag | None:
    """The tag of a document, which another program may have written; None where it is none, or was deleted."""
    if registers.is_gone(row):
        return None
    kept = {name: row[name] for name in ("name", "key", "colour", "aliases", "description") if name in row}
    read = Fields(row)
    try:
        (tag,) = tags_of([kept])
        return StoredTag(read.identifier("id"), read.identifier("revision"), tag, registers.turns_of(row))
    except ReaderError:
        return None


def _unique(tags: Iterable[Tag]) -> list[Tag]:
    """The tags without those whose name was there before; a digit gives only the first of those that claim it.

    Two windows may have made the same tag, or given away the same digit, at once.
    """
    found: dict[str, Tag] = {}
    keys: set[int] = set()
    for tag in tags:
        if tag.name not in found:
            found[tag.name] = replace(tag, key=None) if tag.key in keys else tag
            keys |= {tag.key} if tag.key else set()
    return list(found.values())


def _of_settings(words: str) -> UUID:
    """An identifier from before all others, the same in every store."""
    return uuid7(0, int.from_bytes(hashlib.sha256(words.encode()).digest()[:10]))


def _is_of_settings(number: int) -> bool:
    return number >> 80 == 0
