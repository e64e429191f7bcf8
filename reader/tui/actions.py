"""Every action of the app, once: its keys, its name, and what it does.

Bindings, footer, help, palette and `docs/keys.md` are all made from this table, so they cannot drift apart. It knows
nothing of Textual; `do` names a method `action_…` of the room that the action lives in, or with `screen.` one of the
screen: acts must be done before the next key is looked at, which messages between widgets do not promise.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.action import Room, Topic, action
from reader.tui.library_actions import LIBRARY_ACTIONS
from reader.tui.list_actions import EVIDENCE_ACTIONS, LIST_ACTIONS
from reader.tui.note_actions import NOTE_ACTIONS
from reader.tui.tag_actions import TAG_ACTIONS

if TYPE_CHECKING:
    from reader.tui.action import Action

_article = partial(action, room=Room.ARTICLE)
_anywhere = partial(action, room=Room.ANYWHERE)
_source = partial(action, topic=Topic.MOVE, room=Room.SOURCE)
_table = partial(action, topic=Topic.TABLE, room=Room.CLAIMS)

ACTIONS: tuple[Action, ...] = (
    action("go.open", "enter", "screen.open_highlighted", "open", "Open the article", Topic.GO, Room.LIBRARY),
    _anywhere("go.next-pane", "tab", "next_pane", "next pane", "Go to the next pane", Topic.GO),
    _anywhere("go.previous-pane", "shift+tab", "previous_pane", "pane before", "Go to the pane before", Topic.GO),
    _anywhere("go.back", "escape", "back(False)", "back", "One level back", Topic.GO),
    _anywhere("go.back-or-quit", "q", "back(True)", "back", "One level back; in the library: quit", Topic.GO),
    _anywhere("go.next-article", "right_square_bracket", "next_article(1)", "next", "Open the next article", Topic.GO),
    _anywhere("go.previous-article", "left_square_bracket", "next_article(-1)", "previous", "Open the article before", Topic.GO),
    _anywhere("go.next-work", "J", "next_work", "work left", "Open the next article with claims left to handle", Topic.GO),
    _anywhere("article.reload", "f5", "reload", "read again", "Read the article's file again, where it has changed", Topic.GO),
    _anywhere("article.done", "d", "toggle_done", "done", "Mark the article as done, or no longer", Topic.TAG),
    _anywhere("go.quit", "f10", "quit", "quit", "Quit", Topic.GO),
    *LIBRARY_ACTIONS,
    _anywhere("find.everywhere", "F", "search_everywhere", "search all", "Search words in the texts of all articles", Topic.FIND),
    _article("move.down", "j down", "rows(1)", "row", "Go down a row", Topic.MOVE),
    _article("move.up", "k up", "rows(-1)", "row", "Go up a row", Topic.MOVE),
    _article("move.page-down", "space pagedown", "pages(2)", "page", "Go down a page", Topic.MOVE),
    _article("move.page-up", "b pageup", "pages(-2)", "page", "Go up a page", Topic.MOVE),
    _article("move.half-down", "ctrl+d", "pages(1)", "half", "Go down half a page", Topic.MOVE),
    _article("move.half-up", "ctrl+u", "pages(-1)", "half", "Go up half a page", Topic.MOVE),
    _article("move.first", "g home", "first", "top", "Go to the beginning", Topic.MOVE),
    _article("move.last", "G end", "last", "end", "Go to the end", Topic.MOVE),
    _article("move.next-paragraph", "right_curly_bracket", "paragraphs(1)", "paragraph", "Go to the next paragraph", Topic.MOVE),
    _article("move.previous-paragraph", "left_curly_bracket", "paragraphs(-1)", "paragraph", "Go to the paragraph before", Topic.MOVE),
    _article("move.left", "h left", "characters(-1)", "left", "Go a character left; while selecting, move the end", Topic.MOVE),
    _article("move.right", "l right", "characters(1)", "right", "Go a character right; while selecting, move the end", Topic.MOVE),
    _article("claim.next", "n", "claims(1, True)", "next claim", "Go to the next claim not handled yet, or the next hit", Topic.MOVE),
    _article("claim.previous", "N", "claims(-1, True)", "claim before", "Go back to a claim not handled yet, or the hit before", Topic.MOVE),
    _article("claim.next-any", "right_parenthesis", "claims(1, False)", "any claim", "Go to the next claim", Topic.MOVE),
    _article("claim.previous-any", "left_parenthesis", "claims(-1, False)", "any claim", "Go to the claim before", Topic.MOVE),
    _article("annotation.next", "greater_than_sign", "annotations(1)", "annotation", "Go to the next annotation", Topic.MOVE),
    _article("annotation.previous", "less_than_sign", "annotations(-1)", "annotation", "Go to the annotation before", Topic.MOVE),
    _article("move.stop", "exclamation_mark", "stop", "look", "Go to what needs a look: damage, changed annotations", Topic.MOVE),
    _article("claim.jump", "apostrophe", "jump", "jump", "Jump to a claim in sight by the letter shown on it", Topic.MOVE),
    _article("move.percent", "percent_sign", "screen.percent", "percent", "Go to a percentage of the article", Topic.MOVE),
    _article("move.outline", "O", "screen.outline", "headings", "Choose a heading to go to", Topic.MOVE),
    _article("move.back", "ctrl+o alt+left", "back_jump(-1)", "jump back", "Go back to where the last jump began", Topic.MOVE),
    _article("move.forward", "ctrl+n alt+right", "back_jump(1)", "forward", "Go forward again", Topic.MOVE),
    _source("source.down", "j down", "look(1)", "row", "Look a row further down in the source"),
    _source("source.up", "k up", "look(-1)", "row up", "Look a row further up in the source"),
    _source("source.page-down", "space pagedown", "pages(1)", "page", "Look a page further down in the source"),
    _source("source.page-up", "b pageup", "pages(-1)", "page up", "Look a page further up in the source"),
    _source("source.first", "g home", "first", "top", "Look at the beginning of the source"),
    _source("source.last", "G end", "last", "end", "Look at the end of the source"),
    _article("find.search", "slash", "screen.search", "search", "Search words, or a figure in any way of writing", Topic.FIND),
    _anywhere("find.claims", "C", "claims_table", "claims", "List the claims of the article, or of the library", Topic.FIND),
    _anywhere("find.annotations", "A", "annotations_table", "annotations", "List the annotations of all articles", Topic.FIND),
    *LIST_ACTIONS,
    _table("table.go", "enter", "screen.go", "go", "Go to the claim in its article"),
    _table("table.back", "escape q", "screen.back", "back", "Go back to where one was"),
    _table("table.scope", "C l", "screen.scope", "article/library", "List the claims of the library, or the article's again"),
    _table("table.filter", "slash f", "screen.filter", "filter", "Type words that the rows must have, like kind:money"),
    _table("table.sort", "s", "screen.sort(1)", "sort", "Sort by the next column"),
    _table("table.sort-back", "S", "screen.sort(-1)", "sort back", "Sort by the column before"),
    _table("table.by-article", "0", "screen.sort_by('')", "as in the text", "Sort by articles, and as they stand there"),
    _table("table.by-text", "1", "screen.sort_by('text')", "text", "Sort by the words of the claims; again: turn round"),
    _table("table.by-value", "2", "screen.sort_by('value')", "value", "Sort by the values; again: turn round"),
    _table("table.by-unit", "3", "screen.sort_by('unit')", "unit", "Sort by the units; again: turn round"),
    _table("table.by-kind", "4", "screen.sort_by('kind')", "kind", "Sort by the kinds; again: turn round"),
    _table("table.by-change", "5", "screen.sort_by('change')", "change", "Sort by the changes; again: turn round"),
    _table("table.by-status", "6", "screen.sort_by('status')", "status", "Sort by facts and targets; again: turn round"),
    _table("table.by-period", "7", "screen.sort_by('period')", "period", "Sort by the times; again: turn round"),
    _table("table.by-indicator", "8", "screen.sort_by('indicator')", "indicator", "Sort by what is measured; again: turn round"),
    _table("table.by-entity", "9", "screen.sort_by('entity')", "entity", "Sort by whose it is; again: turn round"),
    _table("table.reverse", "r", "screen.reverse", "reverse", "Turn the order round"),
    _table("table.down", "j down", "rows(1)", "down", "Go to the next claim of the table"),
    _table("table.up", "k up", "rows(-1)", "up", "Go to the claim above in the table"),
    _table("table.page-down", "space pagedown", "pages(1)", "page", "Go down a page of the table"),
    _table("table.page-up", "b pageup", "pages(-1)", "page up", "Go up a page of the table"),
    _table("table.first", "g home", "first", "first", "Go to the first claim of the table"),
    _table("table.last", "G end", "last", "last", "Go to the last claim of the table"),
    _article("select.start", "v f2", "select", "select", "Begin to select; again to stop", Topic.SELECT),
    _article("select.figure", "i", "select_figure", "figure", "Select the figure here with its unit", Topic.SELECT),
    _article("select.claim", "c", "select_claim", "claim", "Select the claim here", Topic.SELECT),
    _article("select.sentence", "s", "select_sentence", "sentence", "Select the sentence here", Topic.SELECT),
    _article("select.paragraph", "p", "select_paragraph", "paragraph", "Select the paragraph here", Topic.SELECT),
    _article("select.word", "w", "word", "word", "Select on to the next word", Topic.SELECT),
    _article(
        "select.word-end", "e", "word_end", "word end", "While selecting: to the end of this word or the next", Topic.SELECT,
        selecting=True,
    ),
    _article("select.grow", "plus equals_sign", "grow", "grow", "Select the next larger thing around", Topic.SELECT),
    _article("select.shrink", "minus", "shrink", "shrink", "Select what was selected before growing", Topic.SELECT),
    _article("select.other-end", "o", "other_end", "other end", "While selecting: move the other end", Topic.SELECT),
    *(
        _anywhere(
            f"tag.{digit}", str(digit), f"tag({digit})", "tag", f"Give tag {digit} to what is present, or take it away", Topic.TAG
        )
        for digit in range(1, 10)
    ),
    _article(
        "border.keep", "enter", "screen.keep_borders", "keep", "While moving borders: keep them as they are now", Topic.TAG,
        bordering=True,
    ),
    _anywhere("tag.pick", "number_sign f4", "pick_tags", "tags", "Choose tags for what is present by typing", Topic.TAG),
    _anywhere("tag.set", "ctrl+t", "tag_set", "tag set", "Look at the tags and change them", Topic.TAG),
    _article("select.article", "t", "select_article", "article", "Select the article as a whole", Topic.SELECT),
    _anywhere("annotate.note", "a f3", "note", "note", "Write a note on claim, selection or article", Topic.TAG),
    _article("annotate.note-here", "enter", "screen.note", "note", "Write a note on the claim or selection", Topic.TAG),
    _anywhere("annotate.note-outside", "ctrl+e", "note_outside", "editor", "Write the note in your own editor ($VISUAL, $EDITOR)", Topic.TAG),
    _article("annotate.edit", "e", "screen.edit", "correct", "Correct a field of the claim here", Topic.TAG),
    _article("annotate.reject", "x", "screen.reject", "reject", "Say that this is no claim, or take that back", Topic.TAG),
    _article("annotate.verdict", "m", "screen.verdict", "verdict", "Say what a check came to; a letter must follow", Topic.TAG),
    _article("annotate.evidence", "E", "screen.evidence", "evidence", "Add an address as evidence, or list those there are", Topic.TAG),
    _article("annotate.browse", "B", "screen.browse", "browse", "Open the evidence here in the browser", Topic.TAG),
    _article("annotate.borders", "r", "screen.borders", "borders", "Move the borders of the annotation here", Topic.TAG),
    _article("annotate.repeat", "full_stop", "screen.repeat", "repeat", "Repeat the last act, on selection or next claim", Topic.TAG),
    _article("anchor.confirm", "K", "screen.confirm_anchor", "confirm", "After a change of the text: the annotation stands here", Topic.TAG),
    _article("anchor.move", "M", "screen.move_anchor", "move", "After a change of the text: select its place, then Enter", Topic.TAG),
    _article("anchor.orphan", "X", "screen.orphan_anchor", "gone", "After a change of the text: nothing of it is left", Topic.TAG),
    _article("anchor.adopt", "Y", "screen.adopt", "adopt", "Show the annotations of the article of the same title", Topic.TAG),
    *EVIDENCE_ACTIONS,
    _article("annotate.delete", "D delete", "screen.delete", "delete", "Delete the annotation here", Topic.TAG),
    _article("tag.last-act", "backspace", "screen.last_act", "last act", "Go back to the last act", Topic.TAG),
    *NOTE_ACTIONS,
    *TAG_ACTIONS,
    _anywhere("work.undo", "u", "undo", "undo", "Take back the last act", Topic.WORK),
    _anywhere("work.redo", "ctrl+r", "redo", "redo", "Do again what was taken back", Topic.WORK),
    _article("work.copy", "y", "screen.copy", "copy", "Copy the quote with its source", Topic.WORK),
    _anywhere("work.retry", "ctrl+s", "retry", "save again", "Try again what could not be saved", Topic.WORK),
    _anywhere("work.export", "W", "export", "export", "Export annotations into a file", Topic.WORK),
    _anywhere("work.import", "I", "import", "import", "Import annotations from an export", Topic.WORK),
    _anywhere("work.conflicts", "Z", "conflicts", "conflicts", "Settle what was changed on two sides", Topic.WORK),
    _anywhere("work.compare", "V", "compare", "compare", "List where another annotator's store disagrees", Topic.WORK),
    _article("view.script", "T", "script", "script", "Show Simplified, Traditional, as written", Topic.VIEW),
    _anywhere("view.source", "R", "source", "source", "Show or hide the source beside the text", Topic.VIEW),
    _article("view.suggestions", "S", "suggestions", "suggestions", "Show what damaged text may have been, in its place", Topic.VIEW),
    _article("view.repeats", "z", "repeats", "repeats", "Open or fold paragraphs that repeat others", Topic.VIEW),
    _anywhere("view.library", "L", "library", "library", "Show or hide the library", Topic.VIEW),
    _anywhere("view.panel", "P", "panel", "panel", "Show or hide the panel", Topic.VIEW),
    _anywhere("view.theme", "f8", "theme", "look", "Change the look: dark, light, high contrast, terminal", Topic.VIEW),
    _anywhere("view.keys", "question_mark", "keys", "keys", "Show all keys", Topic.VIEW),
    _anywhere("view.palette", "f1 colon", "command_palette", "palette", "Find an action by name (also Ctrl+P)", Topic.VIEW),
)  # fmt: skip
"""All actions, in the order of the help."""
