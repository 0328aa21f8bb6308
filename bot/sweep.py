"""What no human begins: absences enter crises, drills stop, the monthly test of reach is due."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence

from bot import events as ev
from bot.city import City
from bot.crises import Crises
from bot.crisis import Crisis
from bot.planner import Planner, Planning
from bot.reach import begin_monthly


class Sweep:
    """Carries today's absences into open crises, and stops drills while something is real."""

    def __init__(
        self,
        crises: Crises,
        city: Callable[[], Awaitable[City]],
        planning: Planning,
    ) -> None:
        self._crises = crises
        self._city = city
        self._planning = planning

    async def run(self) -> None:
        """Write what has changed since the last time; nothing where nothing has.

        Raises:
            StoreDownError: the store cannot be asked or written to.
        """
        found = await self._crises.open()
        city = await self._city()
        now = await self._crises.store.now()
        planner = self._planning.of(city, now)
        await begin_monthly(self._crises, city, planner, now)
        real = next((c.id for c in found if c.mode in ("report", "crisis")), None)
        for crisis in found:
            await self._crises.change(
                crisis.id,
                lambda known: (*frozen(known, real), *absences(known, city, planner)),
            )


def frozen(crisis: Crisis, real: str | None) -> Sequence[ev.Event]:
    """Return the event that stops a running drill, if something real is going on."""
    if real and crisis.open and crisis.drill and crisis.frozen is None:
        return (ev.DrillFrozen(because=real),)
    return ()


def absences(crisis: Crisis, city: City, planner: Planner) -> Iterator[ev.Event]:
    """Yield who of a crisis is away since, or is back."""
    if not crisis.open:
        return
    by_id = {person.id: person for person in city.people}
    for name, member in list(crisis.people.items()):
        person = by_id.get(name)
        if person is None:
            continue
        away = planner.away(person)
        if away == member.away:
            continue
        stand_in = by_id.get(away.substitute) if away and away.substitute else None
        known = stand_in is None or (crisis.drill and stand_in.id not in crisis.people)
        yield ev.AbsenceChanged(
            person=name,
            away=away,
            stand_in=None if known or stand_in is None else planner.member(stand_in),
        )
