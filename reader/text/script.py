"""Simplified and Traditional: telling them apart, and converting without changing the length."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from opencc import OpenCC

_SIMPLIFIED_ONLY = frozenset(
    "们这个国来时说对发会学经过现实门间问长东车马鸟鱼龙业专两严丰为义乐习书买亿仅从仓众优传伤价"
    "华单卫厂厅历厉压县双变号听员团园围图圆场坏块坚声处备复够头"
)
_TRADITIONAL_ONLY = frozenset(
    "們這個國來時說對發會學經過現實門間問長東車馬鳥魚龍業專兩嚴豐為義樂習書買億僅從倉眾優傳傷價"
    "華單衛廠廳歷厲壓縣雙變號聽員團園圍圖圓場壞塊堅聲處備復夠頭"
)


class Script(StrEnum):
    """A script that Chinese is written in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def detect_script(text: str) -> Script:
    """The script that more of the text's telling characters belong to; Simplified where none tells."""
    simplified = sum(map(text.count, _SIMPLIFIED_ONLY))
    traditional = sum(map(text.count, _TRADITIONAL_ONLY))
    return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED


def converted(text: str, to: Script) -> str:
    """The text in another script (OpenCC's `t2s` and `s2t`), exactly as long as before."""
    return str(_converter("t2s" if to is Script.SIMPLIFIED else "s2t").convert(text))
