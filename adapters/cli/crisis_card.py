"""`somehelp crisis card`: whom to call, on one A4 page, for the day when chat is down."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from adapters.cli.session import Session
from bot.city import City, Person
from bot.plan import Plan
from bot.planner import Planning
from bot.texts import Texts
from rules.model import Language

_HERE = Path(__file__).parent


def run(arguments: argparse.Namespace, city: City, planning: Planning, session: Session) -> int:
    """Print the page, or write it to a file."""
    page = card_page(city, planning, arguments.language or session.language)
    if arguments.out:
        Path(arguments.out).write_text(page, "utf-8")
    else:
        print(page)
    return 0


def card_page(city: City, planning: Planning, language: Language) -> str:
    """Return the page as HTML: 112, the duty list, each policy's steps with phones."""
    now = datetime.datetime.now(ZoneInfo(city.crisis.timezone))
    texts = Texts(language)
    planner = planning.of(city.model_copy(update={"absences": ()}), now)
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("crisis_card.html").render(
        say=lambda key, **values: texts.say(f"crisis-{key}", **values),
        language=language,
        city=city.city,
        printed=f"{now.day}.{now.month}.{now.year}",
        duty=_people(city.crisis.duty, city, language),
        night=city.crisis.night,
        at_night=_people(city.crisis.night.people if city.crisis.night else (), city, language),
        ladders=[
            _ladder(planner.crisis(policy), city, language)
            for policy in city.crisis.policies
            if policy.steps
        ],
    )


def _ladder(plan: Plan, city: City, language: Language) -> dict[str, object]:
    minutes, steps = 0.0, []
    for rung in plan.rungs:
        people = _people(rung.asked, city, language)
        steps.append({"minutes": f"{minutes:g}", "people": people, "all": rung.everybody})
        minutes += rung.wait.total_seconds() / 60
    advice = [line.get(language) for line in plan.advice]
    return {"name": plan.name.get(language), "steps": steps, "advice": advice}


def _people(names: tuple[str, ...], city: City, language: Language) -> list[dict[str, str]]:
    found = [person for name in names if (person := city.person(name))]
    return [_person(person, city, language) for person in found]


def _person(person: Person, city: City, language: Language) -> dict[str, str]:
    stand_in = city.person(person.substitute)
    return {
        "name": person.name,
        "office": person.office.get(language),
        "phone": person.reach.phone or "",
        "stand_in": stand_in.name if stand_in else "",
        "stand_in_phone": (stand_in.reach.phone or "") if stand_in else "",
    }
