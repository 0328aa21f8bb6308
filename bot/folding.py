"""What each event changes in a crisis."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from bot import events as ev
from bot.crisis_state import Answer, Ask, State
from bot.letters import Letter
from bot.plan import Member
from bot.ports import To

_QUIET = (ev.Shown, ev.Pinging)
"""Events that no board shows."""


def fold(crisis: State, entry: ev.Entry) -> None:
    """Change the crisis by one event."""
    event, at = entry.event, entry.at
    if not isinstance(event, _QUIET):
        crisis.changed = entry.version
    match event:
        case ev.Pinging() | ev.Sent() | ev.Failed() | ev.Unknown():
            crisis.letters[event.key].add(at, event)
            if isinstance(event, ev.Sent):
                crisis.unreachable.pop(crisis.letters[event.key].person, None)
        case ev.Reported() | ev.Opened():
            _begin(crisis, event, at)
        case ev.Shown():
            crisis.shown, crisis.shown_at = event.version, at
            if event.everyone:
                crisis.everyone_at = at
        case ev.StoodDown() | ev.Dismissed() | ev.Ended():
            _end(crisis, entry)
        case ev.DrillFrozen() | ev.Resumed():
            _freeze(crisis, event, at)
        case ev.Alarmed():
            crisis.alarms, crisis.alarmed_at = event.number, at
            crisis.alarmed.update(event.about)
            _write(crisis, crisis.plan.fallback, "alarm", at, event.number)
        case _:
            _climb(crisis, entry)


def _climb(crisis: State, entry: ev.Entry) -> None:
    """Take in what happens on the ladder."""
    event, at = entry.event, entry.at
    match event:
        case ev.Stepped():
            _step(crisis, event, entry)
        case ev.Acknowledged():
            crisis.answers.setdefault(event.person, Answer(at))
            crisis.declined.pop(event.person, None)
        case ev.ReachedByPhone():
            crisis.answers.setdefault(event.person, Answer(at, "phone", event.by.name))
        case ev.Declined():
            if event.person not in crisis.answers:
                crisis.declined.setdefault(event.person, at)
        case ev.HandedOver():
            _hand_over(crisis, event, at)
        case ev.NoSubstitute():
            crisis.alone[event.person] = event.why
            if event.why == "away":
                _write(crisis, [event.person], "inform", at)
            _trouble(crisis, f"alone:{event.person}", at)
        case ev.LeadTaken():
            crisis.lead, crisis.lead_at = event.person, at
        case ev.Reminded():
            crisis.reminders, crisis.reminded_at = event.number, at
            _write(crisis, event.people, "remind", at, event.number)
        case ev.Escalated():
            crisis.escalated_at, crisis.escalated_version = at, entry.version
        case _:
            _note(crisis, entry)


def _note(crisis: State, entry: ev.Entry) -> None:
    """Take in what concerns one person or message."""
    event, at = entry.event, entry.at
    match event:
        case ev.PersonAdded():
            crisis.people[event.member.to.person] = event.member
            _ask(crisis, Ask(event.member.to.person, at, None, what=event.ask))
        case ev.AbsenceChanged():
            _absence(crisis, event)
        case ev.Unreachable():
            letter = crisis.letters[event.key]
            letter.given_up = event.reason
            if letter.asks:
                crisis.unreachable[event.person] = event.reason
            _trouble(crisis, f"unreachable:{event.person}", at)
        case ev.Overdue():
            crisis.letters[event.key].overdue = True
            _trouble(crisis, f"overdue:{event.person}", at)
        case ev.Exhausted():
            crisis.exhausted = at
            _trouble(crisis, "exhausted", at)
        case ev.Paused():
            crisis.paused.setdefault(event.person, at)


def _begin(crisis: State, event: ev.Reported | ev.Opened, at: datetime.datetime) -> None:
    crisis.begin(event.plan, at)
    if isinstance(event, ev.Reported):
        crisis.reporter = event.by
        if not event.plan.rungs:
            _trouble(crisis, "duty", at)
    crisis.by = event.by
    crisis.what, crisis.where, crisis.unit = event.what, event.where, event.unit
    if event.plan.lead_role and not event.plan.lead:
        _trouble(crisis, f"vacant:{event.plan.lead_role}", at)
    if event.by.person not in crisis.watchers:
        crisis.watchers[event.by.person] = _watcher(event.by, event.plan.people)
        if crisis.watchers[event.by.person].channels:
            _write(crisis, [event.by.person], "board", at)
    if isinstance(event, ev.Opened):
        _write(crisis, event.plan.maintainers, "pause", at)


def _watcher(to: To, people: dict[str, Member]) -> Member:
    known = people.get(to.person)
    return known or Member(to=to, channels=tuple(to.addresses))


def _step(crisis: State, event: ev.Stepped, entry: ev.Entry) -> None:
    crisis.step, crisis.round = event.step, event.round
    crisis.stepped_at, crisis.stepped_version = entry.at, entry.version
    crisis.stepped[event.step] = event.asked
    for person in event.asked:
        _ask(crisis, Ask(person, entry.at, event.step))
    _write(crisis, event.informed, "inform", entry.at)
    for role in event.vacant:
        _trouble(crisis, f"vacant:{role}", entry.at)
    if not event.asked:
        _trouble(crisis, f"empty:{event.step}", entry.at)


def _ask(crisis: State, ask: Ask) -> None:
    """Ask somebody, once; who is away is not pinged, their substitute will be."""
    if ask.person in crisis.asks:
        return
    crisis.asks[ask.person] = ask
    member = crisis.people.get(ask.person)
    if member and ask.person not in crisis.answers and not crisis.away(ask.person):
        _write(crisis, [ask.person], "ping", ask.since)


def _hand_over(crisis: State, event: ev.HandedOver, at: datetime.datetime) -> None:
    crisis.handed[event.person] = (*crisis.handed.get(event.person, ()), event.to)
    if event.why == "away":
        _write(crisis, [event.person], "inform", at)
    step = crisis.asks[event.person].step if event.person in crisis.asks else None
    _ask(crisis, Ask(event.to, at, step, event.person))


def _absence(crisis: State, event: ev.AbsenceChanged) -> None:
    member = crisis.people[event.person]
    crisis.people[event.person] = member.model_copy(update={"away": event.away})
    if event.stand_in and event.stand_in.to.person not in crisis.people:
        crisis.people[event.stand_in.to.person] = event.stand_in


def _end(crisis: State, entry: ev.Entry) -> None:
    if crisis.over:
        return
    crisis.over = entry
    told = list(dict.fromkeys(letter.person for letter in crisis.letters.values()))
    if isinstance(entry.event, ev.StoodDown):
        _write(crisis, told, "over", entry.at)
    elif isinstance(entry.event, ev.Dismissed):
        _write(crisis, told, "not", entry.at)


def _freeze(crisis: State, event: ev.DrillFrozen | ev.Resumed, at: datetime.datetime) -> None:
    told = list(dict.fromkeys(letter.person for letter in crisis.letters.values()))
    if isinstance(event, ev.DrillFrozen):
        if crisis.frozen is None:
            crisis.frozen = at
            _write(crisis, told, "frozen", at, crisis.version)
        return
    if crisis.frozen is not None:
        stood = at - crisis.frozen
        crisis.stepped_at += stood
        crisis.reminded_at = crisis.reminded_at + stood if crisis.reminded_at else None
        crisis.frozen = None
        _write(crisis, told, "resumed", at, crisis.version)


def _write(
    crisis: State,
    people: Iterable[str],
    purpose: ev.Purpose,
    at: datetime.datetime,
    number: int = 0,
) -> None:
    """Want a message to each of these people; the same one is wanted once."""
    for person in people:
        key = f"{crisis.id}:{crisis.plans}:{purpose}:{person}:{number}"
        if key not in crisis.letters:
            crisis.letters[key] = Letter(key, person, purpose, at, crisis.plans)


def _trouble(crisis: State, what: str, at: datetime.datetime) -> None:
    crisis.troubles.setdefault(what, at)
