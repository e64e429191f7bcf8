"""An exercise for every action: the keys that lead to where it means something, and what must look different after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

See = Callable[[Any], object]
GRAIN = Path(__file__).parents[1] / "data" / "articles" / "grain.txt"


def place(session: Any) -> object:
    return session.article.reading.place


def selection(session: Any) -> object:
    return session.article.reading.selection


def opened(session: Any) -> object:
    return session.article.reading and session.article.reading.opened.path


def highlighted(session: Any) -> object:
    return session.library.highlighted


def screen(session: Any) -> object:
    return session.app.screen


def focus(session: Any) -> object:
    return session.app.screen.focused


def status(session: Any) -> object:
    return session.status


def store(session: Any) -> object:
    desk = session.app.desk
    done = [entry.path for entry in session.library.entries if entry.facts and desk.is_done(entry.facts, entry.path)]
    return [
        (one.target, one.tags, one.note, one.verdict, one.evidence, one.response)
        for one in desk.repository.annotations()
    ], done


def listed(session: Any) -> object:
    """The rows of a table, in their order."""
    table = session.app.screen.rows_table
    return [row.cells for row in table.rows], session.app.screen.by


def row(session: Any) -> object:
    return session.app.screen.rows_table.at


def selected(session: Any) -> object:
    table = session.app.screen.rows_table
    return set(table.selected), table.in_range


def painted(session: Any) -> object:
    """All that stands on the screen."""
    return [[segment.text for segment in strip] for strip in session.app.screen._compositor.render_strips()]


def shown(session: Any) -> object:
    """Which panes are there."""
    return [
        pane.display for pane in (session.screen.library, session.article, session.screen.panel, session.screen.source)
    ]


def letters(session: Any) -> object:
    return dict(session.article.letters)


def awaited(session: Any) -> object:
    return session.article.awaited


def theme(session: Any) -> object:
    return session.app.theme


def address(session: Any) -> object:
    return session.app.screen.addresses.highlighted


def at_hand(session: Any) -> object:
    return session.screen.picker.at_hand


def tag_set(session: Any) -> object:
    return session.app.desk.tags()


def tag_row(session: Any) -> object:
    return session.app.screen.rows.highlighted


def written(session: Any) -> object:
    return session.screen.note.text


def warnings(session: Any) -> object:
    return [notice.message.replace("\n", "") for notice in session.app._notifications]


def steps(prefix: str, before: str, see: See) -> dict[str, tuple[str, See]]:
    """The exercises of what is gone through in rows and pages, once it is reached by some keys."""
    down, up = ("down", "page-down", "last"), ("up", "page-up", "first")
    return {f"{prefix}.{name}": (before, see) for name in down} | {
        f"{prefix}.{name}": (f"{before} G", see) for name in up
    }


OPEN, TAGGED = "enter g", "enter g n 1 2 3 g"
TABLE, ALL = f"{OPEN} C", f"{TAGGED} A"
EVIDENCE = f"{OPEN} n E h t t p : / / a enter E"
PICK, TAGS = f"{OPEN} n #", f"{OPEN} ctrl+t"
HOMES = [TABLE, ALL, TAGS, TAGGED, OPEN]
"""What exercises begin with, and where `g` goes to the top."""
LIBRARY: dict[str, tuple[str, See]] = {
    "go.open": ("", opened),
    **steps("list", "", highlighted),
    "list.filter": ("", focus),
    "list.sort": ("", painted),
    "list.add": ("", focus),
}
ANYWHERE: dict[str, tuple[str, See]] = {
    "go.next-pane": (OPEN, focus),
    "go.previous-pane": (OPEN, focus),
    "go.back": (OPEN, focus),
    "go.back-or-quit": (OPEN, focus),
    "go.next-article": (OPEN, opened),
    "go.previous-article": (f"{OPEN} right_square_bracket", opened),
    "go.next-work": (OPEN, opened),
    "article.reload": (OPEN, status),
    "article.done": (OPEN, store),
    "find.everywhere": (OPEN, focus),
    "find.claims": (OPEN, screen),
    "find.annotations": (OPEN, screen),
    "work.undo": (TAGGED, store),
    "work.redo": (f"{TAGGED} u", store),
    "work.retry": (OPEN, status),
    "work.export": (TAGGED, screen),
    "work.import": (OPEN, screen),
    "work.conflicts": (OPEN, painted),
    "work.compare": (OPEN, painted),
    "view.source": (OPEN, shown),
    "view.library": (OPEN, shown),
    "view.panel": (OPEN, shown),
    "view.theme": (OPEN, theme),
    "view.keys": (OPEN, screen),
    "view.palette": (OPEN, screen),
}
ARTICLE: dict[str, tuple[str, See]] = {
    **steps("move", OPEN, place),
    "move.half-down": (OPEN, place),
    "move.half-up": (f"{OPEN} G", place),
    "move.next-paragraph": (OPEN, place),
    "move.previous-paragraph": (f"{OPEN} G", place),
    "move.left": (f"{OPEN} l l", place),
    "move.right": (OPEN, place),
    "claim.next": (OPEN, place),
    "claim.previous": (f"{OPEN} G", place),
    "claim.next-any": (OPEN, place),
    "claim.previous-any": (f"{OPEN} G", place),
    "annotation.next": (TAGGED, place),
    "annotation.previous": (f"{TAGGED} G", place),
    "claim.jump": (f"{OPEN} n", letters),
    "move.percent": (OPEN, focus),
    "move.outline": (OPEN, screen),
    "move.back": (f"{OPEN} G", place),
    "move.forward": (f"{OPEN} G ctrl+o", place),
    "find.search": (OPEN, focus),
    "select.start": (OPEN, selection),
    "select.figure": (f"{OPEN} n", selection),
    "select.claim": (f"{OPEN} n", selection),
    "select.sentence": (OPEN, selection),
    "select.paragraph": (OPEN, selection),
    "select.word": (OPEN, selection),
    "select.word-end": (f"{OPEN} v", selection),
    "select.grow": (OPEN, selection),
    "select.shrink": (f"{OPEN} plus plus", selection),
    "select.other-end": (f"{OPEN} v l l", place),
    **{f"tag.{digit}": (f"{OPEN} n", store) for digit in range(1, 10)},
    "tag.last-act": (f"{OPEN} n 1 G", place),
    "border.keep": (f"{TAGGED} n ( r l l", store),
    "annotate.edit": (f"{OPEN} n", screen),
    "annotate.reject": (f"{OPEN} n", store),
    "annotate.verdict": (f"{OPEN} n", awaited),
    "annotate.evidence": (f"{OPEN} n", focus),
    "annotate.browse": (f"{OPEN} n", status),
    "annotate.borders": (f"{TAGGED} n (", selection),
    "annotate.repeat": (f"{OPEN} n 1", store),
    "annotate.delete": (f"{TAGGED} n (", store),
    "work.copy": (f"{OPEN} n", status),
    **{f"anchor.{name}": (f"{OPEN} n", painted) for name in ("confirm", "move", "orphan", "adopt")},
    "view.script": (OPEN, painted),
    "view.repeats": (f"{OPEN} G", painted),
}
DAMAGED: dict[str, tuple[str, See]] = {
    "move.stop": (OPEN, place),
    "view.suggestions": (f"{OPEN} !", painted),
}
SOURCE: dict[str, tuple[str, See]] = {
    **steps("source", f"{OPEN} R tab", painted),
}
CLAIMS: dict[str, tuple[str, See]] = {
    "table.go": (TABLE, screen),
    "table.back": (TABLE, screen),
    "table.scope": (TABLE, painted),
    "table.filter": (TABLE, focus),
    "table.sort": (TABLE, listed),
    "table.sort-back": (TABLE, listed),
    "table.by-article": (f"{TABLE} 1", listed),
    **{
        f"table.by-{column}": (TABLE, listed)
        for column in ("text", "value", "unit", "kind", "change", "status", "period", "indicator", "entity")
    },
    "table.reverse": (TABLE, listed),
    **steps("table", TABLE, row),
}
ANNOTATIONS: dict[str, tuple[str, See]] = {
    "all.go": (ALL, screen),
    "all.back": (ALL, screen),
    "all.filter": (ALL, focus),
    "all.sort": (ALL, listed),
    "all.sort-back": (ALL, listed),
    "all.reverse": (ALL, listed),
    **steps("all", ALL, row),
    "all.select": (ALL, selected),
    "all.range": (ALL, selected),
    "all.select-all": (ALL, selected),
    **{f"all.tag-{digit}": (ALL, store) for digit in range(1, 10)},
    "all.pick": (ALL, focus),
    "all.verdict": (ALL, painted),
    "all.delete": (ALL, store),
    "all.export": (ALL, screen),
    "all.undo": (ALL, store),
    "all.redo": (f"{ALL} u", store),
}
ADDRESSES: dict[str, tuple[str, See]] = {
    "evidence.open": (EVIDENCE, painted),
    "evidence.add": (EVIDENCE, focus),
    "evidence.edit": (EVIDENCE, focus),
    "evidence.remove": (EVIDENCE, store),
    **steps("evidence", f"{EVIDENCE} a h t t p s : / / b enter g", address),
    "evidence.back": (EVIDENCE, screen),
}
TAGGING: dict[str, tuple[str, See]] = {
    "tag.pick": (f"{OPEN} n", focus),
    "tag.set": ("", screen),
    "select.article": (OPEN, status),
    "picker.toggle": (PICK, store),
    "picker.down": (PICK, at_hand),
    "picker.up": (f"{PICK} down", at_hand),
    "picker.page-down": (PICK, at_hand),
    "picker.page-up": (f"{PICK} pagedown", at_hand),
    "picker.close": (PICK, focus),
    **{
        f"tags.{name}": (TAGS, focus)
        for name in ("new", "rename", "colour", "aliases", "describe", "merge", "save", "load")
    },
    **{f"tags.key-{digit}": (f"{TAGS} j" if digit == 1 else TAGS, tag_set) for digit in range(1, 10)},
    "tags.key": (TAGS, tag_set),
    "tags.delete": (TAGS, tag_set),
    "tags.undo": (f"{TAGS} D", tag_set),
    "tags.redo": (f"{TAGS} D u", tag_set),
    **steps("tags", TAGS, tag_row),
    "tags.back": (TAGS, screen),
}
NOTING: dict[str, tuple[str, See]] = {
    "annotate.note": (f"{OPEN} n", focus),
    "annotate.note-here": (f"{OPEN} n", focus),
    "annotate.note-outside": (f"{OPEN} n", warnings),
    "note.save": (f"{OPEN} n a x", store),
    "note.line": (f"{OPEN} n a x", written),
    "note.line-too": (f"{OPEN} n a x", written),
    "note.leave": (f"{OPEN} n a x", focus),
    "note.outside": (f"{OPEN} n a x", warnings),
}
LEAVING: dict[str, tuple[str, See]] = {"go.quit": ("", lambda session: session.app._exit)}
EXERCISES = (
    LIBRARY | ANYWHERE | ARTICLE | DAMAGED | SOURCE | CLAIMS | ANNOTATIONS | ADDRESSES | TAGGING | NOTING | LEAVING
)
GROUPS = [LIBRARY, ANYWHERE, ARTICLE, DAMAGED, SOURCE, CLAIMS, ANNOTATIONS, ADDRESSES, TAGGING, NOTING, LEAVING]
