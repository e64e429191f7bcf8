"""The line of keys: what is shown of it where there is little room, and in which order."""

from __future__ import annotations

import pytest

from reader.tui.status import Hints

HINTS = Hints(
    first=[("n", "next"), ("v", "select")],
    last=[("Esc", "back"), ("?", "keys")],
    more=[("/", "search"), ("T", "script")],
)


@pytest.mark.parametrize(
    ("width", "keys"),
    [
        (100, ["n", "v", "/", "T", "Esc", "?"]),
        (51, ["n", "v", "/", "Esc", "?"]),
        (37, ["n", "v", "Esc", "?"]),
        (30, ["n", "v", "Esc"]),
        (25, ["n", "Esc"]),
        (18, ["n", "Esc"]),
        (17, ["n"]),
        (8, ["n"]),
        (0, []),
    ],
)
def test_the_likeliest_keys_and_the_way_back_are_kept_longest(width: int, keys: list[str]):
    assert [key for key, _ in HINTS.within(width)] == keys


def test_nothing_less_likely_is_shown_where_something_likelier_had_no_room():
    assert [key for key, _ in Hints([("n", "a very long label"), ("v", "x")], [("q", "y")]).within(10)] == []
