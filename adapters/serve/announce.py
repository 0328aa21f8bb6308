"""What the server says at its start: what is on, what is off and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TextIO

from bot.texts import Texts

_ON, _OFF = "✔", "○"


class Said(NamedTuple):
    """One line about a part: a sentence in `bot.texts`; `on` while the part is at work."""

    on: bool
    key: str
    values: Mapping[str, str] = {}


def announce(said: Iterable[Said], texts: Texts, out: TextIO) -> None:
    """Write the lines, what is on first."""
    for line in sorted(said, key=lambda line: not line.on):
        sign = _ON if line.on else _OFF
        print(f"  {sign} {texts.say(line.key, **line.values)}", file=out)
    out.flush()
