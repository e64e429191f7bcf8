"""Cleaning: quality and speed (processor time), ours and the peers', on the same pages in one run.

Pages are those of `tests/data/pages` and the five seeds. A peer reads HTML, so plain text and posts are given to it as
one paragraph a line; what it returns is split at line breaks. Peers are found in virtual environments of their own:

    for p in trafilatura justext readability-lxml jionlp; do
        python3 -m venv benchmarks/.venvs/$p && benchmarks/.venvs/$p/bin/pip install $p lxml_html_clean
    done

Pages count only where the seed's gold is free of damage (003 is left out: its artefacts are another matter).
"""

from __future__ import annotations

import difflib
import html
import json
import re
import subprocess
import time
import tracemalloc
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.scorers.score_clean import f1, fold
from reader.articles.decoding import decode
from reader.articles.library import SUFFIXES
from reader.articles.reading import article_of

if TYPE_CHECKING:
    from reader.articles.source import Source

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests/data/pages"
GOLD = ROOT / "tests/data/gold/clean"
VENVS = Path(__file__).parent / ".venvs"
DAMAGED = {"003"}
SIZE = 2_000_000
"""Bytes of the inputs that speed is measured on."""

PEERS = {
    "trafilatura": "import trafilatura\ndef clean(page): return trafilatura.extract(page, include_comments=False) or ''",
    "justext": (
        "import justext\nstop = frozenset('的一是在了和有人这我大为上个国中以要他到說的們')\n"
        "def clean(page):\n"
        "    ps = justext.justext(page.encode(), stop, length_low=12, length_high=30, stopwords_low=0.0, stopwords_high=0.0)\n"
        "    return '\\n'.join(p.text for p in ps if not p.is_boilerplate)"
    ),
    "readability-lxml": (
        "import lxml.html, readability\n"
        "def clean(page):\n"
        "    d = readability.Document(page)\n"
        "    t = lxml.html.fromstring(d.summary())\n"
        "    lines = [' '.join(e.text_content().split()) for e in t.iter('p', 'h1', 'h2', 'h3', 'li', 'tr')]\n"
        "    return '\\n'.join([d.short_title()] + lines)"
    ),
    "jionlp": "import jionlp\ndef clean(page): return jionlp.clean_html(page)[0]",
}
DRIVER = """
import json, os, sys, time
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
{code}
pages = json.load(sys.stdin)
out = []
for page in pages:
    begin = time.process_time()
    try:
        text = clean(page)
    except Exception:  # whatever another program fails with, its page counts as empty
        text = ''
    out.append((text, time.process_time() - begin))
json.dump(out, answers)
"""


@dataclass(frozen=True)
class Page:
    """A page with its ideal text.

    Attributes:
        group: Which set it is from.
        source: The decoded page.
        wanted: The ideal paragraphs, folded, optional ones left out.
        optional: Folded lines that count neither way.
    """

    group: str
    source: Source
    wanted: list[str]
    optional: frozenset[str]


def load_pages() -> list[Page]:
    """All pages that have an ideal text, in the order of their names."""
    pages = []
    for group in ("dev", "held", "unseen", "blind", "unseen2", "unseen3", "unseen4"):
        files = (file for file in sorted((PAGES / group).glob("*")) if file.suffix in SUFFIXES)
        pages.extend(_page(group, file, PAGES / group / "ideal", file.stem) for file in files)
    for file in sorted((ROOT / "seeds").glob("*.txt")):
        name = file.stem.split("_")[0]
        if name not in DAMAGED:
            pages.append(_page("seeds", file, GOLD, name))
    return pages


def _page(group: str, file: Path, ideal: Path, name: str) -> Page:
    meta = json.loads((ideal / f"{name}.meta.json").read_text("utf-8"))
    optional = frozenset(map(fold, [*meta.get("optional", []), *meta.get("captions", [])]))
    lines = [fold(line) for line in (ideal / f"{name}.txt").read_text("utf-8").splitlines() if line.strip()]
    source = decode(file.read_bytes(), file.name)
    return Page(group, source, [line for line in lines if line not in optional], optional)


def as_html(source: Source) -> str:
    """The page as a peer can read it: HTML as it is, other text as one paragraph a line."""
    if re.search(r"<(?:html|body|div|p|table)[\s>]", source.text[:20_000], re.IGNORECASE):
        return source.text
    lines = (line.strip() for line in source.text.splitlines())
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines if line)
    return f"<html><head><title></title></head><body><div>{body}</div></body></html>"


