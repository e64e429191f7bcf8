"""Other programs read our exports; those that are not there are named in a warning."""

from __future__ import annotations

import warnings

import pytest


@pytest.mark.thorough
def test_other_programs_read_what_we_wrote():
    from benchmarks.readers import results

    found = list(results())
    assert len(found) >= 9
    assert [row for row in found if row[2].startswith("WRONG")] == []
    missing = [program for program, _, result in found if result == "not installed"]
    if missing:
        warnings.warn(f"not installed, so not tried: {', '.join(missing)} (see benchmarks/readers.py)", stacklevel=1)
