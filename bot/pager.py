"""Every instance ticks: it takes up what is due, for the length of a lease, and works on it."""

from __future__ import annotations

import asyncio
import contextlib
import time
import uuid
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.crises import PREFIX, Crises
from bot.ports import Messenger, StoreDownError
from bot.sending import Draw, Sending
from bot.shift import LEASE, Shift
from bot.sweep import Sweep

TICK = 1.0
"""Seconds between two looks at what is due; what this instance writes is looked at at once."""

_SWEEP = 10.0
_LATE = 10.0
"""Seconds after which something due that nobody has taken up turns the health check red."""

_STALLED = 30.0
_AFTER_ERROR = 5.0


class Pulse(NamedTuple):
    """Whether nobody is being forgotten; `key` is a sentence in `bot.texts` that says why not."""

    ok: bool
    key: str = ""


class Pager:
    """Sends what crises need, together with every other instance on the same store.

    `draw` makes the card of a message. `failed` hears of what should not have happened: the crisis
    is taken up again a little later, and the health check is red meanwhile.
    """

    def __init__(
        self,
        crises: Crises,
        messengers: Sequence[Messenger],
        draw: Draw,
        sweep: Sweep | None = None,
        *,
        holder: str = "",
        failed: Callable[[BaseException], None] = lambda _: None,
    ) -> None:
        self._crises = crises
        self._sending = Sending(messengers, draw, failed)
        self._sweep = sweep
        self._holder = holder or uuid.uuid4().hex
        self._failed = failed
        self._shifts: dict[str, tuple[Shift, asyncio.Task[None]]] = {}
        self._broken: dict[str, float] = {}
        self._nudge = asyncio.Event()
        self._stopping = False
        self._down = False
        self._lateness = 0.0
        self._looked = time.monotonic()
        self._swept = 0.0
        crises.listeners.append(self.nudge)

    async def run(self) -> None:
        """Work until `stop`; a store that is down is asked again until it is back."""
        while not self._stopping:
            try:
                await self._look()
            except StoreDownError:
                self._down = True
            except Exception as error:
                self._failed(error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._nudge.wait(), TICK)
            self._nudge.clear()
        await self._rest()

    async def tick(self) -> None:
        """Take up all that is due now and return when it is done.

        Raises:
            StoreDownError: the store cannot be asked.
        """
        while await self._look():
            await self._rest()
        await self._rest()

    async def stop(self) -> None:
        """Take up nothing new; what was begun is finished."""
        self._stopping = True
        self._nudge.set()
        await self._rest()

    def nudge(self, crisis_id: str) -> None:
        """Look at once: something was written on this instance."""
        if crisis_id in self._shifts:
            self._shifts[crisis_id][0].nudge()
        self._nudge.set()

    def health(self) -> Pulse:
        """Say whether all that was due was taken up, and all that was sent left in time."""
        if self._down or time.monotonic() - self._looked > _STALLED:
            return Pulse(ok=False, key="crisis-health-store")
        if self._broken or self._crises.unreadable:
            return Pulse(ok=False, key="crisis-health-broken")
        late = any(crisis.late for crisis in self._crises.known if crisis.open)
        if late or self._lateness > _LATE:
            return Pulse(ok=False, key="crisis-health-late")
        return Pulse(ok=True)

    async def _look(self) -> int:
        """Take up what is due and free; return how much."""
        store = self._crises.store
        now = await store.now()
        self._down, self._looked = False, time.monotonic()
        await self._look_around()
        heads = await store.streams(PREFIX, due_by=now)
        waits = [(now - head.due).total_seconds() for head in heads if head.due]
        self._lateness = max(waits, default=0.0)
        taken = 0
        for head in heads:
            crisis_id = head.stream.removeprefix(PREFIX)
            if crisis_id in self._shifts or self._resting(crisis_id):
                continue
            begun = time.monotonic()
            if await store.claim(head.stream, self._holder, LEASE):
                self._begin(crisis_id, begun)
                taken += 1
        return taken

    async def _look_around(self) -> None:
        """Now and then, carry what happens outside a crisis into it."""
        if self._sweep is None or time.monotonic() - self._swept < _SWEEP:
            return
        self._swept = time.monotonic()
        self._crises.forget_closed()
        try:
            await self._sweep.run()
        except StoreDownError:
            raise
        except Exception as error:
            self._failed(error)

    def _resting(self, crisis_id: str) -> bool:
        since = self._broken.get(crisis_id)
        return since is not None and time.monotonic() - since < _AFTER_ERROR

    def _begin(self, crisis_id: str, claimed: float) -> None:
        shift = Shift(self._crises, self._sending, crisis_id, self._holder, claimed)
        task = asyncio.create_task(shift.work())
        self._shifts[crisis_id] = shift, task
        task.add_done_callback(lambda done: self._end(crisis_id, done))

    def _end(self, crisis_id: str, done: asyncio.Task[None]) -> None:
        del self._shifts[crisis_id]
        self._nudge.set()
        error = None if done.cancelled() else done.exception()
        if error is None:
            self._broken.pop(crisis_id, None)
        elif not isinstance(error, StoreDownError):
            self._broken[crisis_id] = time.monotonic()
            self._failed(error)

    async def _rest(self) -> None:
        """Wait for what was begun."""
        while self._shifts:
            await asyncio.wait([task for _, task in self._shifts.values()])
            await asyncio.sleep(0)
