"""Style sheets, parsed once a process: each app would parse them all anew, a tenth of what its start takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    import pytest
    from textual.css.model import RuleSet

_parsed: dict[object, list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


def share_parsed_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all apps of the process have the rules of the same words, with the same colours, from one parsing."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", _shared)


def _shared(self: Stylesheet, *words: Any, **named: Any) -> list[RuleSet]:
    kept = (*words, *named.values())
    if (rules := self._parse_cache.get(kept)) is None:
        key = (kept, tuple(self._variables.items()))
        if key not in _parsed:
            _parsed[key] = _parse(self, *words, **named)
        rules = self._parse_cache[kept] = _parsed[key]
    return rules
