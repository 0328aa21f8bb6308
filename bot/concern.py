"""Something that a city should mend in its data, though it does run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Concern(NamedTuple):
    """One thing to mend; `key` is a sentence in `bot.texts`, `values` fill it."""

    key: str
    values: Mapping[str, str]
