"""One thing that somebody wants of a crisis, and who they are to it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from bot.card import Card, Mode, Piece
from bot.city import City, Person
from bot.crisis import Crisis
from bot.planner import Planner
from bot.ports import To
from bot.request import Request
from bot.texts import Texts
from rules.model import Language

LONGEST = 2000
"""Characters of what somebody writes that a record keeps."""

_UNWRITABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Turn:
    """A request with the city as it is today; `person` is None for a stranger to its data."""

    request: Request
    city: City
    person: Person | None
    planner: Planner
    channels: tuple[str, ...]
    language: Language
    now: datetime.datetime

    def say(self, key: str, **values: str | int) -> str:
        """Return a sentence about crises."""
        return Texts(self.language).say(f"crisis-{key}", **values)

    def arg(self, name: str) -> str:
        """Return what a button or form said under this name."""
        return _clean(self.request.args.get(name, ""))

    @property
    def words(self) -> str:
        """What was written in a form's text or behind a command."""
        return _clean(self.request.text)

    @property
    def by(self) -> To:
        """Whoever this is, as events name them."""
        if self.person:
            return self.planner.member(self.person).to
        who = self.request.who
        name = who.name or self.say("somebody")
        addresses = {who.platform: who.id} if who.platform in self.channels else {}
        return To(person=who.key, name=name, language=self.language, addresses=addresses)

    def may(self, right: str) -> bool:
        """Tell whether this person holds a right; nobody does by default."""
        return bool(self.person and self.person.id in self.city.rights.get(right, ()))

    @property
    def on_duty(self) -> bool:
        """Whether this person looks at reports."""
        return bool(self.person and self.person.id in self.city.crisis.duty) or self.may("open")

    def follows(self, crisis: Crisis) -> bool:
        """Tell whether this person may see everything about a crisis."""
        by = self.by.person
        return (
            by in crisis.people
            or by in crisis.former
            or by in crisis.watchers
            or self.on_duty
            or any(map(self.may, ("stand_down", "insights")))
        )

    def card(self, key: str, *pieces: Piece, mode: Mode = "answer", **values: str) -> Card:
        """Return a card that says one thing, and whatever comes with it."""
        return Card(self.say(key, **values), pieces, mode=mode, language=self.language)

    def refused(self, right: str) -> Card:
        """Say that this person may not, and who may."""
        holders = [self.city.person(name) for name in self.city.rights.get(right, ())]
        names = ", ".join(person.name for person in holders if person)
        return self.card(f"refused-{right.replace('_', '-')}", who=names or self.say("nobody"))


def _clean(text: str) -> str:
    """Return what can be kept and shown: no control signs, none that turn the line around."""
    kept = _UNWRITABLE.sub(" ", text.replace("\r\n", "\n")).strip()
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"
