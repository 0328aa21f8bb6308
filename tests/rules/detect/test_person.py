"""The detector of names and the detector of one thing near another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from pydantic import ValidationError

from rules.detect import near, person
from rules.detect.near import NearSpec
from rules.detect.person import PersonSpec
from rules.detect.scan import Scan
from rules.directory import Directory
from rules.model import Draft
from rules.text import Document

CITY = Directory(city="Mallila")


def scan(text: str) -> Scan:
    return Scan(Document(text), Draft(text), CITY)


def names(text: str, *specs: PersonSpec) -> list[tuple[int, str]]:
    at = scan(text)
    found = person.compile(specs, CITY)(at)
    return [(index, at.doc.norm[match.start : match.end]) for index, match in found]


def beside(text: str, spec: Mapping[str, object]) -> Sequence[str]:
    at = scan(text)
    found = near.compile([NearSpec.model_validate(spec)], CITY)(at)
    return [at.doc.norm[match.start : match.end] for _, match in found]


ILLNESS = {
    "language": "fi",
    "find": {"terms": ["diabetes"]},
    "near": {"terms": ["hakija<singular>"], "person": "private"},
}


def test_each_rule_gets_its_own_names() -> None:
    """A rule for children and one for grown-ups share one search and take what is theirs."""
    text = "Kiitos Liisa Mäkitalolle! Kilpailun voitti Elsa Vihanta, 7 v."
    found = names(text, PersonSpec(who="adult"), PersonSpec(who="child"))
    assert found == [(0, "Liisa Mäkitalolle"), (1, "Elsa Vihanta")]


def test_office_holders_only_for_who_asks_for_anyone() -> None:
    """A titled person is found by a rule about anyone, never by one about private persons."""
    text = "Avajaisissa puhuu kaupunginjohtaja Minna Rautalampi."
    assert names(text, PersonSpec()) == []
    assert names(text, PersonSpec(who="anyone")) == [(0, "Minna Rautalampi")]


def test_weak_evidence_is_kept_apart() -> None:
    """A lone last name is only for a rule that asks for weak evidence."""
    text = "Kokouksessa puhui myös Virtanen."
    assert names(text, PersonSpec()) == []
    assert names(text, PersonSpec(evidence="weak")) == [(0, "Virtanen")]


def test_an_illness_alone_is_a_topic() -> None:
    """An illness is marked beside a person or a word for one, and not by itself."""
    assert beside("Joka kymmenes sairastaa diabetesta.", ILLNESS) == []
    assert beside("Hakijan lausunnossa mainitaan diabetes.", ILLNESS) == ["diabetes"]
    assert beside("Kuvassa Timo Ranta, jolla on diabetes.", ILLNESS) == ["diabetes"]


def test_the_neighbour_must_be_close() -> None:
    """A role counts in the same sentence, a name in the next one; `within` asks for less."""
    assert beside("Voimia, Timo Ranta! Diabetes yllätti.", ILLNESS) == ["Diabetes"]
    assert beside("Kuvassa Timo Ranta. Sataa. Luento kertoo diabeteksesta.", ILLNESS) == []
    assert beside("Hakija tuli. Luento kertoo diabeteksesta.", ILLNESS) == []
    assert beside("Hakija toi todistuksen, jossa on diabetes.", ILLNESS | {"within": 2}) == []
    assert beside("Hakijan diabetes mainitaan.", ILLNESS | {"within": 2}) == ["diabetes"]


def test_unless_silences() -> None:
    """A word of `unless` in the sentence keeps the rule quiet."""
    quiet = ILLNESS | {"unless": ["tiesitkö"]}
    assert beside("Tiesitkö, että Timo Rannan luento kertoo diabeteksesta?", quiet) == []


def test_terms_of_another_language_are_left_alone() -> None:
    """A rule for Finnish does not read Swedish sentences."""
    assert beside("Sökanden Rune Backlund har diabetes enligt bilagan.", ILLNESS) == []


def test_a_side_that_names_nothing_is_refused() -> None:
    """A side without terms and without a person is an error with a way out."""
    with pytest.raises(ValidationError, match="give terms, person, or both"):
        NearSpec.model_validate({"language": "fi", "find": {}, "near": {"person": "private"}})
