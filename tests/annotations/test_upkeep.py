"""Backups, checks, kept texts, and places where a store is not safe."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from reader.annotations import storage
from reader.annotations.location import why_unsafe
from reader.annotations.places import Places
from reader.annotations.repository import Repository
from reader.errors import ReaderError
from reader.messages import explain
from tests.annotations.examples import Clock, an_annotation, an_article, identifier

DAY = 24 * 3600 * 1000


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annotations.json"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def repository(path, clock):
    return Repository.open(path, annotator="李", clock=clock)


def test_closing_leaves_one_backup_a_day_and_keeps_ten(path, clock):
    for number in range(12):
        for half in (0, 1):
            repository = Repository.open(path, clock=clock)
            repository.save(an_annotation(2 * number + half, start=number))
            repository.close()
        clock.now += DAY
    backups = Places(path).kept_backups()
    assert len(backups) == 10
    assert len({backup.name[:-3] for backup in backups}) == 10
    newest = json.loads(gzip.decompress(backups[-1].read_bytes()))
    assert len(newest["_default"]) == 23


def test_a_backup_put_in_the_place_of_the_store_is_the_store(repository, path):
    repository.save(an_annotation(1))
    backup = repository.backup()
    repository.save(an_annotation(2, start=50))
    repository.close()
    path.write_bytes(gzip.decompress(backup.read_bytes()))
    again = Repository.open(path)
    assert again.annotations() == [an_annotation(1)]
    again.save(an_annotation(3, start=60))
    again.close()
    assert len(Repository.open(path).annotations()) == 2


def test_backups_that_were_asked_for_are_never_removed(repository, clock):
    repository.save(an_annotation(1))
    for _ in range(12):
        repository.backup()
        clock.now += DAY
        repository.tidy()
    assert len(repository.check().backups) == 12 + 10


def test_the_newest_copy_comes_last(repository, path, clock):
    repository.save(an_annotation(1))
    repository.tidy()
    repository.backup()
    clock.now += DAY
    repository.tidy()
    names = [copy.name.removeprefix("annotations.json.") for copy in Places(path).kept_backups()]
    assert [len(name) for name in names] == [len("2026-05-26.gz"), len("2026-05-26-101500.gz"), len("2026-05-26.gz")]
    assert names[0] < names[2]


def test_tidying_compacts_a_journal_that_has_outgrown_the_main_file(repository, path, monkeypatch):
    monkeypatch.setattr(storage, "COMPACTION_SIZE", 20_000)
    repository.save(an_annotation(0))
    repository.tidy()
    assert Places(path).journal(1).exists()
    for number in range(1, 10):
        repository.save(an_annotation(number, note="注" * 1_000, start=number))
    repository.tidy()
    assert not Places(path).journal(1).exists()
    assert len(repository.annotations()) == 10


def test_a_sound_store_has_no_problems(repository):
    repository.save_article(an_article())
    repository.save(an_annotation(1))
    repository.save(an_annotation(2))
    repository.delete(an_annotation(2).id)
    report = repository.check()
    assert (report.annotations, report.articles, report.deleted, report.entries) == (1, 1, 1, 4)
    assert report.problems == ()


def test_checking_finds_what_is_damaged_and_changes_nothing(repository, path):
    text = "正文"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    repository.keep_text(sha256, text)
    repository.save(an_annotation(1))
    repository.compact()
    repository.database.documents("_default").put(77, {"id": "no id", "article_id": "x"})
    repository.save(an_annotation(2))
    places = Places(path)
    places.archive(1).write_bytes(b"not gzip")
    places.text(sha256).write_bytes(gzip.compress(b"other"))
    journal = places.journal(2)
    journal.write_bytes(journal.read_bytes().replace(b"500", b"501", 1))
    before = {file: file.stat().st_mtime_ns for file in path.parent.rglob("*")}
    problems = repository.check().problems
    assert sorted(problem.code for problem in problems) == [
        "store-annotation-invalid",
        "store-copy-damaged",
        "store-copy-damaged",
        "store-entries-damaged",
    ]
    assert all(explain(problem) for problem in problems)
    assert {file: file.stat().st_mtime_ns for file in path.parent.rglob("*")} == before


def test_a_document_that_is_no_annotation_is_left_out_and_told_once(repository):
    repository.save(an_annotation(1))
    repository.database.documents("_default").put(77, {"id": "no id", "article_id": "x"})
    assert repository.annotations() == [an_annotation(1)]
    assert repository.annotations() == [an_annotation(1)]
    assert [notice.code for notice in repository.notices] == ["store-annotation-invalid"]


def test_a_document_that_is_no_article_is_left_out_and_told_once(repository):
    repository.save_article(an_article(title="标题"))
    repository.database.documents("articles").put(77, {"id": "no id", "title": "标题", "url": "https://example.com/b"})
    for _ in range(2):
        assert repository.articles() == [an_article(title="标题")]
        assert repository.articles_titled("标题") == [an_article(title="标题")]
        assert repository.article_for(content_id="", url="https://example.com/b", path=None) is None
    assert [explain(notice) for notice in repository.notices] == [
        f"{repository.path}: article 77 cannot be shown (id: not an identifier). It stays there as it is, to be mended."
    ]


def test_a_main_file_that_was_compacted_can_be_copied_alone(repository, path, tmp_path):
    repository.save(an_annotation(1))
    repository.compact()
    copy = tmp_path / "elsewhere.json"
    copy.write_bytes(path.read_bytes())
    assert Repository.open(copy).annotations() == [an_annotation(1)]
    assert Repository.open(copy).notices == []
    repository.save(an_annotation(2))
    assert len(Repository.open(path).annotations()) == 2


def test_a_text_is_kept_once_and_read_again(repository, path):
    text = "第一段\n第二段"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    assert repository.text(sha256) is None
    repository.keep_text(sha256, text)
    repository.keep_text(sha256, text)
    assert repository.text(sha256) == text
    assert [file.name for file in Places(path).texts()] == [f"{sha256}.gz"]
    with pytest.raises(ValueError, match="hash"):
        repository.keep_text("0" * 64, text)


def test_no_path_of_a_stranger_is_read_as_a_text(repository):
    assert repository.text("../../etc/passwd") is None


def test_annotations_are_counted_and_found_by_tag(repository):
    repository.save(an_annotation(1, tags=("钱",)))
    repository.save(an_annotation(2, tags=("钱", "人"), start=50))
    repository.save(an_annotation(3, tags=("人",), article_id=identifier(9)))
    assert repository.counts() == {identifier(0): 2, identifier(9): 1}
    assert [one.id for one in repository.annotations(tag="人")] == [an_annotation(2).id, an_annotation(3).id]
    assert [one.id for one in repository.annotations(identifier(0), tag="人")] == [an_annotation(2).id]


def test_extra_fields_that_json_cannot_say_are_refused(repository):
    with pytest.raises(ReaderError) as caught:
        repository.save(an_annotation(1, extra={"x": float("nan")}))
    assert caught.value.code == "annotation-invalid"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("/home/li/annotations.json", None),
        ("/home/li/Dropbox/annotations.json", "Dropbox is synced between machines"),
        ("/home/li/OneDrive - 某大学/a.json", "OneDrive - 某大学 is synced between machines"),
        ("/Users/li/Library/CloudStorage/GoogleDrive-li/a.json", "CloudStorage is synced between machines"),
        ("/home/li/dropbox-client/a.json", None),
        ("/home/li/坚果云/a/annotations.json", "坚果云 is synced between machines"),
        ("/net/share/a.json", "a network drive, nfs4"),
        ("/net/share x/a.json", "a network drive, cifs"),
        ("/net/sharex/a.json", None),
    ],
)
def test_places_where_locks_lie_are_known(tmp_path, place, reason):
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/vda / ext4 rw 0 0\nserver:/x /net/share nfs4 rw 0 0\n//s/y /net/share\\040x cifs rw 0 0\n")
    assert why_unsafe(Path(place), mounts) == reason
