"""What is known of a crisis at one moment; `bot.folding` changes it, `bot.crisis` answers of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from bot import events as ev
from bot.letters import Letter
from bot.plan import Member, Mode, Plan
from bot.ports import To

How = Literal["button", "phone"]


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody is asked to take it, since when, in which step, and in whose place."""

    person: str
    since: datetime.datetime
    step: int | None
    instead_of: str | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody has it; `by` is who recorded a phone call."""

    at: datetime.datetime
    how: How = "button"
    by: str = ""


class State:
    """The fields of a crisis, as its events have left them."""

    id: str
    mode: Mode
    plan: Plan
    by: To
    begun: datetime.datetime

    def __init__(self, crisis_id: str) -> None:
        self.id = crisis_id
        self.version = 0
        self.entries: list[ev.Entry] = []
        self.people: dict[str, Member] = {}
        self.former: dict[str, Member] = {}
        self.watchers: dict[str, Member] = {}
        self.letters: dict[str, Letter] = {}
        self.alarmed: set[str] = set()
        self.alarms = 0
        self.alarmed_at: datetime.datetime | None = None
        self.troubles: dict[str, datetime.datetime] = {}
        self.over: ev.Entry | None = None
        self.frozen: datetime.datetime | None = None
        self.reporter: To | None = None
        self.what = self.where = ""
        self.unit: str | None = None
        self.plans = 0
        self.shown = self.changed = 0
        self.shown_at: datetime.datetime | None = None
        self.everyone_at: datetime.datetime | None = None
        self.paused: dict[str, datetime.datetime] = {}

    def away(self, person: str) -> bool:
        """Tell whether somebody is away; a test of reach asks them all the same."""
        member = self.people.get(person)
        return bool(member and member.away) and self.mode != "reach"

    def begin(self, plan: Plan, at: datetime.datetime) -> None:
        """Start a plan: what was asked under an earlier one is asked anew."""
        self.plan = plan
        self.mode = plan.mode
        self.former.update(self.people)
        self.people = dict(plan.people)
        self.plans += 1
        self.begun = at
        self.asks: dict[str, Ask] = {}
        self.answers: dict[str, Answer] = {}
        self.declined: dict[str, datetime.datetime] = {}
        self.unreachable: dict[str, str] = {}
        self.handed: dict[str, tuple[str, ...]] = {}
        self.alone: dict[str, ev.Why] = {}
        self.stepped: dict[int, tuple[str, ...]] = {}
        self.step: int | None = None
        self.round = 0
        self.stepped_at = at
        self.stepped_version = self.escalated_version = 0
        self.escalated_at: datetime.datetime | None = None
        self.reminded_at: datetime.datetime | None = None
        self.reminders = 0
        self.exhausted: datetime.datetime | None = None
        self.lead: str | None = None
        self.lead_at: datetime.datetime | None = None
