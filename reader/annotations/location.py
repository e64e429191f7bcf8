"""Whether locks and syncs can be trusted where a store lies."""

from __future__ import annotations

from pathlib import Path

from reader.messages import say

_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs")
)  # fmt: skip
"""File systems of other machines, as Linux calls them."""

_CLOUD = frozenset(
    (
        "cloudstorage",
        "dropbox",
        "onedrive",
        "google drive",
        "googledrive",
        "nextcloud",
        "mobile documents",
        "icloud drive",
        "我的坚果云",
        "坚果云",
    )
)
"""Folders that a program keeps the same on several machines, in lower case; macOS has those of all programs in one."""

_OF_SOMEBODY = (" (", " - ")
"""How their names go on where there are several: `Dropbox (Personal)`, `OneDrive - Firm`."""

_MOUNTS = Path("/proc/self/mounts")


def why_unsafe(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Why two programs might overwrite each other's work here (a network drive, a synced folder), or None.

    Args:
        path: The store.
        mounts: The system's table of mounted file systems (Linux).
    """
    absolute = path.absolute()
    for part in absolute.parts:
        if _is_synced(part.lower()):
            return say("reason-synced", folder=part)
    kind = _file_system(absolute, mounts)
    return say("reason-network", system=kind) if kind in _NETWORK else None


def _is_synced(name: str) -> bool:
    return any(name.split(mark)[0] in _CLOUD for mark in _OF_SOMEBODY)


def _file_system(path: Path, mounts: Path) -> str:
    """The kind of file system that a path lies on; empty where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) > 2:
            point = fields[1].replace("\\040", " ")
            if path.is_relative_to(point) and len(point) >= best:
                best, kind = len(point), fields[2]
    return kind
