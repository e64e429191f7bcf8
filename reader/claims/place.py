"""Where an article is from, as far as money goes: the currency that a bare 元 means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.patterns import lazy
from reader.text.script import Script

if TYPE_CHECKING:
    from reader.articles.article import Article

_DOMAINS = {".hk": "HKD", ".mo": "MOP", ".tw": "TWD", ".cn": "CNY"}
_HOST = lazy(r"^[a-z]+://([^/:?#]+)", re.IGNORECASE)
_PUBLISHERS = {
    "HKD": "香港|明报|明報|星岛|星島|东方日报|東方日報|大公报|大公報|文汇报|文匯報|经济日报 - 香港|頭條日報|am730|RTHK|TVB|無綫|now新聞|信報",
    "MOP": "澳门|澳門|市民日報|力報|濠江",
    "TWD": "台湾|台灣|臺灣|中央社|中时|中時|联合报|聯合報|联合新闻|聯合新聞|自由时报|自由時報|工商时报|工商時報|经济日报|經濟日報|"
    "公视|公視|三立|TVBS|東森|民視|華視|鉅亨|風傳媒|ETtoday|NOWnews",
}
_PLACES = {
    "HKD": "香港|港府|特区政府|特區政府|本港|九龙|九龍|新界|港铁|港鐵|立法会|立法會|港股|恒指|恒生|政府统计处|政府統計處|港元|港幣|金管局|差餉|差估署|強積金|"
    "积金局|積金局|区议会|區議會|警務處|商罪科|入境處|房委會|地政總署|運輸署|勞工處|衞生署|醫管局|港交所|廉署|特首|财政司|財政司|公屋|居屋|八達通|葵涌|青衣|深水埗|黃大仙|灣仔|柴灣|天水圍|上水|粉嶺|紅磡|九巴|港島|旺角|荃灣|沙田|元朗|"
    "屯門|將軍澳|觀塘|大埔|銅鑼灣|尖沙咀|北上消費|機管局|屋邨|呎|"
    "本地居民|政府新聞處|食環署|環保署|社署|教育局|懲教署|消委會|地政署|屋苑|樓花|蚊|八達通|中環|金鐘|北角|鰂魚涌|筲箕灣|大嶼山|東涌|馬鞍山|西貢|油麻地|長沙灣|藍籌|港府|特首|保安局|運輸及物流局|"
    "區域法院|高等法院|終審法院|裁判法院|街坊|打工仔|港聞|隧巴|小巴|[访訪来來留抵在离離全]港|港大|賽馬會|馬會|的士|食肆|起錶|實用呎|差餉|搜獲|中期息",
    "MOP": "澳门|澳門|本澳|[访訪来來留抵在离離全]澳|氹仔|路氹|澳门元|澳門元|博彩|博监局|博監局|司警|澳廣視|統計暨普查局|勞工事務局",
    "TWD": "台湾|台灣|臺灣|台北|臺北|新北|台中|臺中|台南|臺南|高雄|桃园|桃園|新竹|立法院|行政院|主计总处|主計總處|劳动部|勞動部|卫福部|衛福部|"
    "内政部|內政部|金管会|金管會|新台币|新台幣|民国|民國|健保|劳保|勞保|台积电|台積電|财政部|立委|縣府|县府|农业部|農業部|警政署|刑事局|縣市|鄉鎮|疾管署|氣象署|"
    "台電|大專校院|教育部|外交部|交通部|環境部|台股|三大法人|中油|台鐵|捷運|經濟部|六都|坪|總統府|國發會|央行總裁|"
    "全台|全臺|北市|中市|高市|基隆|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|台東|臺東|澎湖|金門|馬祖|農糧署|健保署|勞動署|農委會|立委|縣長|縣議|里長|公噸|"
    "公所|高鐵局|中選會|監察院|司法院|地檢署|地方法院|台幣|中職|上櫃|櫃買|證交所|統一發票|學測|外籍移工|移工|買超|賣超|投信|農損|減班|[年月季][增減]",
}


def currency_of(publisher: str | None, url: str | None, text: str, script: Script) -> str:
    """ISO 4217 of the currency that a bare 元 means in an article.

    The address tells best, then the publisher, then which places the text names; a text in Simplified script that names
    none is from the mainland. Only a text in Traditional script is taken for one from Hong Kong, Macau or Taiwan by the
    places alone: the mainland writes of them, too.
    """
    host = _HOST.match(url or "")
    if host is not None:
        for domain, currency in _DOMAINS.items():
            if host[1].lower().endswith(domain):
                return currency
    for currency, names in _PUBLISHERS.items():
        if publisher and re.search(names, publisher):
            return currency
    if script is not Script.TRADITIONAL:
        return "CNY"
    counts = {currency: len(re.findall(names, text)) for currency, names in _PLACES.items()}
    most = max(counts, key=lambda currency: counts[currency])
    return most if counts[most] else "CNY"


def currency_of_article(article: Article) -> str:
    """The same for a clean article; its first 20,000 characters tell the place."""
    return currency_of(article.publisher, article.url, article.text[:20_000], article.script)
