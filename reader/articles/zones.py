"""What elements and their class names say about the place of a block."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.articles.block import Zone
from reader.articles.markup import attribute_values

_HIDDEN = """
script style noscript template svg iframe object select textarea button title noframes noembed
canvas audio video map datalist xmp math amp-ad amp-embed amp-sticky-ad amp-sidebar amp-list
amp-consent
"""
HIDDEN_ELEMENTS = frozenset(_HIDDEN.split())
"""Elements whose content is no text of the page."""

_ASIDE_ELEMENTS = frozenset(("nav", "footer", "aside", "menu", "dialog"))
_MAIN_ELEMENTS = frozenset(("article", "main"))
_NEVER_ASIDE = frozenset(("html", "body", "main", "article", "p", "h1"))

_HINT = re.compile(r"""(?<![\w-])(?:class|id|role)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|(?:left|top|text-indent)\s*:\s*-\d{3,}", re.IGNORECASE)
_TINY_STYLE = re.compile(r"font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_TEXT_ELEMENTS = frozenset(["a", "b", "font", "i", "p", "small", "span"])
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_ASIDE = """
nav navbar navigation navi menu submenu breadcrumb breadcrumbs crumb crumbs crumbnav topbar toolbar
sidebar aside footer foot bottom copyright share sharing social bdsharebuttonbox related relate
relevant recommend recommends recommended recommendation hot hotnews rank ranking comment comments
reply replies discuss login signin register search searchbar pager pagination pagenav paging
prevnext tag tags keyword keywords ad ads adv advert advertisement banner sponsor promo popup modal
subscribe newsletter disclaimer friendlink links qrcode wechat weixin download toplink tools
feedback copyrights statement bread xgxw xgyd tuijian dibu daohang youqing pinglun fenxiang
"""
_ASIDE_WORDS = frozenset(_ASIDE.split())
_MAIN = """
article content post entry story detail details zhengwen neirong text txt body maintext artical
arti main news
"""
_MAIN_WORDS = frozenset(_MAIN.split())


@lru_cache(maxsize=4096)
def zone_of(name: str, attributes: str) -> Zone:
    """What a start tag says about what stands in its element.

    Args:
        name: Element name in lower case.
        attributes: What stands behind the name, as written.
    """
    if name in _ASIDE_ELEMENTS:
        return Zone.ASIDE
    if name in _MAIN_ELEMENTS:
        return Zone.MAIN
    if not attributes or name in _NEVER_ASIDE:
        return Zone.OPEN
    words = [
        word.lower() for found in _HINT.finditer(attributes) for word in _WORD.findall(found[found.lastindex or 0])
    ]
    if any(word in _ASIDE_WORDS for word in words):
        return Zone.ASIDE
    return Zone.MAIN if any(word in _MAIN_WORDS for word in words) else Zone.OPEN


@lru_cache(maxsize=4096)
def is_hidden(name: str, attributes: str) -> bool:
    """Whether a browser would not show what stands in the element."""
    if name in HIDDEN_ELEMENTS:
        return True
    if not attributes or name == "body":
        return False
    values = attribute_values(attributes)
    style = values["style"].text if "style" in values else ""
    if "hidden" in values or _HIDDEN_STYLE.search(style):
        return True
    return name in _TEXT_ELEMENTS and _TINY_STYLE.search(style) is not None
