"""Whether a post shows whose it is."""

import pytest

from rules.cities import example_city
from rules.detect.attribution import AttributionSpec, Part, compile  # noqa: A004
from rules.detect.scan import Scan
from rules.directory import Account, Directory, Unit
from rules.model import Draft
from rules.text import Document

PARTS: tuple[Part, ...] = ("unit", "official", "both", "wrong_unit")
CITY = Directory(
    city="Mallila",
    official=("Mallilan kaupunki", "@mallila", "City of Mallila", "Mallböle stad"),
    not_enough=("Mallila", "#mallila"),
    units=(
        Unit(
            id="library",
            name="kirjastopalvelut",
            aliases=("kirjasto", "kirj.palv.", "library services", "bibliotekstjänster"),
        ),
        Unit(id="youth", name="nuorisopalvelut", aliases=("nuokkari", "@mallilannuoret")),
        Unit(id="sports", name="liikuntapalvelut", aliases=("uimahalli",)),
        Unit(id="outreach", name="etsivä nuorisotyö", aliases=("etsivät",)),
    ),
    accounts=(
        Account(id="lib-fb", platform="facebook", unit="library", profile="Kirja on paras"),
        Account(id="lib-ig", platform="instagram", unit="library", profile="Mallilan kaupunki"),
    ),
)
FIND = compile([AttributionSpec(report=part) for part in PARTS], CITY)


def verdict(draft: Draft) -> str:
    """Return what is reported, `ok` for nothing."""
    found = [PARTS[index] for index, _ in FIND(Scan(Document(draft.text), draft, CITY))]

    assert len(found) <= 1
    return found[0] if found else "ok"


@pytest.mark.parametrize(
    "text",
    [
        "Lukupiiri alkaa. Mallilan kaupungin kirjastopalvelut",
        "KIRJASTO / MALLILAN KAUPUNKI: lukupiiri alkaa",
        "Kirj.palv., Mallilan kaupunki: lukupiiri alkaa",
        "Mallilan kaupungin kirjastopalveluiden lukupiiri alkaa.",
        "Mallilan kaupunginkirjasto on auki.",
        "Lastenkirjastossa soi! @mallila",
        "Nuoriso- ja kirjastopalvelut, Mallilan kaupunki: leiri alkaa",
        "Läsklubben börjar. Mallböle stads bibliotekstjänster",
        "Reading club starts. Library services, City of Mallila",
        "Tule mukaan! #kirjastopalvelut #MallilanKaupunki",
    ],
)
def test_unit_and_city_are_seen_in_any_form(text: str) -> None:
    """Inflected, compound, abbreviated, tagged, in fi, sv and en: a shown sender is shown."""
    assert verdict(Draft(text, unit="kirjastopalvelut")) == "ok"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lukupiiri alkaa tänään.", "both"),
        ("Lukupiiri alkaa Mallilassa. #mallila", "both"),
        ("Kirjaston lukupiiri alkaa Mallilassa.", "official"),
        ("Mallilan kaupunki toivottaa hyvää kesää!", "unit"),
    ],
)
def test_the_missing_part_is_named(text: str, expected: str) -> None:
    """The finding says which part is missing; a place name or its tag is not the city."""
    assert expected == verdict(Draft(text, unit="kirjastopalvelut"))


@pytest.mark.parametrize(
    "text",
    [
        "Lukupiiri alkaa. Terveisin nuorisopalvelut, Mallilan kaupunki",
        "Nuorisopalvelut, Mallilan kaupunki: kirjaston pihalla soi huomenna.",
        "Me nuorisopalveluissa odotamme sinua! Mallilan kaupunki",
        "Nuorisopalvelut tiedottaa: leiri on peruttu.",
        "Leiri alkaa! @mallilannuoret",
        "Moikka nuokkarilta! Mallilan kaupunki",
    ],
)
def test_another_unit_in_the_senders_place_is_found(text: str) -> None:
    """A post that another unit signs, heads or speaks in is reported as that unit's."""
    assert verdict(Draft(text, unit="kirjastopalvelut")) == "wrong_unit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leiri yhdessä nuorisopalvelujen kanssa. Kirjasto, Mallilan kaupunki", "ok"),
        ("Lukuhetki uimahallilla! Mallilan kaupungin kirjasto", "ok"),
        ("Kiitos nuorisopalveluille! Mallilan kaupunki", "unit"),
        ("Auki: nuokkari ja uimahalli. Mallilan kaupunki", "unit"),
        ("Nuoret etsivät töitä. Mallilan kaupunki", "unit"),
        ("Nuorisopalvelut järjestää leirin. Mallilan kaupunki", "unit"),
    ],
)
def test_another_unit_as_topic_partner_or_venue_is_no_sender(text: str, expected: str) -> None:
    """Another unit that is only spoken of never makes the post that unit's."""
    assert expected == verdict(Draft(text, unit="kirjastopalvelut"))


def test_a_profile_that_shows_both_is_enough() -> None:
    """Where the account's profile names unit and city, the post need not."""
    draft = Draft(
        "Lukupiiri alkaa.", unit="kirjasto", account_profile="Mallilan kaupungin kirjasto"
    )

    assert verdict(draft) == "ok"


def test_a_registered_account_brings_its_unit_and_profile() -> None:
    """A registered account needs no unit in the draft; its own profile belongs to its unit."""
    assert verdict(Draft("Lukupiiri alkaa.", account="LIB-fb")) == "official"
    assert verdict(Draft("Lukupiiri alkaa.", account="lib-ig")) == "ok"
    assert (
        verdict(Draft("Lukupiiri alkaa. Terveisin nuokkari, Mallilan kaupunki", account="lib-fb"))
        == "wrong_unit"
    )


def test_a_unit_that_the_city_does_not_list_goes_by_its_own_name() -> None:
    """An unknown unit is found by the name it was given."""
    assert (
        verdict(Draft("Keittoa! Mallilan kaupungin ruokapalveluista", unit="Ruokapalvelut")) == "ok"
    )
    assert verdict(Draft("Keittoa! Mallilan kaupunki", unit="Ruokapalvelut")) == "unit"


def test_without_a_unit_any_unit_will_do() -> None:
    """Without a poster's unit only something missing can be reported, never a wrong unit."""
    assert verdict(Draft("Terveisin nuokkari, Mallilan kaupunki")) == "ok"
    assert verdict(Draft("Hyvää kesää!")) == "both"


def test_personal_accounts_are_left_alone() -> None:
    """An elected official's account and one with opinions of its own get no finding."""
    assert verdict(Draft("Hyvää kesää!", unit="kirjasto", audience="elected")) == "ok"
    assert (
        verdict(
            Draft(
                "Hyvää kesää!",
                unit="kirjasto",
                account_profile="Kirjastonhoitaja. Mielipiteet omia",
            )
        )
        == "ok"
    )


def test_an_abbreviation_is_not_a_common_word() -> None:
    """`LiV` names the county council, `liv` is a Swedish word."""
    city = example_city("varmland")
    find = compile([AttributionSpec(report="official")], city)

    def found(text: str) -> int:
        return len(list(find(Scan(Document(text), Draft(text, unit="röntgen"), city))))

    assert found("Röntgen räddar liv varje dag.") == 1
    assert found("LiV:s röntgen har öppet i dag.") == 0
