"""The tokenizer: tags and texts, in linear time whatever comes."""

import time

import pytest

from reader.articles.markup import attribute_values, pieces, tokens


def _texts(page: str) -> list[str]:
    return [page[token.start : token.end] for token in tokens(page) if not token.name]


def _tags(page: str) -> list[str]:
    return ["/" * token.closes + token.name for token in tokens(page) if token.name]


@pytest.mark.parametrize(
    ("page", "texts", "tags"),
    [
        ("<p>一</p>", ["一"], ["p", "/p"]),
        ("<P CLASS='a>b'>一", ["一"], ["p"]),
        ("一<!-- <p>二 -->三", ["一", "三"], []),
        ("<script>if (a<b) '</p>'</script>一", ["if (a<b) '</p>'", "一"], ["script", "/script"]),
        ("见<http://a.cn/b?c=d>一", ["见", "http://a.cn/b?c=d", "一"], []),
        ("利润<5亿元，增速>3%", ["利润<5亿元，增速>3%"], []),
        ("<p title='坏>一</p>", ["一"], ["p", "/p"]),
        ("<![CDATA[一]]>二", ["二"], []),
        ("<o:p>一</o:p>", ["一"], ["o:p", "/o:p"]),
        ("a<b", ["a<b"], []),
    ],
)
def test_parts_tags_from_text(page: str, texts: list[str], tags: list[str]) -> None:
    assert _texts(page) == texts
    assert _tags(page) == tags


def test_entities_become_what_they_mean_and_know_where_they_stand() -> None:
    page = "R&D投入&gt;3&#37;&nbsp;A&unknown;B"
    assert [(piece.text, page[piece.start : piece.end]) for piece in pieces(page, 0, len(page))] == [
        ("R&D投入", "R&D投入"),
        (">", "&gt;"),
        ("3", "3"),
        ("%", "&#37;"),
        ("\xa0", "&nbsp;"),
        ("A&unknown;B", "A&unknown;B"),
    ]


def test_attributes_are_read_however_they_are_quoted() -> None:
    values = attribute_values(""" name="author" content='王 五' data-x=1 hidden""")
    assert {name: value.text for name, value in values.items()} == {
        "name": "author",
        "content": "王 五",
        "data-x": "1",
        "hidden": "",
    }


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<a>",
        "<![",
        "<!--",
        "<",
        "&",
        '<a "',
        "<a \"'",
        "<p><a href=x>",
        "</a>",
        "<title>",
        "<li><a>",
        "<a href='",
        "&#",
    ],
)
def test_hostile_input_costs_linear_time(unit: str) -> None:
    page = unit * (300_000 // len(unit))
    begin = time.process_time()
    for _ in tokens(page):
        pass
    assert time.process_time() - begin < 2
