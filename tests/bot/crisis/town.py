"""A small invented town and its ladders, for tests of crises."""

from __future__ import annotations

from bot.city import City, Person, Reach, Unit
from bot.policy import Policy, Readiness, Step
from rules.model import Localized


def words(text: str) -> Localized:
    return Localized(fi=text, sv=text, en=text)


def person(name: str, *roles: str, **more: object) -> Person:
    """Return somebody with an address in the chat and a phone."""
    given: dict[str, object] = {
        "id": name,
        "name": name.capitalize(),
        "office": words(roles[0] if roles else "työntekijä"),
        "roles": roles,
        "reach": Reach(slack=f"U-{name}", email=f"{name}@town.example", phone="040 000 0001"),
    }
    return Person.model_validate({**given, **more})


LADDER = Policy(
    id="kriisi",
    name=words("Kriisi"),
    lead="city_manager",
    steps=(
        Step(notify=("city_manager", "department_head"), inform=("it",), wait=5),
        Step(notify=("director",), wait=5, acknowledge="any"),
    ),
    repeat=1,
)


def town(*policies: Policy, **more: object) -> City:
    """Return the town; its manager is Maija, her deputy Veli, the heads Hilkka and Ilpo."""
    people = (
        person("maija", "city_manager", substitute="veli"),
        person("veli", "director"),
        person("hilkka", substitute="kalle"),
        person("kalle"),
        person("ilpo"),
        person("tapio", "it"),
        person("aune"),
        person("opettaja"),
    )
    ready = Readiness(
        policies=policies or (LADDER,), duty=("aune",), drill=("maija", "hilkka", "veli", "kalle")
    )
    given: dict[str, object] = {
        "city": "Koe",
        "pack": "paimio",
        "people": people,
        "units": (
            Unit(id="sivistys", name=words("sivistys"), people={"department_head": "hilkka"}),
            Unit(id="tekniset", name=words("tekniset"), people={"department_head": "ilpo"}),
        ),
        "rights": {"open": ("aune", "maija"), "stand_down": ("maija", "veli")},
        "crisis": ready,
    }
    return City.model_validate({**given, **more})
