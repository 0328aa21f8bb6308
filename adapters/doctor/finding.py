"""One thing that the doctor found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

State = Literal["good", "off", "bad"]
"""`bad` is to be mended; `off` is not switched on, which is fine."""


class Found(NamedTuple):
    """A finding; `key` is a sentence in `bot.texts`."""

    state: State
    key: str
    values: Mapping[str, str | int] = {}


def good(key: str, **values: str | int) -> Found:
    """Return that something is as it should be."""
    return Found("good", key, values)


def bad(key: str, **values: str | int) -> Found:
    """Return that something is to be mended."""
    return Found("bad", key, values)


def off(key: str, **values: str | int) -> Found:
    """Return that something is not switched on."""
    return Found("off", key, values)
