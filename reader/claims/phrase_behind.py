"""The noun that stands behind a figure (`300余户知名企业`, `500公顷的林地`), and what is done with a sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.claim import Kind
from reader.claims.phrase import trimmed
from reader.claims.phrase_words import AFTER, NOT_NOUN, STOP, TIME
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from reader.claims.phrase import Phrase
    from reader.claims.setting import Setting

COUNTED = frozenset((Kind.COUNT,))
_LASTING = ("为期", "长达", "历时", "保持", "维持", "沿用", "尘封", "延续", "筹备", "酝酿")
"""What says how long the thing behind it is: `为期12天的展会`."""
_MEASURED = frozenset(
    (Kind.AREA, Kind.MASS, Kind.LENGTH, Kind.VOLUME, Kind.POWER, Kind.MONEY, Kind.PERCENT, Kind.OTHER)
)
_AMONG = lazy("[^初高集其当之空途]中，")
"""`70个城市中，`: of so many cities."""
_TAKING = ("以", "把", "将")
_BY = lazy("按[^，。；\\d]{0,12}$")
_GIVEN = lazy("(?:的标准)?(?:一次性)?(?:给予|发放|支付|拨付|收取|缴纳)(?P<noun>[\u4e00-\u9fff]{2,10})")
"""`按每人每月800元给予岗位补贴`: what a rate is paid for."""
_SHORT = 3
"""No noun of so few characters has a verb behind it."""
_DOES = lazy(
    "入选|入围|获[评批得奖]|荣获|取得|上榜|中标|跻身|加入|迁入|入驻(?=[^企的])|落地(?=[^的])|开业|结业|倒闭"
    "|停业|亮相|登场|到场|出席|受伤|死亡|遇难|失踪|被困|确诊|考上|办理|开设|设有|配备|建有|推出|选择|愿意"
    "|领到|领取|享受|[吃喝用住穿坐]上|[住搬]进|签约|集中(?=签约|开工|竣工|亮相)|下调|上调|调降|调升|宣布|公布|披露|跟进|停产|复产|受灾|获救|脱贫|参赛|参展"
)
"""What the thing counted does: its noun ends before (`3家企业入选`)."""
_SPENT = lazy("(?:以|斥资|耗资|出资|豪掷)(?:总价|每股|[约近超逾]|不(?:超过|低于|少于|高于))*$")
_DEED = lazy(
    "(?:[-—–~～至到]{1,2}[\\d.,]+[万亿]*元?)?(?:以上|以下|左右)?(?:的(?:价格|总价|对价))?"
    "(?P<deed>(?:提升|升级|改造|扩建|兴建|新建|建设|打造|购置|修缮|整治|回购|收购|购买|购入|认购|竞得|拍得"
    "|受让|增持|买入|出售|转让|参股|入股)[^，。；\\d]{2,16})"
)
"""`拟以5000万元回购股份`: what is done with a sum."""
_SELECTED = {
    "家": ("企业", "公司", "机构", "单位", "医院", "商户", "门店", "银行", "厂", "店", "会员"),
    "间": ("企业", "公司", "机构", "学校", "商户", "门店", "酒店", "会员"),
    "所": ("学校", "大学", "高校", "中学", "小学", "医院", "幼儿园"),
    "名": ("人", "者", "员", "生", "师", "工", "手", "民", "客", "户", "家"),
    "位": ("人", "者", "员", "生", "师", "工", "手", "民", "客", "户", "家"),
    "个": ("国家", "地区", "省份", "城市", "省", "市", "县", "区", "乡镇", "街道", "社区", "家庭", "部门"),
    "户": ("企业", "家庭", "农户", "居民", "商户"),
}
"""What each measure word counts: in `33个国家的选手` the countries are counted, not the runners."""
_PLACES = lazy("(?:城市|省份|国家|地区|县市|区县|行政村)(?=[\u4e00-\u9fff]{4,})(?!级|队|标准|实验|重点|公园|湿地|自然)")
"""`70个大中城市新建住宅价格`: cities are counted, not their prices."""
_ATTRIBUTE = lazy("[\\d.,]+[^\\d，。；、的]{1,8}的(?P<noun>[\\u4e00-\\u9fff]{2,12})")
"""`两台处理量100吨的烘干塔`: another figure stands between a measure word and its noun."""
_TAKEN_FOR = lazy("(?:作为|为|定为|设为)([\u4e00-\u9fff]{2,10})(?=[，。；]|$)")
"""`以7年为量刑起点`: what a figure is taken for."""


_MONEY, _DURATION, _PERCENT = Kind.MONEY, Kind.DURATION, Kind.PERCENT
"""Looked up once: a member of an enumeration costs 0.1 µs each time."""


def noun_behind(setting: Setting) -> Phrase | None:
    """The noun after a measure word (`300余户知名企业`), or after 的 (`500公顷的林地`)."""
    quantity, text = setting.quantity, setting.text
    lead = setting.lead
    taken = _TAKEN_FOR.match(setting.rest) if lead.endswith(_TAKING) else None
    if taken is not None:
        return trimmed(text, quantity.end + taken.start(1), quantity.end + taken.end(1)) or None
    paid = quantity.kind is _MONEY and lead
    done = _DEED.match(setting.rest) if paid and _SPENT.search(lead) else None
    if done is not None:
        return trimmed(text, quantity.end + done.start("deed"), quantity.end + done.end("deed")) or None
    given = (
        _GIVEN.match(setting.rest)
        if (paid or quantity.kind is _PERCENT) and "按" in lead and _BY.search(lead)
        else None
    )
    if given is not None:
        return trimmed(text, quantity.end + given.start("noun"), quantity.end + given.end("noun")) or None
    lasting = quantity.kind is _DURATION and lead.endswith(_LASTING) and setting.rest.startswith("的")
    if quantity.kind not in COUNTED and quantity.kind not in _MEASURED and not lasting:
        return None
    found = AFTER.match(text, quantity.end, setting.rest_end)
    if found is None:
        return None
    start, end = found.span("noun")
    if TIME.match(text, start) or NOT_NOUN.match(text, start, end):
        return None
    stop = STOP.search(text, start, end)
    end = stop.start() if stop else end
    if end - start > _SHORT and (done := _DOES.search(text, start + 2, end)) is not None:
        end = done.start()
    if start < setting.following < end:
        end = setting.following
    counted = quantity.kind in COUNTED and end == setting.following and text[end - 1] not in "、和与及或"
    if counted and (attribute := _ATTRIBUTE.match(text, end, setting.clause.end)) is not None:
        return trimmed(text, *attribute.span("noun")) or None
    end = _selected(quantity.unit, text, start, end)
    while text[end - 1] in "、逾超近约和及与自" or _AMONG.match(text, end - 2):
        end -= 1
    return trimmed(text, start, end) or None


def _selected(unit: str, text: str, start: int, end: int) -> int:
    """Where the noun that a measure word counts ends, if what belongs to it follows behind a 的."""
    if unit == "个" and (place := _PLACES.search(text, start, end)) is not None:
        return place.end()
    of = text.find("的", start + 2, end)
    return of if of > 0 and unit in _SELECTED and text.endswith(_SELECTED[unit], start, of) else end
