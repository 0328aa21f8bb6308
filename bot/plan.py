"""A policy and its people as they are when a crisis begins; later edits do not touch them."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from bot.policy import Deadline, Night
from bot.ports import To
from rules.model import Basis, Frozen, Localized

Mode = Literal["report", "crisis", "drill", "reach"]
"""What is going on: somebody reported something, a crisis, a drill of one, a test of reach."""


class Away(Frozen):
    """Somebody is away until a day, that day included; who stands in, if anybody does."""

    until: datetime.date
    substitute: str | None = None


class Member(Frozen):
    """Somebody of the plan: whom, how, and who stands in."""

    to: To
    office: Localized | None = None
    phone: str | None = None
    channels: tuple[str, ...] = ()
    substitute: str | None = None
    away: Away | None = None


class Rung(Frozen):
    """A step with its roles turned into people, and the roles that nobody fills."""

    asked: tuple[str, ...]
    informed: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()
    wait: datetime.timedelta
    remind: datetime.timedelta | None = None
    everybody: bool = True


class Plan(Frozen):
    """All that the engine must know; nothing else of the city's data is looked at afterwards."""

    mode: Mode
    policy: str
    name: Localized
    rungs: tuple[Rung, ...]
    people: dict[str, Member]
    lead_role: str | None = None
    lead: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    maintainers: tuple[str, ...] = ()
    night: Night | None = None
    timezone: str = "Europe/Helsinki"
    repeat: int = 0
    updates: datetime.timedelta = datetime.timedelta(minutes=5)
    advice: tuple[Localized, ...] = ()
    deadline: Deadline | None = None
    basis: Basis = "configuration"
    source: str = ""
    labels: dict[str, Localized] = Field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    asked_as: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def asked_at(self, rung: int, now: datetime.datetime) -> tuple[str, ...]:
        """Return who is asked in a step at this time: at night, those of them on the night list.

        A step of which nobody is on the list goes to the whole list: night never empties a step.
        """
        asked = self.rungs[rung].asked
        if self.mode == "reach" or not self.night or not self.night.covers(now, self.timezone):
            return asked
        awake = tuple(p for p in self.night.people if p in self.people)
        return tuple(person for person in asked if person in awake) or awake or asked
