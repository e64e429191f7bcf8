"""What is remembered from one session to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.session import KEPT, Session, read_session, write_session

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).filter(lambda name: name.strip("."))


@given(st.lists(st.tuples(NAMES, st.integers(0, 10**7))), st.booleans(), st.booleans())
def test_what_is_written_is_read(tmp_path_factory, visits, in_article, panel):
    session = Session(in_article=in_article, panel=panel)
    for name, place in visits:
        session = session.left(Path("/articles") / name, place)
    file = tmp_path_factory.mktemp("state") / "session.json"
    write_session(session, file)
    assert read_session(file) == session


def test_the_last_article_read_is_the_one_to_come_back_to():
    one, two, three = Path("/a/1.txt"), Path("/a/2.txt"), Path("/b/1.txt")
    session = Session().left(one, 5).left(two, 7).left(one, 9)
    assert session.last_of([two, three, one]) == one
    assert session.last_of([two, three]) is None
    assert (session.place_in(one), session.place_in(two), session.place_in(three)) == (9, 7, 0)


def test_only_so_many_places_are_kept_the_latest():
    session = Session()
    for number in range(KEPT + 10):
        session = session.left(Path(f"/a/{number}.txt"), number)
    assert len(session.places) == KEPT
    assert session.place_in(Path("/a/9.txt")) == 0
    assert session.place_in(Path(f"/a/{KEPT + 9}.txt")) == KEPT + 9


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "nonsense",
        "\0" * 9,
        '{"places": {}}',
        '{"places": [1]}',
        '{"places": {"/a": -1}, "in_article": true}',
        '{"places": {"/a": 1}, "in_article": 1, "library": true, "panel": true, "source": true}',
    ],
)
def test_a_file_that_makes_no_sense_is_a_new_beginning(tmp_path, content):
    file = tmp_path / "session.json"
    file.write_text(content, "utf-8")
    assert read_session(file) == Session()


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    write_session(Session(), blocked / "session.json")
    assert read_session(blocked / "session.json") == Session()
