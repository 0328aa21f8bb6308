"""How much of a channel's length a draft has used."""

from __future__ import annotations

from typing import NamedTuple

from rules.channel import canonical
from rules.detect.limit import LimitSpec, length_on
from rules.pack import Pack
from rules.text import Document


class Meter(NamedTuple):
    """Characters as the channel counts them, and the most that it takes."""

    used: int
    most: int


def most_on(channel: str | None, pack: Pack) -> int | None:
    """Return the most characters that a channel takes by the pack; None where it sets no limit."""
    for rule in pack.rules:
        spec = rule.detect.spec
        if rule.on and isinstance(spec, LimitSpec) and spec.what == "length":
            return spec.most.get(canonical(channel))
    return None


def used_on(channel: str, doc: Document) -> int:
    """Return how long a text is there."""
    return length_on(channel, doc)
