"""What the tables of a store are called."""

from __future__ import annotations

ANNOTATIONS = "_default"
"""The annotations: where TinyDB itself puts documents."""

ARTICLES = "articles"
"""The articles that have or had annotations."""

TOMBSTONES = "tombstones"
"""What stays of deleted annotations."""

CONFLICTS = "conflicts"
"""Revisions that gave way to others."""

TAGS = "tags"
"""The tags."""

DONE = "done"
"""Marks of the articles that somebody said are done, by the numbers of their records."""