def score(page: Page, lines: list[str]) -> tuple[float, float]:
    """F1 over whole paragraphs, and over characters."""
    got = [line for line in map(fold, lines) if line and line not in page.optional]
    hit = sum((Counter(page.wanted) & Counter(got)).values())
    wanted_text, got_text = "\n".join(page.wanted), "\n".join(got)
    blocks = difflib.SequenceMatcher(None, wanted_text, got_text, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return f1(hit, len(got), len(page.wanted)), f1(same, len(got_text), len(wanted_text))


def ours(pages: list[Page]) -> tuple[list[list[str]], float]:
    """Our paragraphs of each page, and the seconds that all took."""
    found, begin = [], time.process_time()
    for page in pages:
        article = article_of(page.source)
        found.append([paragraph.text for paragraph in article.paragraphs if paragraph.repeats is None])
    return found, time.process_time() - begin


def peer(name: str, pages: list[Page]) -> tuple[list[list[str]], float] | None:
    """A peer's lines of each page, and the seconds that all took; None where it is not installed."""
    python = VENVS / name / "bin" / "python"
    if not python.exists():
        return None
    asked = json.dumps([as_html(page.source) for page in pages])
    run = subprocess.run(
        [str(python), "-c", DRIVER.format(code=PEERS[name])], input=asked, capture_output=True, text=True, check=False
    )
    if run.returncode:
        print(f"{name}: {run.stderr.strip().splitlines()[-1] if run.stderr.strip() else 'failed'}")
        return None
    answers = json.loads(run.stdout)
    return [text.splitlines() for text, _ in answers], sum(seconds for _, seconds in answers)


def print_quality(pages: list[Page]) -> None:
    """Quality of everybody on every set, and speed over all pages one by one."""
    size = sum(len(page.source.text.encode()) for page in pages)
    print(f"{len(pages)} pages, {size / 1e6:.2f} MB; paragraph F1 / character F1")
    groups = sorted({page.group for page in pages})
    print("".join(f"{head:>18}" for head in ("", *groups, "MB/s")))
    for name in ("reader", *PEERS):
        result = ours(pages) if name == "reader" else peer(name, pages)
        if result is None:
            print(f"{name:>18}  not installed")
            continue
        lines, seconds = result
        cells = []
        for group in groups:
            scores = [score(page, found) for page, found in zip(pages, lines, strict=True) if page.group == group]
            means = [sum(column) / len(scores) for column in zip(*scores, strict=True)]
            cells.append(f"{means[0]:.3f} / {means[1]:.3f}")
        print("".join(f"{cell:>18}" for cell in (name, *cells, f"{size / 1e6 / seconds:.2f}")))


def print_speed(pages: list[Page]) -> None:
    """Our speed on one long file of each format, every paragraph in it another, and our memory."""
    for name in ("plain text", "HTML"):
        data = long_input(pages, name == "HTML").encode()
        begin = time.process_time()
        article_of(decode(data, "a.txt"))
        seconds = time.process_time() - begin
        print(
            f"{name}: {len(data) / 1e6:.1f} MB, {len(data) / 1e6 / seconds:.1f} MB/s, memory {memory(data):.0f} x the file"
        )


def long_input(pages: list[Page], is_html: bool) -> str:
    """About `SIZE` bytes of the seeds' text, numbered so that no clause of it repeats."""
    paragraphs = [line for page in pages if page.group == "seeds" for line in page.wanted]
    parts: list[str] = []
    length = 0
    while length < SIZE:
        for line in paragraphs:
            number = len(parts)
            text = line.replace("，", f"{number}，").replace("。", f"{number}。")
            parts.append(f'<p class="text">{text}</p>' if is_html else f"{text}\n")
            length += len(parts[-1].encode()) + 1
    body = "\n".join(parts)
    return f'<html><body><div class="article">{body}</div></body></html>' if is_html else body


def memory(data: bytes) -> float:
    """How many times the file's size reading it takes at its peak."""
    tracemalloc.start()
    article_of(decode(data, "a.txt"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / len(data)


def main() -> None:
    """Print the table."""
    pages = load_pages()
    print_quality(pages)
    print_speed(pages)


if __name__ == "__main__":
    main()
