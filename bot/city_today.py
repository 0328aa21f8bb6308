"""The city as it is today: its data, and the absences that people recorded since."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from bot.absences import AbsenceEvent, current
from bot.city import City
from bot.ports import Clock, Conflict, Store, Stored, StoreDownError

STREAM = "absences"
"""The stream of `AbsenceEvent`s."""

_FRESH = datetime.timedelta(seconds=2)
_TRIES = 5


class CityToday:
    """The city's data with the store's absences, read again when what is known is not fresh."""

    def __init__(self, city: City, store: Store, clock: Clock) -> None:
        self._base = city
        self._store = store
        self._clock = clock
        self._city = city
        self._events: tuple[AbsenceEvent, ...] = ()
        self._version = 0
        self._read: datetime.datetime | None = None

    async def get(self) -> City:
        """Return the city; while the store cannot be asked, as it was last known."""
        now = self._clock.now()
        if self._read is None or now - self._read > _FRESH:
            try:
                await self._catch_up()
                self._read = now
            except StoreDownError:
                pass
        return self._city

    async def record(self, event: AbsenceEvent) -> None:
        """Write that somebody is away, or is not after all.

        Raises:
            StoreDownError: nothing was written.
        """
        for _ in range(_TRIES):
            await self._catch_up()
            try:
                await self._store.append(STREAM, [event.model_dump(mode="json")], self._version)
            except Conflict:
                continue
            await self._catch_up()
            return
        raise StoreDownError

    async def _catch_up(self) -> None:
        stored = await self._store.read(STREAM, self._version)
        new = [each for each in stored if each.version > self._version]
        if new:
            self._events = (*self._events, *_readable(new))
            self._version = new[-1].version
            self._city = self._base.with_absences(current(self._events))


def _readable(stored: Sequence[Stored]) -> Iterator[AbsenceEvent]:
    """Read events; one of another version of the program is left out, the others hold."""
    for each in stored:
        with contextlib.suppress(ValidationError):
            yield AbsenceEvent.model_validate(dict(each.data))
