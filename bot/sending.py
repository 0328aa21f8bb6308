"""One message to one person through one messenger, within its time; nothing is decided here."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Sequence

from bot import events as ev
from bot.card import Card
from bot.crisis import Crisis
from bot.letters import Letter
from bot.ports import MAY_LEAVE, Messenger, OutcomeUnknownError, Receipt, SendFailedError

SEND = 8.0
"""Seconds for one call to a messenger; nobody knows what came of one that takes longer."""

AT_ONCE = 200
"""How many messages to one messenger are under way together."""

_REDRAWN_AT_ONCE = 20
"""The same for cards that are drawn anew: they have a way of their own, so that no ping waits."""

Draw = Callable[[Crisis, Letter, datetime.datetime], Card]
Outcome = ev.Sent | ev.Failed | ev.Unknown


class Sending:
    """The messengers of this instance.

    `failed` hears of defects: a card that cannot be drawn, a messenger that raises what it should
    not. Such a message counts as failed or unknown; it never holds up another one.
    """

    def __init__(
        self, messengers: Sequence[Messenger], draw: Draw, failed: Callable[[BaseException], None]
    ) -> None:
        self._failed = failed
        self._messengers = {messenger.name: messenger for messenger in messengers}
        self._free = {name: asyncio.Semaphore(AT_ONCE) for name in self._messengers}
        self._redrawing = {name: asyncio.Semaphore(_REDRAWN_AT_ONCE) for name in self._messengers}
        self._draw = draw

    async def send(
        self,
        crisis: Crisis,
        ping: ev.Pinging,
        now: datetime.datetime,
        allowed: Callable[[], bool],
    ) -> Outcome | None:
        """Try what was just written.

        A repeat is looked up first. Right before it sends, it asks whether it is still allowed to:
        a process that stood still has lost its lease, and another one has taken over. Then it sends
        nothing and returns None. Nor does it send what is of no use any more, such as a question to
        somebody who has answered since.
        """
        messenger = self._messengers.get(ping.messenger)
        key, attempt = ping.key, ping.attempt
        if messenger is None:
            return ev.Failed(key=key, attempt=attempt, reason="no_messenger")
        letter = crisis.letters[key]
        to = crisis.member(letter.person).to
        try:
            card = self._draw(crisis, letter, now)
        except Exception as error:
            self._failed(error)
            return ev.Failed(key=key, attempt=attempt, reason="defect")
        try:
            async with self._free[messenger.name], asyncio.timeout(SEND):
                if ping.repeat and messenger.can_find:
                    found = await messenger.find(to, key)
                    if found:
                        return ev.Sent(key=key, attempt=attempt, receipt=found, found=True)
                if not allowed():
                    return None
                if crisis.moot(letter):
                    at_once = datetime.timedelta()
                    return ev.Failed(key=key, attempt=attempt, reason="needless", again=at_once)
                MAY_LEAVE.set(allowed)
                receipt = await messenger.send(to, card, key=key)
        except SendFailedError as error:
            return ev.Failed(key=key, attempt=attempt, reason=error.reason, again=error.again)
        except (OutcomeUnknownError, TimeoutError):
            return ev.Unknown(key=key, attempt=attempt)
        except Exception as error:
            self._failed(error)
            return ev.Unknown(key=key, attempt=attempt)
        return ev.Sent(key=key, attempt=attempt, receipt=receipt)

    async def refresh(
        self, crisis: Crisis, letters: Sequence[Letter], now: datetime.datetime
    ) -> None:
        """Draw delivered cards anew; one that cannot be now follows with the next change."""
        await asyncio.gather(*(self._redraw(crisis, letter, now) for letter in letters))

    async def _redraw(self, crisis: Crisis, letter: Letter, now: datetime.datetime) -> None:
        try:
            card = self._draw(crisis, letter, now)
            for receipt in letter.receipts:
                await self._update(receipt, card)
        except Exception as error:
            self._failed(error)

    async def _update(self, receipt: Receipt, card: Card) -> None:
        messenger = self._messengers.get(receipt.messenger)
        if messenger is None:
            return
        for last in (False, True):
            try:
                async with self._redrawing[messenger.name], asyncio.timeout(SEND):
                    await messenger.update(receipt, card)
                return
            except SendFailedError as error:
                if last or error.again is None:
                    return
                await asyncio.sleep(min(error.again.total_seconds(), SEND))
            except (OutcomeUnknownError, TimeoutError):
                return
