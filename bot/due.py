"""What happens next in a crisis, and when: the only place that decides."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot import events as ev
from bot.crisis import Crisis
from bot.letters import Letter, upcoming

OVERDUE = datetime.timedelta(seconds=30)
"""How long a message may be on its way before somebody is told that it is late."""

BETWEEN_ALARMS = datetime.timedelta(minutes=1)
AGAIN = datetime.timedelta(minutes=15)
"""How often a crisis without an answer at the end of its ladder says so again."""

_MOST_TURNS = 500
_TELLING_TRIES = 6

Appointment = tuple[datetime.datetime, ev.Event]


def due(crisis: Crisis, now: datetime.datetime) -> tuple[ev.Event, ...]:
    """Return all that must be written now, in order; empty when there is nothing to do.

    The events are what the crisis itself would say: taking them in and asking again gives nothing.
    """
    events: list[ev.Event] = []
    ahead = crisis
    for _ in range(_MOST_TURNS):
        batch = [event for at, event in agenda(ahead, now) if at <= now]
        if not batch:
            return tuple(events)
        if ahead is crisis:
            ahead = crisis.copy()
        for event in batch:
            ahead.add(ev.Entry(ahead.version + 1, now, event))
        events += batch
    raise RuntimeError("a crisis that never comes to rest")


def next_due(crisis: Crisis) -> datetime.datetime | None:
    """Return when there is something to do next, None if only a human can go on.

    What is on its way counts: were its process to die, another one must see to it.
    """
    return min(filter(None, (next_event(crisis), on_the_way(crisis))), default=None)


def next_event(crisis: Crisis) -> datetime.datetime | None:
    """Return when something is to be written next if nothing comes of what is on its way."""
    return min((at for at, _ in agenda(crisis, None)), default=None)


def on_the_way(crisis: Crisis) -> datetime.datetime | None:
    """Return since when messages are on their way, None if none is."""
    return min((letter.attempts[-1].at for letter in crisis.pending), default=None)


def next_step(crisis: Crisis) -> datetime.datetime | None:
    """Return when the next step of the ladder begins if nobody answers, None if none does."""
    if not crisis.plan.rungs or crisis.over or crisis.frozen:
        return None
    if crisis.step is None:
        return crisis.begun
    if crisis.exhausted:
        return None
    if crisis.escalated_at and crisis.escalated_version > crisis.stepped_version:
        return crisis.escalated_at
    if crisis.halted:
        return None
    if all(crisis.resolved(p) or crisis.beyond(p) for p in crisis.stepped[crisis.step]):
        return crisis.stepped_at
    return crisis.stepped_at + crisis.plan.rungs[crisis.step].wait


def agenda(crisis: Crisis, now: datetime.datetime | None) -> Iterator[Appointment]:
    """Yield everything that will happen if no human does anything, each with its time.

    `now` only chooses between the day's and the night's people of a step that is late.
    """
    if not crisis.plans:
        return
    if not crisis.over and not crisis.frozen:
        yield from _places(crisis)
        yield from _lead(crisis)
        yield from _ladder(crisis, now)
        yield from _alarms(crisis)
    for letter in crisis.letters.values():
        if not letter.done and letter.pending is None:
            yield from _letter(crisis, letter)
        elif letter.pending is not None:
            yield from _late(crisis, letter)


def _places(crisis: Crisis) -> Iterator[Appointment]:
    """Hand over at once what somebody will not take.

    A report goes to substitutes, too; that there is none is no alarm there, since others are asked.
    """
    if crisis.mode == "reach":
        return
    for person, ask in crisis.asks.items():
        if person in crisis.answers or person in crisis.handed or person in crisis.alone:
            continue
        why = crisis.stuck(person)
        if why:
            event = _hand_over(crisis, person, why)
            if crisis.mode != "report" or isinstance(event, ev.HandedOver):
                yield ask.since, event


def _hand_over(crisis: Crisis, person: str, why: ev.Why) -> ev.HandedOver | ev.NoSubstitute:
    member = crisis.people.get(person)
    stand_in = None
    if member:
        stand_in = (member.away.substitute if member.away else None) or member.substitute
    if stand_in is None or stand_in not in crisis.people:
        return ev.NoSubstitute(person=person, why=why)
    return ev.HandedOver(person=person, to=stand_in, why=why)


def _lead(crisis: Crisis) -> Iterator[Appointment]:
    """Whoever answers first of those who may lead communication leads it."""
    if crisis.lead is None and crisis.mode in ("crisis", "drill"):
        answered = [p for p in crisis.lead_group if p in crisis.answers]
        if answered:
            first = min(answered, key=lambda p: crisis.answers[p].at)
            yield crisis.answers[first].at, ev.LeadTaken(person=first)


def _ladder(crisis: Crisis, now: datetime.datetime | None) -> Iterator[Appointment]:
    at = next_step(crisis)
    if crisis.mode == "reach" and crisis.step is not None:
        if crisis.satisfied(0):
            yield crisis.stepped_at, ev.Ended()
        elif at:
            yield at, ev.Ended()
        return
    if at is not None:
        yield from ((at, event) for event in _climb(crisis, max(at, now) if now else at))
    reminder = _reminder(crisis)
    if reminder and (at is None or reminder[0] < at):
        yield reminder


def _climb(crisis: Crisis, at: datetime.datetime) -> Iterator[ev.Event]:
    """Yield what makes the next step: reminders, substitutes, the people of the step."""
    step, turn = (0, 0) if crisis.step is None else (crisis.step + 1, crisis.round)
    if crisis.step is not None:
        if crisis.mode != "report":
            yield from _unanswered(crisis)
        if people := _to_remind(crisis):
            yield ev.Reminded(people=people, number=crisis.reminders + 1)
    if step == len(crisis.plan.rungs):
        step, turn = 0, turn + 1
    if turn > crisis.plan.repeat:
        yield ev.Exhausted()
        return
    rung = crisis.plan.rungs[step]
    yield ev.Stepped(
        step=step,
        round=turn,
        asked=crisis.plan.asked_at(step, at),
        informed=rung.informed,
        vacant=rung.vacant,
    )


def _unanswered(crisis: Crisis) -> Iterator[ev.Event]:
    """Ask the substitutes of those who had their time."""
    for person in crisis.waiting():
        member = crisis.people[person]
        if person not in crisis.handed and member.substitute in crisis.people:
            yield ev.HandedOver(person=person, to=str(member.substitute), why="no_answer")


def _to_remind(crisis: Crisis) -> tuple[str, ...]:
    """Return those whom a message has reached and who have not answered."""
    on_the_way = {letter.person for letter in crisis.letters.values() if _asking(crisis, letter)}
    return tuple(person for person in crisis.waiting() if person not in on_the_way)


def _asking(crisis: Crisis, letter: Letter) -> bool:
    return letter.asks and letter.plan == crisis.plans and not letter.done


def _reminder(crisis: Crisis) -> Appointment | None:
    if crisis.step is None or crisis.halted:
        return None
    every = crisis.plan.rungs[crisis.step].remind
    if crisis.exhausted:
        every = every or AGAIN
    people = _to_remind(crisis) if every else ()
    if every is None or not people:
        return None
    last = max(filter(None, (crisis.stepped_at, crisis.reminded_at)))
    return last + every, ev.Reminded(people=people, number=crisis.reminders + 1)


def _alarms(crisis: Crisis) -> Iterator[Appointment]:
    """Tell the fallback channel what went wrong, together and not too often; never not at all."""
    new = [what for what in crisis.troubles if what not in crisis.alarmed]
    number = crisis.alarms + 1
    if new:
        at = crisis.troubles[new[0]]
        if crisis.alarmed_at:
            at = max(at, crisis.alarmed_at + BETWEEN_ALARMS)
        yield at, ev.Alarmed(number=number, about=tuple(new))
    elif crisis.exhausted and crisis.alarmed_at and not crisis.halted:
        yield crisis.alarmed_at + AGAIN, ev.Alarmed(number=number, about=("exhausted",))


def _letter(crisis: Crisis, letter: Letter) -> Iterator[Appointment]:
    """What happens to a message that has not arrived."""
    if crisis.moot(letter) or (crisis.frozen and letter.purpose != "frozen"):
        return
    step = upcoming(letter, crisis.member(letter.person).channels)
    if step is None:
        return
    at, event = step
    failures = sum(1 for a in letter.attempts if a.outcome in ("failed", "unknown"))
    if failures >= _TELLING_TRIES and not (letter.asks or letter.purpose == "alarm"):
        last = letter.attempts[-1]
        event = ev.Unreachable(
            key=letter.key, person=letter.person, reason=last.reason or "unknown"
        )
    yield at, event
    yield from _late(crisis, letter)


def _late(crisis: Crisis, letter: Letter) -> Iterator[Appointment]:
    if letter.asks and not letter.overdue and not crisis.frozen and not crisis.moot(letter):
        yield letter.wanted + OVERDUE, ev.Overdue(key=letter.key, person=letter.person)
