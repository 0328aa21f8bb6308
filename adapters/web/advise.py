"""Advice in words: why, where it is written, whom to ask today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from adapters.web.marks import MOST_ADVICE, Advice
from adapters.web.visit import Visit
from bot.answer import cited, contact_line
from bot.contacts import Asker, Contact, Contacts, labels
from rules.model import Basis, Severity
from rules.pack import Pack

_MOST_CONTACTS = 2


class Told(NamedTuple):
    """One piece of advice as the page shows it."""

    advice: Advice
    where: str
    ask: str


class Level(NamedTuple):
    """The advice of one severity."""

    severity: Severity
    told: tuple[Told, ...]
    places: int


class Advised(NamedTuple):
    """All advice by severity, the gravest first; `hidden` counts what is too much to show."""

    levels: tuple[Level, ...]
    hidden: int


def advise(found: Sequence[Advice], pack: Pack, visit: Visit) -> Advised:
    """Put advice into words."""
    shown = found[:MOST_ADVICE]
    levels = []
    for severity in sorted(Severity, key=lambda s: -s.rank):
        of_level = [each for each in shown if each.first.severity is severity]
        told = tuple(_told(each, pack, visit) for each in of_level)
        if told:
            places = sum(len(each.group.numbered) for each in of_level)
            levels.append(Level(severity, told, places))
    return Advised(tuple(levels), len(found) - len(shown))


def _told(each: Advice, pack: Pack, visit: Visit) -> Told:
    source = each.first.source
    basis: Basis = "guideline" if source.basis == "law" else source.basis
    where = cited(source, pack, visit.texts)
    return Told(each, where, _asked(each.first.owner, basis, pack, visit))


def _asked(owner: str | None, basis: Basis, pack: Pack, visit: Visit) -> str:
    if owner is None:
        return visit.texts.say("ask-nobody")
    found = contacts([owner], basis, pack, visit)[:_MOST_CONTACTS]
    return "; ".join(contact_line(contact, visit.texts) for contact in found)


def contacts(roles: Sequence[str], basis: Basis, pack: Pack, visit: Visit) -> tuple[Contact, ...]:
    """Return whom roles mean today; to somebody who is not signed in, the roles alone."""
    person = visit.person
    asker = Asker(
        person=person,
        unit=visit.form.get("unit") or None,
        account=visit.form.get("account") or None,
        elected=bool(person and person.elected),
    )
    if not visit.who.id or visit.city.pack != pack.id:
        return labels(roles, basis, asker, pack)
    return Contacts(visit.city, pack, visit.today).of(roles, basis, asker)
