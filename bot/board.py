"""The state of a crisis on one card that is drawn anew with every change."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.card import (
    Bullets,
    Button,
    Buttons,
    Card,
    Cell,
    Choice,
    Fields,
    Fold,
    Mode,
    Note,
    Option,
    Piece,
    Table,
    Text,
    Tone,
)
from bot.crisis import Crisis
from bot.crisis_words import Words
from bot.due import next_step
from rules.model import Language

ROWS = 25
"""How many people a board in a chat lists; those without an answer come first."""

_TIMELINE = 40
_CHOICES = 90


def board(
    crisis: Crisis,
    now: datetime.datetime,
    language: Language,
    *,
    rows: int | None = ROWS,
    mode: Mode = "answer",
) -> Card:
    """Draw a crisis for those who follow it. `rows` limits the people listed, None for all."""
    words = Words(crisis, language, now)
    pieces = tuple(_pieces(crisis, words, rows))
    if crisis.drill:
        last = Note(words.say("drill"), "notice")
        pieces = (last, *pieces, last)
    return Card(title=words.title, pieces=pieces, mode=mode, language=language)


def _pieces(crisis: Crisis, words: Words, rows: int | None) -> Iterator[Piece]:
    yield from _state(crisis, words)
    yield Fields(tuple(_facts(crisis, words)))
    if crisis.troubles and not crisis.over:
        troubles = [words.trouble(what) for what in crisis.troubles if _stands(crisis, what)]
        if troubles:
            yield Note("\n".join(troubles[:10]), "error")
    if crisis.asks:
        yield _people(crisis, words, rows)
    if not crisis.over:
        yield from _acts(crisis, words)
    done = [(entry.at, words.happened(entry.event)) for entry in crisis.entries]
    lines = tuple(f"{words.time(at)} {said}" for at, said in done if said)
    button = Button("crisis.status", words.say("timeline"), {"crisis": crisis.id, "all": "1"})
    yield Fold(words.say("timeline"), (Bullets(lines[-_TIMELINE:]),), button)


def _stands(crisis: Crisis, what: str) -> bool:
    """Tell whether something that went wrong still matters: whoever has it was reached."""
    kind, _, about = what.partition(":")
    if kind in ("unreachable", "overdue", "alone"):
        return about in crisis.people and not crisis.resolved(about)
    return kind != "exhausted" or not crisis.halted


def _state(crisis: Crisis, words: Words) -> Iterator[Piece]:
    """Say first what matters most: whether it is over, frozen, led."""
    if crisis.over:
        at, said = crisis.over.at, words.happened(crisis.over.event)
        yield Note(words.say("over-at", time=words.time(at), said=said), "good")
    elif crisis.frozen:
        yield Note(words.say("frozen"), "warning")
    led = crisis.lead or not crisis.over
    if crisis.mode in ("crisis", "drill") and crisis.plan.lead_role and led:
        yield Note(words.lead, "good" if crisis.lead else "error")
    elif crisis.mode == "report" and not crisis.over:
        yield Note(words.say("report-open"), "warning")


def _facts(crisis: Crisis, words: Words) -> Iterator[tuple[str, str]]:
    yield words.say("what"), crisis.what
    if crisis.where:
        yield words.say("where"), crisis.where
    if crisis.reporter:
        first = crisis.entries[0].at
        yield (
            words.say("reported"),
            words.say("by-at", who=crisis.reporter.name, time=words.time(first)),
        )
    if crisis.mode in ("crisis", "drill"):
        begun = words.say("by-at", who=crisis.by.name, time=words.time(crisis.begun))
        yield words.say("opened"), begun
        policy = crisis.plan.name.get(words.language)
        source = crisis.plan.source or words.say(f"basis-{crisis.plan.basis}")
        yield words.say("policy"), words.say("policy-source", policy=policy, source=source)
    if crisis.plan.deadline:
        end = crisis.begun + datetime.timedelta(hours=crisis.plan.deadline.hours)
        yield crisis.plan.deadline.label.get(words.language), words.time(end)
    if crisis.plan.rungs and not crisis.over:
        yield words.say("next"), _next(crisis, words)
    if crisis.plan.left_out:
        yield words.say("left-out"), ", ".join(crisis.plan.left_out)


def _next(crisis: Crisis, words: Words) -> str:
    """Say what comes next and in how many minutes."""
    at = next_step(crisis)
    if crisis.mode == "reach":
        return words.say("next-reach")
    if at is None:
        return words.say("next-end" if crisis.exhausted else "next-human")
    minutes = max(0, round((at - words.now).total_seconds() / 60))
    following = 0 if crisis.step is None else crisis.step + 1
    if following >= len(crisis.plan.rungs):
        if crisis.round >= crisis.plan.repeat:
            return words.say("next-last", minutes=minutes)
        following = 0
    asked = crisis.plan.asked_at(following, at)
    names = ", ".join(crisis.name(p) for p in asked[:4]) or words.say("nobody")
    if not minutes:
        return words.say("next-now", step=following + 1, people=names)
    return words.say("next-step", step=following + 1, minutes=minutes, people=names)


def _people(crisis: Crisis, words: Words, rows: int | None) -> Table:
    asked = sorted(crisis.asks, key=lambda p: (p in crisis.answers, crisis.asks[p].since))
    shown = asked if rows is None else asked[:rows]
    have = sum(person in crisis.answers for person in asked)  # who opened it may answer unasked
    caption = words.say("people", have=have, count=len(asked))
    if len(shown) < len(asked):
        caption = words.say("people-some", have=have, count=len(asked), shown=len(shown))
    columns = (words.say("person"), words.say("delivered"), words.say("answer"), words.say("phone"))
    return Table(caption, columns, tuple(_row(crisis, words, person) for person in shown))


def _row(crisis: Crisis, words: Words, person: str) -> tuple[Cell, ...]:
    member = crisis.people[person]
    phone = member.phone or ""
    number = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    call = None if person in crisis.answers or not number else f"tel:{number}"
    return (
        Cell(words.who(person)),
        _delivery(crisis, words, person),
        _answer(crisis, words, person),
        Cell(phone, url=call),
    )


def _delivery(crisis: Crisis, words: Words, person: str) -> Cell:
    """Say how far the message to somebody has come."""
    letters = [e for e in crisis.letters.values() if e.person == person and e.plan == crisis.plans]
    asking = [letter for letter in letters if letter.asks]
    if not asking:
        told = any(letter.sent_at for letter in letters)
        return Cell(words.say("delivery-told" if told else "delivery-none"))
    sent = [letter.sent_at for letter in asking if letter.sent_at]
    repeats = sum(letter.repeats for letter in asking)
    if sent:
        key = "delivery-repeated" if repeats else "delivery-sent"
        return Cell(words.say(key, time=words.time(min(sent)), count=repeats), "good")
    if asking[0].given_up:
        return Cell(words.say("delivery-failed"), "error")
    unsure = any(attempt.unsure for attempt in asking[0].attempts)
    tone: Tone = "error" if asking[0].overdue else "notice"
    return Cell(words.say("delivery-unsure" if unsure else "delivery-coming"), tone)


def _answer(crisis: Crisis, words: Words, person: str) -> Cell:
    """Say whether somebody has it, and since when."""
    answer = crisis.answers.get(person)
    if answer:
        key = "answer-phone" if answer.how == "phone" else "answer-yes"
        if crisis.mode == "reach":
            key = "answer-seen"
        return Cell(words.say(key, time=words.time(answer.at), who=answer.by), "good")
    if person in crisis.declined:
        return Cell(words.say("answer-no"), "warning")
    member = crisis.people[person]
    if member.away:
        return Cell(words.say("answer-away", until=words.day(member.away.until)), "warning")
    minutes = int((words.now - crisis.asks[person].since).total_seconds() // 60)
    return Cell(words.say("answer-waiting", minutes=minutes), "notice")


def _as_drill(crisis: Crisis) -> dict[str, str]:
    """Whatever a drill becomes stays a drill."""
    return {"drill": "1"} if crisis.drill else {}


def _acts(crisis: Crisis, words: Words) -> Iterator[Piece]:
    """What can be done now; whether this person may is asked when they do it."""
    payload = {"crisis": crisis.id}
    if crisis.mode == "report":
        yield Buttons(
            (
                Button("crisis.preview", words.say("open"), payload, "primary"),
                Button("crisis.not", words.say("not"), payload),
            )
        )
        return
    if crisis.mode == "reach":
        return
    waiting = [p for p in crisis.asks if p not in crisis.answers]
    if waiting:
        options = tuple(Option(f"{crisis.id}:{p}", words.who(p)) for p in waiting[:_CHOICES])
        yield Choice("person", words.say("reached"), options, verb="crisis.phone", optional=True)
    resume = Button("crisis.drill", words.say("resume"), {**payload, "do": "resume"}, "primary")
    yield Buttons(
        (
            *((resume,) if crisis.frozen else ()),
            Button("crisis.escalate", words.say("escalate"), payload),
            Button("crisis.add", words.say("add"), payload),
            Button("crisis.note", words.say("note"), payload),
            Button("crisis.preview", words.say("change"), {**payload, **_as_drill(crisis)}),
            Button("crisis.down", words.say("down"), payload, "danger", words.say("down-sure")),
        )
    )
    yield Text(words.say("board-keeps"), "subtle")
