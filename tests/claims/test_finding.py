"""What is a numeric claim, and what it is worth: the guideline as a table."""

from decimal import Decimal

import pytest

from reader.claims.claim import Bound, Change, Kind
from reader.claims.finding import find_claims
from reader.text.script import Script

S, T = Script.SIMPLIFIED, Script.TRADITIONAL


@pytest.mark.parametrize(
    ("text", "exact", "value", "unit", "kind", "bound"),
    [
        ("产值近500亿元", "500亿元", "50000000000", "CNY", Kind.MONEY, Bound.APPROX_BELOW),
        ("订单3000万美元", "3000万美元", "30000000", "USD", Kind.MONEY, Bound.EXACT),
        ("营业收入突破千亿大关", "千亿", "100000000000", "CNY", Kind.MONEY, Bound.MORE_THAN),
        ("增速达40%以上", "40%", "40", "%", Kind.PERCENT, Bound.AT_LEAST),
        ("签约企业不少于50家", "50家", "50", "家", Kind.COUNT, Bound.AT_LEAST),
        ("知名企业300余户", "300余户", "300", "户", Kind.COUNT, Bound.MORE_THAN),
        ("年产能约3000台(套)", "3000台", "3000", "台", Kind.COUNT, Bound.APPROX),
        ("跃升至第44位", "第44位", "44", "位", Kind.RANK, Bound.EXACT),
        ("高于全市1.4个百分点", "1.4个百分点", "1.4", "pp", Kind.POINTS, Bound.EXACT),
        ("企业数量翻两番", "翻两番", "4", "x", Kind.MULTIPLE, Bound.EXACT),
        ("面积达10平方公里", "10平方公里", "10000000", "m2", Kind.AREA, Bound.EXACT),
        ("仅用了8个月", "8个月", "8", "month", Kind.DURATION, Bound.EXACT),
        ("年产100吨", "100吨", "100000", "kg", Kind.MASS, Bound.EXACT),
        ("占比三成二", "三成二", "32", "%", Kind.PERCENT, Bound.EXACT),
        ("全场八五折", "八五折", "85", "%", Kind.PERCENT, Bound.EXACT),
        ("耗时两个半小时", "两个半小时", "2.5", "hour", Kind.DURATION, Bound.EXACT),
        ("约占三分之一", "三分之一", "0.3333333333", "x", Kind.MULTIPLE, Bound.APPROX),
        ("近百名企业家", "百名", "100", "名", Kind.COUNT, Bound.APPROX_BELOW),
        ("仅用了一个多月时间", "一个多月", "1", "month", Kind.DURATION, Bound.MORE_THAN),
        ("技术合同成交额4.68亿", "4.68亿", "468000000", "CNY", Kind.MONEY, Bound.EXACT),
        ("死亡率18.3/10万", "18.3/10万", "18.3", "/10万", Kind.OTHER, Bound.EXACT),
    ],
)
def test_reads_the_guidelines_figures(text: str, exact: str, value: str, unit: str, kind: Kind, bound: Bound) -> None:
    (claim,) = find_claims(text, script=S)
    assert (claim.exact, claim.value, claim.unit, claim.kind, claim.bound) == (exact, Decimal(value), unit, kind, bound)


@pytest.mark.parametrize(
    "text",
    [
        "5月6日，2021年，20世纪90年代，8时30分",
        "“十四五”以来，开启“第四次创业”征程",
        "构建“3+2+1”体系，L4级，5G",
        "四川省一批项目齐聚一堂，一体化进一步融合半导体零部件",
        "两岸科创片区，四区两新，三主两特",
        "电话0816-2395666，QQ12345678",
        "作为四川省第三家国家级高新区",
        "十八届三中全会、二十大报告、十四届全国人大三次会议、两会期间",
        "一是抓落实，二是强监督；第一，坚持开放；第二，稳中求进",
        "位于人民路188号3栋2单元501室，乘坐5路公交车或地铁2号线A口出",
        "三好学生、四好农村路、双一流高校、985高校、三甲医院、5A级旅游景区",
        "国务院令第687号、京ICP备12345678号、ISO9001、GB/T 19001—2016",
        "C919大型客机、神舟十八号、歼-20、波音737-800、iPhone 15",
        "三峡、五台山、六安市、七台河市、九寨沟、百色市、千岛湖、三一重工、七匹狼",
        "扫黑除恶三年行动、十年规划、百年大计、千家万户、三番五次、半年报",
        "“三农”问题、“两山”理论、“四个自信”、“百千万工程”",
        "周一至周五上午9点到下午5点半，比分3比1，8:30—17:00",
    ],
)
def test_dates_names_and_idioms_are_no_claims(text: str) -> None:
    assert find_claims(text, script=S) == []


def test_a_range_is_two_claims_with_bounds() -> None:
    low, high = find_claims("建设期3—5年", script=S)
    assert (low.exact, low.value, low.unit, low.bound) == ("3", 3, "year", Bound.AT_LEAST)
    assert (high.exact, high.value, high.unit, high.bound) == ("5年", 5, "year", Bound.AT_MOST)


def test_a_range_shares_its_scale_word() -> None:
    low, high = find_claims("总额210至240亿元", script=S)
    assert (low.value, high.value) == (21_000_000_000, 24_000_000_000)


def test_a_list_shares_its_unit() -> None:
    claims = find_claims("分别为38、52亿元", script=S)
    assert [(claim.exact, claim.value) for claim in claims] == [("38", 3_800_000_000), ("52亿元", 5_200_000_000)]


def test_traditional_text_is_searched_in_its_own_offsets() -> None:
    text = "營收達2,406億元，員工三萬餘人"
    money, people = find_claims(text, script=T, currency="TWD")
    assert (money.exact, money.value, money.unit) == ("2,406億元", 240_600_000_000, "TWD")
    assert (people.exact, people.value, people.bound) == ("三萬餘人", 30_000, Bound.MORE_THAN)
    assert all(text[claim.start : claim.end] == claim.exact for claim in (money, people))


def test_members_of_a_list_share_their_verb_however_many_they_are() -> None:
    shares = "、".join(f"{number}%" for number in range(1, 1_501))
    claims = find_claims(f"各县产量去年分别增长{shares}。", script=S, date="2025-03-01")
    assert [claim.value for claim in claims] == list(range(1, 1_501))
    assert {claim.change for claim in claims} == {Change.INCREASE}
    assert {claim.period for claim in claims} == {"2024"}


MIXED = [
    (
        "总投资1.2億元，同比增長5.3%，新增企業300餘家，占地240萬平方米。",
        "总投资1.2亿元，同比增长5.3%，新增企业300余家，占地240万平方米。",
    ),
    (
        "總投資1.2亿元，同比增长5.3%，新增企业300余家，占地240万平方米。",
        "總投資1.2億元，同比增長5.3%，新增企業300餘家，占地240萬平方米。",
    ),
    (
        "力争到2030年達到五百億兩千萬圓，約三個百分點，不超過12噸。",
        "力争到2030年达到五百亿两千万圆，约三个百分点，不超过12吨。",
    ),
]


@pytest.mark.parametrize(("mixed", "plain"), MIXED)
@pytest.mark.parametrize("script", [S, T])
def test_figures_and_words_of_the_other_script_are_read_as_well(mixed, plain, script):
    def read(text):
        found = find_claims(text, script=script, date="2026-03-01")
        return [
            (one.start, one.end, one.value, one.kind, one.bound, one.change, one.status, one.period) for one in found
        ]

    assert read(mixed) == read(plain) != []
