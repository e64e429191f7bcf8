"""A cheap scan for figures: stretches of a text that no line break may cut.

Unlike the search for claims it knows no context; it keeps a number together with its sign, currency mark, scale words
and unit, and a year or a day of a date with its 年, 月 or 日. It reads both scripts.
"""

from __future__ import annotations

from reader.text.patterns import lazy

_SCALE = "[十百千万亿萬億兆余餘多几幾]"
_NUMBER = rf"[0-9０-９](?:[-.．,，:：/](?=[0-9０-９])|[0-9０-９])*(?: ?{_SCALE}{{1,8}})?"
_UNIT = (
    r"(?:个百分点|個百分點|百分点|百分點|个基点|個基點|平方公里|平方千米|平方米|平方公尺|平方英尺|立方公里|立方米|立方公尺|"
    r"千瓦时|千瓦時|千瓦|兆瓦|公里|公斤|公顷|公頃|公噸|公吨|毫米|厘米|千米|千克|毫升|个月|個月|小时|小時|分钟|分鐘|星期|"
    r"人民币|人民幣|新台币|新台幣|新臺幣|[美港欧歐日韩韓澳加]元|日圆|日圓|英镑|英鎊|人次|架次|标箱|標箱|"
    r"[%％‰℃°]|[A-Za-z]{1,5}(?:/[A-Za-z]+)?|[元圆圓块塊角家户戶个個项項件人台臺辆輛股位名年月日时時点點分秒天周週岁歲倍成折番"
    r"亩畝坪斤吨噸克米里升度级級次所处處只隻条條座栋棟套间間张張本册冊篇份枚颗顆粒株棵支枝片种種类類款笔筆宗例起场場门門届屆期号號层層楼樓])?"
)
_ARABIC = rf"(?:(?:US|HK|NT|MOP)?[$＄¥￥€£] ?)?[-+－＋±]?{_NUMBER} ?{_UNIT}"
_ONES = "零〇○一二两兩三四五六七八九"
_SPELLED = (
    rf"第?(?<![{_ONES}十百千万萬亿億兆])[{_ONES}數数几幾]{{0,3}}[十百千万萬亿億兆][{_ONES}十百千万萬亿億兆余餘多几幾点點]{{0,12}}"
    r"(?:个百分点|個百分點|平方公里|平方米|公里|公斤|公顷|公頃|个月|個月|小时|小時|分钟|分鐘|[美港欧歐日韩韓澳加]元|"
    r"[元家户戶个個项項件人台臺辆輛股位名年月日天岁歲倍成折番亩畝坪斤吨噸米次])"
)
_FIGURE = lazy(f"{_ARABIC}|{_SPELLED}")


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
