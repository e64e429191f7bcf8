"""`docs/keys.md`: all keys, and what the main job takes of them."""

from __future__ import annotations

from reader.tui.action import Topic
from reader.tui.actions import ACTIONS
from reader.tui.key_names import shown_key

Steps = tuple[tuple[str, tuple[str, ...]], ...]
"""What is done, one thing after the other, each with the keys that it takes."""

MAIN_JOB: Steps = (
    ("Open the article", ("enter",)),
    ("Tag the first claim", ("n", "1")),
    ("Tag each further claim", ("2",)),
    ("Tag a figure that was not found, in the paragraph below", ("right_curly_bracket", "i", "9")),
    ("Write a note on it", ("a", "o", "k", "enter")),
    ("Leave the selection", ("escape",)),
    ("Take the note back", ("u",)),
    ("Leave", ("f10",)),
)
"""What most users do most of the time, with the keys that it takes; a test does it."""

CHECKING: Steps = (
    ("Say that the claim is confirmed; the next one comes", ("m", "c")),
    ("Say the same of the next one", ("full_stop",)),
    ("Say that the next one is no claim", ("x",)),
    ("Take that back", ("u",)),
    ("Do it again after all", ("ctrl+r",)),
    ("Add a page as evidence of the next one", ("n", "E", *"http://a.cn", "enter")),
    ("Move the last border of that annotation by a character", ("r", "l", "enter")),
    ("Delete that annotation", ("D",)),
    ("Take the deletion back", ("u",)),
    ("Mark the article as done, whatever is left", ("d",)),
    ("Open the next article with claims left", ("J",)),
    ("List all annotations", ("A",)),
    ("Tag all that are listed", ("a", "1")),
    ("Choose another tag for all of them by typing", ("number_sign", *"mon", "enter", "escape")),
    ("Dispute all that are listed", ("m", "d")),
    ("Delete all that are selected", ("D",)),
    ("Bring them back", ("u",)),
    ("List only those with a tag", ("slash", *"tag:key", "enter")),
    ("Export all that are listed", ("W", "enter")),
    ("Go to the first of them", ("g", "enter")),
)
"""A review of claims, from the first claim of an article on, with the keys that it takes; a test does it."""

TAGGING: Steps = (
    ("Choose a tag of the claim by typing", ("number_sign", *"mon", "enter")),
    ("Give another one", ("down", "enter")),
    ("Make a tag that is not there, and give it", (*"new", "enter")),
    ("Leave the picker", ("escape",)),
    ("Tag the article as a whole", ("t", "3")),
    ("Write a note of two lines on it", ("a", "x", "ctrl+j", "y", "enter")),
    ("Look at the tags", ("ctrl+t",)),
    ("Go to the last one, and give it a digit", ("G", "5")),
    ("Rename it on all annotations", ("r", *"fresh", "enter")),
    ("Say when it is to be given", ("d", *"sure", "enter")),
    ("Say by which other name it is found", ("a", *"frs", "enter")),
    ("Paint it in another colour", ("c", *"pink", "enter")),
    ("Merge it into another one", ("m", *"mon", "enter")),
    ("Take that back", ("u",)),
    ("Write the tags to a file", ("w", "enter")),
    ("Delete the last one, from all annotations", ("G", "D")),
    ("Take over the tags of the file", ("o", "enter")),
    ("Make a tag", ("n", *"late", "enter")),
    ("Go back to the article", ("escape",)),
)
"""Tags beyond the digits, and articles as a whole, with the keys that they take; a test does it."""

