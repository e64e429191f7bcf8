"""From bytes to characters: encodings, byte order marks, and files that are no text."""

import codecs

import pytest

from reader.articles.decoding import decode
from reader.errors import ReaderError

NEWS = "本报讯 2023年，全市地区生产总值突破1200亿元，同比增长6.5%。记者从统计局了解到，这个数字比上年提高了两个百分点。\r\n"
TRADITIONAL = "記者報導，行政院主計總處今天公布，今年經濟成長率上修為3.5%，創下三年來新高。這個數字比預期的還要好。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (NEWS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + NEWS.encode(), "utf-8"),
        (NEWS.encode("gb18030"), "gb18030"),
        (TRADITIONAL.encode("big5"), "big5"),
        (codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), "utf-16-be"),
        (NEWS.encode("utf-16-le"), "utf-16-le"),
        (NEWS.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_finds_the_encoding_and_keeps_every_character(data: bytes, encoding: str) -> None:
    source = decode(data, "a.txt")
    assert source.encoding == encoding
    assert source.text in (NEWS, TRADITIONAL)
    assert source.undecodable == 0


def test_one_bad_byte_leaves_a_file_utf8() -> None:
    source = decode(NEWS.encode() + b"\xff" + NEWS.encode(), "a.txt")
    assert source.encoding == "utf-8"
    assert source.text == NEWS + "�" + NEWS
    assert source.undecodable == 1


def test_a_replacement_character_that_was_written_is_no_decoding_error() -> None:
    assert decode("断开�了".encode(), "a.txt").undecodable == 0


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or Office document"),
        (b"\x00\x01\x02\x03" * 9, "binary data"),
    ],
)
def test_a_binary_file_is_refused_with_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(ReaderError) as refused:
        decode(data, "a.txt")
    assert refused.value.code == "file-not-text"
    assert refused.value.parameters == {"file": "a.txt", "kind": kind}


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReaderError, match="file-empty"):
        decode(data, "a.txt")


def test_a_text_that_begins_like_a_program_is_still_text() -> None:
    assert decode("MZ世代的消费：2023年增长12%。".encode(), "a.txt").text.startswith("MZ")
