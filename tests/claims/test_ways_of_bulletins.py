"""Ways of speaking of bulletins, polls, leagues and courts, each as a sentence of its own."""

import pytest

from reader.claims.claim import Bound, Change, Claim, Kind, Status
from reader.claims.finding import find_claims
from reader.text.script import Script

UP, DOWN = Change.INCREASE, Change.DECREASE
FACT, TARGET = Status.ACTUAL, Status.TARGET


def claims(text: str, date: str | None = "2025-09-16") -> list[Claim]:
    return find_claims(text, script=Script.SIMPLIFIED, date=date)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2024/25赛季，俱乐部收入3亿欧元", ["2024/2025"]),
        ("2024—25榨季产糖960万吨", ["2024/2025"]),
        ("2024/25赛季净亏损5亿元，低于上赛季的7亿元", ["2024/2025", "2023/2024"]),
        ("2024/25赛季收入3亿元，新赛季有望达到4亿元", ["2024/2025", "2025/2026"]),
        ("上半年产量增长6%，其中6月份增长7%。产值5亿元", ["2025-01/2025-06", "2025-06", "2025-01/2025-06"]),
        ("8月出口增长5%，因去年同期基数较高，进口仅增1%", ["2025-08", "2025-08"]),
        ("新馆预计2027年开放，届时展厅增至30间，车位增加500个", ["2027", "2027"]),
        ("最新一季指数报54点", [None]),
        ("截至今年6月底止六个月，溢利5亿元。\n期内，收入8亿元", ["2025-01/2025-06", "2025-01/2025-06"]),
        ("8日夜间至9日降雨60毫米", ["2025-09-08/2025-09-09"]),
        ("9月1日至7日卖出5万张，9月6日单日达2万张。均价80元", ["2025-09-01/2025-09-07", "2025-09-06", "2025-09-01/2025-09-07"]),
        ("覆盖率从2022年的不足一成提高到六成", ["2022", None]),
        ("单价5元，同比涨1%。去年卖出3万件", [None, None, "2024"]),
        ("目前主体完成80%，达产后可年产轴承5万套", ["2025-09-16", None]),
        ("上半年产量增长4%。\n充电费按年行驶1万公里计算", ["2025-01/2025-06", None]),
        ("比赛日收入8000万元", [None]),
    ],
)  # fmt: skip
def test_resolves_times_as_bulletins_name_them(text: str, periods: list[str | None]) -> None:
    assert [claim.period for claim in claims(text)] == periods


