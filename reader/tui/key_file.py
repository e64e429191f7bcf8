"""The user's own keys: a TOML file that gives actions other keys, by their ids (`reader keys` lists them).

"claim.next" = "m"                 # one key
"move.down" = ["j", "Down", "Ctrl+J"]
"work.export" = []                 # none
"""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from itertools import combinations
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.tui.action import Room
from reader.tui.actions import ACTIONS
from reader.tui.key_names import named_key, shown_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.tui.action import Action

Keys = dict[str, tuple[str, ...]]
"""By the id of an action: its keys, as Textual calls them."""


def read_keys(file: Path) -> Keys:
    """The keys that a file gives to actions; none where there is no file.

    Raises:
        ReaderError: `keys-invalid`, naming the file and what is wrong with it.
    """
    try:
        if not file.is_file():
            return {}
        values = tomllib.loads(file.read_text("utf-8"))
        keys = {id_: _keys_of(id_, value) for id_, value in values.items()}
        _refuse_clashes(keys)
    except OSError as error:
        raise ReaderError("keys-invalid", file=file, reason=error.strerror) from error
    except ReaderError as error:
        from reader.messages import explain

        raise ReaderError("keys-invalid", file=file, reason=explain(error)) from error
    except ValueError as error:
        raise ReaderError("keys-invalid", file=file, reason=error) from error
    return keys


def _keys_of(id_: str, value: object) -> tuple[str, ...]:
    known = [action.id for action in ACTIONS]
    if isinstance(value, dict):
        raise ReaderError("keys-unquoted", id=id_)
    if id_ not in known:
        like = get_close_matches(id_, known, 1)
        raise ReaderError("keys-no-such-action-but" if like else "keys-no-such-action", id=id_, like="".join(like))
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(one, str) for one in written):
        raise ReaderError("keys-no-list", id=id_)
    return tuple(_key(id_, one) for one in written)


def _key(id_: str, written: str) -> str:
    name = named_key(written)
    if name is None:
        raise ReaderError("keys-no-such-key", id=id_, key=written)
    return name


def _refuse_clashes(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Complain where one key would do two things at one place, unless the shipped keys do so, too."""
    for one, other in combinations(ACTIONS, 2):
        if (one.id in keys or other.id in keys) and _meet(one, other):
            both = set(keys.get(one.id, one.keys)) & set(keys.get(other.id, other.keys))
            if both and not set(one.keys) & set(other.keys) & both:
                raise ReaderError("keys-twice", key=shown_key(min(both)), one=one.id, other=other.id)


def _meet(one: Action, other: Action) -> bool:
    """Whether two actions can be called at the same place."""
    rooms = {one.room, other.room}
    return len(rooms) == 1 or (Room.ANYWHERE in rooms and not any(room.stands_alone for room in rooms))
