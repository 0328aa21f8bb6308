"""One crisis in one instance's hands: write what will be done, do it, write what came of it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import time
from collections.abc import Coroutine

from bot import events as ev
from bot.crises import PREFIX, Crises
from bot.crisis import Crisis
from bot.due import due
from bot.letters import resend
from bot.ports import Conflict, StoreDownError
from bot.refresh import refresh_at, stale
from bot.sending import Sending

LEASE = datetime.timedelta(seconds=12)
_PROLONG = 3.0
_MARGIN = 1.0
_GATHER = 0.2
"""Seconds in which outcomes that come close together are gathered into one write."""

_LOOK = 1.0
_STORE_AGAIN = 0.5


class Shift:
    """Works on a crisis until nothing is due and nothing is under way."""

    def __init__(
        self, crises: Crises, sending: Sending, crisis_id: str, holder: str, claimed: float
    ) -> None:
        self._crises = crises
        self._sending = sending
        self._id = crisis_id
        self._holder = holder
        self._claimed = claimed
        self._lost = False
        self._mine: set[tuple[str, int]] = set()
        self._tasks: set[asyncio.Task[ev.Event | None]] = set()
        self._outbox: list[ev.Event] = []
        self._refreshing = False
        self._wrote = False
        self._next = 0.0
        self._nudge = asyncio.Event()

    def nudge(self) -> None:
        """Look at once at what was written."""
        self._nudge.set()

    async def work(self) -> None:
        """Work; what cannot be written while the store is down is written when it is back."""
        while True:
            try:
                if await self._turn():
                    continue
            except Conflict:
                continue
            except StoreDownError:
                if not self._tasks and not self._outbox:
                    return
                await asyncio.sleep(_STORE_AGAIN)
            if not self._tasks and not self._outbox:
                break
            await self._wait()
        if not self._lost:
            with contextlib.suppress(StoreDownError):
                await self._crises.store.release(PREFIX + self._id, self._holder)

    async def _turn(self) -> bool:
        """Write what came of sends, else what is decided now; False when there is neither."""
        await self._prolong()
        crisis = await self._crises.load(self._id)
        now = await self._crises.store.now()
        outcomes = tuple(self._outbox)
        if outcomes:
            self._expect(await self._crises.write(crisis, outcomes, now), now)
            del self._outbox[: len(outcomes)]
            self._wrote = True
            return True
        if self._lost:
            return False
        events = self._decisions(crisis, now)
        if events:
            self._expect(await self._crises.write(crisis, events, now), now)
            self._wrote = True
            self._send(crisis, events, now)
        self._refresh(crisis, now)
        if not self._wrote and not self._tasks:
            await self._crises.put_off(crisis, now)
        return bool(events)

    def _expect(self, at: datetime.datetime | None, now: datetime.datetime) -> None:
        """Remember when the next event is due, by the clock of this process."""
        left = (at - now).total_seconds() if at else _LOOK
        self._next = time.monotonic() + left

    def _decisions(self, crisis: Crisis, now: datetime.datetime) -> tuple[ev.Event, ...]:
        """Return what to write next: after a crash, first what nobody knows the outcome of."""
        lost = [e for e in crisis.pending if (e.key, e.pending) not in self._mine]
        return tuple(resend(letter) for letter in lost) or due(crisis, now)

    def _send(self, crisis: Crisis, events: tuple[ev.Event, ...], now: datetime.datetime) -> None:
        """Begin the sends that were just written."""
        for event in events:
            if isinstance(event, ev.Pinging):
                self._mine.add((event.key, event.attempt))
                self._start(self._one(crisis, event, now))

    async def _one(
        self, crisis: Crisis, ping: ev.Pinging, now: datetime.datetime
    ) -> ev.Event | None:
        outcome = await self._sending.send(crisis, ping, now, self._allowed)
        if outcome is None:
            self._mine.discard((ping.key, ping.attempt))
        return outcome

    def _refresh(self, crisis: Crisis, now: datetime.datetime) -> None:
        """Begin to draw cards anew that no longer show what is."""
        at = refresh_at(crisis)
        if at and at <= now and not self._refreshing:
            self._refreshing = True
            self._start(self._drawn(crisis, now))

    async def _drawn(self, crisis: Crisis, now: datetime.datetime) -> ev.Event | None:
        shown, letters = stale(crisis, now)
        try:
            await self._sending.refresh(crisis, letters, now)
        finally:
            self._refreshing = False
        return shown

    def _start(self, work: Coroutine[None, None, ev.Event | None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)

    async def _wait(self) -> None:
        """Wait until something comes of a send, is written or is due, or a moment is over."""
        patience = min(_LOOK, max(_GATHER, self._next - time.monotonic()))
        nudged = asyncio.create_task(self._nudge.wait())
        try:
            done, _ = await asyncio.wait(
                {*self._tasks, nudged}, timeout=patience, return_when=asyncio.FIRST_COMPLETED
            )
            if done - {nudged} and len(self._tasks) > 1:
                await asyncio.sleep(_GATHER)
        finally:
            nudged.cancel()
            self._nudge.clear()
        for task in [task for task in self._tasks if task.done()]:
            self._tasks.discard(task)
            outcome = task.result()
            if outcome:
                self._outbox.append(outcome)

    async def _prolong(self) -> None:
        """Keep the lease; whoever lost it to another instance decides nothing any more."""
        if self._lost or time.monotonic() - self._claimed < _PROLONG:
            return
        asked = time.monotonic()
        if await self._crises.store.claim(PREFIX + self._id, self._holder, LEASE):
            self._claimed = asked
        else:
            self._lost = True

    def _allowed(self) -> bool:
        """Tell whether the lease certainly still holds: a process may have stood still."""
        left = self._claimed + LEASE.total_seconds() - time.monotonic()
        return not self._lost and left > _MARGIN
