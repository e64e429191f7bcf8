"""A cheap scan for figures: stretches of a text that no line break may cut.

Unlike the search for claims it knows no context; it keeps a number together with its sign, currency mark, scale words
and unit, and a year or a day of a date with its 年, 月 or 日. It reads both scripts.
"""

from __future__ import annotations

from reader.text.patterns import lazy

_SCALE = "(?:[十百万亿萬億余餘多几幾]|千(?![瓦克米])|兆(?!瓦))"
_DIGITS = "[0-9０-９](?:[-.．,，:：/](?=[0-9０-９])|[0-9０-９])*"
_NUMBER = rf"{_DIGITS}(?: ?{_SCALE}{{1,8}}(?:{_DIGITS}{_SCALE}{{0,8}})?)?"
_UNIT = (
    r"(?:个百分点|個百分點|百分点|百分點|个基点|個基點|平方公里|平方千米|平方米|平方公尺|平方英尺|立方公里|立方米|立方公尺|"
    r"[千兆吉]?瓦[时時]|[千兆吉]瓦|公里|公斤|公顷|公頃|公噸|公吨|毫米|厘米|千米|毫升|个多?月|個多?月|[个個]?小[时時]|分钟|分鐘|星期|"
    r"(?:千克|毫克|微克)(?:/立方米)?|摄氏度|攝氏度|勒克斯|"
    r"吨标准煤|噸標準煤|元人民[币幣]|人民币|人民幣|新台币|新台幣|新臺幣|[美港欧歐日韩韓澳加]元|澳门元|澳門元|日圆|日圓|英镑|英鎊|[块塊毛分]钱|[塊毛分]錢|人次|架次|标箱|標箱|"
    r"[%％‰℃°]|[A-Za-z]{1,5}(?:/[A-Za-z]+)?|[元圆圓块塊角家户戶个個项項件人台臺辆輛股位名年月日时時点點分秒天周週岁歲倍成折番部"
    r"亩畝坪斤吨噸克米里升度厘级級次所处處只隻条條座栋棟套间間张張本册冊篇份枚颗顆粒株棵支枝片种種类類款笔筆宗例起场場门門届屆期号號层層楼樓])?"
)
_ARABIC = rf"(?:(?:US|HK|NT|MOP)?[$＄¥￥€£] ?|第 ?|零下|[-+－＋±])?{_NUMBER} ?{_UNIT}"
_ONES = "零〇○一二两兩三四五六七八九"
_SPELLED = (
    rf"第?(?<![{_ONES}十百千万萬亿億兆])[{_ONES}數数几幾]{{0,3}}[十百千万萬亿億兆][{_ONES}十百千万萬亿億兆余餘多几幾点點]{{0,12}}"
    r"(?:个百分点|個百分點|平方公里|平方米|公里|公斤|公顷|公頃|个月|個月|小时|小時|分钟|分鐘|[美港欧歐日韩韓澳加]元|"
    r"[元家户戶个個项項件人台臺辆輛股位名年月日天岁歲倍成折番亩畝坪斤吨噸米次])"
)
_PARTS = rf"(?<![{_ONES}十百千万萬])[{_ONES}十百千万萬]{{1,4}}分之(?:[{_ONES}十百点點]{{1,8}}|{_DIGITS})"
_TENTHS = r"[一二两兩三四五六七八九]成(?:[一二三四五六七八九半]|(?![不为為立就果员員本功长長熟]))"
_FEW = (
    rf"第[{_ONES}十百]{{1,4}}[位名届屆次批期]?|(?<![{_ONES}十百千万萬亿億兆第])(?:"
    r"[二两兩三四五六七八九半几幾数數]{1,2}(?:个多?月|個多?月|公里|公斤|小时|小時|分钟|分鐘|[块塊毛分]钱|[塊毛分]錢|"
    r"[年周週天倍元家名台臺辆輛位斤吨噸亩畝米项項件户戶次])|(?<![统統唯惟专專])一(?:个多?月|個多?月|[年倍半周週]))"
)
_FIGURE = lazy(f"{_ARABIC}|{_PARTS}|{_SPELLED}|{_TENTHS}|{_FEW}")
"""A number in digits; in words, a fraction, a number of ten and more with a unit, tenths, and a few of something. One of something
is mostly no figure but an article."""


def figure_spans(text: str) -> list[tuple[int, int]]:
    """The spans that a line break must not cut, sorted, not overlapping, each of two code points or more.

    Args:
        text: Any text, in either script.

    Returns:
        Start and end of each span, in code points.
    """
    return [
        (found.start(), found.end() - (found.group()[-1] == " "))
        for found in _FIGURE.finditer(text)
        if found.end() - found.start() > 1
    ]
