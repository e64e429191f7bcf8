"""Noticing that the terminal is gone."""

from __future__ import annotations

import select


def is_gone(descriptor: int) -> bool:
    """Whether the terminal behind a file descriptor was closed: nobody can read or type there any more."""
    if not hasattr(select, "poll"):
        return False
    poll = select.poll()
    poll.register(descriptor, select.POLLHUP)
    return any(event & (select.POLLHUP | select.POLLNVAL) for _, event in poll.poll(0))
