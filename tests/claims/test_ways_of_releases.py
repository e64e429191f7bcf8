"""Ways of speaking that releases, companies' reports and bulletins share, each as a sentence of its own."""

import pytest

from reader.claims.claim import Bound, Change, Claim, Status
from reader.claims.finding import find_claims
from reader.claims.place import currency_of
from reader.text.script import Script

UP, DOWN = Change.INCREASE, Change.DECREASE


def claims(text: str, date: str | None = "2025-08-27") -> list[Claim]:
    return find_claims(text, script=Script.SIMPLIFIED, date=date)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("公司8月26日披露半年度报告。报告期内，营收5亿元", ["2025-01/2025-06"]),
        ("公司发布2024年第三季度报告。报告期内，营收5亿元", ["2024-07/2024-09"]),
        ("公司披露年报，营收5亿元", ["2024"]),
        ("截至今年6月底止六个月，溢利3亿元", ["2025-01/2025-06"]),
        ("截至今年6月底，存款3亿元", ["../2025-06-30"]),
        ("7、8两月运送旅客30万人次", ["2025-07/2025-08"]),
        ("下半年计划培训25万人次", ["2025-07/2025-12"]),
        ("截至6月末，周转天数由去年同期的96天缩短至81天", ["2024-06-30", "../2025-06-30"]),
        ("8月26日收报31元，年内累计上涨56%，市值178亿元", ["2025-08-26", "2025", "2025-08-26"]),
        ("8月，出口增长5%，继7月增长3%后再升；进口增长2%", ["2025-08", "2025-07", "2025-08"]),
        ("今年将新增床位300张，并在10月底前开诊；力争人数增长10%", ["2025", "2025"]),
        ("该线将于明年三季度投产，届时新增泊位3个", ["2026-07/2026-09"]),
        ("8月26日公告，拟投资5亿元", [None]),
        ("以昨日收盘价38元计算，去年分红5亿元", ["2025-08-26", "2024"]),
        ("7月降水占比9.7%，高于去年同期的6.2%", ["2025-07", "2024-07"]),
        ("第33周（8月11日—17日），报告病例300例", ["2025-08-11/2025-08-17"]),
        ("潮粮当天就能变干粮，省下2万元", [None]),
        ("未来三年投入60亿元", ["2026/2028"]),
        ("0号柴油每升上涨0.2元", [None]),
    ],
)  # fmt: skip
def test_resolves_times_as_releases_name_them(text: str, periods: list[str | None]) -> None:
    assert [claim.period for claim in claims(text) if claim.kind != "duration" or claim.unit == "day"] == periods


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("商品出口货值为4382亿元", ["商品出口货值"]),
        ("个人住房贷款利率3.06%", ["个人住房贷款利率"]),
        ("来自33个国家的选手", ["国家"]),
        ("添置了2台处理量100吨的烘干塔", ["烘干塔", "处理量"]),
        ("拟以5000万元回购股份", ["回购股份"]),
        ("用户可拿到3.5元的补偿", ["补偿"]),
        ("存在150万千瓦至200万千瓦的电力缺口", ["电力缺口", "电力缺口"]),
        ("按每人每月800元给予岗位补贴", ["岗位补贴"]),
        ("毛利率因占比攀高而降至6.2%", ["毛利率"]),
        ("进口5亿元；塑胶制品则连3黑，年减9.8%", ["进口", "塑胶制品"]),
        ("均价较开秤初期每吨上涨30元", ["均价"]),
        ("有息负债压降12亿元", ["有息负债"]),
        ("3家企业入选绿色工厂", ["企业"]),
        ("最高负荷受高温影响攀升至3000万千瓦", ["最高负荷"]),
    ],
)
def test_names_what_is_measured_in_releases(text: str, indicators: list[str]) -> None:
    assert [claim.indicator for claim in claims(text)] == indicators


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("较去年暑运多开38列", [UP]),
        ("明年新生会比今年少约7000人左右", [DOWN]),
        ("保障航班起降5万架次", [None]),
        ("净增量创近十年最高", [None]),
        ("半年少赚一成七", [DOWN]),
        ("台湾和菲律宾分别录得23%和19%的增长", [UP, UP]),
        ("新增停车位800个、充电桩150根", [UP, UP]),
        ("燃料成本少支出287亿元", [DOWN]),
    ],
)
def test_says_which_way_things_went_in_releases(text: str, changes: list[Change | None]) -> None:
    assert [claim.change for claim in claims(text) if claim.exact != "半年"] == changes


@pytest.mark.parametrize(
    ("text", "exact", "bound"),
    [
        ("占全国的九分之一强", "九分之一", Bound.MORE_THAN),
        ("一亩能剩500块出头", "500块", Bound.MORE_THAN),
        ("阳性率高于去年同期的6.2%", "6.2%", Bound.EXACT),
        ("外销不及去年同期的六成", "六成", Bound.LESS_THAN),
        ("单桥最高每小时可装卸58个", "58个", Bound.AT_MOST),
        ("最高负荷可能攀升至4450万千瓦", "4450万千瓦", Bound.EXACT),
    ],
)
def test_bounds_belong_to_what_they_compare(text: str, exact: str, bound: Bound) -> None:
    assert {claim.exact: claim.bound for claim in claims(text)}[exact] == bound


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("公司8月26日公告，达产后预计年新增收入13亿元", Status.TARGET),
        ("把增长预测由5%上调至9%", Status.TARGET),
        ("受访者认为来年订单会减少一成", Status.TARGET),
        ("公司今年估可赚150亿元", Status.TARGET),
    ],
)
def test_forecasts_are_targets(text: str, status: Status) -> None:
    assert {claim.status for claim in claims(text)} == {status}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("生师比方面，小学为17.1∶1", [("17.1∶1", 17.1, "x")]),
        ("求人倍率超过2.1", [("2.1", 2.1, "x")]),
        ("122.7万在校生", [("122.7万", 1_227_000, "人")]),
        ("单日客流突破百万", [("百万", 1_000_000, "人次")]),
        ("用具及零件", []),
        ("甲型H3N2占95%", [("95%", 95, "%")]),
    ],
)
def test_reads_ratios_people_and_models(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(claim.exact, float(claim.value), claim.unit) for claim in claims(text)] == found


def test_visitors_to_a_place_tell_its_currency() -> None:
    assert currency_of(None, None, "去年訪港旅客增加，台灣旅客也多了", Script.TRADITIONAL) == "HKD"
    assert currency_of(None, None, "出口年增一成，月減半成", Script.TRADITIONAL) == "TWD"
