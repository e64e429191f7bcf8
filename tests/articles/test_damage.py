"""Damage: found where an engine tore text apart, read back as a suggestion, and never seen where text is sound."""

from __future__ import annotations

import json
import random
import time
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Damage, Paragraph, ParagraphKind
from reader.articles.damage import find_damage
from reader.articles.pinyin import annotated_characters
from reader.articles.reading import article_of
from reader.articles.source import Source
from reader.claims.of_article import DAMAGED, claims_of
from reader.text.script import Script, converted
from reader.text.traced import TracedText
from tests.articles.engine import mirrored
from tests.articles.sentences import half_width, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[1] / "data"
TRICKY = (
    "研发(R&D)经费占3%，设备约3000台(套)，亳(bó)州、六(lù)安与黄陂(pí)三地(2021-2025年)合计12亿元。",
    "真的吗?!他不信。什么??A股又跌了?涨了?!谁说的?,没人承认;你去不去?我不去!",
    "“你们厂还招人吗？！”老李问，“招多少人？”会计说：“规模翻了一番，你说呢？”",
    "为什么??????因为穷!!!!! 5G?AI?F1?都不是。http://a.example/?q=1&r=?;s",
    "他问:“是不是?;”我说:“不是!?”",
    "Q: What's R(xian)? A: 区(qu)和县(xian)都不是。",
)
"""What looks like damage and is not."""


def damage_in(texts: Sequence[str], script: Script) -> tuple[Damage, ...]:
    source = "\n".join(texts)
    paragraphs, at = [], 0
    for text in texts:
        paragraphs.append(Paragraph(ParagraphKind.BODY, TracedText.of_source(text, at)))
        at += len(text) + 1
    return find_damage(paragraphs, script, source)


@cache
def damage_of(sentence: str, script: Script) -> tuple[Damage, ...]:
    return damage_in([sentence], script)


def restored(text: str, script: Script) -> str:
    """The text with all suggestions put in."""
    for spot in reversed(damage_of(text, script)):
        if spot.restored:
            text = text[: spot.start] + spot.restored + text[spot.end :]
    return text


@cache
def clean_texts() -> tuple[str, ...]:
    """Over 200 kB of sound Simplified text: articles, generated sentences, and what looks like damage."""
    files = sorted(DATA.glob("claims/*/*.txt")) + sorted(DATA.glob("pages/*/ideal/*.txt"))
    files += [
        DATA / "gold" / "clean" / f"{name}.txt" for name in ("000", "001", "002", "003.restored.simplified", "004")
    ]
    texts = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
    source = random.Random(3)
    words = [word for text in texts for word in (text[at : at + 3] for at in range(0, len(text) - 3, 29))]
    while sum(len(text.encode()) for text in texts) < 210_000:
        texts.append("，".join("".join(source.sample(words, 4)) for _ in range(3)) + source.choice("。？！；"))
    return (*texts, *TRICKY)


@pytest.mark.parametrize("script", Script)
def test_no_false_alarm_on_200_kb_of_clean_text(script: Script):
    texts = [converted(text, script) for text in clean_texts()]
    assert sum(len(text.encode()) for text in texts) >= 200_000
    assert damage_in(texts, script) == ()
    assert annotated_characters(texts) == frozenset()


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("text", TRICKY)
def test_no_false_alarm_on_what_looks_like_damage(text: str, script: Script):
    assert damage_in([converted(text, script)], script) == ()


def test_clean_text_with_half_width_marks_is_sound_too():
    texts = [half_width(text) for text in clean_texts()]
    assert damage_in(texts, Script.SIMPLIFIED) == ()


def test_most_damaged_sentences_are_found_and_restored_whole():
    damaged = [(sentence, mirrored(sentence), script) for sentence, script in sentences()]
    assert len(damaged) == 300
    found = sum(bool(damage_of(text, script)) for _, text, script in damaged)
    whole = sum(half_width(restored(text, script)) == half_width(sentence) for sentence, text, script in damaged)
    assert found >= 0.97 * 300
    assert whole >= 0.75 * 300


@pytest.mark.parametrize("script", Script)
def test_damage_is_found_in_articles_of_other_people(script: Script):
    texts = [converted(text, script) for text in clean_texts()[: -len(TRICKY)]]
    damaged = [text for text in texts if mirrored(text) != half_width(text)]
    found = {spot.paragraph for spot in damage_in([mirrored(text) for text in damaged], script)}
    assert len(damaged) > 80
    assert len(found) >= 0.97 * len(damaged)


def test_no_restored_figure_is_presented_as_certain():
    for sentence, script in sentences():
        for spot in damage_of(mirrored(sentence), script):
            assert spot.certainty < 1
            if any(character in "□〇一二三四五六七八九十百千万萬亿億两兩0123456789" for character in spot.restored):
                assert spot.certainty <= 0.5


def test_a_lost_digit_is_shown_as_lost_and_never_guessed():
    text = mirrored("村里的高校科研让每户每年多收入3000元。")
    (spot,) = damage_in([text], Script.SIMPLIFIED)
    assert spot.restored.endswith("多收入□")
    assert text[spot.end :].startswith("000元")


