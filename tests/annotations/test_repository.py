from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from reader.annotations.repository import Repository
from reader.errors import ReaderError
from tests.annotations.examples import an_annotation, an_article, identifier, revised

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations" / "annotations.json"


def test_what_was_saved_is_there_after_opening_again(path):
    repository = Repository.open(path)
    repository.save(an_annotation())
    repository.save_article(an_article())
    repository.close()
    again = Repository.open(path)
    assert again.annotations() == [an_annotation()]
    assert again.get(an_annotation().id) == an_annotation()
    assert again.articles() == [an_article()]


def test_what_was_saved_is_there_without_closing(path):
    Repository.open(path).save(an_annotation())
    assert Repository.open(path).annotations() == [an_annotation()]


def test_a_new_revision_replaces_the_old_one(path):
    repository = Repository.open(path)
    first = an_annotation()
    second = revised(first, 20_000, note="", tags=())
    repository.save(first)
    repository.save(second)
    assert repository.annotations() == [second]


def test_a_revision_of_an_old_state_is_refused(path):
    repository = Repository.open(path)
    first = an_annotation()
    theirs = revised(first, 20_000, note="theirs", annotator="王")
    repository.save(first)
    repository.save(theirs)
    with pytest.raises(ReaderError) as caught:
        repository.save(revised(first, 20_001, note="mine"))
    assert caught.value.code == "annotation-changed"
    assert caught.value.parameters["annotator"] == "王"
    assert repository.annotations() == [theirs]


def test_deleting_takes_it_away(path):
    repository = Repository.open(path)
    repository.save(an_annotation())
    repository.delete(an_annotation().id)
    repository.delete(identifier(99))
    assert repository.annotations() == []
    assert Repository.open(path).get(an_annotation().id) is None


def test_annotations_come_by_article_then_position_then_creation(path):
    repository = Repository.open(path)
    whole = an_annotation(1, target=None, claim=None, response=None)
    late, early, other = (
        an_annotation(2, start=50),
        an_annotation(3, start=5),
        an_annotation(4, article_id=identifier(7), start=0),
    )
    later = an_annotation(5, start=5, created="2026-03-01T00:00:00+08:00")
    for annotation in (later, other, late, early, whole):
        repository.save(annotation)
    assert repository.annotations() == [whole, early, later, late, other]
    assert repository.annotations(identifier(7)) == [other]


def test_an_article_is_known_by_its_hash_then_its_url_then_its_path(path):
    repository = Repository.open(path)
    by_hash = an_article(1, content_ids=("a" * 16, "b" * 16), url=None, path="/1.md")
    by_url = an_article(2, content_ids=("c" * 16,), url="https://example.com/2", path="/2.md")
    by_path = an_article(3, content_ids=("d" * 16,), url=None, path="/3.md")
    for record in (by_hash, by_url, by_path):
        repository.save_article(record)
    assert repository.article_for(content_id="a" * 16, url="https://example.com/2", path="/3.md") == by_hash
    assert repository.article_for(content_id="e" * 16, url="https://example.com/2", path="/3.md") == by_url
    assert repository.article_for(content_id="e" * 16, url=None, path="/3.md") == by_path
    assert repository.article_for(content_id="e" * 16, url=None, path=None) is None


def test_an_article_that_was_scraped_again_keeps_its_identity(path):
    repository = Repository.open(path)
    repository.save_article(an_article())
    changed = an_article(content_ids=("0123456789abcdef", "f" * 16))
    repository.save_article(changed)
    assert repository.articles() == [changed]


def test_stock_tinydb_reads_and_writes_the_file(path):
    repository = Repository.open(path)
    repository.save(an_annotation())
    repository.close()
    with TinyDB(path, encoding="utf-8") as stock:
        [row] = stock.all()
        assert row.doc_id == an_annotation().id.int
        stock.update({"note": "by hand"})
    assert [annotation.note for annotation in Repository.open(path).annotations()] == ["by hand"]


def test_a_file_that_stock_tinydb_wrote_is_taken_over(path):
    repository = Repository.open(path)
    repository.save(an_annotation())
    repository.close()
    rows = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({"_default": rows["_default"]}))
    again = Repository.open(path)
    assert again.annotations() == [an_annotation()]
    again.save(an_annotation(2, start=50))
    assert Repository.open(path).annotations() == [an_annotation(), an_annotation(2, start=50)]


def test_an_invalid_annotation_is_refused_and_nothing_changes(path):
    repository = Repository.open(path)
    with pytest.raises(ReaderError):
        repository.save(an_annotation(tags=("a|b",)))
    assert repository.annotations() == []
    assert not path.exists()


def test_an_article_that_has_no_identifier_any_more_is_not_counted_and_stops_nothing(path):
    repository = Repository.open(path)
    repository.save(an_annotation(1))
    repository.save(an_annotation(2, start=30))
    repository.close()
    with TinyDB(path, encoding="utf-8") as stock:
        stock.update({"article_id": "by hand"}, doc_ids=[an_annotation(2).id.int])
    assert Repository.open(path).counts() == {an_annotation(1).article_id: 1}
