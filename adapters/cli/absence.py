"""`somehelp absence`: record that somebody is away, and who stands in."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from adapters import absence_log
from adapters.cli.session import Session
from bot import absences
from bot.absences import BadDaysError, NoSuchAbsenceError, NotAllowedError
from bot.city import Absence, City
from bot.city_file import load_city
from rules.yaml_file import PackError


def run(arguments: argparse.Namespace) -> int:
    """Record an absence, or list those to come; return 2 for bad input, else 0."""
    session = Session.of(arguments)
    log = absence_log.log_of(Path(arguments.city))
    try:
        city = load_city(Path(arguments.city))
        city = city.with_absences(absences.current(absence_log.read(log)))
    except PackError as error:
        session.complain("error-city")
        print(error, file=sys.stderr)
        return 2
    if not arguments.days:
        return _list(city, session)
    return _record(arguments, city, log, session)


def _record(arguments: argparse.Namespace, city: City, log: Path, session: Session) -> int:
    now = datetime.datetime.now(datetime.UTC).astimezone()
    by, person = city.person(arguments.by), city.person(arguments.person or arguments.by)
    substitute = city.person(arguments.substitute)
    for name, found in (
        (arguments.by, by),
        (arguments.person, person),
        (arguments.substitute, substitute),
    ):
        if name and found is None:
            session.complain("absence-no-person", name=name)
            return 2
    if by is None or person is None:
        session.complain("absence-who")
        return 2
    if substitute == person:
        session.complain("absence-own-substitute")
        return 2
    try:
        first, last = absences.parse_days(" ".join(arguments.days), now.date())
        absence = Absence(
            person=person.id,
            first=first,
            last=last,
            substitute=substitute.id if substitute else None,
        )
        event = absences.record(absence, by, city, now, cancel=arguments.cancel)
        absence_log.append(log, event)
    except BadDaysError:
        session.complain("absence-bad-days")
        return 2
    except NotAllowedError:
        session.complain("absence-not-allowed", name=by.name)
        return 2
    except NoSuchAbsenceError:
        session.complain("absence-unknown", name=person.name)
        return 2
    except OSError as error:
        session.complain("error-unwritable", str(log), reason=error.strerror or "")
        return 2
    if arguments.cancel:
        print(session.texts.say("absence-cancelled", name=person.name))
    else:
        print(_said(absence, city, session))
    return 0


def _said(absence: Absence, city: City, session: Session) -> str:
    person = city.person(absence.person)
    stands_in = city.person(absence.substitute or (person.substitute if person else None))
    values = {
        "name": person.name if person else absence.person,
        "first": absence.first.strftime("%d.%m.%Y"),
        "last": absence.last.strftime("%d.%m.%Y"),
    }
    if stands_in is None:
        return session.texts.say("absence-nobody", **values)
    return session.texts.say("absence-recorded", **values, substitute=stands_in.name)


def _list(city: City, session: Session) -> int:
    today = datetime.datetime.now(datetime.UTC).astimezone().date()
    coming = sorted((a for a in city.absences if a.last >= today), key=lambda a: a.first)
    for absence in coming:
        print(_said(absence, city, session))
    if not coming:
        print(session.texts.say("absence-none"))
    return 0
