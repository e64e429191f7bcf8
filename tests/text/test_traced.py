"""Text with a trace: whatever is done to it, every character still knows its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.traced import Edit, Run, TracedText

SOURCE = "“绵阳”2023年GDP增长9.4%、R&amp;D投入\n𠮷野家３成"


def origins(traced: TracedText) -> list[tuple[int, int] | None]:
    """For each character, the stretch of the source that its run gives it."""
    return [traced.source_span(at, at + 1) for at in range(len(traced))]


def test_a_source_points_at_itself():
    traced = TracedText.of_source("增长9.4%", 100)
    assert origins(traced) == [(at, at + 1) for at in range(100, 106)]


def test_an_entity_is_one_character_made_of_several():
    traced = TracedText.join([
        TracedText.of_source("R", 0), TracedText.made_of("&", 1, 6), TracedText.of_source("D", 6)
    ])  # fmt: skip
    assert str(traced) == "R&D"
    assert origins(traced) == [(0, 1), (1, 6), (6, 7)]


def test_what_is_put_between_two_parts_comes_from_nowhere():
    traced = TracedText.join([TracedText.of_source("甲", 0), TracedText.of_source("乙", 9)], "\n")
    assert origins(traced) == [(0, 1), None, (9, 10)]


def test_parts_that_go_on_without_a_gap_become_one_run():
    traced = TracedText.join([TracedText.of_source("甲", 5), TracedText.of_source("乙", 6)])
    assert traced.runs == (Run(0, 2, 5, 7),)


def test_deleting_leaves_the_rest_where_it_was():
    assert origins(TracedText.of_source("区(qū)县").delete(1, 5)) == [(0, 1), (5, 6)]


def test_a_replacement_points_at_what_it_replaces():
    assert origins(TracedText.of_source("甲乙丙丁").replace(1, 3, "X")) == [(0, 1), (1, 3), (3, 4)]


def test_a_replacement_of_equal_length_goes_character_by_character():
    assert origins(TracedText.of_source("國家").replace(0, 2, "国家")) == [(0, 1), (1, 2)]


def test_an_insertion_comes_from_nowhere():
    assert origins(TracedText.of_source("甲乙").replace(1, 1, "·")) == [(0, 1), None, (1, 2)]


def test_other_characters_must_be_as_many():
    assert TracedText.of_source("國").with_text("国").runs == TracedText.of_source("國").runs
    with pytest.raises(ValueError, match="2 characters in the place of 1"):
        TracedText.of_source("國").with_text("国家")


@pytest.mark.parametrize("edits", [[Edit(2, 1)], [Edit(0, 3), Edit(2, 4)], [Edit(3, 99)], [Edit(-1, 1)]])
def test_edits_out_of_order_are_refused(edits: list[Edit]):
    with pytest.raises(ValueError, match="edit"):
        TracedText.of_source("一二三四五").edited(edits)


def test_stripping_keeps_the_trace():
    assert origins(TracedText.of_source("　 甲 ").strip()) == [(2, 3)]


class Model:
    """The same text as a plain list of (character, where it came from)."""

    def __init__(self, cells: list[tuple[str, tuple[int, int] | None]]) -> None:
        self.cells = cells

    @property
    def text(self) -> str:
        return "".join(character for character, _ in self.cells)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        known = [origin for _, origin in self.cells[start:end] if origin is not None]
        return (min(a for a, _ in known), max(b for _, b in known)) if known else None


@st.composite
def operations(draw: st.DrawFn) -> tuple[TracedText, Model]:
    """A text after any sequence of slices, deletions, replacements and joins, with the plain model of it."""
    traced = TracedText.of_source(SOURCE)
    model = Model([(character, (at, at + 1)) for at, character in enumerate(SOURCE)])
    for _ in range(draw(st.integers(0, 8))):
        length = len(traced)
        start = draw(st.integers(0, length))
        end = draw(st.integers(start, length))
        what = draw(st.sampled_from(["slice", "delete", "replace", "join", "recast"]))
        if what == "slice":
            traced, model = traced.slice(start, end), Model(model.cells[start:end])
        elif what == "delete":
            traced, model = traced.delete(start, end), Model(model.cells[:start] + model.cells[end:])
        elif what == "replace":
            text = draw(st.text("甲𠮷b ", max_size=4))
            new: list[tuple[str, tuple[int, int] | None]]
            if len(text) == end - start:
                new = [(c, origin) for c, (_, origin) in zip(text, model.cells[start:end], strict=True)]
            else:
                new = [(c, model.span(start, end)) for c in text]
            traced = traced.replace(start, end, text)
            model = Model(model.cells[:start] + new + model.cells[end:])
        elif what == "join":
            separator = draw(st.sampled_from(["", "\n"]))
            traced = TracedText.join([traced.slice(start), traced.slice(0, end)], separator)
            between: list[tuple[str, tuple[int, int] | None]] = [(c, None) for c in separator]
            model = Model(model.cells[start:] + between + model.cells[:end])
        else:
            traced = traced.with_text(traced.text.upper() if len(traced.text.upper()) == length else traced.text)
            model = Model([(c, origin) for c, (_, origin) in zip(traced.text, model.cells, strict=True)])
    return traced, model


@given(operations())
def test_no_sequence_of_steps_loses_the_trace(pair: tuple[TracedText, Model]):
    traced, model = pair
    assert traced.text == model.text
    assert origins(traced) == [origin for _, origin in model.cells]


@given(operations())
def test_runs_stay_sorted_and_inside_text_and_source(pair: tuple[TracedText, Model]):
    traced, _ = pair
    at = 0
    for run in traced.runs:
        assert at <= run.start < run.end <= len(traced)
        assert 0 <= run.source_start <= run.source_end <= len(SOURCE)
        at = run.end


@given(operations(), st.integers(0, 60), st.integers(0, 60))
def test_a_source_span_covers_what_its_characters_were_made_of(pair: tuple[TracedText, Model], start: int, end: int):
    traced, model = pair
    assert traced.source_span(start, end) == model.span(start, end)
