"""The language of the interface: which one, and what its catalogue says for English words.

The catalogues lie in `locales`, made by `make catalogue` (see docs/languages.md). English needs none: its words are the keys.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES = ("en", "zh")
"""English and Simplified Chinese."""

DOMAIN = "reader"
LOCALES = Path(__file__).with_name("locales")

_chosen = LANGUAGES[0]


def choose(language: str) -> None:
    """Let the interface of this process speak a language from now on.

    Args:
        language: One of `LANGUAGES`; any other is English.
    """
    global _chosen
    _chosen = language if language in LANGUAGES else LANGUAGES[0]


def chosen() -> str:
    """The language that the interface speaks."""
    return _chosen


def language_of(environment: Mapping[str, str]) -> str:
    """The language of a locale: Chinese in any script and place is `zh`, everything else `en`.

    Args:
        environment: Where `LC_ALL`, `LC_MESSAGES` and `LANG` are looked up; the first that is set decides.
    """
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def translated(words: str) -> str:
    """English words in the chosen language; as they are where the catalogue has none for them."""
    return words if _chosen == "en" or not words else catalogue(_chosen).get(words) or words


def tag_shown(name: str) -> str:
    """What a tag is called on the screen: the shipped ones as the chosen language has them, all others by their names.

    Catalogues know the shipped ones as `#key`, so that they meet no other word. What is stored and exported is the name.
    """
    return translated(f"#{name}")[1:]


def tags_shown(names: Iterable[str]) -> str:
    """Tags as the screen shows them in a row: `#key #target`."""
    return " ".join(translated(f"#{name}") for name in names)


def in_every_language(words: str) -> tuple[str, ...]:
    """English words and what the catalogues say for them."""
    return tuple(dict.fromkeys((words, *(catalogue(language).get(words) or words for language in LANGUAGES[1:]))))


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """What the catalogue of a language says, by the English words; nothing where there is none."""
    import gettext  # half a millisecond that English does not need

    file = gettext.find(DOMAIN, str(LOCALES), [language])
    if file is None:
        return {}
    with Path(file).open("rb") as opened:
        read = gettext.GNUTranslations(opened)
    return {words: said for words, said in vars(read)["_catalog"].items() if isinstance(words, str)}
