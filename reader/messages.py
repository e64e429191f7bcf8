"""What the program says to its user: one template a code, the only place that words and codes meet.

Templates name their parameters in braces. Parameters are untrusted text (file names, tags, reasons): they are made
visible, on one line, before they go in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.controls import visible_line

if TYPE_CHECKING:
    from reader.errors import ReaderError

MESSAGES: dict[str, str] = {
    # articles
    "file-missing": "{file}: no such file or folder. Check the path.",
    "file-unreadable": "{file}: cannot be read ({reason}).",
    "file-empty": "{file}: empty, there is nothing to read.",
    "file-not-text": "{file}: not text ({kind}). Give .md, .html or .txt files.",
    "file-without-article": "{file}: no article text in it.",
    "folder-without-articles": "{file}: no articles in this folder. Give a folder with .md, .html or .txt files.",
    # store
    "store-not-json": "{file}: not a store of annotations (it is no JSON: {reason}). Nothing was changed; choose another with --annotations.",
    "store-foreign": "{file}: somebody else's file, not a store of reader. Nothing was changed; choose another with --annotations.",
    "store-unreadable": "{file}: cannot be read ({reason}).",
    "store-not-saved": "{file}: not saved ({reason}). Nothing that was saved before is lost.",
    "store-read-only": "{file}: can only be read here, so nothing can be saved ({reason}).",
    # acts
    "tagged": "Tagged {tag}.",
    "tagged-already": "It has {tag} already.",
    "not-tagged": "It has no tag {tag}.",
    "untagged": "Took away {tag}.",
    "untagged-deleted": "Took away {tag}; nothing was left of the annotation, so it is deleted (u brings it back).",
    "noted": "Note saved.",
    "note-removed": "Note removed.",
    "nothing-noted": "Nothing to save: the note is empty.",
    "deleted": "Deleted the annotation of {quote} (u brings it back).",
    "corrected": "Corrected {quote}.",
    "nothing-corrected": "Nothing to save: the claim says that already.",
    "rejected": "Rejected {quote}: no claim (x takes it back).",
    "rejected-already": "{quote} is rejected already.",
    "unrejected": "{quote} is a claim again.",
    "no-such-field": "{field}: a claim has no such field.",
    "field-invalid": "{field} cannot be “{words}”. It is {allowed}.",
    "undone": "Taken back: {act} ({quote})",
    "redone": "Done again: {act} ({quote})",
    "all-saved": "Everything is saved.",
    "rescued": "{count} annotations written to {file}; `reader import` brings them into a store.",
    "note-changed-elsewhere": "Changed in another window while you were writing. Enter saves yours all the same, Esc leaves it.",
    "nothing-to-undo": "Nothing to undo.",
    "nothing-to-redo": "Nothing to do again.",
    "no-such-article": "{article}: no annotated article has that id, name or path. `reader annotations` lists them.",
    "no-such-tag": "{tag}: no annotation has that tag.",
    # the app
    "no-untouched-after": "No claim left to handle below; N goes to those above.",
    "no-untouched-before": "No claim left to handle above; n goes to those below.",
    "no-claim-after": "No claim below.",
    "no-claim-before": "No claim above.",
    "no-annotation-after": "No annotation below.",
    "no-annotation-before": "No annotation above.",
    "no-article-after": "That was the last article.",
    "no-article-before": "That was the first article.",
    "no-damage": "No damaged text in this article.",
    "damage-perhaps": "perhaps {restored}, {percent} %",
    "damage-restored": "a suggestion, {percent} % sure; what stands there: {text}",
    "damage-unknown": "damaged, and nothing can be suggested",
    "source-head": "source · line {line} of {lines}",
    "no-claim-in-sight": "No claim in sight; n goes to the next one.",
    "no-claim-here": "No claim here; n goes to the next one.",
    "no-figure-here": "No figure here or further on in this paragraph.",
    "no-tag-of-key": "No tag has the key {digit}; the settings file gives keys to tags.",
    "nothing-to-tag": "Nothing to tag here: n goes to the next claim, v selects.",
    "nothing-to-note": "Nothing to note here: n goes to the next claim, v selects.",
    "nothing-to-correct": "No claim here to correct; n goes to the next one.",
    "nothing-to-reject": "No claim here to reject; n goes to the next one.",
    "no-claim-matches": "No claim has all of these words; Esc clears them.",
    "no-claim-found": "No claim found.",
    "claims-sought": "The claims of the library are being looked for…",
    "nothing-to-delete": "No annotation here; > goes to the next one.",
    "script-simplified": "Shown in Simplified.",
    "script-traditional": "Shown in Traditional.",
    "script-written": "Shown as written.",
    "suggestions-shown": "Suggestions stand for damaged text: 〔…？〕.",
    "suggestions-hidden": "Damaged text is shown as it stands.",
    "suggestions-none": "Nothing can be suggested for this article; suggestions are shown where there are any.",
    "unfolded": "Repeated paragraphs are shown.",
    "folded": "Repeated paragraphs are folded.",
    # looking after the store
    "annotations-usage": "{words}: not understood. Words: check, compact, backup, recover, history ID, prune YYYY-MM-DD.",
    "no-such-annotation": "{id}: no annotation has an id that begins so. `reader annotations` lists them.",
    "many-such-annotations": "{id}: several annotations have an id that begins so; give more of it.",
    "no-date": "{word}: no date like 2024-02-29.",
    "store-compacted": "{file}: everything is in the main file now.",
    "store-backed-up": "Copy written to {file}.",
    "store-recovered": "{file}: put together again from {copy} and the journals; the damaged file is kept beside it.",
    "store-pruned": "{count} files of history before {day} forgotten.",
    "store-checked": "{file}: {annotations} annotations of {articles} articles, {deleted} deleted ones remembered, {conflicts} conflicts, {entries} saves in the journal, {backups} backups.",
    "opening": "Opening {file}…",
    "hits": "{count} hits for {query}; n N go to them, Esc ends the search.",
    "no-hit": "Not found in this article.",
    "input-method-on": "The input method is on: switch it off, or use arrows, Tab, digits, Enter and the F keys.",
    "no-percent": "{words}: give a number from 0 to 100.",
    "no-jump-before": "No jump to go back to.",
    "no-jump-after": "No jump to go forward to.",
    "copied": "Copied with its source: {quote}",
    "copied-to-file": "This terminal takes no copies: written to {file}.",
    # exports
    "nothing-to-export": "No annotations yet.",
    "exported": "{count} rows written to {file}.",
    "column-unknown": "There is no column {column}. Columns: full, basic, or any of {known}.",
    "column-twice": "The column {column} is named twice.",
    "format-unknown": "There is no format {format}. Formats: {known}.",
    "format-without-columns": "{format} has no columns to choose.",
    "schema-without-table": "--schema goes with CSV that is written into a file (-o).",
    "format-not-for-terminals": "{format} cannot be shown on a terminal; name a file with -o.",
    "xlsx-missing": "XLSX needs the package xlsxwriter: pip install 'shudu-reader[xlsx]'.",
    "xlsx-too-many": "A sheet of XLSX has at most {limit} rows below its header; choose fewer annotations, or csv.",
    "left-out": "{format} cannot hold everything; left out (annotations): {what}. jsonl keeps it all.",
    "span-invalid": "{words}: no span of days. Give 2022, 2022-05, 2022-05-26, or two of them: 2021/2022-03, 2022/..",
    # imports
    "imported": "{file}: {added} new, {changed} changed, {unchanged} unchanged, {older} older than the store's, {deleted} deleted here, {conflicts} conflicts.",
    "import-would": "{file}: would be {added} new, {changed} changed, {unchanged} unchanged, {older} older than the store's, {deleted} deleted here, {conflicts} conflicts. Nothing was saved.",
    "import-refused": "Nothing was imported: {count} rows are bad.",
    "import-bad-row": "{file}, line {line}: {reason}",
    "import-changed": "changed: {id} {quote} ({annotator})",
    "import-conflict": "conflict: {id} {quote}: the store's of {ours} stays, the file's of {theirs} is kept beside it",
    "import-deleted": "deleted here, not brought back: {id}",
    "import-unread": "Columns that were not read: {columns}.",
    "import-unknown": "{file}: no export of reader: neither JSON lines nor a table with the column annotation_id.",
    "import-undecodable": "{file}: some of it is no {encoding}; save it as UTF-8.",
    "import-not-json": "no JSON ({reason}).",
    "import-not-csv": "no CSV ({reason}).",
    "import-too-many-cells": "{cells} cells where there are {columns} columns.",
    "import-twice": "the same annotation as in line {line}.",
    "import-day": "{cell}: not a day that can be told for sure; write it like 2022-05-26.",
    "import-rounded": "{cell}: a spreadsheet program left out digits of this figure.",
    "ask-replace": "{file}: exists already. Replace it? [y/N]",
    "output-unwritable": "The output cannot be written ({reason}).",
    "target-is-folder": "{file}: is a folder; name a file.",
    "target-exists": "{file}: exists already; --force replaces it.",
    "target-is-store": "{file}: is the store of annotations itself; choose another file.",
    "target-unwritable": "{file}: cannot be written ({reason}).",
    "store-damaged": "{file}: damaged ({reason}). Nothing was changed. `reader annotations recover` puts it together again from its copies and journal.",
    "store-beyond-recovery": "{file}: nothing is left to put it together from: no copy, no journal from its beginning.",
    "store-busy": "{file}: another program keeps the store locked. Nothing was saved; try again.",
    "store-edited-elsewhere": "{file}: another program changed it; its changes were taken over, and what they replaced ({count}) is kept as conflicts.",
    "store-entries-damaged": "{file}: {count} damaged entries could not be read; they are kept in {folder}.",
    "store-journal-missing": "{file}: missing or empty, so the last changes may be lost.",
    "store-journal-left-over": "{file}: belongs to a newer state of the store than this one; it is kept for the history only.",
    "store-annotation-invalid": "Annotation {number} cannot be shown ({field}: {reason}); it stays in the store.",
    "store-not-compacted": "{file}: the journal could not be put into it ({reason}). Nothing is lost; it is tried again next time.",
    "store-not-backed-up": "{file}: the day's backup could not be written ({reason}).",
    "store-copy-damaged": "{file}: damaged; the annotations themselves are not in it.",
    "store-unsafe-place": "{file}: {reason}; two programs that write there at once may lose annotations.",
    # annotations
    "annotation-invalid": "not a valid annotation ({field}: {reason}).",
    "annotation-changed": "Changed elsewhere by {annotator} since you opened it: not saved. Look at it again, then repeat.",
    "annotation-deleted": "Deleted elsewhere by {annotator} since you opened it: not saved. Look at it again, then repeat.",
    "undo-changed": "Changed by {annotator} since: it cannot be taken back.",
    "tag-blank": "A tag needs a name.",
    "tag-too-long": "{tag}…: a tag has at most {limit} characters.",
    "tag-with-bar": "{tag}: a tag cannot hold “|”.",
    "too-many-tags": "An annotation has at most {limit} tags.",
    "note-too-long": "The note has {length} characters; at most {limit} can be saved.",
    "url-invalid": "{url}: not the address of a web page.",
    "url-too-long": "{url}…: an address has at most {limit} characters.",
    "url-scheme": "{url}: only http and https addresses can be evidence.",
    "too-many-urls": "An annotation has at most {limit} addresses.",
    "mistake": "A mistake of the program ended it ({reason}); what was saved is safe. Please report {file}.",
    "no-terminal": "The app needs a terminal; `reader list`, `clean`, `claims` and `export` do not.",
    # settings
    "settings-invalid": "{file}: {reason}. Correct it or move it away.",
}


def say(code: str, **parameters: object) -> str:
    """The message of `code` on one line, its parameters made visible.

    Raises:
        KeyError: There is no such code, or a parameter is missing: a mistake of ours, not of the user.
    """
    shown = {name: value if isinstance(value, int) else visible_line(str(value)) for name, value in parameters.items()}
    return MESSAGES[code].format(**shown)


def explain(error: ReaderError) -> str:
    """The message of an error, on one line."""
    return say(error.code, **error.parameters)