@pytest.mark.parametrize(
    ("script", "written", "table"),
    [
        (Script.SIMPLIFIED, "全市环境保护投入，比上年增长9%。", {}),
        (Script.TRADITIONAL, "產業能級規模化的現代產業體系，不斷取得新突破。", {"規": "guī", "現": "xiàn", "業": "yè"}),
        (Script.TRADITIONAL, "當地高校科研的投入，比去年多兩成。", {}),
        (Script.SIMPLIFIED, "他说：“企业初具规模。”记者看到，厂区正在扩建。", {}),
    ],
)
def test_what_the_engine_tore_apart_is_read_back(script: Script, written: str, table: dict[str, str]):
    text = mirrored(written, table)
    spots = damage_in([text], script)
    assert spots
    for spot in spots:
        assert text[spot.start : spot.end] == spot.text
        assert half_width(spot.restored) in half_width(written)


def test_the_words_of_the_article_itself_name_what_no_dictionary_knows():
    name = "沂埃科尔"
    torn = mirrored(f"{name}，今年产值翻番。")
    first = damage_in([torn], Script.SIMPLIFIED)
    assert first
    again = damage_in([f"{name}是一家企业，{name}的产值去年达到3亿元。", torn], Script.SIMPLIFIED)
    assert [spot.restored for spot in again] == ["埃科尔"]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("产值达\ue149\ue142亿元", "\ue149\ue142"),
        ("产值达\ufffd\ufffd亿元", "\ufffd\ufffd"),
        ("产值锟斤拷锟斤拷亿元", "锟斤拷锟斤拷"),
        ("結構高端化默F(xiàn)代產業", "F(xiàn)"),
        ("有限公司?lián)合創始人", "?lián)"),
        ("全国人大常委会?;企业代表", "?;"),
    ],
)
def test_marks_of_damage_are_found_without_a_suggestion(text: str, stands: str):
    (spot,) = damage_in([text], Script.SIMPLIFIED)
    assert spot.text == stands
    assert (spot.restored, spot.certainty) == ("", 0.0)


def test_a_question_mark_in_a_word_is_damage_where_marks_are_written_full_width():
    around = ["今年，全市，全省，全国，都在增长，不错。"]
    (spot,) = damage_in([*around, "公司董事长陶?出席会议，并致辞。"], Script.SIMPLIFIED)
    assert (spot.paragraph, spot.text) == (1, "?")
    assert damage_in([*around, "公司明年还招人吗?董事长没有回答。"], Script.SIMPLIFIED) == ()
    assert damage_in(["公司董事长陶?出席会议,并致辞,很好。"], Script.SIMPLIFIED) == ()


def test_a_stand_in_for_a_control_character_is_no_damage():
    article = article_of(Source("a.txt", "产值\n\n今年全市产值达到1.2亿\u202e元，同比增长8%，企业普遍看好全年形势。"))
    assert "\ufffd" in article.text
    assert article.damage == ()


def test_an_article_says_where_it_is_damaged_and_its_claims_are_doubtful_there():
    body = "今年以来，全市环境保护投入达到3640万元，同比增长11.6%，企业普遍看好。"
    source = "环境\n\n" + mirrored(body)
    article = article_of(Source("a.txt", source))
    (spot,) = article.damage
    assert source[spot.source_start : spot.source_end] == spot.text
    assert article.paragraphs[spot.paragraph].text[spot.start : spot.end] == spot.text
    doubts = {claim.exact: claim.doubt for claim in claims_of(article)}
    assert doubts["640万元"] == DAMAGED
    assert doubts["11.6%"] is None


def test_the_damage_of_the_seed_is_found_and_nearly_all_read_back(seeds: list[Path]):
    article = article_of(Source("003", seeds[3].read_text("utf-8")))
    gold = json.loads((DATA / "gold" / "clean" / "003.damage.json").read_text("utf-8"))
    assert len(article.damage) == len(gold)
    right = sum(
        half_width(spot.restored) in half_width(want["restored"])
        for spot, want in zip(article.damage, gold, strict=True)
    )
    assert right >= 7


@settings(max_examples=60, deadline=None)
@given(st.text("?？;!,，。“”松履茉保护\ue149\ufffd(xiàn)F1 ", max_size=60), st.sampled_from(Script))
def test_any_text_is_searched_soundly(text: str, script: Script):
    spots = damage_in([text], script)
    assert all(first.end <= second.start for first, second in pairwise(spots))
    assert all(text[spot.start : spot.end] == spot.text and 0 <= spot.certainty < 1 for spot in spots)


def test_bytes_that_no_character_begins_with_are_no_slip():
    assert damage_in(["真的吗?!あ?他不信"], Script.SIMPLIFIED) == ()


@pytest.mark.parametrize("length", [15_000, pytest.param(60_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("unit", ["?", "?;", "?;松", "??松履茉错椖?、", "?" + "松" * 110, "(xiàn)", "\ue149"])
def test_hostile_text_takes_bounded_time(unit: str, length: int):
    begin = time.process_time()
    damage_in([unit * (length // len(unit))], Script.SIMPLIFIED)
    assert time.process_time() - begin < 5  # one second on a quiet machine, at any length


def test_sound_text_is_searched_fast():
    texts = ["今年一季度，园区产值达到12亿元，同比增长8%，你信吗？研发(R&D)投入增长。" * 50] * 300
    begin = time.process_time()
    assert damage_in(texts, Script.SIMPLIFIED) == ()
    assert time.process_time() - begin < 0.3
