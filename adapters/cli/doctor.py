"""`somehelp doctor`: what this installation has, what it lacks, what to do about it."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.text import Text

from adapters.cli.session import Session
from bot.city_file import concerns, load_city
from rules import load
from rules.text import cache, finnish
from rules.yaml_file import PackError


def run(arguments: argparse.Namespace) -> int:
    """Look at the parts; return 1 where one needs mending, else 0."""
    session = Session.of(arguments)
    console = Console(highlight=False)
    checks = [_analyser(session), _dictionaries(session), *_packs(session)]
    if arguments.city:
        checks += _city(Path(arguments.city), session)
    for fine, said in checks:
        console.print(Text("✔ " if fine else "✖ ", style="green" if fine else "bold red") + said)
    return 0 if all(fine for fine, _ in checks) else 1


def _city(folder: Path, session: Session) -> list[tuple[bool, str]]:
    """What a city's data lacks: vacant roles, accounts with one person, nobody to reach."""
    try:
        city = load_city(folder)
        found = [
            (False, session.texts.say(concern.key, **concern.values))
            for concern in concerns(city, load.load(city.pack))
        ]
    except PackError as error:
        return [(False, str(problem)) for problem in error.problems]
    said = session.texts.say("doctor-city", city=city.city, people=len(city.people))
    return [(True, said), *found]


def _analyser(session: Session) -> tuple[bool, str]:
    name = finnish.analyser_name()
    key = "doctor-analyser" if finnish.is_fast() else "doctor-analyser-slow"
    return finnish.is_fast(), session.texts.say(key, name=name)


def _dictionaries(session: Session) -> tuple[bool, str]:
    place = cache.location()
    there = (place / "VERSION").is_file()
    key = "doctor-dictionaries" if there else "doctor-no-dictionaries"
    return there, session.texts.say(key, path=str(place))


def _packs(session: Session) -> list[tuple[bool, str]]:
    found = []
    for name in load.names():
        try:
            pack = load.load(name)
            said = session.texts.say("doctor-pack", pack=name, rules=len(pack.rules))
            found.append((True, said))
        except PackError as error:
            said = session.texts.say("doctor-bad-pack", pack=name, count=len(error.problems))
            found.append((False, said))
    return found
