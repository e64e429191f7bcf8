"""Bytes from the terminal that are no UTF-8: a paste may hold them, and Textual would end the app at the first one."""

from __future__ import annotations

from codecs import getincrementaldecoder
from functools import partial


def tolerate_bad_bytes() -> None:
    """Let what is no UTF-8 be read as U+FFFD, so that nothing that is not saved yet is lost. To be called before the app runs."""
    try:
        from textual.drivers import linux_driver
    except ImportError:  # on Windows text comes from the console, not bytes
        return
    vars(linux_driver)["getincrementaldecoder"] = lambda encoding: partial(getincrementaldecoder(encoding), "replace")
