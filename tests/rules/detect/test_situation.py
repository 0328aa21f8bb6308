"""The words of a crisis, and the many posts that only speak of one."""

import pytest

from rules.check import Checker
from rules.directory import Directory
from rules.load import load
from rules.model import Draft

CHECKER = Checker(load("manners"), Directory(city="Mallila"))


def situations(text: str) -> list[str]:
    """Return the rules on situations that speak."""
    found = CHECKER.check(Draft(text)).findings
    return [finding.rule for finding in found if finding.category == "situation"]


@pytest.mark.parametrize(
    "text",
    [
        "Koululla palaa, menkää pihalle.",
        "Kirjastolla syttyi tulipalo hetki sitten.",
        "Vesijohtovesi on saastunut, keittäkää juomavesi.",
        "Meillä on tietovuoto.",
        "Det brinner i skolan.",
        "The school is on fire.",
        "Leikkipuistosta nousi kohu.",
    ],
)
def test_a_crisis_is_heard(text: str) -> None:
    """Words of something going on now offer the next step, once."""
    assert len(situations(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Koululla on paloharjoitus, älkää säikähtäkö savua.",
        "Muista palovaroitin: näin ehkäiset tulipalon syttymistä.",
        "Tulipalo syttyi kirkossa vuonna 1888.",
        "Mitä teet, jos koululla palaa?",
        "Jos koululla palaa, soita 112.",
        "Koulussa palaa valo yölläkin.",
        "Dekkari-illassa poliisi tutkii, miksi talossa syttyi tulipalo.",
        "Brandövning i skolan: låtsas att det brinner i köket.",
        "Our play tells of a school that is on fire.",
        "Suorittakaa maksu ja palatkaa koululle.",
    ],
)
def test_no_crying_wolf(text: str) -> None:
    """Drills, prevention, history, questions and stories are no crisis."""
    assert situations(text) == []
