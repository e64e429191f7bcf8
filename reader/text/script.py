"""Simplified and Traditional: telling them apart, and converting without changing the length."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

_SIMPLIFIED_OFTEN = (
    "们这个国来时说对发会学经过现实门间问长东车马鸟鱼龙业专两严丰为义乐习书买亿仅从仓众优传伤价"
    "华单卫厂厅历厉压县双变号听员团园围图圆场坏块坚声处备复够头"
)
_TRADITIONAL_OFTEN = (
    "們這個國來時說對發會學經過現實門間問長東車馬鳥魚龍業專兩嚴豐為義樂習書買億僅從倉眾優傳傷價"
    "華單衛廠廳歷厲壓縣雙變號聽員團園圍圖圓場壞塊堅聲處備復夠頭"
)
_PLAIN = 20
"""This many telling characters of the frequent ones tell the script, if one script has three times those of the other."""


class Script(StrEnum):
    """A script that Chinese is written in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


def detect_script(text: str) -> Script:
    """The script that more of the text's telling characters belong to; Simplified where none tells.

    A text may mix both (Simplified navigation around a Traditional article, quoted names): the greater part decides.
    """
    simplified = sum(map(text.count, _SIMPLIFIED_OFTEN))
    traditional = sum(map(text.count, _TRADITIONAL_OFTEN))
    if simplified + traditional < _PLAIN or max(simplified, traditional) < 3 * min(simplified, traditional):
        simplified, traditional = _all_telling(text)
    return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED


def converted(text: str, to: Script) -> str:
    """The text in another script (OpenCC's `t2s` and `s2t`), exactly as long as before."""
    from reader.text.conversion import Conversion, convert  # most texts need none

    return convert(text, Conversion.T2S if to is Script.SIMPLIFIED else Conversion.S2T)


def is_all_simplified(text: str) -> bool:
    """Whether all characters are of GB/T 2312, the character set of Simplified, so that nothing is to be converted; cheap.

    False tells nothing: that set knows neither all Simplified characters nor all marks and symbols.
    """
    try:
        text.replace("—", "").replace("·", "").encode("gb2312")  # Python has other code points for these two
    except UnicodeEncodeError:
        return False
    return True


def _all_telling(text: str) -> tuple[int, int]:
    """How many characters only Simplified has, and how many only Traditional."""
    from reader.text.conversion import telling_characters  # most texts are told by their frequent characters

    simplified, traditional = telling_characters()
    counts = Counter(text)
    return (
        sum(count for character, count in counts.items() if character in simplified),
        sum(count for character, count in counts.items() if character in traditional),
    )
