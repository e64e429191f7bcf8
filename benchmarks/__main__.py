"""Run every benchmark whose module stands here, or those named: `python -m benchmarks cleaning claims`.

Each module has a `main()` that prints its own table and says which peers are not installed.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = sorted(
    file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_") and "def main(" in file.read_text("utf-8")
)


def run() -> None:
    """Run the benchmarks that the command line names, or all."""
    wanted = sys.argv[1:] or NAMES
    if unknown := [name for name in wanted if name not in NAMES]:
        sys.exit(f"no benchmark {unknown[0]}; there are: {', '.join(NAMES)}")
    sys.argv[1:] = []
    for name in wanted:
        print(f"== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    run()
