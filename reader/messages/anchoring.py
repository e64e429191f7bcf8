"""What is said of annotations whose text has changed, or whose borders move."""

from __future__ import annotations

ANCHORING: dict[str, str] = {
    "article-gone": "{file}: the file is gone. What the annotation kept of it:",
    "borders-moved": "The annotation stands on {quote} now.",
    "borders-kept": "The annotation stands on {quote} already.",
    "annotation-gone": "That annotation was deleted meanwhile.",
    "annotation-elsewhere": "The file holds another article now.",
    "annotation-lost": "The words are not in the article any more. What the annotation kept of it:",
    "borders-how": "Move the end with the selection keys, o takes the other; Enter keeps it.",
    "nothing-to-move": "No annotation here whose borders could be moved; > goes to the next one.",
    "article-offered": "Y shows the annotations of an article of this title that the store knows: {title}.",
    "nothing-to-settle": "No annotation here; ! goes to the next one that needs a look.",
    "nothing-offered": "The store knows no other article of this title.",
    "anchor-move-how": "{quote}: go to where it stands now, select that (v c s i), then Enter; Esc leaves it.",
    "anchor-move-left": "Left where it was.",
    "stands-was": "was",
    "stands-now": "now",
    "stands-nothing": "nothing like it is there",
    "stands-settled": "settled",
    "stands-ask": "{status}: {quote} → {now}",
    "stands-ask-lost": "{status}: {quote}",
    "anchor-confirmed": "{quote}: stands here.",
    "anchor-moved": "{quote}: stands on the selection now.",
    "anchor-orphaned": "{quote}: nothing of it is left in this text.",
    "nothing-to-confirm": "{quote}: nothing to confirm here.",
    "no-place-to-confirm": "{quote}: it has no place here; select one to move it there.",
    "article-adopted": "This file is {title}: its annotations are shown.",
    "frozen-title": "Kept with the annotation",
    "frozen-keys": "j k scroll · q close",
    "annotations-to-review": "The text has changed: {count} annotations need a look; ! goes to them.",
}
