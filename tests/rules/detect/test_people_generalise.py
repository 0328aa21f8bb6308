"""Ways to write about one person, and about nobody in particular, beyond the examples of rules."""

from __future__ import annotations

import json

import pytest

from rules import evaluate
from rules.check import Checker
from rules.cities import example_city
from rules.evaluate import Score
from rules.load import load
from rules.model import Draft
from tests.conftest import REPOSITORY

POSTS = [
    json.loads(line)
    for line in (REPOSITORY / "tests/corpus/dev/people_own.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(load("paimio"), example_city("paimio"))


def loud(checker: Checker, text: str) -> list[str]:
    """Return what is marked as a person, a child, health or social care, at warning or above."""
    report = checker.check(Draft(text))
    return [
        text[f.span.start : f.span.end]
        for f in report.findings
        if f.category in ("person_private", "minor", "health", "social_care")
        and f.severity != "suggestion"
    ]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_posts_about_people(checker: Checker, lang: str) -> None:
    """Of posts written to try the finders, nearly all dangerous and no more clean ones alarm."""
    score = Score()
    for post in POSTS:
        if post["lang"] == lang:
            evaluate.score_personal(post, checker.check(Draft(post["text"])), score)

    assert score.alarmed["flag", lang] / score.posts["flag", lang] >= 0.95
    assert score.alarmed["clean", lang] / score.posts["clean", lang] <= 0.03
    assert evaluate.f1(score, lang)[1] >= 0.90


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eeli täytti viisi ja sai valita laulun.", ["Eeli"]),
        ("Sirkka-Liisan viesti oli pitkä.", ["Sirkka-Liisan"]),
        ("Tsemppiä talonmiehellemme Arvolle!", ["Arvolle"]),
        ("kuvassa leevi ja sanni kakkosluokalta", ["leevi", "sanni"]),
        ("Noel i 8D är inte med på fotot.", ["Noel"]),
        ("Call Kirsi on +358 40 000 5522.", ["Kirsi"]),
        ("Thanks for your help, Gwen!", ["Gwen"]),
    ],
)
def test_first_names_alone(checker: Checker, text: str, found: list[str]) -> None:
    """A first name alone is a person's where somebody acts, is greeted or goes to school."""
    assert loud(checker, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Valtuutetut Ari Pennanen, Leena Sakki ja Yasmin Ali ovat torilla.",
        "Jussi-Pekka Aarnio aloitti 1.9. kaupungin tietohallintojohtajana.",
        "Styrelsen valde Sanna Kock till byggnadschef.",
        "Frågor besvaras av Gun-Britt Nabb, ledande avbytare, tfn 02 000 5518.",
        "Kadonnut kissa Miina löytyi, kiitos kaikille etsijöille.",
        "Veikko Huhtasen lapsuudenkoti on nyt museo.",
    ],
)
def test_people_in_public(checker: Checker, text: str) -> None:
    """Rows with one title, new office holders, contacts, cats and museums are nobody's secret."""
    assert loud(checker, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talonmies jäi sairauslomalle.", ["sairauslomalle"]),
        ("Videon äiti asuu turvakodissa.", ["turvakodissa"]),
        ("V. Laakso ohjattiin velkaneuvontaan.", ["velkaneuvontaan"]),
        ("Klientens beslut om utkomststöd syns.", ["utkomststöd"]),
        ("The woman in the video lives in a women's shelter.", ["women's shelter"]),
    ],
)
def test_one_person_without_a_full_name(checker: Checker, text: str, found: list[str]) -> None:
    """A job, a role or an initial is enough to tell of somebody's illness or help."""
    assert [part for part in loud(checker, text) if part in found] == found
