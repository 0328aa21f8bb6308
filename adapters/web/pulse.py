"""Whether any crisis grew: what every open board asks, and the store is asked once a second."""

from __future__ import annotations

import time

from bot.ports import Store, StoreDownError

_FRESH = 0.9


class Pulse:
    """Looks at the ends of the crises' streams, on behalf of all boards of this instance."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: float | None = None
        self._stamp = ""

    async def stamp(self) -> str:
        """Return what changes whenever a crisis does; while the store is down, what it was."""
        now = time.monotonic()
        if self._asked is None or now - self._asked >= _FRESH:
            self._asked = now
            try:
                heads = await self._store.streams("crisis/")
            except StoreDownError:
                return self._stamp
            self._stamp = ";".join(sorted(f"{h.stream}={h.version}" for h in heads))
        return self._stamp
