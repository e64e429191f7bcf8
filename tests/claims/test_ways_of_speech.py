"""How figures are told outside statistical prose: in sport, speech, market briefs, lists and rules."""

import pytest

from reader.claims.claim import Claim
from reader.claims.finding import find_claims
from reader.text.script import detect_script


def claims(text: str, date: str = "2025-06-18") -> list[Claim]:
    return find_claims(text, script=detect_script(text), date=date)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("他以9秒98夺冠", [(9.98, "second")]),
        ("成绩1分52秒34", [(112.34, "second")]),
        ("跳出6米83，身高一米七八", [(6.83, "m"), (1.78, "m")]),
        ("比去年少了4成5", [(45, "%")]),
        ("利润率低于8个点的不碰，费率涨了3个点", [(8, "%"), (3, "pp")]),
        ("只需四五年", [(4, "year")]),
        ("卖一斤赔两块", [(0.5, "kg"), (2, "CNY")]),
        ("鸡蛋4块6一斤", [(4.6, "CNY"), (0.5, "kg")]),
        ("居民收入29 874元", [(29874, "CNY")]),
        ("含量2000μg/g", [(2000, "μg/g")]),
        ("65岁以上老人的$2车费", [(65, "year"), (2, "CNY")]),
        ("第一产业38.2、第二产业61.5、第三产业73.9亿元", [(3.82e9, "CNY"), (6.15e9, "CNY"), (7.39e9, "CNY")]),
        ("投资额由3.8亿追加至5.2亿", [(3.8e8, "CNY"), (5.2e8, "CNY")]),
        ("有四所学校、三部著作，七部门发文", [(4, "所"), (3, "部")]),
        ("男子100米决赛，中电科九所", []),
        ("日元兑美元跌至156.8，欧元报1.08美元", [(1.08, "USD")]),
        ("七旬老人", [(70, "year")]),
        ("半公斤茶叶，半吨水，等了半个钟头", [(0.5, "kg"), (500, "kg"), (0.5, "hour")]),
        ("每斤贵了一毛五。每斤2毛5\n每升便宜4角2分", [(0.15, "CNY"), (0.25, "CNY"), (0.42, "CNY")]),
        ("一毛不拔，预兆不好，看到兆丰金", []),
        ("市值突破兆元。资产数兆元，市值迈入万亿元", [(1e12, "CNY")] * 3),
        ("收购进度过半\n村道宽四米五\n最高罚五千\n早稻单产", [(0.5, "x"), (4.5, "m"), (5000, "CNY")]),
        ("搜救持续半日。恒指半日升200点", [(0.5, "day"), (200, "点")]),
    ],
)
def test_reads_figures_as_they_are_spoken(text: str, values: list[tuple[float, str]]):
    assert [(float(claim.value), claim.unit) for claim in claims(text)] == values


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("约港币320万元", ["approx"]),
        ("最高加2.5元", ["at_most"]),
        ("至少保持30米", ["at_least"]),
        ("单价跌进五毛", ["less_than"]),
        ("约定采购量不少于报量的八成", ["at_least"]),
        ("低于市场预估的3.1%", ["exact"]),
        ("提前近4个月完工", ["approx_below"]),
        ("处1万元至10万元罚款", ["at_least", "at_most"]),
        ("上升7600人至118700人", ["exact", "exact"]),
        ("四五十万人", ["approx"]),
    ],
)
def test_bounds_hold_over_what_stands_between(text: str, bounds: list[str]):
    assert [str(claim.bound) for claim in claims(text)] == bounds


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("增速由负增长0.9%转为2.2%", "decrease"),
        ("经济增长预期目标为5%左右", "increase"),
        ("录取率比前年高出近8个百分点", "increase"),
        ("增速高出全市1.4个百分点", None),
        ("地铁三期全长38.6公里", None),
        ("溢价率41.7%", None),
        ("同比多完成9.2亿元", "increase"),
        ("成交额放量862亿元", "increase"),
    ],
)
def test_changes_are_told_from_levels(text: str, change: str | None):
    assert claims(text)[0].change == change


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("去年8月，男子在前后11日内分26次转走积蓄", ["2024-08", "2024-08"]),
        ("按去年采购量测算，每年可省6.7亿元", [None]),
        ("而在三年前，装机不足40万千瓦", ["2022", "2022"]),
        ("自2019年试点以来，已推广32个县", ["2019/.."]),
        ("从去年10月算起，平台成交4.6亿元", ["2024-10/.."]),
        ("公司成立于2008年，注册资本5000万元", [None]),
        ("该馆2015年开馆，建筑面积2.1万平方米", [None]),
        ("2024财年，集团营收4.1万亿元", ["2024"]),
        ("清溪县二〇二四年运行情况\n消费比上年增长5%，上年增速为4%", ["2024", "2023"]),
        ("即日起，收购价每公斤8.5元", ["2025-06-18/.."]),
    ],
)
def test_times_are_what_the_words_around_them_make_them(text: str, periods: list[str | None]):
    assert [claim.period for claim in claims(text)] == periods


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("■求职登记：44.7万人次", ["求职登记"]),
        ("固定资产投资（不含农户）下降7.8%", ["固定资产投资"]),
        ("【本报讯】要求全线票价平均调高6.5%", ["全线票价"]),
        ("装机达400万千瓦，去年这一数字还不足40万千瓦", ["装机", "装机"]),
        ("建成两所小学、三处公园", ["小学", "公园"]),
        ("以7年为量刑起点", ["量刑起点"]),
        ("少儿借阅增长最快，同比增34%", ["少儿借阅"]),
        ("疫苗接种率要在2026年底前达到95%", ["疫苗接种率"]),
        ("水库水位34.7米，超警戒1.2米，比早8点涨了38公分", ["水库水位", "水库水位", "水库水位"]),
        ("限高54米", ["限高"]),
        ("的士起表价加5元", ["的士起表价"]),
    ],
)
def test_indicators_are_found_across_marks_and_clauses(text: str, indicators: list[str]):
    assert [claim.indicator for claim in claims(text)] == indicators


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("今年招募规模是去年的1.5倍", ["2025"]),
        ("今年1至5月，完成全年35万人目标任务的62.3%", ["2025", "2025-01/2025-05"]),
        ("该机构把全年增速预测下调至4.6%", ["2025"]),
        ("下半年还将培训40万人次", ["2025-07/2025-12"]),
        ("20日至21日北部仍有50毫米降雨", ["2025-06-20/2025-06-21"]),
        ("新馆明年5月启用，面积约30万平方米", [None]),
        ("2025年5月CPI上涨0.4%，上月为下降0.2%", ["2025-05", "2025-04"]),
        ("截至2025年5月，网民较2024年12月增加82万人", ["2024-12/2025-05"]),
        ("平台上线以来累计办件3.05亿件", [None]),
    ],
)
def test_times_govern_what_they_are_told_of(text: str, periods: list[str | None]):
    assert [claim.period for claim in claims(text)] == periods


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("美西航线每FEU3091美元", [(3091, "USD")]),
        ("在线人数破五千万", [(50_000_000, "人")]),
        ("人均月入四千五上下", [(4500, "CNY")]),
        ("客人平均住2.3晚，连扳三局", [(2.3, "晚"), (3, "局")]),
        ("假期前五天共接待游客37.9万人次", [(379_000, "人次")]),
        ("居民受惠，涉及公帑约20亿", [(2_000_000_000, "CNY")]),
        ("实施“十百千万”行动", []),
    ],
)
def test_reads_more_of_what_speech_leaves_out(text: str, values: list[tuple[float, str]]):
    assert [(float(claim.value), claim.unit) for claim in claims(text)] == values


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("金价回落至每盎司2960美元附近", "approx"),
        ("约占全台四成五", "approx"),
        ("高频事项3分钟内办结", "at_most"),
        ("占超标天数的61%", "exact"),
    ],
)
def test_bounds_are_told_from_words_that_look_like_them(text: str, bound: str):
    assert str(claims(text)[0].bound) == bound


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("新增车位不少于300个", "increase"),
        ("不到运力增幅的三分之一", None),
        ("较对上一年度长19分钟", "increase"),
        ("需求增速预计只有2.8%", "increase"),
    ],
)
def test_changes_are_no_part_of_what_they_are_compared_with(text: str, change: str | None):
    assert claims(text)[0].change == change


def test_a_half_year_told_by_its_end_is_that_of_later_comparisons_too():
    found = claims("集團公布截至6月底止中期業績，收入6.42億元，去年同期虧損4,310萬元", "2025-09-18")
    assert [claim.period for claim in found] == ["2025-01/2025-06", "2024-01/2024-06"]


def test_not_even_so_much_is_less():
    assert str(claims("去年連兩噸都沒湊夠")[0].bound) == "less_than"
