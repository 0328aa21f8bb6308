"""How much one person, or one address, may ask of this server."""

from __future__ import annotations

from typing import Literal

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

Kind = Literal["page", "keystroke", "send", "sign_in", "live"]
"""`page`: reading; `keystroke`: a check while typing; `send`: a form; `live`: a board to stay."""

_MOST: dict[Kind, str] = {
    "page": "240/minute",
    "keystroke": "900/minute",
    "send": "60/minute",
    "sign_in": "20/minute",
    "live": "30/minute",
}


class Limits:
    """Counts in memory, per instance: a limit is there to slow down, not to account."""

    def __init__(self, most: dict[Kind, str] | None = None) -> None:
        """Use other limits than the usual, for those that are given."""
        self._items: dict[Kind, RateLimitItem] = {
            kind: parse(text) for kind, text in {**_MOST, **(most or {})}.items()
        }
        self._window = MovingWindowRateLimiter(MemoryStorage())

    async def allows(self, kind: Kind, who: str) -> bool:
        """Count one more of a kind; False where it is too many."""
        return await self._window.hit(self._items[kind], kind, who)
