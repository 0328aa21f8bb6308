"""What stands in a message about a crisis: what, where, who reported, what is asked of you."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from bot.board import board
from bot.card import Bullets, Button, Buttons, Card, Fields, Note, Piece, Text
from bot.crisis import Crisis
from bot.crisis_words import Words
from bot.letters import Letter
from rules.model import Language


def draw(crisis: Crisis, letter: Letter, now: datetime.datetime) -> Card:
    """Draw a message for its person as things stand now."""
    language = crisis.member(letter.person).to.language
    if letter.purpose == "board":
        return board(crisis, now, language)
    return answer_card(crisis, letter, now, language)


def answer_card(crisis: Crisis, letter: Letter, now: datetime.datetime, language: Language) -> Card:
    """Draw a message in the language in which its person has answered it."""
    words = Words(crisis, language, now)
    pieces = tuple(_pieces(crisis, letter, words))
    if crisis.drill:
        pieces = (Note(words.say("drill"), "notice"), *pieces, Note(words.say("drill"), "notice"))
    return Card(title=_title(crisis, letter, words), pieces=pieces, language=language)


def _title(crisis: Crisis, letter: Letter, words: Words) -> str:
    if letter.purpose == "remind" and not crisis.over:
        return words.say("title-again", title=words.title)
    if letter.purpose in ("inform", "alarm", "pause", "over"):
        return words.say(f"title-{letter.purpose}", title=words.title)
    return words.title


def _pieces(crisis: Crisis, letter: Letter, words: Words) -> Iterator[Piece]:
    match letter.purpose:
        case "ping" | "remind":
            yield from _ping(crisis, letter, words)
        case "inform":
            yield from _inform(crisis, letter, words)
        case "alarm":
            yield Note(words.say("alarm"), "error")
            yield Bullets(tuple(words.trouble(what) for what in crisis.troubles))
            yield _facts(crisis, words)
            yield Text(words.say("alarm-do"), "strong")
            yield Buttons((_status(crisis, words),))
        case "pause":
            yield from _pause(crisis, letter, words)
        case "over" | "not":
            if crisis.over:
                yield Note(words.happened(crisis.over.event), "good")
            yield Text(words.say(f"{letter.purpose}-do"))
        case "frozen":
            yield Note(words.say("frozen"), "warning")
            yield Text(words.say("frozen-do"))
        case "resumed":
            yield Note(words.say("resumed-do"), "notice")


def _ping(crisis: Crisis, letter: Letter, words: Words) -> Iterator[Piece]:
    yield from _standing(crisis, letter, words)
    if crisis.mode == "reach":
        yield Text(words.say("reach-why"))
        if not crisis.over and letter.person not in crisis.answers:
            seen = Button("crisis.seen", words.say("seen"), _payload(crisis, letter), "primary")
            yield Buttons((seen,))
        return
    if letter.repeats or any(a.repeat for a in letter.attempts):
        yield Note(words.say("repeated"), "plain")
    if not crisis.drill:
        yield Note(words.say("first-112"), "error")
    yield from _place(crisis, letter, words)
    yield _facts(crisis, words)
    if crisis.mode == "report":
        yield from _look(crisis, words)
    else:
        yield from _take(crisis, letter, words)


def _look(crisis: Crisis, words: Words) -> Iterator[Piece]:
    """Ask the duty list to look at a report."""
    yield Text(words.say("report-asks"), "strong")
    if not crisis.over:
        payload = {"crisis": crisis.id}
        yield Buttons(
            (
                Button("crisis.preview", words.say("open"), payload, "primary"),
                Button("crisis.not", words.say("not"), payload),
            )
        )


def _take(crisis: Crisis, letter: Letter, words: Words) -> Iterator[Piece]:
    ask = crisis.asks.get(letter.person)
    answered = letter.person in crisis.answers or letter.person in crisis.declined
    wanted = not (answered or crisis.over or letter.plan != crisis.plans)
    if wanted or (ask and ask.what):
        asked = words.say("asks-lead" if letter.person in crisis.lead_group else "asks")
        yield Text(ask.what if ask and ask.what else asked, "strong")
    yield from _advice(crisis, words)
    if wanted:
        payload = _payload(crisis, letter)
        yield Buttons(
            (
                Button("crisis.ack", words.say("ack"), payload, "primary"),
                Button("crisis.decline", words.say("decline"), payload),
            )
        )


def _advice(crisis: Crisis, words: Words) -> Iterator[Piece]:
    if crisis.plan.advice:
        yield Bullets(tuple(line.get(words.language) for line in crisis.plan.advice))
    yield Text(words.say("publishes-nothing"), "subtle")


def _standing(crisis: Crisis, letter: Letter, words: Words) -> Iterator[Piece]:
    """Say first what has become of it: over, taken, passed on."""
    if crisis.over:
        yield Note(words.happened(crisis.over.event), "good")
    elif letter.plan != crisis.plans:
        yield Note(words.say("raised", policy=crisis.plan.name.get(words.language)), "notice")
    elif answer := crisis.answers.get(letter.person):
        key = "seen-done" if crisis.mode == "reach" else "have"
        yield Note(words.say(key, time=words.time(answer.at)), "good")
        if letter.person == crisis.lead:
            yield Note(words.say("you-lead"), "good")
        elif crisis.mode != "reach" and crisis.plan.lead_role:
            yield Note(words.lead, "plain" if crisis.lead else "warning")
    elif letter.person in crisis.declined:
        to = [words.who(person) for person in crisis.handed.get(letter.person, ())]
        yield Note(
            words.say("passed", to=", ".join(to)) if to else words.say("passed-nobody"), "warning"
        )


def _place(crisis: Crisis, letter: Letter, words: Words) -> Iterator[Piece]:
    """Say in whose place somebody is asked, and as what."""
    ask = crisis.asks.get(letter.person)
    if ask and ask.instead_of:
        yield Note(words.say("instead", who=words.who(ask.instead_of)), "notice")
    roles = ", ".join(words.role(r) for r in crisis.plan.asked_as.get(letter.person, ()))
    if roles:
        yield Text(words.say("as", roles=roles), "subtle")


def _inform(crisis: Crisis, letter: Letter, words: Words) -> Iterator[Piece]:
    if crisis.over:
        yield Note(words.happened(crisis.over.event), "good")
    member = crisis.member(letter.person)
    to = crisis.handed.get(letter.person, ())
    yield _facts(crisis, words)
    if member.away and to:
        names = ", ".join(words.who(person) for person in to)
        yield Text(words.say("inform-away", until=words.day(member.away.until), to=names))
    elif member.away and letter.person in crisis.asks:
        yield Note(words.say("inform-alone", until=words.day(member.away.until)), "error")
        if not crisis.over and letter.person not in crisis.answers:
            payload = _payload(crisis, letter)
            yield Buttons((Button("crisis.ack", words.say("ack"), payload, "primary"),))
    else:
        yield Text(words.say("inform"))
    yield from _advice(crisis, words)


def _pause(crisis: Crisis, letter: Letter, words: Words) -> Iterator[Piece]:
    if crisis.over:
        yield Note(words.happened(crisis.over.event), "good")
    yield Text(words.say("pause-why"))
    if at := crisis.paused.get(letter.person):
        yield Note(words.say("pause-done", time=words.time(at)), "good")
    elif not crisis.over:
        payload = _payload(crisis, letter)
        yield Buttons((Button("crisis.pause", words.say("pause"), payload, "primary"),))
    yield Text(words.say("pause-nothing"), "subtle")


def _facts(crisis: Crisis, words: Words) -> Fields:
    by = crisis.reporter or crisis.by
    rows = [(words.say("what"), crisis.what)]
    if crisis.where:
        rows.append((words.say("where"), crisis.where))
    at = words.time(crisis.entries[0].at)
    rows.append((words.say("reported"), words.say("by-at", who=by.name, time=at)))
    return Fields(tuple(rows))


def _status(crisis: Crisis, words: Words) -> Button:
    return Button("crisis.status", words.say("status"), {"crisis": crisis.id}, "primary")


def _payload(crisis: Crisis, letter: Letter) -> dict[str, str]:
    return {"crisis": crisis.id, "person": letter.person, "key": letter.key}


def letter_of(crisis: Crisis, person: str, purposes: Sequence[str]) -> Letter | None:
    """Return the last message of these purposes to somebody."""
    found = [e for e in crisis.letters.values() if e.person == person and e.purpose in purposes]
    return found[-1] if found else None
