"""Change, status, period, indicator and entity of a claim, on sentences of many kinds of news."""

import pytest

from reader.claims import bounds, change, phrase_words
from reader.claims.change_verbs import FALLING, RISING
from reader.claims.claim import Change, Claim, Status
from reader.claims.finding import find_claims
from reader.text.script import Script

UP, DOWN = Change.INCREASE, Change.DECREASE


def claims(text: str, date: str | None = "2024-08-15", currency: str = "CNY") -> list[Claim]:
    return find_claims(text, script=Script.SIMPLIFIED, date=date, currency=currency)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("出口增长9.1%；进口下降1.9%", [UP, DOWN]),
        ("增速高于全市1.4个百分点", [None]),
        ("比去年同期快11个百分点", [UP]),
        ("产量增至302万吨", [None]),
        ("增速分别为5.1%、7.4%", [UP, UP]),
        ("同比分别增长32%和下降5.4%", [UP, DOWN]),
        ("涨幅比上年回落1.5个百分点", [DOWN]),
        ("第一产业增加值286.4亿元", [None]),
        ("新增学位1000余个", [UP]),
        ("缩短工期3个月", [DOWN]),
        ("人数上升约7,600人至118,700人", [UP, None]),
        ("数量翻两番", [UP]),
        ("新签约项目33个", [None]),
        ("有5%至8%增长", [UP, UP]),
        ("指数连升三日共1935点", [None, UP]),
        ("较年初多12家", [UP]),
    ],
)
def test_says_which_way_the_thing_went(text: str, changes: list[Change | None]) -> None:
    assert [claim.change for claim in claims(text)] == changes


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("力争地区生产总值突破500亿元", Status.TARGET),
        ("到2030年，非化石能源消费比重将达到25%", Status.TARGET),
        ("到2020年，比重达到25%", Status.ACTUAL),
        ("市值挑战万亿元", Status.TARGET),
        ("2023年总产预计达1320亿斤", Status.ACTUAL),
        ("冻结虚拟货币折合90万美元", Status.ACTUAL),
        ("国家专项计划420人", Status.ACTUAL),
        ("完成全年目标的58%", Status.ACTUAL),
        ("高于市场预期的5.2%", Status.ACTUAL),
        ("公司拟回购5000万元", Status.TARGET),
        ("预计2026年通车，届时行程58分钟，比目前压缩130分钟", Status.TARGET),
        ("燃料跌逾一成", Status.ACTUAL),
        ("公告实施后，查验率不到0.5%", Status.ACTUAL),
        ("达产后年产值超过2亿元", Status.TARGET),
        ("县里将补助标准提高到800元", Status.ACTUAL),
        ("明年将进一步提高到800元", Status.TARGET),
        ("2023年收入5亿元，公司将投资3亿元", Status.TARGET),
        ("惊恐之下转出30万元", Status.ACTUAL),
    ],
)
def test_tells_targets_from_facts(text: str, status: Status) -> None:
    assert claims(text)[-1].status == status


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021年增长10.0%", "2021"),
        ("2025年前3季度增长7.0%", "2025-01/2025-09"),
        ("截至2021年底，企业达4户", "../2021-12-31"),
        ("截至目前，企业达4户", "../2024-08-15"),
        ("目前企业达4户", "2024-08-15"),
        ("“十四五”以来，93户企业完成改造", "2021/.."),
        ("十四五期间投资20亿元", "2021/2025"),
        ("今年上半年增长5%", "2024-01/2024-06"),
        ("去年12月增长5%", "2023-12"),
        ("6月末，余额305亿元", "2024-06-30"),
        ("11月增长5%", "2023-11"),
        ("2023年末常住人口1200万人", "2023-12-31"),
        ("较2012年提高5个百分点", None),
        ("2020年覆盖率较2012年提高5个百分点", "2012/2020"),
        ("2023年产量同比增长5%", "2023"),
        ("到2030年，累计收入有望突破16亿元", "../2030"),
        ("周三，指数跌0.45%", "2024-08-14"),
        ("7月20日，发放300份", "2024-07-20"),
        ("截至6月30日止六个月，利润40.7亿元", "2024-01/2024-06"),
        ("自2023年7月1日起，补助800元", "2023-07-01/.."),
        ("8月3日开幕，次日到场5万人", "2024-08-04"),
        ("今（15）日开幕，入场3000人", "2024-08-15"),
        ("上（7）月营收5亿元", "2024-07"),
        ("去（2023）年营收5亿元", "2023"),
        ("明天降温5℃", "2024-08-16"),
        ("2024年6月，2019年举办的展会收入3亿元", "2024-06"),
        ("2023年12月28日至1月3日，收入5亿元", "2023-12-28/2024-01-03"),
        ("2024年2月29日收入5亿元，去年同期为4亿元", "2023-02-28"),
        ("2023年2月30日收入5亿元", None),
        ("企业达4户", None),
    ],
)
def test_resolves_the_time_that_a_claim_speaks_of(text: str, period: str | None) -> None:
    assert claims(text)[-1].period == period


