"""Forms about a crisis: what happened, who would be pinged and when, whom to add, a note."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from bot.card import Bullets, Button, Card, Choice, Input, Note, Option, Piece, Text
from bot.crisis import Crisis
from bot.crisis_turn import Turn
from bot.plan import Plan
from bot.policy import Policy
from bot.ports import To

_LONGEST = 1000
_PEOPLE = 95


def report_form(turn: Turn, *, drill: bool = False) -> Card:
    """Ask what has happened; 112 comes first."""
    pieces: list[Piece] = []
    if drill:
        pieces.append(Note(turn.say("drill"), "notice"))
    else:
        pieces.append(Note(turn.say("first-112"), "error"))
    pieces += _what(turn, turn.words, turn.arg("where"), turn.arg("unit"))
    verb, label = ("crisis.drill", "look-first") if drill else ("crisis.report", "report-send")
    return Card(
        title=turn.say("drill-form" if drill else "report-form"),
        pieces=tuple(pieces),
        mode="form",
        submit=Button(verb, turn.say(label), style="danger"),
        language=turn.language,
    )


def _what(turn: Turn, what: str, where: str, unit: str) -> Iterator[Piece]:
    hint = turn.say("what-hint")
    yield Input("text", turn.say("what-ask"), what[:_LONGEST], 3, _LONGEST, hint)
    yield Input("where", turn.say("where-ask"), where[:200], longest=200, optional=True)
    units = tuple(Option(u.id, u.name.get(turn.language)) for u in turn.city.units[:_PEOPLE])
    if units:
        chosen = unit if unit in {u.value for u in units} else None
        yield Choice("unit", turn.say("unit-ask"), units, chosen, optional=True)


def preview_form(
    turn: Turn, policy: Policy, plan: Plan, crisis: Crisis | None, *, drill: bool
) -> Card:
    """Show who would be pinged, in what order and when; nobody is before it is confirmed."""
    what = turn.words or (crisis.what if crisis else "")
    where = turn.arg("where") or (crisis.where if crisis else "")
    unit = turn.arg("unit") or (crisis.unit if crisis else "") or ""
    policies = tuple(Option(p.id, p.name.get(turn.language)) for p in turn.city.crisis.policies)
    pieces: list[Piece] = [Note(turn.say("drill" if drill else "first-112"), "error")]
    pieces += ladder(turn, plan)
    pieces += _what(turn, what, where, unit)
    if len(policies) > 1:
        pieces.append(Choice("policy", turn.say("policy-ask"), policies, policy.id))
    payload = {
        "key": uuid.uuid4().hex[:12],
        "crisis": crisis.id if crisis else "",
        "previewed": policy.id,
        "seen_unit": unit,
        "drill": "1" if drill else "",
    }
    label = turn.say("drill-start" if drill else "open-now")
    return Card(
        title=turn.say("preview", policy=policy.name.get(turn.language)),
        pieces=tuple(pieces),
        mode="form",
        submit=Button("crisis.open", label, payload, "danger"),
        language=turn.language,
    )


def ladder(turn: Turn, plan: Plan) -> Iterator[Piece]:
    """Yield a plan's steps in words: minute by minute, and what is missing."""
    lines, minutes = [], 0.0
    for number, rung in enumerate(plan.rungs):
        names = [_named(plan, p, turn) for p in plan.asked_at(number, turn.now)]
        key = "step-all" if rung.everybody else "step-any"
        people = ", ".join(names) or turn.say("nobody")
        lines.append(turn.say(key, minutes=_minutes(minutes), people=people))
        if rung.informed:
            told = ", ".join(plan.people[p].to.name for p in rung.informed)
            lines.append(turn.say("step-informed", people=told))
        minutes += rung.wait.total_seconds() / 60
    yield Text(turn.say("preview-who"), "heading")
    yield Bullets(tuple(lines) or (turn.say("preview-log"),))
    if plan.lead_role:
        names = [plan.people[p].to.name for p in plan.lead]
        said = turn.say("preview-lead", who=", ".join(names) or turn.say("nobody"))
        yield Note(said, "notice" if names else "error")
    vacant = [role for rung in plan.rungs for role in rung.vacant]
    for role in dict.fromkeys(vacant):
        label = plan.labels.get(role)
        said = label.get(turn.language) if label else role
        yield Note(turn.say("trouble-vacant", role=said), "error")
    if plan.left_out:
        yield Note(turn.say("preview-left-out", people=", ".join(plan.left_out)), "notice")


def _minutes(minutes: float) -> str:
    return f"{minutes:g}"


def _named(plan: Plan, person: str, turn: Turn) -> str:
    """Name somebody, and who stands in where they are away."""
    member = plan.people[person]
    if not member.away:
        return member.to.name
    stand_in = plan.people.get(member.away.substitute or member.substitute or "")
    if stand_in is None:
        return turn.say("named-alone", who=member.to.name)
    return turn.say("named-away", who=member.to.name, to=stand_in.to.name)


def add_form(turn: Turn, crisis: Crisis) -> Card:
    """Ask whom to add, and what is asked of them."""
    free = [person for person in turn.city.people if person.id not in crisis.asks]
    options = tuple(
        Option(p.id, turn.say("who", name=p.name, office=p.office.get(turn.language)))
        for p in free[:_PEOPLE]
    )
    return Card(
        title=turn.say("add"),
        pieces=(
            Choice("person", turn.say("add-whom"), options),
            Input("ask", turn.say("add-ask"), longest=300, optional=True),
        ),
        mode="form",
        submit=Button("crisis.add", turn.say("add-send"), {"crisis": crisis.id}, "primary"),
        language=turn.language,
    )


def note_form(turn: Turn, crisis: Crisis) -> Card:
    """Ask for a note for the record."""
    return Card(
        title=turn.say("note"),
        pieces=(
            Input("note", turn.say("note-ask"), lines=3, longest=_LONGEST),
            Text(turn.say("note-kept"), "subtle"),
        ),
        mode="form",
        submit=Button("crisis.note", turn.say("note-send"), {"crisis": crisis.id}, "primary"),
        language=turn.language,
    )


def phones(turn: Turn) -> tuple[Piece, ...]:
    """Return whom to call when nothing else works."""
    ready = turn.city.crisis
    wanted = (*ready.duty, *turn.city.rights.get("open", ()))
    people = [turn.city.person(name) for name in dict.fromkeys(wanted)]
    lines = [
        turn.say("call", who=person.name, phone=person.reach.phone)
        for person in people
        if person and person.reach.phone
    ]
    return (Bullets(tuple(lines)),) if lines else (Note(turn.say("call-nobody"), "error"),)


def asked(plan: Plan, by: To) -> bool:
    """Tell whether whoever opens a crisis would themselves be asked to take it."""
    return any(by.person in rung.asked for rung in plan.rungs)
