"""Where an article is from, as far as money goes: the currency that a bare 元 means.

What names a place stands in `places.csv` beside this module.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.text.patterns import lazy
from reader.text.script import Script

if TYPE_CHECKING:
    from reader.articles.article import Article

_SAMPLE = 20_000
"""How many characters of an article are searched for places."""

_DOMAINS = {".hk": "HKD", ".mo": "MOP", ".tw": "TWD", ".cn": "CNY"}
_HOST = lazy(r"^[a-z]+://([^/:?#]+)", re.IGNORECASE)


@cache
def _names(where: str) -> dict[str, re.Pattern[str]]:
    """By currency, what names its place in the `publisher` or in the `text` of an article."""
    words: dict[str, list[str]] = {}
    lines = Path(__file__).with_name("places.csv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        if not line.startswith("#"):
            currency, told_in, names = line.split(",")
            if told_in == where:
                words.setdefault(currency, []).extend(names.split())
    return {currency: re.compile("|".join(names)) for currency, names in words.items()}


def currency_of(publisher: str | None, url: str | None, text: str, script: Script) -> str:
    """ISO 4217 of the currency that a bare 元 means in an article.

    The address tells best, then the publisher, then which places the text names most. A text in Simplified script is the
    mainland's unless address or publisher say otherwise: the mainland writes of Hong Kong, Macau and Taiwan, too.

    Args:
        publisher: Who published it, as written, or None.
        url: Where it was published, or None.
        text: Its beginning.
        script: The script that it is written in.
    """
    host = _HOST.match(url or "")
    if host is not None:
        for domain, currency in _DOMAINS.items():
            if host[1].lower().endswith(domain):
                return currency
    if publisher:
        for currency, names in _names("publisher").items():
            if names.search(publisher):
                return currency
    if script is not Script.TRADITIONAL:
        return "CNY"
    counts = {currency: len(names.findall(text)) for currency, names in _names("text").items()}
    most = max(counts, key=lambda currency: counts[currency])
    return most if counts[most] else "CNY"


def currency_of_article(article: Article) -> str:
    """The same for a clean article."""
    return currency_of(article.publisher, article.url, article.text[:_SAMPLE], article.script)
