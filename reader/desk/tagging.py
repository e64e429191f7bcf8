"""The acts on tags: each is saved when it returns, with all annotations that it touches, and can be taken back as one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError
from reader.messages import say
from reader.tags import (
    COLOURS,
    MAX_ALIASES,
    Tag,
    TagSet,
    valid_aliases,
    valid_colour,
    valid_description,
    valid_key,
    valid_tag,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.annotations.tag_table import TagTable
    from reader.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class TagAct:
    """What was done.

    Attributes:
        code: What to tell the user: a key of `reader.messages.MESSAGES`.
        parameters: What that message names.
    """

    code: str
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What to tell the user."""
        return say(self.code, **self.parameters)


def make_tag(desk: Desk, name: str, key: int | None = None) -> TagAct:
    """Make a tag, in the colour that is used least.

    Raises:
        ReaderError: The name cannot be one, there is such a tag, or it could not be saved.
    """
    name = valid_tag(name)

    def do(table: TagTable, tags: TagSet) -> TagAct:
        if tags.called(name):
            raise ReaderError("tag-exists", tag=name)
        used = [tag.colour for tag in tags.tags]
        table.put(Tag(name, valid_key(key), min(COLOURS, key=used.count)))
        return TagAct("tag-made", {"tag": name})

    return _saved(desk, do)


def rename_tag(desk: Desk, name: str, new: str) -> TagAct:
    """Give a tag another name, on all annotations that have it.

    Raises:
        ReaderError: There is no such tag, the new name cannot be one or is another tag's, or it could not be saved.
    """
    new = valid_tag(new)

    def do(table: TagTable, tags: TagSet) -> TagAct:
        _known(table, tags, name)
        if new == name:
            raise ReaderError("tag-unchanged", tag=name)
        if tags.called(new) not in (None, tags.named(name)) or new in table.uses():
            raise ReaderError("tag-exists", tag=new)
        if (stored := table.named(name)) is not None:
            aliases = tuple(alias for alias in stored.tag.aliases if alias != new)
            table.put(replace(stored.tag, name=new, aliases=aliases), stored)
        return TagAct("tag-renamed", {"tag": name, "new": new, "count": table.retag(name, new).changed})

    return _saved(desk, do)


def recolour_tag(desk: Desk, name: str, colour: str) -> TagAct:
    """Paint a tag in another of `COLOURS`.

    Raises:
        ReaderError: There is no such tag or colour, or it could not be saved.
    """
    return _change(desk, name, "colour", valid_colour(colour))


def describe_tag(desk: Desk, name: str, description: str) -> TagAct:
    """Say when a tag is to be given.

    Raises:
        ReaderError: There is no such tag, the description is too long, or it could not be saved.
    """
    return _change(desk, name, "description", valid_description(description))


def alias_tag(desk: Desk, name: str, aliases: Iterable[str]) -> TagAct:
    """Say by which other names the picker finds a tag.

    Raises:
        ReaderError: There is no such tag, one of them cannot be a name, or it could not be saved.
    """
    return _change(desk, name, "aliases", valid_aliases(tuple(aliases), name))


def key_tag(desk: Desk, name: str, key: int | None) -> TagAct:
    """Let a digit give a tag, or none; the tag that it gave until now has none then.

    Raises:
        ReaderError: There is no such tag, it is no digit from 1 to 9, or it could not be saved.
    """
    key = valid_key(key)

    def do(table: TagTable, tags: TagSet) -> TagAct:
        tag = _known(table, tags, name)
        if tag.key == key:
            raise ReaderError("tag-unchanged", tag=name)
        other = tags.of_key(key) if key is not None else None
        if other is not None:
            table.put(replace(other, key=None), table.named(other.name))
        table.put(replace(tag, key=key), table.named(name))
        if key is None:
            return TagAct("tag-key-dropped", {"tag": name})
        said: dict[str, Any] = {"key": key, "tag": name}
        return TagAct("tag-key-taken", {**said, "other": other.name}) if other else TagAct("tag-key-given", said)

    return _saved(desk, do)


