"""What the tables of claims and annotations say."""

from __future__ import annotations

TABLES: dict[str, str] = {
    "no-claim-matches": "No claim has all of these words; Esc clears them.",
    "no-claim-found": "No claims found; Esc goes back.",
    "claims-of-article": "Claims of the article: {count}",
    "claims-of-library": "Claims of the library: {count}",
    "claims-of": "{shown} of {found}",
    "claims-so-far": " found so far · {share}% read",
    "claims-filter": "words · kind:money · status:target · period:2025 · indicator:产值",
    "claims-sought": "Claims are being looked for…",
    "leave": "cancel",
    "rows": "go to rows",
    "clear": "clear",
    "all-keys": "all keys",
    "annotations-title": "All annotations: {count}",
    "annotations-some": "{shown} of {total}",
    "annotations-reading": "reading {total}…",
    "annotations-selected": "{count} selected",
    "annotations-filter": "words · tag:key · verdict:disputed · value:1.2亿 · status:orphan",
    "annotations-sought": "The annotations are being read…",
    "no-annotations": "No annotations yet: open an article, n goes to a claim, 1–9 tag it.",
    "no-annotation-matches": "No annotation has all of these words; Esc clears them.",
    "range-begun": "A range begins here; v ends it.",
    "choose-annotation": "Which annotation?",
    "choose-keys": "Enter or number choose · Esc cancel",
    "which-article": "those of {title}",
    "which-tag": "those tagged {tag}",
    "claims-handled": "{handled}/{all} claims",
}
