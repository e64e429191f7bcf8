"""Environments for the programs that we are measured beside: `python -m benchmarks.peers [NAME …]` makes them.

Each program gets a virtual environment of its own under `benchmarks/.venvs/` (they need old versions of Textual that no
other can use), with the version that was measured. Nothing here is a dependency of reader.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parent / ".venvs"
MADE = "made"
"""The file that tells what an environment holds, once all of it is there."""

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
    (folder / MADE).write_text("\n".join(REQUIREMENTS[environment]), "utf-8")


def make_missing(names: Iterable[str]) -> None:
    """Make those environments that there are not yet; what cannot be made is told, and shown as not installed later."""
    make_all(name for name in names if not (FOLDER / name / MADE).exists())


def make_all(names: Iterable[str]) -> bool:
    """Make environments, or bring them up to date; False where one cannot be made."""
    failed = False
    for name in names:
        print(f"… environment of {name}", file=sys.stderr, flush=True)
        try:
            make(name)
        except (OSError, subprocess.CalledProcessError) as error:
            failed = True
            print(f"{name}: {error}", file=sys.stderr)
    return not failed


if __name__ == "__main__":
    sys.exit(not make_all(sys.argv[1:] or REQUIREMENTS))
