"""Whether other programs read our exports: same header, rows and values; no formula; W3C vocabulary.

    python3.11 -m venv benchmarks/.venvs/readers
    benchmarks/.venvs/readers/bin/pip install pandas polars pyarrow duckdb openpyxl pyld frictionless
    sudo apt install libreoffice-calc
    python -m benchmarks readers

What is not there is named in the table, and nothing is passed over in silence.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.sample_annotations import article_of, sample
from reader.annotations.repository import Repository
from reader.desk.exporting import Order, export_to, write_schema
from reader.desk.importing import plan_import
from reader.exchange.cells import cells_of
from reader.exchange.columns import COLUMNS
from reader.exchange.merging import written
from reader.exchange.registry import all_formats

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 500
HERE = Path(__file__).parent
PYTHON = HERE / ".venvs" / "readers" / "bin" / "python"
OA = "http://www.w3.org/ns/oa#"

TERMS = {
    "id": "@id", "type": "@type", "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "Person": "foaf:Person", "value": "rdf:value", "format": "dc:format",
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end", "name": "foaf:name",
    "created": "dcterms:created", "modified": "dcterms:modified", "creator": "dcterms:creator", "body": "oa:hasBody",
    **{f"{act}ing": f"oa:{act}ing" for act in ("tagg", "comment", "assess", "link", "describ")},
    "target": {"@type": "@id", "@id": "oa:hasTarget"}, "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": "oa:hasSelector", "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
}  # fmt: skip
"""The terms of the vocabulary (https://www.w3.org/TR/annotation-vocab/) that our annotations use."""

CONTEXT = {
    "@context": {
        "oa": OA, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", **TERMS,
    }
}  # fmt: skip


def main() -> None:
    """Print a table of programs and what each makes of the exports; fail where one reads something else."""
    failed = False
    for program, version, result in results():
        failed |= result.startswith("WRONG")
        print(f"| {program} | {version} | {result} |", flush=True)
    if failed:
        sys.exit(1)


def results() -> Iterator[tuple[str, str, str]]:
    """Each program, its version, and what it makes of the exports (beginning with WRONG where that is something else)."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield from _results(folder, _exports(folder))


def _exports(folder: Path) -> Repository:
    repository = Repository.open(folder / "annotations.json")
    with repository.transaction("filled", "benchmark"):
        for annotation in sample(COUNT):
            repository.save_article(article_of(annotation))
            repository.save(annotation)
    for form in all_formats().values():
        order = Order(format=form)
        done = export_to(repository, order, folder / f"a{form.suffix}", replace=False)
        if form.word == "csv":
            write_schema(order, folder / "a.csv", done, replace=False)
    (folder / "context.json").write_text(json.dumps(CONTEXT), "utf-8")
    return repository


def _results(folder: Path, repository: Repository) -> Iterator[tuple[str, str, str]]:
    rows = [list(COLUMNS), *([written(cell) for cell in cells_of(one)] for one in repository.annotations())]
    yield "csv (Python)", sys.version.split()[0], _compared(_table(folder / "a.csv"), rows)
    for program in ("pandas", "polars", "pyarrow", "duckdb"):
        version, says = _asked(program, folder / "a.csv")
        yield program, version, says if isinstance(says, str) else _compared(says, rows)
    version, says = _asked("openpyxl", folder / "a.xlsx")
    yield "openpyxl (xlsx, no formula)", version, says if isinstance(says, str) else _compared_cells(says, repository)
    version, says = _asked("frictionless", folder / "a.csv", folder / "a.schema.json")
    yield "frictionless (schema)", version, says if isinstance(says, str) else f"WRONG: {says}" if says else "valid"
    version, says = _asked("pyld", folder / "a.jsonld", folder / "context.json")
    yield "pyld (jsonld)", version, says if isinstance(says, str) else _expanded(says)
    yield from _libreoffice(folder, repository, rows)


def _asked(program: str, *files: Path) -> tuple[str, Any]:
    """A program's version and what it read; words where it is not there or fails."""
    command = [PYTHON, HERE / "reader_probe.py", program, *files]
    if not PYTHON.exists():
        return "-", "not installed"
    ran = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8", timeout=300)
    if ran.returncode == 3:
        return "-", "not installed"
    if ran.returncode:
        return "-", f"WRONG: {ran.stderr.strip().splitlines()[-1]}"
    answer = json.loads(ran.stdout)
    return answer["version"], answer["says"]


def _table(file: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def _compared(table: list[list[str]], rows: list[list[str]]) -> str:
    """What differs between what was read and what was written."""
    if table[0] != rows[0]:
        return "WRONG: other header"
    if len(table) != len(rows):
        return f"WRONG: {len(table) - 1} rows"
    wrong = [(rows[0][place], mine, theirs) for other, row in zip(table, rows, strict=True)
             for place, (theirs, mine) in enumerate(zip(other, row, strict=True)) if theirs != mine]  # fmt: skip
    return f"WRONG: {len(wrong)} cells: {wrong[0]!r:.150}" if wrong else f"{len(rows) - 1} rows, every cell the same"


def _compared_cells(table: list[list[Any]], repository: Repository) -> str:
    rows = [
        list(COLUMNS),
        *(["" if cell is None else str(cell) for cell in cells_of(one)] for one in repository.annotations()),
    ]
    return _compared(
        [[f"{cell:.15g}" if isinstance(cell, float) else str(cell) for cell in row] for row in table], rows
    )


def _expanded(annotations: list[dict[str, Any]]) -> str:
    """Whether expansion knew every word: what a context does not know is left out, or stays without a colon."""
    for annotation in annotations:
        bodies, (target,) = annotation[f"{OA}hasBody"], annotation[f"{OA}hasTarget"]
        kinds = {selector["@type"][0] for selector in target[f"{OA}hasSelector"]}
        purposes = {body[f"{OA}hasPurpose"][0]["@id"] for body in bodies}
        if annotation["@type"] != [f"{OA}Annotation"] or kinds != {
            f"{OA}TextQuoteSelector",
            f"{OA}TextPositionSelector",
        }:
            return f"WRONG: {kinds}"
        if not purposes <= {f"{OA}{act}" for act in ("tagging", "commenting", "assessing", "linking", "describing")}:
            return f"WRONG: {purposes}"
        if len(annotation) != 8 or any(len(body) < 3 for body in bodies):
            return f"WRONG: left out: {sorted(annotation)}"
    return f"{len(annotations)} annotations, all in the vocabulary"


def _libreoffice(folder: Path, repository: Repository, rows: list[list[str]]) -> Iterator[tuple[str, str, str]]:
    """CSV to XLSX to CSV, and our XLSX to CSV; what is read back must change nothing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        yield "LibreOffice", "-", "not installed"
        return
    ran = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=120)
    version = ran.stdout.split()[1]
    for name, source, steps in (
        ("LibreOffice csv → xlsx → csv", "a.csv", ("xlsx", "csv")),
        ("LibreOffice xlsx → csv", "a.xlsx", ("csv",)),
    ):
        file = folder / source
        for step in steps:
            file = _converted(program, folder, file, step)
        table = _table(file)
        plan = plan_import(repository, file.read_bytes(), file.name, "benchmark")
        same = f"read back: {plan.unchanged} unchanged, {len(plan.changed)} changed, {len(plan.bad)} bad"
        header = "same header" if table[0] == rows[0] else "WRONG: other header"
        wrong = "" if (len(table), plan.unchanged) == (len(rows), COUNT) else "WRONG: "
        other = sum(
            mine != theirs
            for row, found in zip(rows, table, strict=False)
            for mine, theirs in zip(row, found, strict=False)
        )
        yield name, version, f"{wrong}{header}, {len(table) - 1} rows, {other} cells written otherwise; {same}"


def _converted(program: str, folder: Path, file: Path, to: str) -> Path:
    """A file as LibreOffice saves it; 44,34,76 is its way to say comma, quote, UTF-8."""
    out = folder / f"{file.parent.name[-20:]}-{file.suffix[1:]}-{to}"
    options = ["--infilter=CSV:44,34,76,1"] if file.suffix == ".csv" else []
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1" if to == "csv" else to
    command = [
        program,
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        *options,
        "--convert-to",
        form,
        "--outdir",
        out,
        file,
    ]
    subprocess.run(list(map(str, command)), capture_output=True, timeout=300, check=True)
    return next(out.iterdir())


if __name__ == "__main__":
    main()
