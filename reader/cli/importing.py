"""`reader import`: annotations back from an export."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.annotations.repository import Repository
from reader.cli.inputs import bytes_of
from reader.cli.progress import watching
from reader.cli.refusals import complain
from reader.desk.act import quote_of
from reader.desk.desk import annotator_of
from reader.desk.importing import carry_out, plan_import
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.paths import default_store, settings_file
from reader.settings import read_settings

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from reader.desk.importing import ImportPlan

_LONGEST = 80
"""Characters of a quote that are shown."""


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """Say what changes, and change it; 1 where a row is bad, and nothing is changed then."""
    annotator = annotator_of(read_settings(settings_file()))
    repository = Repository.open(options.annotations or default_store(cwd), annotator=annotator)
    data = bytes_of(options.file)
    with watching(data.count(b"\n")) as watched:
        plan = plan_import(repository, data, options.file, annotator, watched)
    complain(*repository.notices)
    for bad in plan.bad:
        complain(ReaderError("import-bad-row", file=options.file, line=bad.line, reason=explain(bad.why)))
    _tell(plan)
    if not options.dry_run:
        carry_out(repository, plan, annotator)
        repository.close()
    code = "import-would" if options.dry_run else "imported"
    print(plan.told(code, options.file))
    return 1 if plan.bad else 0


def _tell(plan: ImportPlan) -> None:
    """Name what the user may want to look at."""
    if plan.unread:
        print(say("import-unread", columns=say("comma").join(plan.unread)), file=sys.stderr)
    for before, after in plan.changed:
        print(say("import-changed", id=before.id, quote=quote_of(before)[:_LONGEST], annotator=after.annotator))
    for ours, theirs in plan.conflicts:
        print(
            say(
                "import-conflict",
                id=ours.id,
                quote=quote_of(ours)[:_LONGEST],
                ours=ours.modified,
                theirs=theirs.modified,
            )
        )
    for gone in plan.removed:
        print(say("import-removed", id=gone.id, quote=quote_of(gone)[:_LONGEST]))
    for number in plan.deleted:
        print(say("import-deleted", id=number))
