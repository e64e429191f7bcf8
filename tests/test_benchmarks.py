"""`make bench` calls each benchmark without a word: it must find all of them, and only them."""

from __future__ import annotations

import ast

import pytest

from benchmarks.__main__ import HERE, NAMES


def test_probes_that_other_programs_run_are_no_benchmarks():
    assert {"claims", "store", "terminal"} <= set(NAMES)
    assert not [name for name in NAMES if name.endswith("_probe")]


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_needs_no_words(name: str):
    tree = ast.parse((HERE / f"{name}.py").read_text("utf-8"))
    [main] = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "main"]
    given = main.args
    assert len(given.defaults) == len(given.posonlyargs) + len(given.args)
    assert None not in given.kw_defaults
