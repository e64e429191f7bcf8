"""What this machine has of what the torture scripts need."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

MOUNTS = 1 << 21
"""The bit of CAP_SYS_ADMIN: without it root cannot mount, as in most containers."""

NEEDS = {
    "power cuts": ("mounts", "mkfs.xfs", "mkfs.ext4"),
    "full disks": ("mounts", "mkfs.ext4", "setpriv", "a Python that others may run"),
    "failing system calls": ("strace",),
}
"""What each kind of trial needs: programs; `mounts`: loop devices, and the right to mount them."""


def lacking(trials: str) -> list[str]:
    """What is missing here for a kind of trials."""
    return [need for need in NEEDS[trials] if not _has(need)]


def left_out() -> list[str]:
    """What to say of the trials that cannot be made here, a line each."""
    missing = {trials: lacking(trials) for trials in NEEDS}
    return [
        f"not tried: {trials} (this machine lacks {', '.join(lacks)})" for trials, lacks in missing.items() if lacks
    ]


def _has(need: str) -> bool:
    if need == "mounts":
        return _can_mount()
    if need.startswith("a Python"):
        return all(folder.stat().st_mode & 0o1 for folder in (*Path(__file__).parents, *Path(sys.executable).parents))
    return shutil.which(need) is not None


def _can_mount() -> bool:
    """Whether this process may mount the image of a disk."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return False
    rights = next((line.split()[1] for line in status.splitlines() if line.startswith("CapEff:")), "0")
    return bool(int(rights, 16) & MOUNTS) and os.access("/dev/loop-control", os.W_OK)
