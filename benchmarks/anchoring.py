"""Anchoring again: at least 1,000 annotations, the edits that happen to texts, our rules beside those of other tools.

Each outcome is one of: `right` (in its place, nothing to ask; for a deleted sentence: an orphan), `flagged` (its place, for somebody to
look at), `elsewhere` (another place, but for somebody to look at), `lost` (an orphan although it is there), `wrong` (another place, other
edges, or a changed figure, without a word).
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks import anchoring_edits as edits
from benchmarks.anchoring_rules import PEERS
from reader.annotations.anchoring import Anchoring
from reader.annotations.annotation import AnchorStatus, Target
from reader.annotations.surroundings import surroundings
from reader.articles.library import load
from reader.claims.of_article import claims_of
from reader.errors import ReaderError
from reader.text.sentences import quoted_part, sentence_around, sentence_spans
from tests.annotations.examples import an_annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.anchoring_edits import Edited, Span
    from reader.annotations.annotation import Annotation
    from reader.articles.article import Article

ROOT = Path(__file__).parents[1]
OURS, WITHOUT = "ours", "ours, old text lost"
FLAGGED = (AnchorStatus.REVIEW, AnchorStatus.FIGURE_CHANGED)
COLUMNS = ("right", "flagged", "elsewhere", "lost", "wrong")


def main() -> None:
    """Print the outcomes by edit and by rule, then how long 1,000 annotations in a text of 10 MB take."""
    texts = {article.text: _targets(article) for article in _articles()}
    count = sum(map(len, texts.values()))
    print(f"{count} annotations in {len(texts)} articles; {', '.join(COLUMNS)}")
    tables: dict[str, dict[str, Counter[str]]] = {}
    for number, (text, targets) in enumerate(texts.items()):
        rng = random.Random(number)
        for name, edited, some, changed in _trials(text, targets, rng):
            _judge(tables.setdefault(name, {}), text, edited, some, changed=changed)
    for name, table in tables.items():
        print(f"{name} ({sum(table[OURS].values())})")
        for rule, outcomes in table.items():
            print(f"    {rule:20} " + " ".join(f"{outcomes[column]:6}" for column in COLUMNS))
    _summary(tables)
    _speed()


def _articles() -> Iterator[Article]:
    files = [*sorted((ROOT / "seeds").glob("*.txt"))]
    for folder in ("dev", "held"):
        files += sorted(file for file in (ROOT / "tests/data/pages" / folder).iterdir() if file.is_file())
    for file in files:
        try:
            _, article = load(file)
        except ReaderError:
            continue
        if len(article.text) > 300:
            yield article


def _targets(article: Article) -> list[Target]:
    """The spans of all claims, and every third sentence of some length."""
    text, sha256 = article.text, _sha256(article.text)
    spans = [(claim.start, claim.end) for claim in claims_of(article)]
    spans += [span for span in sentence_spans(text) if 8 <= span[1] - span[0] <= 60][::3]
    return [_target(text, sha256, *span) for span in spans]


def _target(text: str, sha256: str, start: int, end: int) -> Target:
    return Target(start, end, text[start:end], *surroundings(text, start, end), sha256)


def _trials(text: str, targets: list[Target], rng: random.Random) -> Iterator[tuple[str, Edited, list[Target], bool]]:
    """Each edit: its name, the edited text, the annotations that it is tried on, and whether it changes what they say."""
    yield "cleaned again", edits.cleaned_again(text, rng), targets, False
    yield "converted", edits.in_the_other_script(text), targets, False
    yield "both, 2 % noise", edits.converted_cleaned_and_noisy(text, rng), targets, False
    one_by_one: list[tuple[str, Callable[[Span], Edited | None], bool]] = [
        ("digit corrected, Arabic", lambda span: edits.digit_corrected(text, span, rng, "arabic"), True),
        ("digit corrected, Chinese", lambda span: edits.digit_corrected(text, span, rng, "spelled"), True),
        ("digit corrected, 万 and 亿", lambda span: edits.digit_corrected(text, span, rng, "scale"), True),
        ("unit changed", lambda span: edits.unit_changed(text, span), True),
        ("sentence deleted", lambda span: edits.sentence_deleted(text, span), False),
        ("sentence moved", lambda span: edits.sentence_moved(text, span, rng), False),
        ("paragraph repeated", lambda span: edits.paragraph_repeated(text, span, rng), False),
    ]
    for name, edit, changed in one_by_one:
        for target in targets:
            edited = edit((target.start, target.end))
            if edited is not None:
                yield name, edited, [target], changed


def _judge(table: dict[str, Counter[str]], text: str, edited: Edited, targets: list[Target], *, changed: bool) -> None:
    sha256 = _sha256(edited.text)
    truths = [edited.truth(target.start, target.end) for target in targets]
    for rule, kept in ((OURS, text), (WITHOUT, None)):
        anchoring = Anchoring(edited.text, sha256, lambda _, kept=kept: kept)
        for number, (target, truth) in enumerate(zip(targets, truths, strict=True)):
            placed = anchoring.place(_annotation(number, target, text))
            span = None if placed.start is None else (placed.start, placed.end)
            outcome = _outcome(placed.status, span, truth, changed=changed)
            table.setdefault(rule, Counter())[outcome] += 1
    for rule, find in PEERS.items():
        for target, truth in zip(targets, truths, strict=True):
            span = find(target, edited.text)
            status = AnchorStatus.ORPHAN if span is None else AnchorStatus.OK
            table.setdefault(rule, Counter())[_outcome(status, span, truth, changed=changed)] += 1


def _annotation(number: int, target: Target, text: str) -> Annotation:
    """An annotation as the app makes it: with its sentence."""
    sentence = quoted_part(text, sentence_around(text, target.start, target.end), target.start, target.end)
    return an_annotation(number, target=target, sentence=text[slice(*sentence)])


def _outcome(status: AnchorStatus, span: Span | None, truth: Span | None, *, changed: bool) -> str:
    if status is AnchorStatus.ORPHAN:
        return "right" if truth is None else "lost"
    if status in FLAGGED:
        return "flagged" if span and truth and span[0] < truth[1] and truth[0] < span[1] else "elsewhere"
    return "right" if span == truth and not changed else "wrong"


def _summary(tables: dict[str, dict[str, Counter[str]]]) -> None:
    print("altogether")
    for rule in next(iter(tables.values())):
        outcomes = sum((table[rule] for table in tables.values()), Counter())
        right, flagged, elsewhere, _, wrong = (outcomes[column] for column in COLUMNS)
        count = sum(outcomes.values())
        print(
            f"    {rule:20} {(right + flagged + elsewhere) / count:.2%} right or flagged ({right / count:.1%} right,"
            f" {flagged / count:.1%} flagged, {elsewhere / count:.1%} elsewhere), {wrong} wrong without a word"
        )


def _speed() -> None:
    rng = random.Random(0)
    lines = [line for article in _articles() for line in article.text.split("\n") if len(line) > 20]
    written: list[str] = []
    size = 0
    while size < 10_000_000:
        line = "".join(str(rng.randrange(10)) if letter.isdecimal() else letter for letter in rng.choice(lines))
        written.append(line)
        size += len(line.encode()) + 1
    text = "\n".join(written)
    sha256 = _sha256(text)
    starts = sorted(rng.sample(range(len(text) - 40), 1000))
    targets = [_target(text, sha256, start, start + rng.randrange(5, 30)) for start in starts]
    annotations = [_annotation(number, target, text) for number, target in enumerate(targets)]
    for name, edited in (
        ("one character more", text[: len(text) // 2] + "新" + text[len(text) // 2 :]),
        ("cleaned again", edits.cleaned_again(text, rng).text),
        ("both, 2 % noise", edits.converted_cleaned_and_noisy(text, rng).text),
    ):
        for rule, kept in ((OURS, text), (WITHOUT, None)):
            begin, worked = perf_counter(), process_time()
            anchoring = Anchoring(edited, _sha256(edited), lambda _, kept=kept: kept)
            statuses = Counter(placed.status for placed in anchoring.places(annotations))
            took, work = perf_counter() - begin, process_time() - worked
            told = ", ".join(f"{count} {status}" for status, count in statuses.items())
            print(
                f"1,000 in {size / 1e6:.0f} MB, {name}, {rule}: {took:.1f} s, {work:.1f} of the processor ({told})",
                flush=True,
            )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main()
