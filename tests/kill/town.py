"""A city made of people who can be pinged, and one ladder over all of them."""

from __future__ import annotations

from bot.city import City, Person, Reach
from bot.planner import Planning
from bot.policy import Policy, Readiness, Step
from rules.model import Localized

FINDS, CANNOT_FIND = "slack", "teams"
"""The messenger that can look a message up by its key, and the one that cannot."""

WATCH = "watch"
"""Whoever opens the crises and hears of every failure."""

PEOPLE, STEPS = 50, 3
"""How many people the usual city has, and its ladder steps."""

PLANNING = Planning((FINDS, CANNOT_FIND))


def city(people: int, steps: int, wait: float, remind: float | None) -> City:
    """Return a city; every second person is reached by the messenger that cannot look up.

    `wait` between two steps and `remind` are seconds.
    """
    names = [f"p{number:03}" for number in range(people)]
    policy = Policy(
        id="fire",
        name=_words("Tulipalo"),
        steps=tuple(
            Step(
                notify=tuple(names[step::steps]),
                wait=wait / 60,
                remind=remind / 60 if remind else None,
            )
            for step in range(steps)
        ),
        repeat=9,
    )
    return City(
        city="Koe",
        pack="paimio",
        people=(_person(WATCH, 0), *(_person(name, i) for i, name in enumerate(names))),
        crisis=Readiness(policies=(policy,), duty=(WATCH,)),
    )


def _person(name: str, number: int) -> Person:
    address = f"U-{name}"
    reach = Reach(slack=address) if number // 3 % 2 == 0 else Reach(teams=address)
    return Person(id=name, name=name.upper(), office=_words("päällikkö"), reach=reach)


def _words(text: str) -> Localized:
    return Localized(fi=text, sv=text, en=text)
