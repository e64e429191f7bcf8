"""Environments for the programs that we are measured beside: `python -m benchmarks.peers [NAME …]` makes them.

Each program gets a virtual environment of its own under `benchmarks/.venvs/` (they need old versions of Textual that no
other can use), with the version that was measured. Nothing here is a dependency of reader.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / ".venvs"

REQUIREMENTS: dict[str, tuple[str, ...]] = {
    "terminal": ("pyte==0.8.2",),
    "toolong": ("toolong==1.5.0",),
    "frogmouth": ("frogmouth==0.9.2",),
    "baca": ("baca==0.1.17",),
    "line-breaking": ("uniseg", "budoux", "wcwidth"),
}
"""What each environment holds. `terminal` is ours: the emulator that looks at what was painted."""


def program(environment: str, name: str) -> Path | None:
    """The program of an environment; None where it is not installed."""
    path = FOLDER / environment / "bin" / name
    return path if path.exists() else None


def make(environment: str) -> None:
    """Make an environment, or bring it up to date.

    Raises:
        subprocess.CalledProcessError: It cannot be installed; pip has said why.
    """
    folder = FOLDER / environment
    if not (folder / "bin" / "pip").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(folder / "bin" / "pip"), "install", "--quiet", *REQUIREMENTS[environment]], check=True)


def _make_all(names: list[str]) -> int:
    """Make those named, or all; the exit code says whether all could be made."""
    failed = []
    for name in names or REQUIREMENTS:
        try:
            make(name)
        except subprocess.CalledProcessError as error:
            failed.append(name)
            print(f"{name}: {error}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(_make_all(sys.argv[1:]))
