"""Whom a role means today: the holder, the substitute, or nobody, said aloud."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from adapters.cli import main
from bot.city import Absence, City
from bot.city_file import concerns, load_city
from bot.contacts import Asker, Contact, Contacts
from rules.load import load
from rules.yaml_file import PackError
from tests.conftest import REPOSITORY

TODAY = datetime.date(2026, 7, 10)
NAME = "{fi: Koe, sv: Prov, en: Trial}"
HEAD = "city: Koe\npack: paimio\n"


@pytest.fixture(scope="module")
def city() -> City:
    return load_city(REPOSITORY / "deploy" / "city")


def away(city: City, *people: str, substitute: str | None = None) -> City:
    last = datetime.date(2026, 7, 31)
    return city.with_absences(
        Absence(person=p, first=TODAY, last=last, substitute=substitute) for p in people
    )


def contact(city: City, role: str, asker: Asker | None = None, pack: str = "paimio") -> Contact:
    found = Contacts(city, load(pack), TODAY).of([role], "guideline", asker or Asker())
    assert len(found) == 1
    return found[0]


def test_a_role_of_the_city_is_its_holder(city: City) -> None:
    """The city manager is named with a number, the quickest way first."""
    found = contact(city, "city_manager")

    assert (found.state, found.person and found.person.name) == ("there", "Onerva Esimerkkinen")
    assert found.reach[0] == "040 000 2001"


def test_who_is_away_is_shown_with_the_substitute(city: City) -> None:
    """In July the substitute is asked, and it is said for whom and until when."""
    found = contact(away(city, "kaupunginjohtaja"), "city_manager")

    assert found.state == "stand_in"
    assert found.person and found.person.id == "hallintojohtaja"
    assert found.stands_in_for and found.stands_in_for.id == "kaupunginjohtaja"
    assert found.back == datetime.date(2026, 8, 1)


def test_an_absence_may_name_another_substitute(city: City) -> None:
    """Who stands in this time counts more than who usually does."""
    found = contact(away(city, "kaupunginjohtaja", substitute="sivistysjohtaja"), "city_manager")

    assert found.person and found.person.id == "sivistysjohtaja"


def test_a_substitute_who_is_away_is_passed_over(city: City) -> None:
    """Two away in a row lead to the second one's substitute, or to nobody, never to one away."""
    both = away(city, "tietohallintopaallikko", "tukihenkilo")

    found = contact(both, "dpo")

    assert (found.state, found.person and found.person.id) == ("away", "tietohallintopaallikko")


def test_a_vacant_role_is_said(city: City) -> None:
    """A role that nobody fills has no name, and no one is made up."""
    without = city.model_copy(
        update={"people": tuple(p for p in city.people if "city_manager" not in p.roles)}
    )

    assert contact(without, "city_manager")[2:] == ("vacant", "guideline", None, None, None)


def test_the_line_manager_is_the_askers_own(city: City) -> None:
    """A relative role needs somebody to be relative to."""
    asker = Asker(person=city.person("ohjaaja"))

    found = contact(city, "line_manager", asker)

    assert found.person and found.person.id == "vapaa-aikapaallikko"
    assert contact(city, "line_manager").state == "own"


@pytest.mark.parametrize("asker", [Asker(elected=True), None])
def test_an_elected_official_has_no_line_manager(city: City, asker: Asker | None) -> None:
    """An elected official is never sent to a line manager."""
    found = contact(city, "line_manager", asker or Asker(person=city.person("hallituksen-pj")))

    assert found.state == "nobody"


def test_the_head_of_a_department_is_the_units(city: City) -> None:
    """The unit decides who the head is; without a unit the answer asks which one."""
    head = contact(city, "department_head", Asker(unit="vesihuolto"))

    assert head.person and head.person.id == "tekninen-johtaja"
    assert contact(city, "department_head").state == "which_unit"


def test_the_owner_of_an_account_is_the_accounts(city: City) -> None:
    """The account decides who runs it; without an account the answer asks which one."""
    owner = contact(city, "channel_owner", Asker(account="paimion-etsivat-ig"), "helsinki-sote")

    assert owner.person and owner.person.id == "nuorisotyontekija"
    assert contact(city, "channel_owner", pack="helsinki-sote").state == "which_account"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("people: [{id: a, name: A, office: %s, substitute: b}]", "no person 'b'"),
        ("people: [{id: a, name: A, office: %s, unit: x}]", "no unit 'x'"),
        ("people: [{id: a, name: A, office: %s, substitute: a}]", "leads back to a"),
        (
            "people: [{id: a, name: A, office: %s}, {id: a, name: B, office: %s}]",
            "stands here twice",
        ),
        ("people: [{id: a, name: A, office: %s, elected: true, manager: a}]", "no line manager"),
        ("absences: [{person: a, first: 2026-01-02, last: 2026-01-01}]", "before the first day"),
        ("rights: {edit: [a]}", "no person 'a'"),
        ("colour: red", "unknown field"),
    ],
)
def test_a_city_that_cannot_be_is_an_error(tmp_path: Path, text: str, said: str) -> None:
    """Strangers, circles and repeated ids are told with file, line and field."""
    (tmp_path / "city.yaml").write_text(HEAD + text.replace("%s", NAME), "utf-8")

    with pytest.raises(PackError) as caught:
        load_city(tmp_path)

    assert any(said in str(p) and "city.yaml:3: " in str(p) for p in caught.value.problems)


def test_a_circle_of_substitutes_is_an_error(tmp_path: Path) -> None:
    """Two who stand in for each other would leave nobody when both are away."""
    people = f"people:\n- {{id: a, name: A, office: {NAME}, substitute: b}}\n"
    people += f"- {{id: b, name: B, office: {NAME}, substitute: a}}\n"
    (tmp_path / "city.yaml").write_text(HEAD + people, "utf-8")

    with pytest.raises(PackError, match="leads back"):
        load_city(tmp_path)


def test_what_is_weak_is_told_but_runs(tmp_path: Path) -> None:
    """A vacant role, an account with one person and somebody without a number are concerns."""
    more = f"people: [{{id: a, name: A, office: {NAME}}}]\n"
    more += "accounts: [{id: fb, platform: facebook, people: {maintainer: [a]}}]\n"
    (tmp_path / "city.yaml").write_text(HEAD + more, "utf-8")

    found = {c.key for c in concerns(load_city(tmp_path), load("paimio"))}

    assert {"city-vacant", "city-few-admins", "city-unreachable"} <= found
    assert {"crisis-lint-open", "crisis-lint-duty", "crisis-lint-no-policy"} <= found


def test_the_example_city_has_nobody_missing(city: City) -> None:
    """The example shows a city as it should be."""
    assert [c for c in concerns(city, load("paimio")) if c.key != "city-vacant"] == []


def test_the_doctor_looks_at_a_city(capsys: pytest.CaptureFixture[str]) -> None:
    """`somehelp doctor --city` reads the city's data and says what it lacks."""
    main(["doctor", "--ui", "fi", "--city", str(REPOSITORY / "deploy" / "city")])

    assert "Paimio (esimerkki)" in capsys.readouterr().out