def merge_tags(desk: Desk, name: str, into: str) -> TagAct:
    """Give another tag in the place of one, which is gone then; the picker finds the other by its name, too.

    Raises:
        ReaderError: There is no such tag, or no such other one, or it could not be saved.
    """

    def do(table: TagTable, tags: TagSet) -> TagAct:
        if name == into:
            raise ReaderError("tag-same", tag=name)
        gone, stays = _known(table, tags, name), _known(table, tags, into)
        if (stored := table.named(name)) is not None:
            table.remove(stored)
        names = dict.fromkeys((*stays.aliases, name, *gone.aliases))
        aliases = tuple(alias for alias in names if alias != into)[:MAX_ALIASES]
        table.put(replace(stays, aliases=aliases), table.named(into))
        return TagAct("tag-merged", {"tag": name, "into": into, "count": table.retag(name, into).changed})

    return _saved(desk, do)


def delete_tag(desk: Desk, name: str) -> TagAct:
    """Delete a tag, also from all annotations; those that have nothing left are deleted.

    Raises:
        ReaderError: There is no such tag, or it could not be saved.
    """

    def do(table: TagTable, tags: TagSet) -> TagAct:
        _known(table, tags, name)
        if (stored := table.named(name)) is not None:
            table.remove(stored)
        done = table.retag(name, None)
        said = {"tag": name, "count": done.changed + done.deleted}
        return (
            TagAct("tag-deleted-with", {**said, "deleted": done.deleted})
            if done.deleted
            else TagAct("tag-deleted", said)
        )

    return _saved(desk, do)


def load_tags(desk: Desk, tags: Iterable[Tag], file: str) -> TagAct:
    """Take over the tags of a file: those of the same name change, others come to them, none goes.

    Args:
        desk: The desk.
        tags: As the file has them; a digit that another tag has gives theirs from now on.
        file: What to call the file.

    Raises:
        ReaderError: It could not be saved.
    """
    wanted = tuple(tags)

    def do(table: TagTable, present: TagSet) -> TagAct:
        names, keys = {tag.name for tag in wanted}, {tag.key for tag in wanted if tag.key is not None}
        for tag in present.tags:
            if tag.name not in names and tag.key in keys:
                table.put(replace(tag, key=None), table.named(tag.name))
        added = [tag for tag in wanted if present.named(tag.name) is None]
        changed = [tag for tag in wanted if present.named(tag.name) not in (None, tag)]
        for tag in (*added, *changed):
            table.put(tag, table.named(tag.name))
        unchanged = len(wanted) - len(added) - len(changed)
        said = {"file": file, "added": len(added), "changed": len(changed), "unchanged": unchanged}
        return TagAct("tags-loaded", said)

    return _saved(desk, do)


def _change(desk: Desk, name: str, field_: str, value: Any) -> TagAct:
    """Put something else into a field of a tag; one that only annotations know is written down so."""

    def do(table: TagTable, tags: TagSet) -> TagAct:
        tag = _known(table, tags, name)
        changed = replace(tag, **{field_: value})
        if changed == tag:
            raise ReaderError("tag-unchanged", tag=name)
        table.put(changed, table.named(name))
        return TagAct("tag-changed", {"field": say(f"heading-{field_}"), "tag": name})

    return _saved(desk, do)


def _known(table: TagTable, tags: TagSet, name: str) -> Tag:
    """The tag of a name, also one that only annotations know.

    Raises:
        ReaderError: `tag-unknown`.
    """
    tag = tags.named(name)
    if tag is None and name not in table.uses():
        raise ReaderError("tag-unknown", tag=name)
    return tag or Tag(name)


def _saved(desk: Desk, do: Callable[[TagTable, TagSet], TagAct]) -> TagAct:
    """Do something with the tags of the store as they are now, whole or not at all.

    Raises:
        ReaderError: `tags-unsaved`: something that is not saved yet may have the old tags.
    """
    if desk.unsaved:
        raise ReaderError("tags-unsaved")
    if desk.tag_table().set() is None:
        _write_down(desk, do)
    with desk.repository.transaction(by=desk.annotator) as pending:
        act = do(desk.tag_table(), desk.tags())
        pending.act = act.words
    return act


class _RehearsedError(Exception):
    """Leaves a transaction without saving."""


def _write_down(desk: Desk, do: Callable[[TagTable, TagSet], TagAct]) -> None:
    """Write down the tags of the settings before something is done with them for the first time, unless it is refused.

    That is saved by itself: taking the act back is to leave them as they were, here and where colleagues have them by now.
    """
    table = desk.tag_table()
    with suppress(_RehearsedError), desk.repository.transaction():
        table.begin(desk.settings.tags)
        do(table, desk.tags())
        raise _RehearsedError
    with desk.repository.transaction():
        table.begin(desk.settings.tags)