def test_a_season_that_ended_this_summer_is_what_an_article_reports_on() -> None:
    told = claims("俱乐部15日公布2024/25赛季财报。\n转播收入5亿元，同比下降3%。")
    assert [claim.period for claim in told] == ["2024/2025", "2024/2025"]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("跳绳（41%）、游泳（33%）和登山（12%）最受欢迎", ["跳绳", "游泳", "登山"]),
        ("受访的300家商户中，有52%打算扩店，仅9%打算停业", ["商户", "商户", "商户"]),
        ("受访居民每周跑步两次，其中两成坚持每天跑", ["受访居民每周跑步", "受访居民每周跑步"]),
        ("俱乐部实现总收入3亿元", ["总收入"]),
        ("陶瓷业、非金属和玻璃制品业增加值分别增长3%和5%", ["陶瓷业增加值", "非金属和玻璃制品业增加值"]),
        ("汽、柴油价格分别上调70元和65元", ["汽油价格", "柴油价格"]),
        ("出口增长5%，其中机械增长7%；前9个月累计增长4%", ["出口", "机械", "出口"]),
        ("一线队目前总身价4亿元", ["总身价"]),
        ("人均收入增长5%，扣除价格因素实际增长4%", ["人均收入", "人均收入"]),
        ("判处司机孙某有期徒刑三年，并处罚金2万元", ["有期徒刑", "罚金"]),
        ("增速为5%，明年的目标是6%", ["增速", "增速"]),
        ("60个城市新建住宅租金持平", ["城市"]),
        ("12家银行下调利率", ["银行"]),
        ("该地发生5.2级地震", ["地震"]),
        ("90瓦有线快充和50瓦无线充电", ["有线快充", "无线充电"]),
        ("甲股份成交3亿元，乙股份成交额居首，达9亿元", ["甲股份成交", "乙股份成交额"]),
        ("新能源公交车占比85%", ["新能源公交车占比"]),
        ("最大雨量出现在东坪镇，达300毫米", ["最大雨量"]),
        ("民警、武警和民兵共出动救援力量900人次", ["救援力量"]),
        ("我们只用了7天", [None]),
        ("新建42万平方米的T3航站楼", ["T3航站楼"]),
        ("拿到3个录用通知", ["录用通知"]),
        ("全市场成交额2万亿元", ["全市场成交额"]),
        ("采购经理指数为49%", ["采购经理指数"]),
        ("生产线用工减少60%", ["生产线用工"]),
        ("建成区面积12平方公里，使用率98%", ["建成区面积", "使用率"]),
        ("每年安排1亿元的专项资金", ["专项资金"]),
        ("公司引进6架A321neo客机", ["A321neo客机"]),
        ("全部达产后可年产轴承500万套", ["轴承"]),
        ("企业净增30家，总数达到200家", ["企业", "企业"]),
    ],
)
def test_names_what_is_measured_in_bulletins(text: str, indicators: list[str]) -> None:
    assert [claim.indicator for claim in claims(text)] == indicators


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("每周至少运动两次", [Bound.AT_LEAST]),
        ("收入分别突破4万元和2万元", [Bound.MORE_THAN, Bound.MORE_THAN]),
        ("收购价略高于1.2元的最低价", [Bound.EXACT]),
        ("占比低于联盟建议的70%", [Bound.EXACT]),
        ("误差约为±2个百分点", [Bound.APPROX]),
        ("附近3公里内没有书店", [Bound.AT_MOST]),
        ("最高可获每千瓦时4元的补偿", [Bound.AT_MOST]),
        ("覆盖率由不足四成提高到现在的九成", [Bound.LESS_THAN, Bound.EXACT]),
        ("一年六个月至六年不等的有期徒刑", [Bound.AT_LEAST, Bound.AT_MOST]),
    ],
)
def test_reads_bounds_of_bulletins(text: str, bounds: list[Bound]) -> None:
    assert [claim.bound for claim in claims(text)] == bounds


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("升17%，升幅较8月的16%扩大", [UP, UP]),
        ("甲市降幅最大，达11个百分点", [DOWN]),
        ("甲市占比最高，达11个百分点", [None]),
    ],
)
def test_tells_the_way_of_rates_named_before(text: str, changes: list[Change | None]) -> None:
    assert [claim.change for claim in claims(text)] == changes


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("她维持明年出口增长9%至11%的预测", [TARGET, TARGET]),
        ("估计全年存款增长介乎2%至3%", [TARGET, TARGET]),
        ("施工方为赶工，将原定45天的工序压到28天", [FACT, FACT]),
        ("将尘封六年的纪录提高了43秒", [FACT, FACT]),
        ("园区规划面积35平方公里", [FACT]),
        ("已有九成儿童完成免疫规划疫苗接种，比去年高2个百分点", [FACT, FACT]),
        ("围绕上述目标，全县重点抓好三件大事。新建公园8个。", [TARGET]),
        ("围绕上述目标，全县重点抓好三件大事。去年已建公园8个。", [FACT]),
    ],
)
def test_tells_plans_from_facts_in_bulletins(text: str, statuses: list[Status]) -> None:
    assert [claim.status for claim in claims(text) if claim.unit != "件"] == statuses


def test_sizes_of_storage_name_a_version_and_people_are_counted_on() -> None:
    assert [claim.exact for claim in claims("12GB+256GB版售价8999元")] == ["8999元"]
    told = claims("老年人口达3亿，占22%，预计2035年突破4亿")
    assert [claim.unit for claim in told] == ["人", "%", "人"]
    assert claims("峰值亮度5000尼特")[0].kind is Kind.OTHER