CORRECTING: Steps = (
    ("Correct whether the claim is a fact or a target", ("e", *"jjjjj", "enter", *"tar", "enter")),
    ("Correct whose figure it is", (*"jjj", "enter", *"abc", "enter")),
    ("Go back to the article", ("escape",)),
    ("Add a page as evidence", ("E", *"http://a.cn", "enter")),
    ("Open it in the browser", ("B",)),
    ("List the evidence", ("E",)),
    ("Add another page", ("a", *"http://b.cn", "enter")),
    ("Change the address", ("e", "end", *"/x", "enter")),
    ("Open the changed one in the browser", ("o",)),
    ("Remove it", ("D",)),
    ("Leave the list", ("escape",)),
    ("Tag the sentence around it as well", ("s", "6")),
    ("Tag the last four characters of it", ("escape", "v", *"hhh", "9")),
    ("Leave the selection", ("escape",)),
    ("Dispute one of the two that stand there: the first of the list that asks which", ("m", "enter", "d")),
    ("Go to the annotation before, whatever lies over it", ("less_than_sign",)),
    ("Go to the next claim that is not handled", ("n",)),
    ("Say that it is no claim", ("x",)),
    ("Go back to it, and take that back", ("left_parenthesis", "x")),
    ("Export all annotations", ("W", "enter")),
    ("Export them in the next format", ("W", "f2", "enter")),
)
"""Corrections, evidence, annotations that overlap and an export, with the keys that they take; a test does it."""

SETTLING: Steps = (
    ("Go to the first annotation that needs a look", ("exclamation_mark",)),
    ("Say that it stands there", ("K",)),
    ("Go to the next one, which has no place any more", ("exclamation_mark",)),
    ("Say that nothing of it is left", ("X",)),
    ("Take that back", ("u",)),
    ("Give it the next claim for its place", ("M", "n", "c", "enter")),
    ("Tag the next claim, look at the end, and go back to what was tagged", ("n", "3", "G", "backspace")),
    ("Import the annotations of an export", ("I", *"annotations.csv", "enter", "enter")),
    ("Open the next article, and show the annotations of the one with the same title", ("right_square_bracket", "Y")),
)
"""What a change of the text, an export of others or a copy of the article asks for; a test does it."""

JOINING: Steps = (
    ("List what was changed on two sides", ("Z",)),
    ("Take the other side of the first", ("2",)),
    ("Take that back", ("u",)),
    ("Put both together", ("3",)),
    ("Take that back, and keep what stands", ("u", "1")),
    ("Go back to the article", ("escape",)),
    ("List where another annotator's store disagrees", ("V", *"theirs.json", "enter")),
    ("Go to the first of them", ("enter",)),
)
"""What the work of several people asks for; a test does it."""

OUTSIDE: Steps = (("Write a note in one's own editor", ("ctrl+e",)),)
"""What leaves the app for a while; a test does it on a terminal."""

JOBS = {
    "The main job": MAIN_JOB,
    "Checking claims": CHECKING,
    "Tags and whole articles": TAGGING,
    "Correcting, and handing in": CORRECTING,
    "When the text has changed, and importing": SETTLING,
    "The work of several people": JOINING,
    "Outside of the app": OUTSIDE,
}


def keys_table() -> str:
    """All actions with their keys as a Markdown document: `docs/keys.md`."""
    lines = ["# Keys", "", "Made by `reader keys --markdown`; a test keeps it so.", ""]
    for topic in Topic:
        lines += [f"## {topic}", "", "| keys | where | what |", "|---|---|---|"]
        lines += [
            f"| {' '.join(f'`{shown_key(key)}`' for key in action.keys)} | {action.room} | {action.summary} |"
            for action in ACTIONS
            if action.topic is topic
        ]
        lines.append("")
    lines += ["## In boxes and lines", "", *_boxes(), ""]
    for title, steps in JOBS.items():
        lines += [f"## {title}, in keys", "", *_job(steps), ""]
    return "\n".join(lines)


def _boxes() -> list[str]:
    """A table of the keys that are no actions."""
    from reader.tui.box_keys import box_rows  # all boxes: more than `reader keys` needs

    rows = [
        f"| {' '.join(f'`{key}`' if key != '…' else key for key in keys.split())} | {where} | {what} |"
        for keys, where, what in box_rows()
    ]
    return ["| keys | where | what |", "|---|---|---|", *rows]


def _job(steps: Steps) -> list[str]:
    """A table of steps, each with its keys and how many they are."""
    rows = [f"| {what} | {' '.join(f'`{shown_key(key)}`' for key in keys)} | {len(keys)} |" for what, keys in steps]
    return ["| what | keys | presses |", "|---|---|---|", *rows]
