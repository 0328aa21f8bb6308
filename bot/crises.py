"""Crises in a store: read, written at the end, and known here until something changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from bot import events as ev
from bot.crisis import Crisis
from bot.due import next_event, on_the_way
from bot.ports import Conflict, Store, StoreDownError
from bot.refresh import refresh_at

PREFIX = "crisis/"

_LOOK_IN = datetime.timedelta(hours=1)
"""How often an open crisis in which only humans can go on is looked at all the same."""

_TRIES = 20


class NoSuchCrisisError(LookupError):
    """There is no crisis of this name."""


class Crises:
    """All crises of one store. `listeners` are called when this instance has written something."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.listeners: list[Callable[[str], None]] = []
        self.unreadable: set[str] = set()
        self._known: dict[str, Crisis] = {}

    async def load(self, crisis_id: str) -> Crisis:
        """Return a crisis as it is now; the same object every time, grown.

        Raises:
            NoSuchCrisisError: nothing was ever written of it.
            StoreDownError: the store cannot be asked.
        """
        crisis = self._known.get(crisis_id) or Crisis(crisis_id)
        await self.catch_up(crisis)
        if not crisis.plans:
            raise NoSuchCrisisError(crisis_id)
        self._known[crisis_id] = crisis
        return crisis

    async def catch_up(self, crisis: Crisis) -> None:
        """Take in what others have written.

        Raises:
            StoreDownError: the store cannot be asked.
        """
        for stored in await self.store.read(PREFIX + crisis.id, crisis.version):
            if stored.version == crisis.version + 1:  # another task may have read it meanwhile
                crisis.add(ev.read(stored))

    async def write(
        self, crisis: Crisis, events: Sequence[ev.Event], now: datetime.datetime
    ) -> datetime.datetime | None:
        """Write events at the end of what is known, and when something is due next.

        Returns:
            When something is to be written next if nothing comes of what is on its way.

        Raises:
            Conflict: others were first; nothing was written.
            StoreDownError: nothing was written, as far as anybody can say.
        """
        ahead = crisis.copy()
        for event in events:
            ahead.add(ev.Entry(ahead.version + 1, now, event))
        stream = PREFIX + crisis.id
        data = [ev.written(event) for event in events]
        soon = next_event(ahead)
        await self.store.append(stream, data, crisis.version, due=wake(ahead, now, soon))
        await self.catch_up(crisis)
        for listener in self.listeners:
            listener(crisis.id)
        return soon

    async def put_off(self, crisis: Crisis, now: datetime.datetime) -> None:
        """Write when to look again, for a crisis in which nothing is to be done now.

        Without it a look that finds nothing would stay due, and be repeated without end.

        Raises:
            Conflict: others were first.
            StoreDownError: the store cannot be written to.
        """
        due = wake(crisis, now, next_event(crisis))
        await self.store.append(PREFIX + crisis.id, [], crisis.version, due=due)

    async def change(
        self, crisis_id: str, decide: Callable[[Crisis], Sequence[ev.Event]]
    ) -> Crisis:
        """Read, decide and write, again when others were first; without events only read.

        Raises:
            NoSuchCrisisError: nothing was ever written of it.
            StoreDownError: nothing was written, as far as anybody can say.
        """
        for _ in range(_TRIES):
            crisis = await self.load(crisis_id)
            events = decide(crisis)
            if not events:
                return crisis
            try:
                await self.write(crisis, events, await self.store.now())
            except Conflict:
                continue
            return crisis
        raise StoreDownError

    async def begin(
        self, crisis_id: str, event: ev.Reported | ev.Opened, *more: ev.Event
    ) -> Crisis:
        """Write the first events of a crisis; if it is there already, leave it as it is.

        Raises:
            StoreDownError: nothing was written, as far as anybody can say.
        """
        crisis = Crisis(crisis_id)
        try:
            await self.write(crisis, [event, *more], await self.store.now())
        except Conflict:
            return await self.load(crisis_id)
        return self._known.setdefault(crisis_id, crisis)

    async def open(self) -> tuple[Crisis, ...]:
        """Return whatever no human has ended, the first begun first.

        What cannot be read, such as what a newer program wrote, is left to `unreadable`.

        Raises:
            StoreDownError: the store cannot be asked.
        """
        heads = [head for head in await self.store.streams(PREFIX) if head.due is not None]
        found, unreadable = [], set()
        for name in (head.stream.removeprefix(PREFIX) for head in heads):
            try:
                found.append(await self.load(name))
            except ValueError:
                unreadable.add(name)
        self.unreadable = unreadable
        return tuple(sorted((c for c in found if c.open), key=lambda c: (c.begun, c.id)))

    def forget_closed(self) -> None:
        """Let go of what is over."""
        for crisis in [c for c in self._known.values() if c.over]:
            del self._known[crisis.id]

    @property
    def known(self) -> tuple[Crisis, ...]:
        """What this instance has in its memory."""
        return tuple(self._known.values())


def wake(
    crisis: Crisis, now: datetime.datetime, soon: datetime.datetime | None
) -> datetime.datetime | None:
    """Return when somebody must look at a crisis, None when it is over and told.

    `soon` is its next event; what is on its way counts too, since this process may die.
    """
    times = [at for at in (soon, on_the_way(crisis), refresh_at(crisis)) if at]
    if crisis.open:
        times.append(now + _LOOK_IN)
    return min(times, default=None)
