"""News that nobody wrote: Chinese articles full of figures, any number and any size, the same for the same seed.

Benchmarks need much text that does not repeat itself (caches, folding of repeats and branch prediction would flatter us),
and none that belongs to somebody. Names are made of random characters and every figure is drawn anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count, takewhile
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROVINCES = [
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
]
_TOWN = "安宁清平兴永新长东南西北江河山海林泉阳德武文龙凤金玉石云"
_FIRM = "华联众诚恒瑞宏泰科创嘉信远景晟源启明达盛博睿天合中鼎汇智"
_TRADE = [
    "新能源",
    "生物医药",
    "轨道交通",
    "精密仪器",
    "纺织",
    "物流",
    "农业",
    "半导体",
    "新材料",
    "食品",
    "造船",
    "环保",
    "软件",
    "通信",
    "化工",
    "家电",
]
_PERSON = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳敏静强磊洋艳勇军杰娟涛超明霞平刚桂英华建国志"
_INDICATOR = [
    "地区生产总值",
    "规模以上工业增加值",
    "固定资产投资",
    "社会消费品零售总额",
    "进出口总额",
    "一般公共预算收入",
    "居民人均可支配收入",
    "用电量",
    "货物吞吐量",
    "新增贷款",
    "粮食总产量",
    "旅游收入",
    "软件业务收入",
    "财政支出",
    "商品房销售额",
    "快递业务量",
]
_PRODUCT = [
    "逆变器",
    "动力电池",
    "冷链车",
    "疫苗",
    "传感器",
    "钢材",
    "茶叶",
    "光伏组件",
    "机床",
    "芯片",
    "大豆",
    "轮胎",
    "显示屏",
    "水泥",
    "集装箱",
    "服务器",
]
_VERDICT = [
    "好于预期",
    "稳中有进",
    "结构继续优化",
    "压力仍然较大",
    "后劲不足",
    "基础更加牢固",
    "需要客观看待",
    "值得关注",
]
_SOURCE = [
    "统计局",
    "商务厅",
    "发展改革委",
    "工业和信息化局",
    "海关",
    "税务局",
    "人民银行分行",
    "农业农村局",
    "交通运输厅",
]
_PUBLISHERS = ["晨报", "日报", "晚报", "商报", "时报"]

_CLAUSES = (
    "{place}{indicator}达到{money}",
    "同比增长{percent}",
    "比上年同期提高{points}个百分点",
    "{firm}{year}年生产{product}{many}台",
    "{trade}企业新增{few}家",
    "其中{indicator}{money}，占比{percent}",
    "带动就业{many}人",
    "到{later}年，全市{trade}产值力争突破{round}亿元",
    "{product}出口{few}批次、货值{dollars}万美元",
    "第{quarter}季度环比下降{percent}",
    "记者从{place}{source}了解到，{month}月份{indicator}为{money}",
    "{person}说，情况总体{verdict}",
    "项目总投资约{round}亿元，占地{few}亩",
    "{firm}计划在{few}天内交付{many}套{product}",
    "{place}先后出台了{little}项措施，惠及{many}户居民",
    "平均每吨{product}价格由{few}元涨到{many}元",
    "近{some}成受访者认为，{trade}行业{verdict}",
    "研发投入增至{money}，是{year}年的{times}倍",
    "{place}与{firm}签下合作协议",
    "这在{place}{trade}领域尚属首次",
    "业内人士认为，{indicator}的走势{verdict}",
    "{month}月{day}日，{person}在{place}考察了{firm}",
    "“{trade}不是一天建成的，”{person}表示",
    "{place}正在加快建设{trade}产业园",
    "全长{few}.{little}公里的线路于{year}年{month}月通车",
    "{person}在{place}走访时多次提到{trade}",
    "{place}{source}相关负责人{person}介绍",
    "{firm}把{product}送到了{place}的车间里",
    "与{place}相比，{place}的{trade}起步更晚",
    "不少{trade}企业把总部迁到{place}",
    "{indicator}{verdict}，{indicator}则{verdict}",
    "在{firm}的厂房里，{product}正在下线",
    "{person}和{person}都认为{trade}的前景{verdict}",
    "{source}有关人士回应说，{product}的供应{verdict}",
    "清晨的{place}，装满{product}的货车驶出{firm}",
    "{place}的经验是先让{trade}站稳脚跟，再谈{indicator}",
    "“过去{product}要从{place}运来，现在{place}就能造，”{person}说",
    "{firm}的{product}用上了{firm}的零件",
    "围绕{trade}，{place}{source}和{firm}分别提出了办法",
    "{person}从{place}调到{firm}，负责{product}的研发",
    "有专家指出，{place}的{indicator}{verdict}与{trade}有关",
    "{place}的居民对{trade}并不陌生",
    "从{product}到{product}，{firm}走过的路并不平坦",
    "{source}要求{place}把{indicator}核实清楚",
    "在{person}看来，{place}的{trade}已经{verdict}",
    "{firm}否认了{product}停产的传闻",
    "{trade}、{trade}和{trade}都写进了{place}的规划",
    "{place}的{person}至今记得{firm}开业时的情景",
    "随着{trade}兴起，{place}与{place}之间的往来更加频繁",
)
_ENDINGS = "。" * 12 + "；！"
_SENTENCES = (2, 5)
_CLAUSES_OF_SENTENCE = (2, 4)
_PARAGRAPHS = (4, 10)


@dataclass(frozen=True, slots=True)
class News:
    """An article that was made up.

    Attributes:
        title: Its title.
        date: Its day, ISO 8601.
        publisher: Who would have published it.
        paragraphs: Its paragraphs, without line feeds.
    """

    title: str
    date: str
    publisher: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Title and paragraphs, one a line."""
        return "\n".join((self.title, *self.paragraphs)) + "\n"

    @property
    def markdown(self) -> str:
        """With the title as a heading and blank lines between paragraphs."""
        return "\n\n".join((f"# {self.title}", *self.paragraphs)) + "\n"

    @property
    def jekyll(self) -> str:
        """With front matter, each paragraph an element."""
        head = f'---\nlayout: post\ntitle: "{self.title}"\ndate: {self.date} 08:00:00 +0800\ncategories: {self.publisher}\n---\n'
        return head + "".join(f"<p>{paragraph}</p>\n" for paragraph in self.paragraphs)


