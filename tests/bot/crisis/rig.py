"""A pager over a store and messengers in memory, and a clock that the test moves."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from bot import events as ev
from bot.city import Absence, City
from bot.crises import PREFIX, Crises
from bot.crisis import Crisis
from bot.letter_card import draw
from bot.pager import Pager
from bot.planner import Planner, Planning
from bot.ports import To
from bot.sweep import Sweep
from rules.load import load
from tests.bot.crisis.fake_messenger import FakeMessenger
from tests.bot.crisis.town import town, words
from tests.bot.memory_store import START, MemoryStore

HELSINKI = ZoneInfo("Europe/Helsinki")
PLANNING = Planning(("slack", "email"))


class Rig:
    """One town, one store, a chat and mail, and as many instances as a test wants."""

    planning = PLANNING

    def __init__(
        self, city: City | None = None, start: datetime.datetime = START, pack: str | None = None
    ) -> None:
        self.city = city or town()
        if pack:
            labels = {role.id: role.label for role in load(pack).roles}
            self.planning = Planning(("slack", "email"), labels)
        self.store = MemoryStore(start)
        self.chat = FakeMessenger("slack", lambda: self.store.clock)
        self.mail = FakeMessenger("email", lambda: self.store.clock, finds=False)
        self.failures: list[BaseException] = []
        self.crises, self.pager = self.instance("a")
        self.sweep = Sweep(self.crises, self.today, self.planning)
        self.id = "k1"

    def instance(self, holder: str) -> tuple[Crises, Pager]:
        """Return another instance on the same store."""
        crises = Crises(self.store)
        pager = Pager(
            crises, [self.chat, self.mail], draw, holder=holder, failed=self.failures.append
        )
        return crises, pager

    async def today(self) -> City:
        """Return the town as it is."""
        return self.city

    def planner(self) -> Planner:
        """Return what makes plans of the town today."""
        return self.planning.of(self.city, self.store.clock)

    def to(self, person: str) -> To:
        """Return somebody's addresses."""
        found = self.city.person(person)
        assert found
        return self.planner().member(found).to

    async def open(
        self, by: str = "aune", policy: str | None = None, *, drill: bool = False
    ) -> Crisis:
        """Open a crisis and send what is due."""
        chosen = self.city.crisis.policy(policy)
        assert chosen
        plan = self.planner().crisis(chosen, drill=drill)
        event = ev.Opened(by=self.to(by), what="Koululla palaa", plan=plan)
        crisis = await self.crises.begin(self.id, event)
        await self.pager.tick()
        return crisis

    async def report(self, by: str = "opettaja") -> Crisis:
        """Report something and send what is due."""
        plan = self.planner().report(words("Ilmoitus"), datetime.timedelta(minutes=5))
        event = ev.Reported(by=self.to(by), what="Koululla palaa", plan=plan)
        crisis = await self.crises.begin(self.id, event)
        await self.pager.tick()
        return crisis

    async def happens(self, *events: ev.Event) -> Crisis:
        """Write what people do, and send what follows at once."""
        crisis = await self.crises.change(self.id, lambda _: events)
        await self.pager.tick()
        return crisis

    async def has_it(self, person: str) -> Crisis:
        """Press *I have it*."""
        return await self.happens(ev.Acknowledged(person=person))

    async def after(self, minutes: float, *, pager: Pager | None = None) -> Crisis:
        """Let time pass, stopping wherever something is due."""
        end = self.store.clock + datetime.timedelta(minutes=minutes)
        await self.sweep.run()
        while True:
            heads = await self.store.streams(PREFIX)
            due = [h.due for h in heads if h.due and h.due <= end]
            self.store.clock = max(self.store.clock, min(due, default=end))
            await (pager or self.pager).tick()
            assert self.failures == []
            if self.store.clock >= end or not due:
                break
        self.store.clock = end
        await (pager or self.pager).tick()
        return await self.now()

    async def now(self) -> Crisis:
        """Return the crisis as it is; while none has this id, the last begun."""
        if await self.store.read(PREFIX + self.id):
            return await self.crises.load(self.id)
        return (await self.crises.open())[-1]

    async def until(self, clock: str, *, days: int = 0) -> Crisis:
        """Let time pass until a time of day in Helsinki."""
        local = self.store.clock.astimezone(HELSINKI)
        hour, minute = map(int, clock.split(":"))
        then = local.replace(hour=hour, minute=minute, second=0) + datetime.timedelta(days=days)
        return await self.after((then - local).total_seconds() / 60)

    def away(self, person: str, *, substitute: str | None = None, days: int = 3) -> None:
        """Record that somebody is away from today on."""
        first = self.store.clock.astimezone(HELSINKI).date()
        last = first + datetime.timedelta(days=days)
        absence = Absence(person=person, first=first, last=last, substitute=substitute)
        self.city = self.city.with_absences([absence])

    def pinged(self, *purposes: str) -> list[str]:
        """Return who got a ping (or a message of these purposes), in order, each once."""
        wanted = purposes or ("ping",)
        copies = [*self.chat.copies, *self.mail.copies]
        return list(dict.fromkeys(c.person for c in copies if c.purpose in wanted))
