"""Whose a name is."""

from __future__ import annotations

import pytest

from rules.directory import Directory, Person
from rules.names import Standing, people_in
from rules.text import Document

CITY = Directory(
    city="Mallila", people=(Person(name="Sirkka Mallikas", office="kaupungin puutarhuri"),)
)


def standings(text: str) -> list[Standing]:
    return [person.standing for person in people_in(Document(text), CITY)]


@pytest.mark.parametrize(
    "text",
    [
        "”Nyt rakennetaan”, sanoo kaupunginjohtaja Minna Rautalampi.",
        "Lisätietoja: Heikki Lahtinen, tekninen johtaja, p. 02 000 1234.",
        "Valtuuston puheenjohtajaksi valittiin Sakari Myllyoja.",
        "Tilaisuuden avaa Sakari Myllyoja (kesk.).",
        "Mer information: planläggningsarkitekt Johan Backlund.",
        "– Bra läst, säger Linnea Storgårds, bibliotekschef i Havsnäs.",
        "Ny rektor är Lena Ström.",
        "Minister of Education Ilari Tuomola and City Manager Pontus Ervasti are here.",
        "The mayor, Laura Rissanen, opens the fair.",
        "Kuvassa lautakunnan jäsen Riitta Peltoniemi.",
        "rektor johan lindqvist bjuder på pannkakor",
    ],
)
def test_office_holders(text: str) -> None:
    """Who is named with the office, before or after the name, is public."""
    assert set(standings(text)) == {Standing.PUBLIC}


@pytest.mark.parametrize(
    "text",
    [
        "Yhtyeen solisti, laulaja Mari Aallotar, signeeraa levyjä.",
        "Boken Sommarboken av Tove Jansson är månadens bok.",
        "Konsertissa esiintyvät Maria Ylipää ja Jukka Perko.",
        "Kuva: Matti Hietala.",
        "Kunnallisneuvos Eero Lehtivaara (1938–2025) muistetaan.",
        "Byggmästare Jakob Rijf föddes 1753.",
        "Puistoa hoitaa Sirkka Mallikas.",
    ],
)
def test_artists_history_and_the_citys_own(text: str) -> None:
    """Artists, authors, the dead of history and the city's listed people are public."""
    assert set(standings(text)) == {Standing.PUBLIC}


@pytest.mark.parametrize(
    "text",
    [
        "Lämmin kiitos Liisa Mäkitalolle konsertin järjestämisestä!",
        "Haastateltavan Veikko Eskelän lupa puuttuu.",
        "Till tjänsten som kostchef har sökt Jaana Kettunen-Ek.",
        "The complaint came from Dimitar Kolev, who lives by the library.",
        "Palkinto menee Sinikka Törmäselle.",
    ],
)
def test_private_persons(text: str) -> None:
    """Who is thanked, interviewed, applies, complains or wins is private."""
    assert set(standings(text)) == {Standing.ADULT}


@pytest.mark.parametrize(
    "text",
    [
        "Piirustuskilpailun voitti Elsa Vihanta, 7 v!",
        "Grattis Alva Björkqvist i klass 4B!",
        "8A:n Luukas Hautala voitti hiihdot.",
        "Maalikuningas on Miska Ruohonen (s. 2014).",
        "Viljo Santalahti raised 212 euros. He is only 8!",
        "Leikkipuiston löysi esikoululainen Veeti.",
    ],
)
def test_children(text: str) -> None:
    """An age, a class, a year of birth or a child's role makes a name a child's."""
    assert set(standings(text)) == {Standing.CHILD}


def test_an_age_of_a_grown_up() -> None:
    """A grown-up's age does not make a child, a parent's role beside a child neither."""
    assert standings("Kuukauden kasvo on Esteri Ojala, 72, kylältä.") == [Standing.ADULT]
    assert standings("Esikoululainen Veeti ja äiti Annika Heiskari löysivät kukan.") == [
        Standing.CHILD,
        Standing.ADULT,
    ]


def test_a_repeated_name_keeps_its_standing() -> None:
    """Once named with the office, a person may be called by the last name alone."""
    text = "Kaupunginjohtaja Mirva Tolonen puhui. Tolosen puhe on verkossa."
    assert standings(text) == [Standing.PUBLIC, Standing.PUBLIC]