def test_relative_times_need_the_day_of_the_article() -> None:
    assert claims("去年增长5%", date=None)[0].period is None
    assert claims("2021年增长5%", date=None)[0].period == "2021"


def test_years_of_the_republic_are_years_of_the_common_era_less_1911() -> None:
    assert claims("113年第2季增長5%", currency="TWD")[0].period == "2024-04/2024-06"
    assert claims("民国115年预算300亿元", currency="TWD")[0].period == "2026"


def test_a_paragraph_goes_on_with_the_period_of_its_first_sentence_and_no_further() -> None:
    text = "2023年，产值增长5%。其中，出口2亿元。\n企业有300户。"
    assert [claim.period for claim in claims(text)] == ["2023", "2023", None]


def test_a_time_in_brackets_or_of_a_relative_clause_does_not_govern() -> None:
    assert [c.period for c in claims("2023年收入5亿元（2022年为4亿元），利润1亿元")] == ["2023", "2022", "2023"]
    assert claims("2023年，2019年开通的线路运送300万人次")[0].period == "2023"


def test_the_level_before_a_change_takes_no_time_but_its_own() -> None:
    assert [c.period for c in claims("2024年7月，月薪由2.8万元提高到2.9万元")] == [None, "2024-07"]
    assert [c.period for c in claims("2023年，比重由2019年的41%提高到57%")] == ["2019", "2023"]


def test_what_is_to_come_does_not_govern_the_next_sentence() -> None:
    text = "2023年，出口5亿元。2030年目标为9亿元。企业有30家。"
    assert [claim.period for claim in claims(text)] == ["2023", "2030", "2023"]


def test_a_plan_does_not_take_the_past_time_of_an_earlier_sentence() -> None:
    assert [c.period for c in claims("2023年，出口5亿元。公司拟投资3亿元。")] == ["2023", None]


def test_the_holidays_are_the_days_that_were_named_as_a_stretch() -> None:
    text = "5月1日至5日，发送旅客30万人次。\n货运同样繁忙。假日期间，发送货物7万吨。"
    assert [claim.period for claim in claims(text)] == ["2024-05-01/2024-05-05"] * 2


@pytest.mark.parametrize(
    "text", ["发现有300户违规", "35岁以上年轻人300名", "5号机组发电300万度", "项目前期投入300万元"]
)
def test_no_time_is_read_into_other_words(text: str) -> None:
    assert claims(text)[-1].period is None


