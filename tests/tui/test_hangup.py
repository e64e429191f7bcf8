"""A terminal that was closed is noticed, so that the program does not go on without one."""

from __future__ import annotations

import os
import pty

from reader.tui.hangup import is_gone


def test_a_closed_terminal_is_noticed():
    master, slave = pty.openpty()
    assert not is_gone(slave)
    os.close(master)
    assert is_gone(slave)
    os.close(slave)
