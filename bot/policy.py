"""Who is pinged in a crisis, in which order and when: what a city writes of it in its data."""

from __future__ import annotations

import datetime
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from rules.model import Basis, Frozen, Localized

MOST_ROUNDS = 9


class Step(Frozen):
    """One step of a ladder.

    `notify` lists whom to ping, `inform` whom to tell without asking anything: roles, or ids of
    people. `wait` is how long until the next step, `remind` how often those who have not answered
    are pinged again meanwhile; both in minutes. `acknowledge` says whether one answer is enough.
    """

    notify: tuple[str, ...] = Field(min_length=1)
    inform: tuple[str, ...] = ()
    wait: float = Field(default=5, gt=0, le=1440)
    remind: float | None = Field(default=None, gt=0, le=1440)
    acknowledge: Literal["any", "all"] = "all"


class Deadline(Frozen):
    """A time limit that the board shows, in hours from the opening, and what it is for."""

    hours: float = Field(gt=0)
    label: Localized


class Policy(Frozen):
    """A ladder of steps; without steps, whoever opens it only keeps a log.

    `lead` is the role, or the person, that leads communication: the ladder goes on until somebody
    of them has answered, whoever else has. `repeat` is how often the ladder begins anew. `advice`
    is shown to everybody who is pinged. `basis` and `source` say where it is written.
    `updates` is the shortest time between refreshed cards of those who have answered, in minutes.
    """

    id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    name: Localized
    steps: tuple[Step, ...] = ()
    lead: str | None = None
    repeat: int = Field(default=1, ge=0, le=MOST_ROUNDS)
    advice: tuple[Localized, ...] = ()
    deadline: Deadline | None = None
    basis: Basis = "configuration"
    source: str = ""
    updates: float = Field(default=5, ge=0)


class Night(Frozen):
    """From when to when only some are pinged, in the city's time, and who they are."""

    start: datetime.time
    end: datetime.time
    people: tuple[str, ...]

    def covers(self, now: datetime.datetime, zone: str) -> bool:
        """Tell whether it is night in the city."""
        clock = now.astimezone(ZoneInfo(zone)).time()
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


class Readiness(Frozen):
    """What a city has decided before anything happens.

    The first policy is the usual one. `duty` are told of what anybody reports, `drill` are the only
    people whom a drill reaches, `fallback` hear of every failure (the duty list where it is empty).
    With `monthly_test`, everybody whom a crisis could ping is asked once a month to say that they
    see it.
    """

    policies: tuple[Policy, ...] = ()
    duty: tuple[str, ...] = ()
    night: Night | None = None
    drill: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    timezone: str = "Europe/Helsinki"
    monthly_test: bool = False

    @field_validator("timezone")
    @classmethod
    def _known(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"no time zone {zone!r}") from None
        return zone

    def policy(self, policy_id: str | None) -> Policy | None:
        """Find a policy by its id; without an id, the usual one."""
        if not policy_id:
            return self.policies[0] if self.policies else None
        return next((policy for policy in self.policies if policy.id == policy_id), None)

    @property
    def told(self) -> tuple[str, ...]:
        """Who hears of failures."""
        return self.fallback or self.duty
