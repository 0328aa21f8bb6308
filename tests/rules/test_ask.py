"""What a guide promises to those who ask: the right one first, and silence said plainly."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

import pytest

from rules.ask import NOT_IN_GUIDELINE, OUT_OF_SCOPE, Guide
from rules.asking import held_out
from rules.asking.model import Model
from rules.asking.spelling import mended
from rules.load import load, names
from rules.model import Audience, Language
from tests.conftest import REPOSITORY

guide: Callable[[str], Guide] = cache(lambda name: Guide(load(name)))


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("saisko nuorisotalo oman tiktokin, kuka siitä päättää", "department_head"),
        ("Får ungdomsgården öppna ett eget Tiktokkonto?", "department_head"),
        ("could the youth centre open its own tiktok account", "department_head"),
        ("mediakysymyksiä tulee koko ajan, kuka niihin vastaa", "responsible_person"),
        ("En reporter vill intervjua någon om bygget, vem svarar?", "responsible_person"),
        ("koulu tulessa, kuka hoitaa viestinnän", "city_manager"),
        ("huge fire at the sawmill, who speaks for the city", "city_manager"),
        ("ihmiset raivoo meidän facessa, apua", "department_head"),
        ("Vem är vårt dataskyddsombud?", "dpo"),
    ],
)
def test_the_first_role_is_the_guidelines(question: str, role: str) -> None:
    """In each language, formal or as people talk, the one whom the guideline names comes first."""
    answer = guide("paimio").ask(question)

    assert (answer.scope, answer.roles[0], answer.basis) == ("in", role, "guideline")
    assert answer.statements


@pytest.mark.parametrize(
    "question",
    [
        "millon ruokala aukee",
        "Kuka vaihtaa talvirenkaat työautoon?",
        "när går bussen till centrum",
        "Var får jag en ny nyckel till omklädningsrummet?",
        "how warm will it be on sunday",
        "Who orders more printer paper?",
    ],
)
@pytest.mark.parametrize("pack", names())
def test_what_is_not_about_posting_gets_no_confident_person(pack: str, question: str) -> None:
    """Everyday questions are out of scope: only the configured fallback is named."""
    answer = guide(pack).ask(question)

    assert (answer.scope, answer.name) == ("out", OUT_OF_SCOPE)
    assert answer.roles == (load(pack).fallback["staff"],)
    assert (answer.basis, answer.statements, answer.steps) == ("configuration", (), ())


@pytest.mark.parametrize("pack", names())
def test_silence_is_said_and_only_the_fallback_named(pack: str) -> None:
    """For every topic on which a guideline is silent, the answer names only the fallback."""
    asked = 0
    for topic in load(pack).topics:
        for question in [q for said in topic.questions.values() for q in said][:2]:
            answer = guide(pack).ask(question)
            if answer.scope != "in":
                asked += 1
                assert answer.roles == (load(pack).fallback["staff"],)
                assert answer.basis == "configuration"
    assert asked


@pytest.mark.parametrize("pack", names())
def test_no_elected_official_is_sent_to_a_line_manager(pack: str) -> None:
    """Whatever an elected official asks, no answer names a line manager."""
    known = {role.id for role in load(pack).roles} | {NOT_IN_GUIDELINE}
    for topic in load(pack).topics:
        for questions in topic.questions.values():
            roles = guide(pack).ask(questions[0], "elected").roles
            assert "line_manager" not in roles
            assert set(roles) <= known


def test_a_deputy_is_never_invented() -> None:
    """Where the guideline names no deputy for a crisis, the answer is a gap."""
    answer = guide("paimio").ask("kaupunginjohtaja on matkoilla ja koulu palaa, kuka tuuraa häntä")

    assert (answer.scope, answer.name) == ("gap", "crisis")


@pytest.mark.parametrize(
    ("question", "audience", "language"),
    [
        ("Saako henkilötunnuksen julkaista?", "staff", "fi"),
        ("May I publish an identity code?", "elected", "en"),
    ],
)
def test_a_rule_answers_what_it_finds(
    question: str, audience: Audience, language: Language
) -> None:
    """A question that a rule's examples lead to is answered by it, owner and source."""
    answer = guide("paimio").ask(question, audience)
    rule = load("paimio").rule("personal-data/identity-code")

    assert rule
    assert answer.roles[0] == rule.owner
    assert answer.statements[0].source == rule.source
    assert answer.language == language


def test_the_answer_tells_which_words_led_to_it() -> None:
    """The words of the question that spoke for the topic are told, in their order."""
    answer = guide("paimio").ask("mikä salasana instaan pitää laittaa")

    assert "salasana" in answer.words
    assert set(answer.words) <= set("mikä salasana instaan pitää laittaa".split())


def test_the_same_question_differs_by_organisation() -> None:
    """Whom to ask first is each organisation's own: nothing is inherited from another."""
    question = "Keneltä saan neuvoa someasioissa?"

    assert guide("paimio").ask(question).roles[0] == "line_manager"
    assert guide("suomussalmi").ask(question).roles[0] == "ict_secretary"


def test_a_question_without_words_is_out_of_scope() -> None:
    """Signs alone are no question, and break nothing."""
    assert [guide("paimio").ask(text).scope for text in ("?!", "", "👍", "\x00")] == ["out"] * 4


@pytest.mark.parametrize(
    ("wrong", "right", "language"),
    [
        ("pasword", "password", "en"),
        ("tietosuoa", "tietosuoja", "fi"),
        ("jounalist", "journalist", "sv"),
    ],
)
def test_one_slip_is_mended(wrong: str, right: str, language: Language) -> None:
    """A word with one letter missing is understood as the word of the lexicon."""
    assert mended(wrong, language) == right
    assert mended("xyzzyqwv", language) is None


def test_what_was_learned_survives_being_kept() -> None:
    """The kept form of a model gives the same scores; a damaged one is told from a whole one."""
    model = guide("paimio").guesser.model
    again = Model.from_bytes(model.to_bytes())

    assert again.scores({"c:password": 1.0}) == model.scores({"c:password": 1.0})
    with pytest.raises(ValueError, match="damaged"):
        Model.from_bytes(model.to_bytes()[:-4])


def test_example_questions_mostly_lead_each_other_right() -> None:
    """Answered by all the others alone, at least 85 of 100 examples find their own topic."""
    found = held_out.led(load("paimio"))

    assert sum(each.got == each.topic for each in found) >= 0.85 * len(found)
    assert not list(held_out.shadows(found))


def test_a_topic_without_a_profile_of_its_own_is_a_shadow() -> None:
    """A topic whose questions another one answers is told, with how many of them."""
    led = [held_out.Led(f"q{n}", "twin", "first" if n < 5 else "twin") for n in range(8)]
    led += [held_out.Led(f"p{n}", "first", "first") for n in range(8)]

    assert list(held_out.shadows(led)) == [held_out.Shadow("twin", "first", 5, 8)]


@pytest.mark.parametrize("part", ["dev", "holdout"])
def test_no_labelled_question_is_an_example(part: str) -> None:
    """What the guide is measured on is not what it learned from."""
    corpus = REPOSITORY / "tests" / "corpus" / part / "questions.jsonl"
    labelled = {
        json.loads(line)["question"].lower().strip(" ?.!")
        for line in corpus.read_text("utf-8").splitlines()
    }
    learned = {
        question.lower().strip(" ?.!")
        for pack in names()
        for topic in load(pack).topics
        for questions in topic.questions.values()
        for question in questions
    }

    assert not labelled & learned
