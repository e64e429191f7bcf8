"""Random acts of two programs, crashes, torn writes and compactions agree with a plain dict."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from tinydb import TinyDB
from tinydb.table import Document

from reader.annotations.database import Database
from reader.annotations.places import Places

WHO = st.integers(0, 1)
NUMBER = st.integers(1, 6)
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


class StoreMachine(RuleBasedStateMachine):
    """Two programs on one store.

    `state` is what must be there; `before` what was there before the last save, where that still is the journal's last line.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="store-machine-"))
        self.path = self.folder / "annotations.json"
        self.programs = [Database(self.path), Database(self.path)]
        self.state: dict[int, dict[str, str]] = {}
        self.before: dict[int, dict[str, str]] | None = None

    def teardown(self) -> None:
        for program in self.programs:
            program.storage.close(compacting=False)
        shutil.rmtree(self.folder)

    def saved(self, state: dict[int, dict[str, str]]) -> None:
        if state != self.state:
            self.before, self.state = self.state, state

    @rule(who=WHO, number=NUMBER, text=TEXT)
    def put(self, who, number, text):
        self.programs[who].documents("_default").put(number, {"id": text, "article_id": "a"})
        self.saved({**self.state, number: {"id": text, "article_id": "a"}})

    @rule(who=WHO, number=NUMBER, text=TEXT)
    def update(self, who, number, text):
        found = self.programs[who].update({"id": text}, doc_ids=[number])
        assert found == ([number] if number in self.state else [])
        if found:
            self.saved({**self.state, number: {**self.state[number], "id": text}})

    @rule(who=WHO, number=NUMBER)
    def delete(self, who, number):
        self.programs[who].remove(doc_ids=[number])
        self.saved({key: row for key, row in self.state.items() if key != number})

    @rule(who=WHO, texts=st.dictionaries(NUMBER, TEXT, min_size=1))
    def change_several_at_once(self, who, texts):
        program = self.programs[who]
        with program.storage.transaction():
            for number, text in texts.items():
                program.documents("_default").put(number, {"id": text, "article_id": "b"})
        self.saved({**self.state, **{number: {"id": text, "article_id": "b"} for number, text in texts.items()}})

    @rule(who=WHO)
    def compact(self, who):
        self.programs[who].storage.compact()
        self.before = None

    @rule(who=WHO)
    def close_and_open(self, who):
        self.programs[who].close()
        self.programs[who] = Database(self.path)
        if not Places(self.path).journals():
            self.before = None

    @rule(who=WHO)
    def die_and_open(self, who):
        self.programs[who].storage.close(compacting=False)
        self.programs[who] = Database(self.path)

    @rule(torn=st.binary(min_size=1, max_size=60).filter(lambda torn: b"\n" not in torn))
    def die_while_writing(self, torn):
        for path in list(Places(self.path).journals().values())[-1:]:
            path.write_bytes(path.read_bytes() + torn)

    @precondition(lambda self: self.before is not None)
    @rule(share=st.floats(0, 1))
    def lose_the_end_of_the_last_line(self, share):
        [path] = list(Places(self.path).journals().values())[-1:]
        raw = path.read_bytes()
        raw = raw[: raw.rindex(b"\n") + 1]
        start = raw.rindex(b"\n", 0, -1) + 1
        path.write_bytes(raw[: start + int(share * (len(raw) - 1 - start))])
        self.state, self.before = self.before, None

    @precondition(lambda self: self.path.exists() and not Places(self.path).journals())
    @rule(number=NUMBER, text=TEXT)
    def edit_with_stock_tinydb(self, number, text):
        with TinyDB(self.path, encoding="utf-8") as stock:
            stock.upsert(Document({"id": text, "article_id": "c"}, number))
        self.state = {**self.state, number: {"id": text, "article_id": "c"}}
        self.before = None

    @invariant()
    def everybody_sees_what_was_saved(self):
        for program in self.programs:
            if program.storage.changed():
                program.storage.refresh()
        for program in (*self.programs, Database(self.path)):
            assert {row.doc_id: dict(row) for row in program} == self.state
            for article in "abc":
                found = program.documents("_default").having("article_id", article)
                assert {row.doc_id for row in found} == {
                    n for n, row in self.state.items() if row["article_id"] == article
                }


TestStore = StoreMachine.TestCase
TestStore.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)


@pytest.mark.thorough
def test_many_random_histories_agree_with_a_plain_dict():
    run_state_machine_as_test(StoreMachine, settings=settings(max_examples=1000, stateful_step_count=40, deadline=None))
