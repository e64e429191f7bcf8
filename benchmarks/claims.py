"""The search for claims: scores on labelled articles, speed on varied text, beside jionlp and Recognizers-Text.

Peers run in environments of their own, where they are installed:

    python -m venv benchmarks/.venvs/jionlp && benchmarks/.venvs/jionlp/bin/pip install jionlp
    python -m venv benchmarks/.venvs/recognizers
    benchmarks/.venvs/recognizers/bin/pip install recognizers-text-suite emoji==1.7.0
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

from reader.claims.finding import find_claims
from reader.claims.place import currency_of
from reader.claims.records import claim_record
from reader.claims.scanning import quantities
from reader.text.script import Script, detect_script

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "data"
SETS = {
    "gold": DATA / "gold" / "claims",
    "dev": DATA / "claims" / "dev",
    "held": DATA / "claims" / "held",
    "blind": DATA / "claims" / "blind",
    "blind2": DATA / "claims" / "blind2",
    "blind3": DATA / "claims" / "blind3",
    "blind4": DATA / "claims" / "blind4",
    "blind5": DATA / "claims" / "blind5",
    "blind6": DATA / "claims" / "blind6",
    "blind7": DATA / "claims" / "blind7",
    "blind8": DATA / "claims" / "blind8",
    "blind9": DATA / "claims" / "blind9",
    "blind10": DATA / "claims" / "blind10",
    "blind11": DATA / "claims" / "blind11",
    "blind12": DATA / "claims" / "blind12",
    "news": DATA / "claims" / "news",
}
FIELDS = ("kind", "bound", "change", "status", "period", "indicator")
_CLOCK = "import sys,time\ntext=open(sys.argv[1],encoding='utf-8').read().split('\\n')\n"
_PEERS = {
    "jionlp": _CLOCK + "import jionlp as j\nt=time.process_time()\n[(j.ner.extract_money(x),j.ner.extract_time(x)) for x in text]\n",
    "recognizers": _CLOCK
    + "import recognizers_number as n, recognizers_number_with_unit as u\n"
    + "n.recognize_number('1','zh-cn'); u.recognize_currency('1元','zh-cn')\nt=time.process_time()\n"
    + "[(n.recognize_percentage(x,'zh-cn'),u.recognize_currency(x,'zh-cn'),u.recognize_dimension(x,'zh-cn')) for x in text]\n",
}  # fmt: skip
"""What each peer does: its nearest to our claims, line by line, after loading."""


def predictions(folder: Path) -> list[str]:
    """The records of all labelled articles of a folder, as lines of JSON."""
    lines = []
    for meta in sorted(folder.glob("*.meta.json")):
        name = meta.name.removesuffix(".meta.json")
        text, date = (folder / f"{name}.txt").read_text("utf-8"), json.loads(meta.read_text("utf-8")).get("date")
        script = detect_script(text)
        found = find_claims(text, script=script, date=date, currency=currency_of(None, None, text, script))
        lines += [json.dumps(claim_record(claim, name, "")) for claim in found]
    return lines


def scored(name: str, *, misses: bool = False) -> str:
    """What the scorer prints for a labelled set: last, on a line of JSON, the scores; before it, if asked, what was missed."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(predictions(SETS[name])))
        file.flush()
        scorer = HERE / "scorers" / "score_claims.py"
        command = [sys.executable, str(scorer), str(SETS[name]), file.name, *(["--misses"] if misses else [])]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def scores() -> None:
    """Print a row of scores per labelled set."""
    print(f"{'':6}{'span':>8}{'value':>8}{'record':>8}   " + "".join(f"{field:>10}" for field in FIELDS))
    for name in SETS:
        told = json.loads(scored(name).splitlines()[-1])
        f1 = "".join(f"{told[part]['f1']:8.3f}" for part in ("span", "value", "record"))
        print(f"{name:6}{f1}   " + "".join(f"{told['fields'][field]:10.3f}" for field in FIELDS))


def varied(characters: int, seed: int = 1) -> str:
    """Simplified news of a size: paragraphs of the labelled articles, every digit drawn anew."""
    rnd = random.Random(seed)
    texts = [path.read_text("utf-8") for folder in SETS.values() for path in sorted(folder.glob("*.txt"))]
    lines = [line for text in texts if detect_script(text) is Script.SIMPLIFIED for line in text.split("\n") if line]
    chosen, size = [], 0
    while size < characters:
        line = re.sub(r"\d", lambda _: str(rnd.randint(1, 9)), rnd.choice(lines))
        chosen.append(line)
        size += len(line) + 1
    return "\n".join(chosen)[:characters]


def seconds(text: str, *, whole: bool) -> float:
    start = time.process_time()
    if whole:
        find_claims(text, script=Script.SIMPLIFIED, date="2025-03-01")
    else:
        deque(quantities(text, "CNY"), maxlen=0)
    return time.process_time() - start


def speed(characters: int = 400_000) -> None:
    """Print characters a second, ours and theirs, on the same text, and how ours grows with the text."""
    text = varied(characters)
    spent = seconds(text, whole=False)
    print(f"{'finding figures':<24}{characters / spent:>12,.0f} characters/s")
    print(f"{'whole records':<24}{characters / seconds(text, whole=True):>12,.0f} characters/s")
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text[:20_000])
        file.flush()
        for name, script in _PEERS.items():
            print(f"{name:<24}{_peer(name, script, file.name)}")
    for size in (1_000_000, 10_000_000):
        spent = seconds(varied(size), whole=False)
        print(f"{f'figures of {size:,}':<24}{size / spent:>12,.0f} characters/s")


def _peer(name: str, script: str, file: str) -> str:
    python = HERE / ".venvs" / name / "bin" / "python"
    if not python.exists():
        return "        not installed: skipped"
    command = [str(python), "-c", f"{script}print(time.process_time()-t)", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"        failed: {done.stderr.strip().splitlines()[-1]}"
    return f"{20_000 / float(done.stdout.split()[-1]):>12,.0f} characters/s"


def monotony() -> None:
    """Print how long a megabyte (in UTF-8) of one thing takes: the whole command by the clock, and what it consists of."""
    for unit in ("1", "一", "，", "100亿元", "十百千万亿"):
        text = unit * (1_000_000 // len(unit.encode()))
        clock, processor = of_command(text)
        print(
            f"{f'1 MB of {unit}':<24}{clock:>8.2f} s as a command ({processor:.2f} s of the processor), "
            f"{seconds(text, whole=True):.2f} s whole records, {seconds(text, whole=False):.2f} s figures alone"
        )


def of_command(text: str, runs: int = 3) -> tuple[float, float]:
    """Seconds that `reader claims --format jsonl` takes for a text, from start to end: by the clock, of the processor.

    Args:
        text: The text.
        runs: How often it is run; the shortest counts, since other work on the machine only adds.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        command = [sys.executable, "-m", "reader", "claims", file.name, "--format", "jsonl"]
        spent = []
        for _ in range(runs):
            clock, before = time.perf_counter(), os.times()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            after = os.times()
            processor = sum(after[2:4]) - sum(before[2:4])
            spent.append((time.perf_counter() - clock, processor))
    return min(spent)


def import_time() -> None:
    """Print what importing the claims floor costs beyond the interpreter, best of five."""
    script = "import time;t=time.process_time();import reader.claims.finding;print(time.process_time()-t)"
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(5)
    ]
    print(f"{'import':<24}{min(map(float, runs)) * 1000:>8.0f} ms")


def main() -> None:
    """Print all tables."""
    scores()
    import_time()
    speed()
    monotony()


if __name__ == "__main__":
    main()
