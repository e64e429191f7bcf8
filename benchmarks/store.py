"""The store against a bare synced append, SQLite and stock TinyDB.

A bare append and fsync of 600 bytes comes right before each save, so that both meet the same disk in the same moment: judge by the
column `x`, and by what the processor had to do (`cpu`). Opening is measured in a process of its own, with the memory that it takes.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Any, NamedTuple

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "torture"), str(HERE.parent)]

import adapters  # noqa: E402 - beside the torture scripts
import docgen  # noqa: E402
from store_adapter import ReaderStore  # noqa: E402

from reader.annotations.repository import Repository  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTS = 100_000
BLOCK = b"x" * 599 + b"\n"
STORES = {
    "ours": (ReaderStore, 400),
    "SQLite, WAL, FULL": (adapters.sqlite_full, 400),
    "stock TinyDB": (adapters.tinydb_utf8, 3),
}


class Took(NamedTuple):
    """What an act takes: milliseconds, how many times a bare append just before it, milliseconds of the processor."""

    saved: float
    times: float
    processor: float

    def __str__(self) -> str:
        return f"{self.saved:9.3f} {self.times:5.1f} {self.processor:7.3f}"


def main() -> None:
    """Print medians in milliseconds, and how many times a bare synced append that is."""
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{DOCUMENTS:,} documents of about 600 bytes; medians in ms, x = times a bare append + fsync just before,")
    print(f"cpu = of the processor; load {load} on {os.cpu_count()} cores")
    acts = " ".join(f"{act:>9} {'x':>5} {'cpu':>7}" for act in ("insert", "update", "delete"))
    print(f"{'':24} {acts} {'by article':>11}  open ms, MB")
    with tempfile.TemporaryDirectory(prefix="store-benchmark-") as scratch:
        for name, (store, repeats) in STORES.items():
            _measure(name, store, repeats, Path(scratch) / store.__name__)
        _annotations(Path(scratch) / "annotations")


def _measure(name: str, store: Any, repeats: int, folder: Path) -> None:
    folder.mkdir()
    filling = store(str(folder))
    filling.add_many([docgen.doc(number) for number in range(DOCUMENTS)])
    filling.close()
    opening = _opened(store, folder)
    tested = store(str(folder))
    new = [docgen.doc(DOCUMENTS + number) for number in range(repeats)]
    ids = [docgen.ulid(number * 7919 % DOCUMENTS) for number in range(repeats)]
    columns = [
        _pair(folder, [lambda document=document: tested.add(document) for document in new]),
        _pair(folder, [lambda ulid=ulid: tested.update(ulid, {"comment": "改过"}) for ulid in ids]),
        _pair(folder, [lambda document=document: tested.delete(document["id"]) for document in new]),
    ]
    tested.by_article("art-00000001")
    looks = [_seconds(lambda number=number: tested.by_article(f"art-{number:08}")) for number in range(repeats)]
    tested.close()
    shutil.rmtree(folder)
    cells = " ".join(map(str, columns))
    print(f"{name:24} {cells} {statistics.median(looks) * 1000:11.3f}  {opening}", flush=True)


def _annotations(folder: Path) -> None:
    """Annotations of ours, through all floors of the store, on top of as many others."""
    from tests.annotations.examples import an_annotation, identifier

    repository = Repository.open(folder / "annotations.json")
    with repository.transaction():
        for number in range(DOCUMENTS):
            repository.save(an_annotation(number, article_id=identifier(number // 10)))
    repository.close()
    repository = Repository.open(folder / "annotations.json")
    more = [an_annotation(DOCUMENTS + number) for number in range(400)]
    saved = _pair(folder, [lambda one=one: repository.save(one) for one in more])
    undone = _pair(folder, [lambda: repository.undo("李")] * 100)
    looks = [_seconds(lambda number=number: repository.annotations(identifier(number))) for number in range(1, 400)]
    look = statistics.median(looks) * 1000
    print(f"{'ours, whole annotations':24} {saved}   undo {undone}, ten of an article {look:.2f}")


def _pair(folder: Path, acts: list[Callable[[], object]]) -> Took:
    """Medians of acts, each beside a bare synced append before it."""
    descriptor = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    saved, bare, spent = [], [], []
    for act in acts:
        begin = perf_counter()
        os.write(descriptor, BLOCK)
        os.fsync(descriptor)
        bare.append(perf_counter() - begin)
        working = thread_time()
        saved.append(_seconds(act))
        spent.append(thread_time() - working)
    os.close(descriptor)
    took, least, processor = map(statistics.median, (saved, bare, spent))
    return Took(1000 * took, took / least, 1000 * processor)


def _seconds(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return perf_counter() - begin


_OPENING = """
import sys, time
sys.path[:0] = sys.argv[3:]
import adapters, store_adapter
def resident(): return int(next(line for line in open('/proc/self/status') if line.startswith('VmRSS')).split()[1]) / 1024
store = getattr(adapters, sys.argv[1], None) or getattr(store_adapter, sys.argv[1])
before, begin = resident(), time.perf_counter()
opened = store(sys.argv[2])
opened.count()
print(f'{(time.perf_counter() - begin) * 1000:.0f}, {resident() - before:.0f}')
"""


def _opened(store: Any, folder: Path) -> str:
    """Time and memory of opening and counting in a fresh process."""
    command = [sys.executable, "-c", _OPENING, store.__name__, str(folder), *sys.path[:3]]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
