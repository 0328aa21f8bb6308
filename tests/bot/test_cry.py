"""A cry for help is heard; a post about fires is not taken for one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.card import Buttons
from bot.cry import is_cry
from bot.intent import Intent, intent_of
from rules.text import Document
from tests.bot.house import House
from tests.conftest import REPOSITORY


def labelled(name: str) -> list[dict[str, Any]]:
    """Return short messages, each with whether it is a cry for help."""
    lines = (REPOSITORY / "tests" / "bot" / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


LABELLED = labelled("cries.jsonl")
UNSEEN_CRIES = [each["text"] for each in labelled("cries_unseen.jsonl") if each["cry"]]


def test_cries_are_heard() -> None:
    """Of the labelled cries for help at least 95 in a hundred are heard."""
    cries = [each["text"] for each in LABELLED if each["cry"]]
    missed = [text for text in cries if not is_cry(Document(text))]

    assert len(missed) / len(cries) <= 0.05, missed


def test_posts_about_fires_are_no_cries() -> None:
    """Of labelled posts and questions about grave things at most 2 in a hundred raise an alarm."""
    calm = [each["text"] for each in LABELLED if not each["cry"]]
    raised = [text for text in calm if is_cry(Document(text))]

    assert len(raised) / len(calm) <= 0.02, raised


async def test_an_unheard_cry_is_one_press_from_the_report() -> None:
    """Cries in words that nobody tuned for are heard or asked about, with the report beside it."""
    reached = []
    for text in UNSEEN_CRIES:
        card = await House().send(text)
        verbs = [
            b.verb for piece in card.pieces if isinstance(piece, Buttons) for b in piece.buttons
        ]
        reached.append("crisis.report" in verbs)

    assert sum(reached) / len(reached) >= 0.95


def test_ordinary_posts_are_no_cries() -> None:
    """Of the labelled public posts at most 2 in a thousand raise an alarm."""
    posts = [
        json.loads(line)["text"]
        for name in ("plain", "personal")
        for path in sorted((REPOSITORY / "tests/corpus/dev").glob(f"{name}_*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    raised = [post for post in posts if is_cry(Document(post))]

    assert len(raised) / len(posts) <= 0.002, raised


@pytest.mark.parametrize("text", ["koululla palaa", "det brinner i skolan", "fire at school"])
def test_a_cry_is_an_intent_of_its_own(text: str) -> None:
    """Nobody whose school burns is asked whether that is a draft."""
    assert intent_of(text) is Intent.CRISIS


def test_a_practice_is_a_draft_or_unclear() -> None:
    """A post about a fire drill is no crisis."""
    assert intent_of("Paloharjoitus koululla torstaina") is not Intent.CRISIS
    assert intent_of("Paloharjoitus koululla torstaina! Tervetuloa mukaan.") is Intent.DRAFT


@pytest.mark.parametrize("text", ["a" * 100_000, "joku " * 20_000, "tiedot \n" * 10_000, "\ud800"])
def test_no_message_is_too_odd(text: str) -> None:
    """Long and broken messages are no cries, and are told quickly."""
    assert not is_cry(Document(text))
