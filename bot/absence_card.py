"""Telling that one is away, and who stands in, in a form or in a line of words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot import absences
from bot.card import Bullets, Button, Buttons, Card, Input, Note, Piece
from bot.city import Absence, Person
from bot.city_today import CityToday
from bot.ports import StoreDownError
from bot.talk import Talk
from rules.model import Localized

_STANDS_IN = re.compile(
    r"\b(?:sijainen|sijaisena|ersättare|vikarie|substitute|instead)\b[:,]?", re.IGNORECASE
)


def absence_card(talk: Talk, errors: dict[str, str] | None = None) -> Card:
    """Return the form, with one's absences to come; with errors, what was written stays in it."""
    if talk.person is None:
        return _stranger(talk)
    wrong = errors or {}
    days = Input(
        "days",
        talk.say("assistant-absence-days"),
        value=talk.arg("days"),
        longest=60,
        hint=talk.say("assistant-absence-days-hint"),
        error=wrong.get("days", ""),
    )
    substitute = Input(
        "substitute",
        talk.say("assistant-substitute"),
        value=talk.arg("substitute"),
        longest=120,
        hint=_substitute_hint(talk.person, talk),
        optional=True,
        error=wrong.get("substitute", ""),
    )
    note = (Note(wrong["form"], "error"),) if "form" in wrong else ()
    return Card(
        title=talk.say("assistant-absence"),
        pieces=(*note, *_coming(talk.person, talk), days, substitute),
        mode="form",
        submit=Button("absence.give", talk.say("assistant-absence-send"), style="primary"),
        language=talk.language,
    )


def _stranger(talk: Talk) -> Card:
    editors = [talk.city.person(name) for name in talk.city.rights.get("edit", ())]
    names = tuple(person.name for person in editors if person)
    pieces: tuple[Piece, ...] = (Bullets(names),) if names and talk.request.who.id else ()
    return Card(talk.say("assistant-absence-stranger"), pieces, language=talk.language)


def _substitute_hint(person: Person, talk: Talk) -> str:
    usual = talk.city.person(person.substitute)
    if usual is None:
        return talk.say("assistant-substitute-hint")
    return talk.say("assistant-substitute-usual", name=usual.name)


def coming(person: Person, talk: Talk) -> list[Absence]:
    """Return somebody's absences from today on, the next first."""
    today = talk.now.date()
    own = [a for a in talk.city.absences if a.person == person.id and a.last >= today]
    return sorted(own, key=lambda absence: absence.first)


def _coming(person: Person, talk: Talk) -> Iterator[Piece]:
    if own := coming(person, talk):
        yield Bullets(tuple(told(absence, talk) for absence in own[:5]))


def told(absence: Absence, talk: Talk) -> str:
    """Say who is away when, and who stands in."""
    person = talk.city.person(absence.person)
    stands_in = talk.city.person(absence.substitute or (person.substitute if person else None))
    values = {
        "name": person.name if person else absence.person,
        "first": _day(absence.first.isoformat()),
        "last": _day(absence.last.isoformat()),
    }
    if stands_in is None:
        return talk.say("assistant-absence-nobody", **values)
    return talk.say("absence-recorded", **values, substitute=stands_in.name)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"


async def give(talk: Talk, today: CityToday) -> Card:
    """Record an absence, or take one back; what is wrong comes back in the form."""
    person = talk.city.person(talk.arg("person")) if talk.arg("person") else talk.person
    if talk.person is None or person is None:
        return _stranger(talk)
    substitute = _found(talk.arg("substitute"), talk)
    if talk.arg("substitute") and substitute is None:
        return absence_card(talk, {"substitute": talk.say("assistant-substitute-unknown")})
    if substitute == person:
        return absence_card(talk, {"substitute": talk.say("absence-own-substitute")})
    try:
        first, last = absences.parse_days(talk.arg("days"), talk.now.date())
        named = substitute.id if substitute else None
        absence = Absence(person=person.id, first=first, last=last, substitute=named)
        cancel = talk.arg("cancel") == "yes"
        await today.record(
            absences.record(absence, talk.person, talk.city, talk.now, cancel=cancel)
        )
    except absences.BadDaysError:
        return absence_card(talk, {"days": talk.say("absence-bad-days")})
    except absences.NotAllowedError:
        return absence_card(talk, {"form": talk.say("absence-not-allowed", name=talk.person.name)})
    except absences.NoSuchAbsenceError:
        return absence_card(talk, {"form": talk.say("assistant-absence-unknown")})
    except StoreDownError:
        return absence_card(talk, {"form": talk.say("assistant-store-down")})
    if cancel:
        return Card(talk.say("absence-cancelled", name=person.name), language=talk.language)
    take_back = Button(
        "absence.give",
        talk.say("assistant-absence-cancel"),
        {"days": f"{first} {last}", "person": person.id, "cancel": "yes"},
    )
    return Card(told(absence, talk), (Buttons((take_back,)),), language=talk.language)


def _found(name: str, talk: Talk) -> Person | None:
    """Find a substitute by name, or by the office if only one person holds it."""
    if found := talk.city.person(name):
        return found
    wanted = name.casefold()
    holding = [p for p in talk.city.people if wanted in _offices(p.office)]
    return holding[0] if wanted and len(holding) == 1 else None


def _offices(office: Localized) -> set[str]:
    return {office.fi.casefold(), office.sv.casefold(), office.en.casefold()}


def words(text: str) -> dict[str, str]:
    """Read `1.7.–31.7. sijainen Veli Näytelmä` as the fields of the form."""
    days, *names = _STANDS_IN.split(text, maxsplit=1)
    return {"days": days.strip(), "substitute": names[0].strip() if names else ""}
