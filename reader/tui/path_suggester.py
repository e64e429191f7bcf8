"""Offers the rest of a path while one types it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.suggester import Suggester

from reader.desk.path_completion import completed

if TYPE_CHECKING:
    from collections.abc import Collection


class PathSuggester(Suggester):
    """Files with some endings, and folders; → takes what is offered."""

    def __init__(self, suffixes: Collection[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._suffixes = suffixes

    async def get_suggestion(self, value: str) -> str | None:
        """What is typed with the rest of a name; folders may be slow, so beside the keys."""
        return await asyncio.to_thread(completed, value, self._suffixes) if value else None
