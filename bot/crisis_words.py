"""A crisis in words: names, offices, times, and what happened, in one language."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from bot import events as ev
from bot.crisis import Crisis
from bot.texts import Texts
from rules.model import Language

_TITLE = 90


class Words:
    """The sentences about one crisis for somebody who reads it at a certain time."""

    def __init__(self, crisis: Crisis, language: Language, now: datetime.datetime) -> None:
        self.crisis = crisis
        self.language = language
        self.now = now
        self._texts = Texts(language)
        self._zone = ZoneInfo(crisis.plan.timezone)

    def say(self, key: str, **values: str | int) -> str:
        """Return a sentence; `key` is without its prefix."""
        return self._texts.say(f"crisis-{key}", **values)

    def time(self, at: datetime.datetime) -> str:
        """Return the city's time, with the day if it is another one."""
        local, today = at.astimezone(self._zone), self.now.astimezone(self._zone).date()
        clock = f"{local:%H:%M}"
        return clock if local.date() == today else f"{local.day}.{local.month}. {clock}"

    def moment(self, at: datetime.datetime) -> str:
        """Return the city's date and time, for a record that is read later."""
        local = at.astimezone(self._zone)
        return f"{local.day}.{local.month}.{local.year} {local:%H:%M}"

    def day(self, day: datetime.date) -> str:
        """Return a date."""
        return f"{day.day}.{day.month}.{day.year}"

    def who(self, person: str) -> str:
        """Return somebody's name and office."""
        member = self.crisis.people.get(person)
        name = self.crisis.name(person)
        if member is None or member.office is None:
            return name
        return self.say("who", name=name, office=member.office.get(self.language))

    def role(self, role: str) -> str:
        """Return what a role is called."""
        label = self.crisis.plan.labels.get(role)
        return label.get(self.language) if label else role

    @property
    def what(self) -> str:
        """What has happened, short enough for a title."""
        words = " ".join(self.crisis.what.split())
        return words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…"

    @property
    def title(self) -> str:
        """What the crisis is called; a drill says so first."""
        return self.say(f"title-{self.crisis.mode}", what=self.what)

    @property
    def lead(self) -> str:
        """Who leads communication, or that nobody does yet."""
        crisis = self.crisis
        if crisis.lead and crisis.lead_at:
            return self.say("lead", who=self.who(crisis.lead), time=self.time(crisis.lead_at))
        if crisis.plan.lead_role and not crisis.plan.lead:
            return self.say("lead-vacant", role=self.role(crisis.plan.lead_role))
        return self.say("lead-nobody")

    @property
    def banner(self) -> str:
        """What stands above every answer while this is going on."""
        source = self.crisis.plan.source or self.say(f"basis-{self.crisis.plan.basis}")
        return self.say("banner", what=self.what, lead=self.lead, source=source)

    def trouble(self, what: str) -> str:
        """Return what went wrong, with a number to call where there is one."""
        kind, _, about = what.partition(":")
        if kind in ("unreachable", "overdue", "alone"):
            member = self.crisis.people.get(about) or self.crisis.watchers.get(about)
            phone = (member.phone if member else None) or self.say("no-phone")
            return self.say(f"trouble-{kind}", who=self.who(about), phone=phone)
        if kind == "vacant":
            return self.say("trouble-vacant", role=self.role(about))
        if kind == "empty":
            return self.say("trouble-empty", step=int(about) + 1)
        return self.say(f"trouble-{kind}")

    def happened(self, event: ev.Event) -> str:  # noqa: PLR0912 - a line for each event
        """Return what happened as a sentence, empty for what only the engine must know."""
        say = self.say
        match event:
            case ev.Reported() | ev.Opened():
                drill = "drill" if event.plan.mode == "drill" else event.kind
                return say(f"did-{drill}", who=event.by.name, policy=self._name(event))
            case ev.Stepped():
                return say("did-stepped", step=event.step + 1, people=self._people(event.asked))
            case ev.Unreachable() | ev.Overdue() | ev.Acknowledged() | ev.Declined():
                return say(f"did-{event.kind}", who=self.who(event.person))
            case ev.LeadTaken() | ev.Paused():
                return say(f"did-{event.kind.replace('_', '-')}", who=self.who(event.person))
            case ev.HandedOver():
                to = self.who(event.to)
                return say(
                    f"did-handed-{event.why.replace('_', '-')}", who=self.who(event.person), to=to
                )
            case ev.NoSubstitute():
                return say("did-alone", who=self.who(event.person))
            case ev.Reminded():
                return say("did-reminded", people=self._people(event.people))
            case ev.AbsenceChanged():
                key = "did-away" if event.away else "did-back"
                return say(key, who=self.who(event.person))
            case ev.PersonAdded():
                return say("did-added", who=event.by.name, to=event.member.to.name)
            case ev.ReachedByPhone():
                return say("did-phone", who=event.by.name, to=self.who(event.person))
            case ev.Noted():
                return say("did-noted", who=event.by.name, text=event.text)
            case ev.Escalated() | ev.Resumed() | ev.Dismissed() | ev.StoodDown():
                return say(f"did-{event.kind.replace('_', '-')}", who=event.by.name)
            case ev.DrillFrozen() | ev.Exhausted() | ev.Ended() | ev.Alarmed():
                return say(f"did-{event.kind}")
        return ""

    def _name(self, event: ev.Reported | ev.Opened) -> str:
        return event.plan.name.get(self.language)

    def _people(self, people: tuple[str, ...]) -> str:
        names = [self.crisis.name(person) for person in people]
        if not names:
            return self.say("nobody")
        if len(names) > 6:
            return self.say("people-more", names=", ".join(names[:5]), count=len(names) - 5)
        return ", ".join(names)
