"""What is known while one request is answered: who asks, of which city, in which language."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.card import Piece
from bot.city import Absence, Account, City, Person, Unit
from bot.contacts import Asker, Contact, Contacts, labels
from bot.remembered import Remembered
from bot.request import Request
from bot.texts import Texts
from rules.ask import Guide
from rules.check import Checker
from rules.model import Audience, Basis, Language
from rules.pack import Pack


class Place(NamedTuple):
    """For which unit and account something is meant, and why that is thought.

    `why` is `given` (just said), `remembered`, `account` (the account's unit), `own` (the person's
    unit in the city's data) or `unknown`.
    """

    unit: Unit | None
    account: Account | None
    why: str


@dataclass(frozen=True, slots=True)
class Talk:
    """One request with all that an answer to it needs.

    `person` is None for a stranger to the city's data; `banner` is what stands above answers while
    a crisis is open.
    """

    request: Request
    texts: Texts
    checker: Checker
    guide: Guide
    city: City
    person: Person | None
    known: Remembered
    now: datetime.datetime
    banner: tuple[Piece, ...] = ()

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return self.texts.language

    @property
    def pack(self) -> Pack:
        """The guideline."""
        return self.checker.pack

    @property
    def audience(self) -> Audience:
        """Whether an employee or an elected official asks."""
        return "elected" if self.person and self.person.elected else "staff"

    @property
    def week(self) -> datetime.date:
        """The Monday of this week, under which things are counted."""
        today = self.now.date()
        return today - datetime.timedelta(days=today.weekday())

    def say(self, key: str, **values: str | int) -> str:
        """Return a sentence in the language of the answer."""
        return self.texts.say(key, **values)

    def arg(self, name: str) -> str:
        """Return what a button or form said under this name, empty if nothing."""
        return self.request.args.get(name, "").strip()

    def place(self) -> Place:
        """Return for which unit and account this is meant."""
        account = self.city.account(self.arg("account") or self.known.account)
        if unit := self.city.unit(self.arg("unit")):
            return Place(unit, account, "given")
        if self.arg("account") and account and (unit := self.city.unit(account.unit)):
            return Place(unit, account, "account")
        if unit := self.city.unit(self.known.unit):
            return Place(unit, account, "remembered")
        if account and (unit := self.city.unit(account.unit)):
            return Place(unit, account, "account")
        own = self.city.unit(self.person.unit) if self.person else None
        return Place(own, account, "own" if own else "unknown")

    def contacts(self, roles: Sequence[str], basis: Basis) -> tuple[Contact, ...]:
        """Return whom roles mean today; to somebody who has not signed in, the roles alone."""
        place = self.place()
        asker = Asker(
            person=self.person,
            unit=place.unit.id if place.unit else None,
            account=place.account.id if place.account else None,
            elected=self.audience == "elected",
        )
        if not self.request.who.id or self.city.pack != self.pack.id:
            return labels(roles, basis, asker, self.pack)
        return Contacts(self.city, self.pack, self.now.date()).of(roles, basis, asker)

    def supposing(self, absences: Sequence[Absence]) -> Talk:
        """Return the same talk in a city where these people are away."""
        return replace(self, city=self.city.with_absences(absences))

    def asking(self, text: str, **args: str) -> Talk:
        """Return the same talk with another text, and fields besides the request's own."""
        request = replace(self.request, text=text, args={**self.request.args, **args})
        return replace(self, request=request)
