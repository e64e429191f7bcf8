"""How figures are told in plain reports: communiqués, company announcements, court and grid reports, plans."""

import pytest

from reader.claims.claim import Bound, Change, Claim, Status
from reader.claims.finding import find_claims
from reader.text.script import detect_script


def claims(text: str, date: str = "2025-10-28") -> list[Claim]:
    return find_claims(text, script=detect_script(text), date=date)


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("南区、北区、西区产值分别为12亿元、9亿元和8亿元，前两者分别增长3%、4%", ["南区产值", "北区产值", "西区产值", "南区产值", "北区产值"]),
        ("库存周期19.6个月，比18个月的警戒线高出1.6个月", ["库存周期"] * 3),
        ("物价方面，全年上涨1.6%", ["物价"]),
        ("研发费用占地区生产总值比重由1.1%提高到1.5%", ["研发费用"] * 2),
        ("全市城镇新增就业累计26万人", ["城镇新增就业"]),
        ("公司新增订单3亿元", ["订单"]),
        ("最低工资标准由2000元调整为2200元", ["最低工资标准"] * 2),
        ("贷款最高额度提高到100万元", ["贷款最高额度"]),
        ("人均收入4万元，名义增长5%", ["人均收入"] * 2),
        ("法院共办理各类案件2.3万件", ["各类案件"]),
        ("33个行业保持增长，16个电网负荷创历史新高", ["行业", "电网负荷"]),
        ("50名学生免费接种疫苗，20多家企业就近配套，30个免费停车位", ["学生", "企业", "免费停车位"]),
        ("全县14个设区市的45个村", ["设区市", "村"]),
        ("为期12天的车展落下帷幕，为期3天的铁路运输自9月29日启动", ["车展", "铁路运输"]),
        ("8月出口584.9亿美元创新高 年增34.1%", ["出口"] * 2),
        ("财政收入18亿元，同口径增长4%", ["财政收入"] * 2),
        ("不良率1%，覆盖率285%，分别较年初下降0.1个百分点、上升12个百分点", ["不良率", "覆盖率", "不良率", "覆盖率"]),
        ("累计接待游客51万人次，日均接待3万人次", ["游客"] * 2),
        ("学费减免30%，每人上限1500元，收费上限为1万元", ["学费减免"] * 2 + ["收费上限"]),
        ("旅客第三季达127万人次，按年升8%", ["旅客"] * 2),
        ("70个城市中，房价上涨的有6个", ["城市", "房价"]),
        ("可再生能源发电总装机达15亿千瓦", ["可再生能源发电总装机"]),
        ("中央预算共安排3.2亿元，取消航班76架次", ["中央预算", "航班"]),
        ("以全国2%的土地贡献了一成的粮食", ["土地", "粮食"]),
    ],
)  # fmt: skip
def test_names_what_a_report_measures(text: str, indicators: list[str]) -> None:
    assert [claim.indicator for claim in claims(text)] == indicators


def test_parts_of_what_is_new_are_new() -> None:
    found = claims("新增学位1.2万个，其中小学7000个、初中5000个。")
    assert [claim.change for claim in found] == [Change.INCREASE] * 3


def test_a_level_among_what_is_new_stays_a_level() -> None:
    found = claims("新增企业300家，其中外资企业达20家。")
    assert [claim.change for claim in found] == [Change.INCREASE, None]


def test_growth_that_lies_between_two_rates_is_growth() -> None:
    found = claims("预计9月出口增速介于22%至25%。")
    assert [(claim.change, claim.bound) for claim in found] == [
        (Change.INCREASE, Bound.AT_LEAST),
        (Change.INCREASE, Bound.AT_MOST),
    ]


def test_own_money_is_no_beginning_of_a_change() -> None:
    found = claims("公司拟以自有资金1亿元至2亿元回购股份。")
    assert [claim.bound for claim in found] == [Bound.AT_LEAST, Bound.AT_MOST]


def test_a_share_of_a_yearly_target_is_a_fact() -> None:
    found = claims("城镇新增就业3.9万人，完成年度目标任务的29.8%，再就业8400人。")
    assert [claim.status for claim in found] == [Status.ACTUAL] * 3


def test_a_length_of_time_may_be_less_than_a_year() -> None:
    assert [(float(claim.value), claim.unit) for claim in claims("平均受教育年限提高0.6年")] == [(0.6, "year")]


def test_a_year_with_a_leading_nought_is_no_length_of_time() -> None:
    assert claims("从05年开始") == []


def test_the_level_of_a_year_ago_governs_only_its_clause() -> None:
    found = claims("2025年前三季度，公司收入52.9亿元，上年同期为43.4亿元，毛利率31.2%。净利润5亿元。")
    assert [claim.period for claim in found] == [
        "2025-01/2025-09",
        "2024-01/2024-09",
        "2025-01/2025-09",
        "2025-01/2025-09",
    ]


def test_a_year_ago_that_opens_a_sentence_governs_all_of_it() -> None:
    assert [claim.period for claim in claims("去年同期收入3亿元，利润1亿元。")] == ["2024", "2024"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("记者8月28日获悉，今秋全区新建学校9所", "2025"),
        ("去冬供热面积2亿平方米", "2024"),
        ("他失去秋天，损失3亿元", None),
    ],
)
def test_a_season_is_told_of_its_year(text: str, period: str | None) -> None:
    assert [claim.period for claim in claims(text)] == [period]


def test_a_day_after_a_season_is_the_day_that_the_report_is_of() -> None:
    found = claims("10月27日，今秋用电负荷首次突破5000万千瓦。当日用电量8.7亿千瓦时。")
    assert found[-1].period == "2025-10-27"


@pytest.mark.parametrize(
    ("text", "date", "status"),
    [
        ("“十五五”时期，全省地区生产总值年均增长5%左右", "2026-01-26", Status.TARGET),
        ("2026—2030年，公司资本开支200亿元", "2025-10-28", Status.TARGET),
        ("“十四五”时期，全省地区生产总值年均增长5%左右", "2025-10-28", Status.ACTUAL),
        ("2025/26学年，学费为4.2万元", "2025-10-28", Status.ACTUAL),
        ("“十五五”规划座谈会收到意见500条", "2026-01-26", Status.ACTUAL),
    ],
)
def test_what_is_said_of_the_years_of_a_new_plan_is_a_target(text: str, date: str, status: Status) -> None:
    assert [claim.status for claim in claims(text, date)] == [status]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("每斤1.22元，比最低收购价高出3分", [(1.22, "CNY"), (0.03, "CNY")]),
        ("每度电0.52元，比去年便宜了5分", [(0.52, "CNY"), (0.05, "CNY")]),
        ("门票50元，客队以3分险胜", [(50, "CNY"), (3, "分")]),
    ],
)
def test_what_a_price_differs_by_is_told_in_cents(text: str, units: list[tuple[float, str]]) -> None:
    assert [(float(claim.value), claim.unit) for claim in claims(text)] == units
