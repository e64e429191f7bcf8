"""What `docs/keys.md` says that the work takes in keys, it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.tui.app import key_name
from reader.tui.keys_document import CHECKING, CORRECTING, MAIN_JOB, TAGGING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.tui.conftest import Start


async def test_the_main_job_takes_the_keys_that_the_documentation_says(start: Start, tmp_path: Path):
    file = tmp_path / "article.txt"
    file.write_text(
        "云港工业开门红\n\n全市产值达500亿元，同比增长9.4%。\n\n编号为2031的产线已经投产，运行平稳。\n", "utf-8"
    )
    steps = dict(MAIN_JOB)
    assert len(steps["Tag the first claim"]) == 2
    assert len(steps["Tag each further claim"]) == 1
    assert len(steps["Tag a figure that was not found, in the paragraph below"]) == 3
    after: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    async with start(files=[file]) as session:
        for what, keys in MAIN_JOB:
            await session.press(*keys)
            after[what] = session.annotations
    tags = {what: [tags for _, tags, _ in annotations] for what, annotations in after.items()}
    assert tags["Tag the first claim"] == [("key",)]
    assert tags["Tag each further claim"] == [("key",), ("checked",)]
    assert tags["Leave"] == [("key",), ("checked",), ("other",)]
    assert after["Leave"][2][0].startswith("2031")
    assert [note for _, _, note in after["Write a note on it"]] == ["", "", "ok"]
    assert [note for _, _, note in after["Leave"]] == ["", "", ""]


async def test_checking_claims_takes_the_keys_that_the_documentation_says(
    start: Start, seeds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The review that `docs/keys.md` tells of; its addresses count as many presses as they have letters."""
    monkeypatch.chdir(tmp_path)
    after: dict[str, list[Any]] = {}
    async with start(files=[seeds[0], seeds[4]]) as session:
        await session.press("enter", "n")
        desk = session.app.desk
        for what, keys in CHECKING:
            await session.press(*(key_name(key) if len(key) == 1 else key for key in keys))
            await session.settle()
            after[what] = desk.repository.annotations()
        assert session.app.screen is session.screen
        assert session.article.reading.opened.path == seeds[0]
        assert session.article.reading.annotation is not None
    told = {
        what: [(one.verdict, one.response, len(one.evidence)) for one in annotations]
        for what, annotations in after.items()
    }
    confirmed, rejected = ("confirmed", "accepted", 0), ("unchecked", "rejected", 0)
    assert list(told.values())[:5] == [
        [confirmed],
        [confirmed] * 2,
        [confirmed] * 2 + [rejected],
        [confirmed] * 2,
        [confirmed] * 2 + [rejected],
    ]
    with_evidence = after["Add a page as evidence of the next one"]
    assert told["Add a page as evidence of the next one"][3] == ("unchecked", "accepted", 1)
    moved = after["Move the last border of that annotation by a character"]
    assert moved[3].target.end == with_evidence[3].target.end + 1
    assert [len(after[what]) for what in ("Delete that annotation", "Take the deletion back")] == [3, 4]
    assert {one.verdict for one in after["Dispute all that are listed"]} == {"disputed"}
    assert {one.tags for one in after["Dispute all that are listed"]} == {("key", "money")}
    assert after["Delete all that are selected"] == []
    assert {one.verdict for one in after["Bring them back"]} == {"disputed"}
    assert (tmp_path / "annotations.csv").read_text("utf-8-sig").count(",disputed,") == 4


async def test_tagging_by_typing_takes_the_keys_that_the_documentation_says(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    after: dict[str, list[Any]] = {}
    names: dict[str, list[str]] = {}
    async with start() as session:
        await session.press("enter", "n")
        for what, keys in TAGGING:
            await session.press(*keys)
            after[what] = session.stored
            names[what] = [tag.name for tag in session.app.desk.tags().tags]
        tags = session.app.desk.tags()
        assert session.app.screen is session.screen
    whole, claim = after["Go back to the article"]
    assert (whole.target, whole.tags, whole.note) == (None, ("doubtful",), "x\ny")
    assert claim.tags == ("money", "checked", "fresh")
    assert after["Merge it into another one"][1].tags == ("money", "checked")
    assert "growth" in (tmp_path / "tags.toml").read_text("utf-8")
    assert "growth" not in names["Delete the last one, from all annotations"]
    assert "growth" in names["Take over the tags of the file"]
    assert "late" in names["Make a tag"]
    [fresh] = [tag for tag in tags.tags if tag.key == 5]
    assert (fresh.name, fresh.description, fresh.aliases, fresh.colour) == ("fresh", "sure", ("frs",), "pink")


async def test_correcting_and_handing_in_takes_the_keys_that_the_documentation_says(
    start: Start, seeds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSH_CONNECTION", "far away")  # no browser: the address is copied, and that is told
    after: dict[str, list[Any]] = {}
    said: dict[str, str] = {}
    async with start(files=[seeds[0]]) as session:
        await session.press("enter", "n")
        for what, keys in CORRECTING:
            await session.press(*(key_name(key) if len(key) == 1 else key for key in keys))
            await session.settle()
            after[what], said[what] = session.stored, session.status
        assert session.app.screen is session.screen
    [claim] = after["Correct whose figure it is"]
    assert (claim.response, claim.claim.status, claim.claim.entity) == ("corrected", "target", "abc")
    assert "http://a.cn" in said["Open it in the browser"]
    assert [one.evidence for one in after["Change the address"]] == [("http://a.cn", "http://b.cn/x")]
    assert [one.evidence for one in after["Remove it"]] == [("http://a.cn",)]
    disputed = after["Dispute one of the two that stand there: the first of the list that asks which"]
    assert sorted((one.tags, one.verdict) for one in disputed) == [
        ((), "unchecked"),
        (("money",), "unchecked"),
        (("other",), "disputed"),
    ]
    assert "corrected: 30年" in said["Go to the annotation before, whatever lies over it"]
    assert [one.response for one in after["Say that it is no claim"]].count("rejected") == 1
    assert [one.response for one in after["Go back to it, and take that back"]].count("rejected") == 0
    assert (tmp_path / "annotations.csv").exists()
    assert (tmp_path / "annotations.html").exists()
