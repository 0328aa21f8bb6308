"""What happened, from the events alone: the record of a crisis, the lessons of a drill."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot import events as ev
from bot.crisis import Crisis
from bot.crisis_words import Words
from rules.model import Language

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def report(crisis: Crisis, now: datetime.datetime, language: Language) -> str:
    """Return the report as Markdown: facts, who answered and when, what was missing, the timeline.

    A drill's report gives times by role and never by person: it is no ranking.
    """
    words = Words(crisis, language, now)
    lines = [f"# {_safe(words.title)}", ""]
    if crisis.drill:
        lines += [f"**{words.say('drill')}**", ""]
    lines += [f"- **{_safe(label)}**: {_safe(value)}" for label, value in _facts(crisis, words)]
    lines += ["", f"## {words.say('report-answers')}", ""]
    lines += _by_role(crisis, words) if crisis.drill else _by_person(crisis, words)
    found = tuple(gaps(crisis, words))
    if found:
        lines += ["", f"## {words.say('report-gaps')}", "", *(f"- {_safe(gap)}" for gap in found)]
    if crisis.plan.left_out:
        left = ", ".join(crisis.plan.left_out)
        lines += ["", f"{words.say('left-out')}: {_safe(left)}"]
    lines += ["", f"## {words.say('timeline')}", ""]
    lines += [f"- {words.moment(at)} {_safe(said)}" for at, said in timeline(crisis, words)]
    if crisis.over:
        lines += ["", f"## {words.say('report-after')}", ""]
        lines += [f"{n}. {words.say(f'report-after-{n}')}" for n in (1, 2, 3)]
    return "\n".join([*lines, ""])


def timeline(crisis: Crisis, words: Words) -> Iterator[tuple[datetime.datetime, str]]:
    """Yield what happened in words, in order."""
    for entry in crisis.entries:
        said = words.happened(entry.event)
        if said:
            yield entry.at, said


def gaps(crisis: Crisis, words: Words) -> Iterator[str]:
    """Yield what was missing: people out of reach, deputies, roles, one person in two roles."""
    for what in crisis.troubles:
        kind, _, about = what.partition(":")
        if kind in ("unreachable", "overdue", "alone"):
            yield words.say(f"gap-{kind}", who=words.who(about))
        elif kind == "vacant":
            yield words.say("gap-vacant", role=words.role(about))
        elif kind in ("exhausted", "duty"):
            yield words.say(f"gap-{kind}")
    if crisis.mode in ("crisis", "drill") and crisis.plan.lead_role and crisis.lead is None:
        yield words.say("gap-lead")
    for person in crisis.asks:
        roles = crisis.plan.asked_as.get(person, ())
        if len(roles) > 1:
            named = ", ".join(words.role(role) for role in roles)
            yield words.say("gap-two-roles", who=words.who(person), roles=named)
    repeats = sum(letter.repeats for letter in crisis.letters.values())
    if repeats:
        yield words.say("gap-repeats", count=repeats)


def _facts(crisis: Crisis, words: Words) -> Iterator[tuple[str, str]]:
    yield words.say("what"), crisis.what
    if crisis.where:
        yield words.say("where"), crisis.where
    if crisis.reporter:
        at = words.moment(crisis.entries[0].at)
        yield words.say("reported"), words.say("by-at", who=crisis.reporter.name, time=at)
    opened = words.say("by-at", who=crisis.by.name, time=words.moment(crisis.begun))
    yield words.say("opened"), opened
    source = crisis.plan.source or words.say(f"basis-{crisis.plan.basis}")
    policy = crisis.plan.name.get(words.language)
    yield words.say("policy"), words.say("policy-source", policy=policy, source=source)
    if crisis.lead_at:
        yield words.say("report-lead"), _minutes(crisis.lead_at - crisis.begun, words)
    if crisis.over:
        took = crisis.over.at - crisis.begun
        lesson = _lesson(crisis.over.event, words)
        said = words.say("over-at", time=words.moment(crisis.over.at), said=lesson)
        yield words.say("report-over"), f"{said} ({_minutes(took, words)})"


def _lesson(event: ev.Event, words: Words) -> str:
    lesson = event.lesson if isinstance(event, ev.StoodDown) else ""
    return " ".join(filter(None, (words.happened(event), lesson)))


def _by_person(crisis: Crisis, words: Words) -> list[str]:
    headings = [words.say(key) for key in ("person", "report-asked", "delivered", "answer")]
    rows = []
    for person, ask in crisis.asks.items():
        answer = crisis.answers.get(person)
        sent = [e.sent_at for e in crisis.letters.values() if e.person == person and e.sent_at]
        took = _minutes(answer.at - ask.since, words) if answer else words.say("report-none")
        first = words.moment(min(sent)) if sent else words.say("delivery-failed")
        rows.append((words.who(person), words.moment(ask.since), first, took))
    return table(headings, rows)


def _by_role(crisis: Crisis, words: Words) -> list[str]:
    """Return the times to an answer by role; who it was is not said."""
    times: defaultdict[str, list[datetime.timedelta]] = defaultdict(list)
    asked: defaultdict[str, int] = defaultdict(int)
    for person, ask in crisis.asks.items():
        member = crisis.people[person]
        named = [words.role(role) for role in crisis.plan.asked_as.get(person, ())]
        office = member.office.get(words.language) if member.office else ""
        for role in named or [office or words.say("person")]:
            asked[role] += 1
            if person in crisis.answers:
                times[role].append(crisis.answers[person].at - ask.since)
    headings = [words.say(key) for key in ("report-role", "report-asked-count", "report-answered")]
    rows = [
        (role, str(count), ", ".join(_minutes(took, words) for took in sorted(times[role])) or "–")
        for role, count in asked.items()
    ]
    return table(headings, rows)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [list(headings), ["---"] * len(headings), *([_safe(c) for c in row] for row in rows)]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _safe(text: str) -> str:
    """Return words that people wrote so that they stay words."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _minutes(took: datetime.timedelta, words: Words) -> str:
    return words.say("minutes", minutes=max(0, round(took.total_seconds() / 60)))
