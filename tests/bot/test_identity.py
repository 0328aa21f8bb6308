"""Who somebody is comes from what the platform has verified."""

from __future__ import annotations

import pytest

from bot.city import City, Person, Reach
from bot.identity import person_of
from bot.request import Who
from rules.model import Localized

OFFICE = Localized(fi="x", sv="x", en="x")
CITY = City(
    city="c",
    pack="paimio",
    people=(
        Person(id="a", name="A", office=OFFICE, reach=Reach(slack="U1", email="a@c.example")),
        Person(id="b", name="B", office=OFFICE, reach=Reach(email="B@c.example")),
        Person(id="c", name="C", office=OFFICE, reach=Reach(email="shared@c.example")),
        Person(id="d", name="D", office=OFFICE, reach=Reach(email="shared@c.example")),
        Person(id="e", name="E", office=OFFICE, reach=Reach(teams="T5")),
    ),
)


@pytest.mark.parametrize(
    ("who", "person"),
    [
        (Who("slack", "U1"), "a"),
        (Who("teams", "T5"), "e"),
        (Who("slack", "U9", email="b@C.example"), "b"),
        (Who("web", "x", email="a@c.example"), "a"),
        (Who("slack", "U9", email="a@c.example"), None),  # the city knows another Slack id
        (Who("web", "x", email="shared@c.example"), None),  # not one person's own
        (Who("slack", "T5"), None),  # an id of another platform
        (Who("web", "A"), None),  # a name is no identity
        (Who("web", "a"), None),
        (Who("web", "", email="a@c.example"), None),  # nobody signed in
        (Who("slack", "U9", email=""), None),
    ],
)
def test_only_what_is_verified_and_unambiguous_names_a_person(who: Who, person: str | None) -> None:
    """The platform's id, else an address of one person alone; anybody else is a stranger."""
    found = person_of(who, CITY)

    assert (found.id if found else None) == person
