"""A store with a row that holds no document, in the app: told, the others shown and saved, that row left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.snapshot import SCHEMA, Snapshot, chunks, read
from tests.tui.conftest import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start

ROW = b'["no document"]'


async def test_a_row_that_holds_no_document_is_told_and_stays_while_others_are_saved(start: Start, tmp_path: Path):
    store = tmp_path / "forged.json"
    store.write_bytes(b"".join(chunks(Snapshot({"_default": {7: ROW}, "tags": {5: b"7"}}, SCHEMA, 1))))
    async with start(store=store) as session:
        await session.press("enter", "n", "1", "A")
        await until(session.pilot, lambda: any("forged.json: annotation 7" in one for one in session.warnings))
        assert [tags for _, tags, _ in session.annotations] == [("key",)]
        session.app.desk.repository.close()
    found = read(store)
    assert found is not None
    assert found.tables["_default"][7] == ROW
    assert len(found.tables["_default"]) == 2
