"""Marking articles as done by hand, whatever is left in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.act import Act

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk.desk import Desk
    from reader.desk.entry import Identified


def toggle_done(desk: Desk, article: Identified, path: Path) -> Act:
    """Mark an article as done, or no longer.

    Args:
        desk: The desk.
        article: The article, or what is known of it.
        path: Its file.
    """
    known = desk.record_of(article, path)
    record = known or desk.new_record(article, str(path.absolute()))
    done = not desk.is_done(article, path)
    code = "article-done" if done else "article-not-done"
    return Act(code, {"title": article.title}, record=None if known else record, done=(record.id, done))
