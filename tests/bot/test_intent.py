"""What people send is understood without commands."""

from __future__ import annotations

import json

import pytest

from bot.intent import Intent, intent_of
from rules.load import load
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hei", Intent.GREETING),
        ("moikka!", Intent.GREETING),
        ("😀", Intent.GREETING),
        ("", Intent.UNCLEAR),
        ("   \n", Intent.UNCLEAR),
        (
            "voinks mä perustaa koululle insta-tilin vai tarviiko siihen jonku luvan",
            Intent.QUESTION,
        ),
        ("Får man lägga ut en bild på eleverna?", Intent.QUESTION),
        ("our page was hacked, who do i call", Intent.QUESTION),
        ("Kirjasto on avoinna lauantaina! Tervetuloa satutunnille klo 10. #kirjasto", Intent.DRAFT),
        ("Oletko jo ilmoittautunut? Leiri alkaa 3.6. Tervetuloa mukaan! 🏕️ #kesä", Intent.DRAFT),
        ("Simhallen öppnar igen på måndag. Välkommen!", Intent.DRAFT),
        ("Two types of soup today", Intent.UNCLEAR),
    ],
)
def test_a_message_is_what_it_looks_like(text: str, intent: Intent) -> None:
    """A draft, a question, a greeting; what is neither is asked about."""
    assert intent_of(text) == intent


@pytest.mark.parametrize(
    "text",
    [
        "entä jos hän on lomalla?",
        "Mitä jos hän ei vastaa?",
        "och om hen är sjuk?",
        "what if she is away?",
    ],
)
def test_a_follow_up_needs_something_to_follow(text: str) -> None:
    """A question about the last answer is one only after an answer."""
    assert intent_of(text, answered=True) is Intent.FOLLOW_UP
    assert intent_of(text) is not Intent.FOLLOW_UP


def test_the_packs_own_questions_are_questions() -> None:
    """Of all example questions in the packs at least nine in ten are taken as questions."""
    asked = [q for topic in load("paimio").topics for qs in topic.questions.values() for q in qs]
    right = sum(intent_of(q) is Intent.QUESTION for q in asked)
    taken_as_draft = sum(intent_of(q) is Intent.DRAFT for q in asked)

    assert right / len(asked) >= 0.9
    assert taken_as_draft / len(asked) <= 0.02


def test_posts_are_seldom_taken_as_questions() -> None:
    """Of the labelled public posts at most one in ten is taken as a question to us."""
    posts = [
        json.loads(line)["text"]
        for path in sorted((REPOSITORY / "tests/corpus/dev").glob("plain_*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    asked = sum(intent_of(post) is Intent.QUESTION for post in posts)

    assert asked / len(posts) <= 0.1
