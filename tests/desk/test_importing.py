"""Importing: by id, a newer revision wins over its ancestor, conflicts are kept and listed, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Annotation, Origin, Response, Verdict
from reader.annotations.repository import Repository
from reader.claims.claim import Kind
from reader.desk.importing import carry_out
from reader.exchange.guard import unguarded
from tests.annotations.examples import a_claim, an_annotation, identifier, revised
from tests.desk.importing import Row, counts, edited, exported, plan
from tests.exchange.generating import fill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("word", ["csv", "jsonl"])
def test_what_did_not_change_changes_nothing(repository: Repository, word: str):
    assert counts(repository, exported(repository, word)) == {"unchanged": 2}


def test_what_was_changed_in_a_spreadsheet_becomes_a_new_revision(repository: Repository):
    def edit(rows: list[Row]) -> None:
        rows[0] |= {
            "tags": "a|b",
            "verdict": "confirmed",
            "note": "'=2+2",
            "evidence_urls": "https://a.b/c https://d.e/",
        }

    changes = plan(repository, edited(exported(repository), edit))
    assert changes.counts | {"changed": 1, "unchanged": 1} == changes.counts
    before = repository.get(identifier(1))
    carry_out(repository, changes, "importer")
    after = repository.get(identifier(1))
    assert before is not None
    assert after is not None
    assert after.parent == before.revision
    assert (after.tags, after.verdict, after.note) == (("a", "b"), Verdict.CONFIRMED, "=2+2")
    assert after.evidence == ("https://a.b/c", "https://d.e/")
    assert after.annotator == "importer"
    assert (after.claim, after.extra, after.target, after.created) == (
        before.claim,
        before.extra,
        before.target,
        before.created,
    )


def test_a_few_columns_are_enough_for_what_is_there(repository: Repository):
    data = edited(exported(repository, columns="annotation_id,note"), lambda rows: rows[1].update(note="neu"))
    carry_out(repository, plan(repository, data), "importer")
    after = repository.get(identifier(2))
    assert after is not None
    assert (after.note, after.tags) == ("neu", ("关键", "money"))


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "gb18030"), (";", "utf-8"), ("\t", "utf-16"), (",", "gb18030"), (",", "utf-8-sig")],
)
def test_tables_are_read_as_spreadsheet_programs_save_them(repository: Repository, delimiter: str, encoding: str):
    def rearrange(rows: list[Row]) -> None:
        for row in rows:
            cells = list(row.items())[::-1]
            row.clear()
            row.update(cells)
            row["article_date"] = "2022/5/26"
            row["modified_at"] = row["created_at"] = "2026/1/2 3:04"
            row["value"] = "5E+10"
        rows.append(dict.fromkeys(rows[0], ""))

    assert counts(repository, edited(exported(repository), rearrange, delimiter=delimiter, encoding=encoding)) == {
        "unchanged": 2
    }


def test_the_line_that_names_the_delimiter_is_skipped(repository: Repository):
    data = edited(exported(repository), lambda _: None, delimiter=";", encoding="utf-8")
    assert counts(repository, b"sep=;\r\n" + data) == {"unchanged": 2}


def test_a_table_that_was_a_workbook_has_no_guards(repository: Repository):
    fill(repository, [an_annotation(3, start=60, note="'=1+1")])
    data = edited(exported(repository), lambda rows: [row.update(note=unguarded(row["note"])) for row in rows])
    assert b"''=" not in data
    assert counts(repository, data) == {"unchanged": 3}


def test_columns_of_others_are_named(repository: Repository):
    data = edited(exported(repository), lambda rows: [row.update(Farbe="rot") for row in rows])
    assert plan(repository, data).unread == ("farbe",)


def test_what_is_new_is_added_with_its_article(repository: Repository, other: Repository):
    carry_out(other, plan(other, exported(repository)), "importer")
    imported, original = other.get(identifier(2)), repository.get(identifier(2))
    assert original is not None
    assert imported is not None
    assert imported.claim == replace(a_claim(), start=30, end=35, prefix="规模以上工业产值近", suffix="，同比增长")
    assert replace(imported, claim=original.claim) == original
    assert [record.content_ids for record in other.articles()] == [("0123456789abcdef",)]


def test_a_table_of_little_makes_a_whole_annotation(other: Repository):
    columns = "annotation_id,article_id,content_id,quote,start,end,text_sha256,tags"
    row = f"{identifier(5)},{identifier(6)},0123456789abcdef,500亿元,3,8,{'ab' * 32},neu"
    carry_out(other, plan(other, f"{columns}\n{row}\n".encode()), "importer")
    (made,) = other.annotations()
    assert (made.tags, made.origin, made.annotator, made.verdict) == (
        ("neu",),
        Origin.IMPORT,
        "importer",
        Verdict.UNCHECKED,
    )
    assert (made.claim, made.response) == (None, None)


@pytest.mark.parametrize("word", ["csv", "jsonl"])
def test_an_article_that_the_store_knows_under_another_id_stays_one_article(
    repository: Repository, other: Repository, word: str
):
    fill(other, [an_annotation(9, article_id=identifier(77))])
    carry_out(other, plan(other, exported(repository, word)), "importer")
    assert {one.article_id for one in other.annotations()} == {identifier(77)}
    assert counts(other, exported(repository, word)) == {"unchanged": 2}


def test_a_newer_revision_wins_over_its_ancestor(repository: Repository, other: Repository):
    fill(other, repository.annotations())
    newer = revised(an_annotation(2, start=30, note="=1+1"), 500, note="neu")
    repository.save(newer)
    assert counts(other, exported(repository, "jsonl")) == {"unchanged": 1, "changed": 1}
    carry_out(other, plan(other, exported(repository, "jsonl")), "importer")
    assert other.get(newer.id) == newer


@pytest.mark.parametrize("word", ["csv", "jsonl"])
@pytest.mark.parametrize("steps", [1, 3])
def test_an_older_revision_changes_nothing(repository: Repository, word: str, steps: int):
    data = exported(repository, word)
    latest = an_annotation(2, start=30, note="=1+1")
    for step in range(steps):
        latest = revised(latest, 500 + step, note=f"neu {step}")
        repository.save(latest)
    assert counts(repository, data) == {"unchanged": 1, "older": 1}


def test_two_children_of_one_parent_are_a_conflict_that_is_kept(repository: Repository):
    data = edited(exported(repository), lambda rows: rows[1].update(note="theirs"))
    ours = revised(an_annotation(2, start=30, note="=1+1"), 500, note="ours")
    repository.save(ours)
    for _ in range(2):
        changes = plan(repository, data)
        assert {name: count for name, count in changes.counts.items() if count} == {"unchanged": 1, "conflicts": 1}
        carry_out(repository, changes, "importer")
    assert repository.get(ours.id) == ours
    assert [one.note for one in repository.conflicts(ours.id)] == ["theirs"]


def test_a_table_without_revisions_does_not_undo_newer_work(repository: Repository):
    data = edited(exported(repository, columns="basic"), lambda rows: rows[1].update(note="theirs"))
    repository.save(
        revised(an_annotation(2, start=30, note="=1+1"), 500, note="ours", modified="2026-02-02T02:02:02+08:00")
    )
    assert counts(repository, data) == {"unchanged": 1, "conflicts": 1}


def test_what_was_deleted_here_does_not_come_back(repository: Repository):
    data = exported(repository)
    repository.delete(identifier(2))
    changes = plan(repository, data)
    assert (changes.deleted, changes.unchanged) == ([identifier(2)], 1)
    carry_out(repository, changes, "importer")
    assert repository.get(identifier(2)) is None


def test_a_rejected_claim_stays_so_through_a_table(repository: Repository):
    rejected = an_annotation(3, start=60, response=Response.REJECTED, claim=a_claim(kind=Kind.COUNT))
    fill(repository, [rejected])
    data = edited(exported(repository), lambda rows: [row.update(note="neu") for row in rows])
    carry_out(repository, plan(repository, data), "importer")
    after: Annotation | None = repository.get(rejected.id)
    assert after is not None
    assert (after.response, after.claim, after.note) == (Response.REJECTED, rejected.claim, "neu")


@pytest.mark.parametrize("response", [*Response, None])
def test_what_a_person_said_about_a_claim_goes_out_and_in_by_csv(
    tmp_path: Path, other: Repository, response: Response | None
):
    repository = Repository.open(tmp_path / "said" / "annotations.json")
    parent = identifier(99)
    fill(repository, [an_annotation(1, claim=a_claim(), response=response, parent=parent)])
    data = exported(repository)
    assert (f",{response or ''},{parent},,\r\n").encode() in data
    carry_out(other, plan(other, data), "importer")
    copy = other.get(identifier(1))
    assert copy is not None
    assert (copy.response, copy.parent) == (response, parent)
    assert exported(other) == data


def test_a_rejection_typed_into_a_table_is_taken_over(repository: Repository):
    data = edited(exported(repository), lambda rows: rows[0].update(response="rejected"))
    carry_out(repository, plan(repository, data), "importer")
    after = repository.get(identifier(1))
    assert after is not None
    assert after.response is Response.REJECTED


def test_a_figure_corrected_in_a_table_counts_as_a_correction(repository: Repository):
    data = edited(exported(repository), lambda rows: rows[0].update(unit="USD"))
    carry_out(repository, plan(repository, data), "importer")
    after = repository.get(identifier(1))
    assert after is not None
    assert after.claim is not None
    assert (after.claim.unit, after.response) == ("USD", Response.CORRECTED)


def test_a_table_of_a_colleague_who_went_on_from_our_state_is_no_conflict(repository: Repository, other: Repository):
    carry_out(other, plan(other, exported(repository, "jsonl")), "colleague")
    theirs = other.get(identifier(2))
    assert theirs is not None
    other.save(revised(theirs, 77, note="weiter"))
    changes = plan(repository, exported(other))
    assert (len(changes.changed), changes.conflicts) == (1, [])
    carry_out(repository, changes, "importer")
    ours, there = repository.get(identifier(2)), other.get(identifier(2))
    assert ours is not None
    assert there is not None
    assert (ours.note, ours.revision, ours.parent) == ("weiter", there.revision, theirs.revision)
