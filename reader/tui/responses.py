"""What a person says about a claim, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.messages import say

if TYPE_CHECKING:
    from reader.annotations.annotation import Response


def word_of(response: Response) -> str:
    """The response in the language of the interface: `corrected`, `rejected`."""
    return say(f"response-{response.value}")