def test_a_heading_takes_the_period_of_the_figure_that_it_sums_up() -> None:
    heading, body = claims("总票房206亿元收官\n2023年总票房206.19亿元。")
    assert heading.period == body.period == "2023"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("地区生产总值增长10.0%", ["地区生产总值"]),
        ("知名企业300余户，300余户知名企业", ["知名企业", "知名企业"]),
        ("出口6,582.3亿元，增长9.1%", ["出口", "出口"]),
        ("规上工业总产值实现1023亿元、占全市的28.4%", ["规上工业总产值", "规上工业总产值"]),
        ("粮食播种面积1.68亿亩", ["粮食播种面积"]),
        ("基层门急诊量占比从2019年的41%提高到57%", ["基层门急诊量占比", "基层门急诊量占比"]),
        ("城镇、农村居民收入分别为4万元和2万元", ["城镇居民收入", "农村居民收入"]),
        ("近3年，实施重大项目60余项", [None, "重大项目"]),
        ("可创造1,600个就业机会", ["就业机会"]),
        ("发送列车34趟，加开34趟列车", ["列车", "列车"]),
        ("其中8部为国产影片", ["国产影片"]),
        ("远岭公司前三季度净利润增长5%", ["净利润"]),
        ("归属于股东的净利润9.72亿元", ["归属于股东的净利润"]),
        ("对甲国、乙国出口分别为3亿元和2亿元，前者增7%，后者降1%", ["对甲国出口", "乙国出口"] * 2),
        ("分析师将年底目标由3万点上调至4万点", ["年底目标", "年底目标"]),
        ("燃料跌5%", ["燃料"]),
        ("失业率3.0%，恢复至2019年同期的76%", ["失业率", "失业率"]),
        ("市政府今年编列预算300亿元", ["预算"]),
        ("出口急跌5%，进口骤降3%，油价反弹2%", ["出口", "进口", "油价"]),
        ("每年减少水土流失约21万吨", ["水土流失"]),
    ],
)
def test_names_what_is_measured(text: str, indicators: list[str | None]) -> None:
    assert [claim.indicator for claim in claims(text)] == indicators


def test_words_of_bounds_are_no_part_of_what_is_measured() -> None:
    """Both lists hold them: those that only bounds knew stayed in the indicator (上座率逼近七成: 上座率逼)."""
    nouns = {"概", "上", "最大", "上限", "上限为", "最高支持", "最高奖励", "最高补贴", "最高补助"}
    left = {word: claims(f"上座率{word}70%")[0].indicator for word in bounds._WORDS if word not in nouns}
    assert {word: indicator for word, indicator in left.items() if indicator != "上座率"} == {}


def test_an_indicator_is_in_the_articles_own_script() -> None:
    (claim,) = find_claims("私人住宅售價指數報289.3點", script=Script.TRADITIONAL, currency="HKD")
    assert (claim.indicator, claim.unit) == ("私人住宅售價指數", "點")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("2023年，滨海省出口300亿元", ["滨海省"]),
        ("滨海省出口300亿元。\n其中，机电产品200亿元", ["滨海省", "滨海省"]),
        ("滨海省出口300亿元。\n临川市出口20亿元，增长5%", ["滨海省", "临川市", "临川市"]),
        ("远岭营收增三成\n液压件厂远岭（证券代码：699321）公布，营收5亿元", ["远岭", "远岭"]),
        ("全县师生比达12.5%，比全市平均水平高2.3个百分点", ["全县", "全县"]),
        ("暴雨造成全市300户受灾", ["全市"]),
        ("失业率3.0%", [None]),
        ("超市销售额3亿元", [None]),
    ],
)
def test_names_whose_it_is(text: str, entities: list[str | None]) -> None:
    assert [claim.entity for claim in claims(text)] == entities


def test_a_verb_of_change_stands_in_one_list():
    """The verbs that both tell a change and lead to a figure are `RISING` and `FALLING`; what does one of the two stands apart."""
    shared = [*RISING.split(), *FALLING.split()]
    told = [*change._UP.split("|"), *change._DOWN.split("|")]
    leading = phrase_words._LEADING_WORDS.split()
    assert len(shared) == len(set(shared))
    assert not set(shared) & {*told, *leading}