def articles(count: int, seed: int = 0) -> list[News]:
    """So many articles of ordinary length (1,000 to 3,000 characters, mostly), all different."""
    random = Random(seed)
    return [_news(random, _some_paragraphs(random)) for _ in range(count)]


def article_of_size(size: int, seed: int = 0) -> News:
    """One article whose Markdown takes about `size` bytes of UTF-8, within a paragraph's length."""
    random = Random(seed)
    return _news(random, tuple(_up_to(size, _paragraphs(random))))


def _news(random: Random, paragraphs: tuple[str, ...]) -> News:
    title = "{place}{trade}{verdict} {indicator}增长{percent}".format_map(_Words(random))
    day = f"{random.randint(2015, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    return News(title, day, random.choice(_PROVINCES) + random.choice(_PUBLISHERS), paragraphs)


def _some_paragraphs(random: Random) -> tuple[str, ...]:
    wanted = random.randint(*_PARAGRAPHS)
    return tuple(paragraph for paragraph, _ in zip(_paragraphs(random), range(wanted), strict=False))


def _paragraphs(random: Random) -> Iterator[str]:
    words = _Words(random)
    for _ in count():
        sentences = (_sentence(random, words) for _ in range(random.randint(*_SENTENCES)))
        yield "".join(chain(sentences))


def _sentence(random: Random, words: _Words) -> str:
    clauses = random.sample(_CLAUSES, random.randint(*_CLAUSES_OF_SENTENCE))
    return "，".join(clause.format_map(words) for clause in clauses) + random.choice(_ENDINGS)


def _up_to(size: int, paragraphs: Iterator[str]) -> Iterator[str]:
    """Paragraphs while they and what stands between them take no more than `size` bytes; one at least."""
    taken = 0

    def fits(paragraph: str) -> bool:
        nonlocal taken
        first = not taken
        taken += len(paragraph.encode()) + 2
        return first or taken <= size

    return takewhile(fits, paragraphs)


class _Words(dict[str, str]):
    """Draws a new word or figure each time one is asked for."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self._random = random

    def __missing__(self, slot: str) -> str:
        return str(getattr(self, f"_{slot}")())

    def _pick(self, characters: str, length: int) -> str:
        return "".join(self._random.choices(characters, k=length))

    def _place(self) -> str:
        return self._random.choice(_PROVINCES) + self._pick(_TOWN, 2) + self._random.choice("市县区")

    def _firm(self) -> str:
        return self._pick(_FIRM, 3) + self._random.choice(("集团", "股份", "公司", "科技"))

    def _person(self) -> str:
        return self._pick(_PERSON, 1) + self._pick(_GIVEN, 2)

    def _trade(self) -> str:
        return self._random.choice(_TRADE)

    def _indicator(self) -> str:
        return self._random.choice(_INDICATOR)

    def _product(self) -> str:
        return self._random.choice(_PRODUCT)

    def _verdict(self) -> str:
        return self._random.choice(_VERDICT)

    def _source(self) -> str:
        return self._random.choice(_SOURCE)

    def _money(self) -> str:
        return f"{self._random.randint(100, 999_999) / 100:.2f}{self._random.choice(('亿元', '万元', '亿美元'))}"

    def _percent(self) -> str:
        return f"{self._random.randint(1, 400) / 10}%"

    def _points(self) -> str:
        return f"{self._random.randint(1, 60) / 10}"

    def _dollars(self) -> str:
        return f"{self._random.randint(1000, 99_999):,}"

    def _many(self) -> str:
        return f"{self._random.randint(1, 90)}.{self._random.randint(1, 9)}万"

    def _few(self) -> int:
        return self._random.randint(11, 980)

    def _little(self) -> int:
        return self._random.randint(2, 9)

    def _some(self) -> str:
        return self._random.choice("三四五六七八九")

    def _round(self) -> int:
        return self._random.randint(2, 90) * 10

    def _times(self) -> str:
        return f"{self._random.randint(11, 49) / 10}"

    def _year(self) -> int:
        return self._random.randint(2012, 2024)

    def _later(self) -> int:
        return self._random.randint(2025, 2035)

    def _quarter(self) -> str:
        return self._random.choice("一二三四")

    def _month(self) -> int:
        return self._random.randint(1, 12)

    def _day(self) -> int:
        return self._random.randint(1, 28)
