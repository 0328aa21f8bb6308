"""Teams delivers a thing again when it has doubts; it is acted on once, on whatever instance."""

from __future__ import annotations

import datetime
import hashlib
import uuid
from collections import OrderedDict

from bot.ports import Store, StoreDownError

_KEPT = datetime.timedelta(hours=1)
_MOST = 10_000


class Once:
    """Knows what was delivered already: by the store's leases, and in memory while that is down."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: OrderedDict[str, None] = OrderedDict()

    async def first(self, conversation: str, activity: str) -> bool:
        """Tell whether this delivery is the first of its kind."""
        digest = hashlib.sha256(f"{conversation}\0{activity}".encode("utf-8", "replace"))
        key = f"delivery/teams/{digest.hexdigest()[:32]}"
        if key in self._seen:
            return False
        self._seen[key] = None
        if len(self._seen) > _MOST:
            self._seen.popitem(last=False)
        try:
            return await self._store.claim(key, uuid.uuid4().hex, _KEPT)
        except StoreDownError:
            return True
