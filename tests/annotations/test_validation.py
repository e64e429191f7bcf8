from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.validation import (
    MAX_NOTE,
    valid_annotation,
    valid_note,
    valid_url,
)
from reader.controls import FORBIDDEN
from reader.errors import ReaderError
from reader.messages import explain
from reader.tags import MAX_TAG, mended_tag, valid_tag
from tests.annotations.examples import an_annotation


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("key", "key"),
        ("  关键　", "关键"),
        ("[/]", "[/]"),
        ("a\x1b[2J", "a␛[2J"),
        ("a\nb", "a␤b"),
        ("e\u0301", "é"),
        ("\ud800x", "�x"),
    ],
)
def test_a_tag_is_stored_on_one_line_and_visible(written, stored):
    assert valid_tag(written) == stored


@pytest.mark.parametrize(
    ("written", "code"),
    [("", "tag-blank"), (" \t　", "tag-blank"), ("a|b", "tag-with-bar"), ("字" * (MAX_TAG + 1), "tag-too-long")],
)
def test_a_bad_tag_is_refused(written, code):
    with pytest.raises(ReaderError) as caught:
        valid_tag(written)
    assert caught.value.code == code
    assert explain(caught.value)


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_any_tag_of_a_file_becomes_a_valid_one_or_nothing(name):
    tag = mended_tag(name)
    assert tag == "" or valid_tag(tag) == tag


@given(st.text(max_size=300))
def test_a_note_holds_nothing_a_terminal_would_obey_and_stays_as_it_is_when_saved_again(text):
    note = valid_note(text)
    assert not FORBIDDEN.search(note)
    assert valid_note(note) == note


def test_a_note_keeps_its_lines():
    assert valid_note("一\r\n二\r三\t四\n\n") == "一\n二\n三\t四"


def test_a_note_that_is_too_long_is_refused_with_its_length():
    with pytest.raises(ReaderError) as caught:
        valid_note("字" * (MAX_NOTE + 1))
    assert str(MAX_NOTE + 1) in explain(caught.value)


@pytest.mark.parametrize("url", ["https://example.com/a?b=1#c", "http://例子.中国/新闻", " https://example.com "])
def test_web_addresses_are_evidence(url):
    assert valid_url(url) == url.strip()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("javascript:alert(1)", "url-scheme"), ("file:///etc/passwd", "url-scheme"), ("example.com", "url-scheme"),
        ("", "url-invalid"), ("https://", "url-invalid"), ("https://a b", "url-invalid"), ("https://a/\x1b[2J", "url-invalid"),
        ("https://[::1", "url-invalid"), ("https://a:port/", "url-invalid"), ("https://a/\ud800", "url-invalid"),
        ("https://a/" + "x" * 3000, "url-too-long"),
    ],
)  # fmt: skip
def test_other_addresses_are_refused(url, code):
    with pytest.raises(ReaderError) as caught:
        valid_url(url)
    assert caught.value.code == code
    assert explain(caught.value)


def test_an_annotation_is_stored_with_each_tag_once():
    assert valid_annotation(an_annotation(tags=("a", " a ", "b"))).tags == ("a", "b")


def test_a_target_must_lie_in_the_text():
    annotation = an_annotation()
    assert valid_annotation(annotation, text_length=19) == annotation
    with pytest.raises(ReaderError):
        valid_annotation(annotation, text_length=18)


@pytest.mark.parametrize("change", [{"start": 19}, {"end": 18}, {"exact": "500亿"}, {"start": -1}])
def test_a_target_whose_parts_disagree_is_refused(change):
    annotation = an_annotation()
    with pytest.raises(ReaderError) as caught:
        valid_annotation(replace(annotation, target=replace(annotation.target, **change)))
    assert caught.value.code == "annotation-invalid"


def test_too_many_tags_are_refused():
    with pytest.raises(ReaderError) as caught:
        valid_annotation(an_annotation(tags=tuple(map(str, range(51)))))
    assert caught.value.code == "too-many-tags"
