"""The address that the tenant vouches for, so that the city's data can say who somebody is."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable

from botbuilder.schema import Activity

from adapters.teams.connector import Connector
from bot.ports import OutcomeUnknownError, SendFailedError

_KEPT = 3600.0
_PEOPLE = 20_000
_PATIENCE = 2.0
_GUEST = "#ext#"


class People:
    """What Teams says of people, remembered for an hour in memory alone."""

    def __init__(self, connector: Connector, clock: Callable[[], float] = time.monotonic) -> None:
        self._connector = connector
        self._clock = clock
        self._known: OrderedDict[str, tuple[float, str | None]] = OrderedDict()

    async def email(self, activity: Activity) -> str | None:
        """Return somebody's user principal name: its domain belongs to the tenant.

        A guest's does not, and the free field `email` may say anything: neither is believed.
        None where Teams does not say within two seconds.
        """
        user = activity.from_property.id or ""
        known = self._known.get(user)
        if known and self._clock() - known[0] < _KEPT:
            return known[1]
        try:
            async with asyncio.timeout(_PATIENCE):
                member = await self._connector.member(
                    activity.service_url, activity.conversation.id, user
                )
        except (SendFailedError, OutcomeUnknownError, TimeoutError):
            return known[1] if known else None
        name = member.get("userPrincipalName")
        belongs = isinstance(name, str) and "@" in name and _GUEST not in name.casefold()
        self._keep(user, name if belongs else None)
        return self._known[user][1]

    def _keep(self, user: str, email: str | None) -> None:
        self._known[user] = (self._clock(), email)
        self._known.move_to_end(user)
        if len(self._known) > _PEOPLE:
            self._known.popitem(last=False)
