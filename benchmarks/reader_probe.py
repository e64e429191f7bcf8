"""Reads an export as other programs do: run by `benchmarks.readers` inside their virtual environment, prints JSON.

python reader_probe.py PROGRAM FILE [CONTEXT]
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
from pathlib import Path


def by_pandas(file):
    import pandas

    typed = pandas.read_csv(file)
    table = pandas.read_csv(file, dtype=str, keep_default_na=False)
    assert len(typed) == len(table)
    return [list(table.columns), *table.values.tolist()]


def by_polars(file):
    import polars

    assert polars.read_csv(file, infer_schema_length=None).height
    table = polars.read_csv(file, infer_schema=False).fill_null("")
    return [table.columns, *map(list, table.rows())]


def by_pyarrow(file):
    import pyarrow
    from pyarrow import csv

    parse = csv.ParseOptions(newlines_in_values=True)
    header = csv.read_csv(file, parse_options=parse).column_names
    convert = csv.ConvertOptions(column_types=dict.fromkeys(header, pyarrow.string()), strings_can_be_null=False)
    table = csv.read_csv(file, parse_options=parse, convert_options=convert)
    return [header, *([row[name] or "" for name in header] for row in table.to_pylist())]


def by_duckdb(file):
    import duckdb

    relation = duckdb.sql("SELECT * FROM read_csv(?, all_varchar = true)", params=[file])
    return [relation.columns, *([cell or "" for cell in row] for row in relation.fetchall())]


def by_openpyxl(file):
    import openpyxl
    from openpyxl.utils.escape import unescape

    sheet = openpyxl.load_workbook(file)["annotations"]
    for other in openpyxl.load_workbook(file):
        assert not any(cell.data_type == "f" for row in other.iter_rows() for cell in row), "a formula"
    # It leaves the escapes of ECMA-376 part 1, 22.9.2.19 (_xHHHH_) in texts that stand in their cells.
    return [
        ["" if cell is None else unescape(cell) if isinstance(cell, str) else cell for cell in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def by_pyld(file, context):
    from pyld import jsonld

    def load(url, _):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": json.loads(Path(context).read_text("utf-8"))}

    return jsonld.expand(json.loads(Path(file).read_text("utf-8")), {"documentLoader": load})


def by_frictionless(file, schema):
    import frictionless

    table = Path(file)
    described = frictionless.Schema.from_descriptor(json.loads(Path(schema).read_text("utf-8")))
    report = frictionless.Resource(
        table.name, basepath=str(table.parent), schema=described, encoding="utf-8-sig"
    ).validate()
    return [error.message for task in report.tasks for error in task.errors]


if __name__ == "__main__":
    program, *words = sys.argv[1:]
    try:
        version = importlib.metadata.version(program)
    except importlib.metadata.PackageNotFoundError:
        sys.exit(3)
    json.dump({"version": version, "says": globals()[f"by_{program}"](*words)}, sys.stdout)
