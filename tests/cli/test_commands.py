"""The command line: records on stdout, complaints in one line on stderr, exit codes that tell."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.controls import FORBIDDEN

if TYPE_CHECKING:
    from tests.cli.conftest import Run

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


# list


def test_list_tells_each_article_in_a_line_of_json(run: Run):
    ran = run("list", *SEEDS)
    assert ran.code == 0
    first = ran.records[0]
    assert list(first) == [
        "content_id", "file", "title", "date", "publisher", "script", "characters", "claims", "annotations", "error",
    ]  # fmt: skip
    assert first["title"].startswith("自贡高新区")
    assert first["claims"] > 20
    assert [record["script"] for record in ran.records].count("traditional") == 1


def test_list_without_paths_lists_the_shipped_seeds(run: Run):
    assert len(run("list").records) == 5


def test_list_names_a_file_that_cannot_be_read_and_goes_on(run: Run, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(PNG)
    (tmp_path / "b.txt").write_text("标题\n\n工业产值达500亿元，增长9.4%。\n", "utf-8")
    ran = run("list", tmp_path)
    assert ran.code == 1
    assert "PNG" in ran.records[0]["error"]
    assert ran.records[1]["error"] is None


def test_list_counts_annotations(run: Run, store: Path):
    ran = run("list", SEEDS[0], "--annotations", store)
    assert ran.records[0]["annotations"] == 2


# clean


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_clean_prints_the_title_first(run: Run, seed: Path):
    ran = run("clean", seed)
    record = json.loads(run("clean", "--json", seed).out)
    assert ran.out.splitlines()[0] == record["title"] == record["paragraphs"][0]["text"]
    assert ran.err == ""


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_every_character_of_clean_points_at_its_source(run: Run, seed: Path):
    source = seed.read_bytes().decode("utf-8-sig")
    for paragraph in json.loads(run("clean", "--json", seed).out)["paragraphs"]:
        for start, end, first, last in paragraph["runs"]:
            if end - start == last - first:
                assert paragraph["text"][start:end] == source[first:last]


def test_clean_in_the_other_script_is_as_long_as_before(run: Run):
    written, simplified = run("clean", SEEDS[3]).out, run("clean", SEEDS[3], "--script", "simplified").out
    assert "绵阳" in simplified
    assert len(written) == len(simplified)


# claims


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_claims_are_records_with_the_promised_fields(run: Run, seed: Path):
    ran = run("claims", seed, "--format", "jsonl")
    text = "\n".join(p["text"] for p in json.loads(run("clean", "--json", seed).out)["paragraphs"])
    assert (ran.code, ran.err) == (0, "")
    for record in ran.records:
        assert list(record) == [
            "article", "content_id", "start", "end", "exact", "prefix", "suffix", "value", "unit", "kind", "bound",
            "change", "status", "period", "indicator", "entity", "sentence", "doubt", "repeat",
        ]  # fmt: skip
        assert text[record["start"] : record["end"]] == record["exact"]


def test_claims_as_csv_begin_with_a_byte_order_mark(run: Run):
    ran = run("claims", SEEDS[0], "--format", "csv")
    assert ran.out.startswith("\ufeffarticle,content_id,")
    assert len(list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))) > 20


def test_claims_go_into_a_file_that_is_not_replaced_unasked(run: Run, tmp_path: Path):
    target = tmp_path / "out.jsonl"
    assert run("claims", SEEDS[0], "-o", target).code == 0
    before = target.read_bytes()
    refused = run("claims", SEEDS[1], "-o", target)
    assert refused.code == 1
    assert "exists already" in refused.err
    assert target.read_bytes() == before
    assert run("claims", SEEDS[1], "-o", target, "--force").code == 0
    assert target.read_bytes() != before


def test_claims_read_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch):
    stdin = io.TextIOWrapper(io.BytesIO("标题\n\n全年产值达500亿元，增长9.4%。\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    records = run("claims", "-").records
    assert [(record["article"], record["exact"]) for record in records] == [("stdin", "500亿元"), ("stdin", "9.4%")]


def test_several_processes_find_the_same_claims_in_the_same_order(run: Run, tmp_path: Path):
    (tmp_path / "z.txt").write_bytes(PNG)
    alone, together = (
        run("claims", *SEEDS, tmp_path / "z.txt"),
        run("claims", *SEEDS, tmp_path / "z.txt", "--jobs", "2"),
    )
    assert together.out == alone.out
    assert (together.code, together.err) == (alone.code, alone.err)
    assert "PNG" in together.err
    assert run("claims", SEEDS[0], "--jobs", "0").code == 2


def test_what_was_taken_out_is_shown_with_its_reason(run: Run):
    ran = run("clean", "--diff", SEEDS[0])
    assert ran.code == 0
    assert "[-front_matter: ---\nlayout: post" in ran.out
    kept = re.sub(r"\[-[a-z_]+: .*?-\]", "", ran.out, flags=re.DOTALL)
    assert "作为四川省第三家国家级高新区" in kept
    assert "返回首页" not in kept


# annotations and export


def test_annotations_are_listed_by_tag_and_article(run: Run, store: Path):
    assert len(run("annotations", "--annotations", store).records) == 2
    assert len(run("annotations", "--annotations", store, "--tag", "key").records) == 1
    assert len(run("annotations", "--annotations", store, "--article", SEEDS[0].stem).records) == 2
    missing = run("annotations", "--annotations", store, "--article", "nowhere")
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_export_writes_rows_that_a_csv_reader_reads(run: Run, store: Path):
    ran = run("export", "--columns", "basic", "--annotations", store)
    assert ran.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"), newline="")))
    assert list(rows[0]) == [
        "annotation_id", "article_title", "article_date", "quote", "value", "unit", "indicator", "period", "tags",
        "verdict", "note", "annotator", "modified_at",
    ]  # fmt: skip
    assert [row["tags"] for row in rows] == ["key", "growth"]
    assert rows[1]["note"] == '\'=HYPERLINK("x")\nzwei'
    assert all(row["quote"] and row["value"] and row["unit"] for row in rows)


def test_export_is_the_same_every_time_and_ends_lines_as_the_standard_says(run: Run, store: Path, tmp_path: Path):
    for name in ("a.csv", "b.csv"):
        assert run("export", "--annotations", store, "-o", tmp_path / name).code == 0
    first, second = (tmp_path / "a.csv").read_bytes(), (tmp_path / "b.csv").read_bytes()
    assert first == second
    assert first.startswith(b"\xef\xbb\xbfannotation_id,revision,")
    assert first.count(b"\r\n") == 3


def test_export_refuses_the_store_as_its_target(run: Run, store: Path):
    before = store.read_bytes()
    ran = run("export", "--annotations", store, "-o", store, "--force")
    assert ran.code == 1
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    "kept",
    ["annotations.json.previous", "history/annotations.json.000001.jsonl.gz", "backups/annotations.json.2026-05-26.gz"],
)
def test_export_refuses_what_the_store_keeps_as_its_target(run: Run, store: Path, kept: str):
    target = store.parent / kept.replace("annotations.json", store.name)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"kept")
    assert run("export", "--annotations", store, "-o", target, "--force").code == 1
    assert target.read_bytes() == b"kept"
    own = target.with_name("own.csv")
    assert run("export", "--annotations", store, "-o", own).code == 0
    assert own.exists()


def test_what_was_left_out_is_told_in_the_language_of_the_interface(run: Run, store: Path, tmp_path: Path):
    ran = run("--lang", "zh", "export", "--annotations", store, "--format", "markdown", "-o", tmp_path / "a.md")
    assert "版本" in ran.err
    assert "revision" not in ran.err


def test_an_unknown_column_is_wrong_usage(run: Run, store: Path):
    ran = run("export", "--annotations", store, "--columns", "quote,colour")
    assert ran.code == 2
    assert "colour" in ran.err


def test_a_command_may_stand_behind_common_options(run: Run, store: Path):
    assert len(run("--annotations", store, "annotations").records) == 2


def test_hostile_text_reaches_no_terminal(run: Run, tmp_path: Path):
    evil = "[/]坏[@click=app.quit]x[/]\x1b]52;c;aGk=\x07\u202e\x9b2J"
    folder = tmp_path / "坏[b]\x1b]52;c;aGk=\x07"
    folder.mkdir()
    file = folder / "[@click=app.quit]x[red].txt"
    file.write_text(f"{evil}标题\n\n{evil}全年产值500亿元{evil}，增长9.4%。\n", "utf-8")
    for words in (["list"], ["clean"], ["claims"], ["claims", "--format", "table"], ["claims", "--format", "csv"]):
        ran = run(*words, file)
        assert not FORBIDDEN.search(ran.out.removeprefix("\ufeff").replace("\r\n", "\n")), words
        assert not FORBIDDEN.search(ran.err)
    ran = run("clean", file)
    assert "[@click=app.quit]x[/]" in ran.out
    ran = run("clean", folder / "nothing\x1b[2J[red]")
    assert "[red]" in ran.err
    assert not FORBIDDEN.search(ran.err)
    ran = run("list", f"--\x1b[2J{evil}")
    assert not FORBIDDEN.search(ran.err)


def test_a_closed_pipe_ends_it_quietly():
    reader = [sys.executable, "-m", "reader", "claims", *map(str, SEEDS), "--format", "jsonl"]
    ran = subprocess.run(
        f"{' '.join(reader)} | head -1",
        shell=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert ran.stderr == ""
    assert len(ran.stdout.splitlines()) == 1


def test_the_app_says_that_it_needs_a_terminal(run: Run):
    ran = run(*SEEDS)
    assert ran.code == 1
    assert "needs a terminal" in ran.err


def test_commands_do_not_load_textual():
    code = "import sys, reader.cli.main as m; m.main(['list']); sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_keys_and_config_are_printed(run: Run):
    assert "claim.next" in run("keys").out
    assert "annotations.json" in run("config").out
