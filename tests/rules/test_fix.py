"""The corrected text: finished after one pass, for any draft of any language."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import load
from rules.check import Checker
from rules.cities import example_city
from rules.model import Draft
from tests.conftest import REPOSITORY
from tests.invariants import assert_fix_is_finished, assert_sound

CORPUS = sorted((REPOSITORY / "tests" / "corpus" / "dev").glob("p*.jsonl"))
POSTS = [
    json.loads(line)["text"] for path in CORPUS for line in path.read_text("utf-8").splitlines()
]
PIECES = [piece for post in POSTS for piece in post.split(". ")]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(load.load("paimio"), example_city("paimio"))


def test_nothing_is_left_to_replace_in_a_corrected_post(checker: Checker) -> None:
    """Checking the corrected text of any labelled post finds nothing more to replace."""
    for post in POSTS:
        assert_fix_is_finished(checker, Draft(post))


@settings(max_examples=150, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
    glue=st.sampled_from([". ", " ", "\n", ", "]),
)
def test_mixtures_are_corrected_in_one_pass(checker: Checker, pieces: list[str], glue: str) -> None:
    """Sentences of different posts and languages put together are corrected in one pass, too."""
    assert_fix_is_finished(checker, Draft(glue.join(pieces)))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_a_sound_report(checker: Checker, text: str) -> None:
    """Findings of any text whatever are sorted, inside it, and each there once."""
    assert_sound(checker, Draft(text))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.sampled_from(["\u200b", "\u00ad", "😀", "\u0301", "\x00"]),
)
def test_invisible_characters_move_nothing(
    checker: Checker, pieces: list[str], stranger: str
) -> None:
    """Characters that nobody sees, between sentences, leave every finding at its own words."""
    assert_sound(checker, Draft(f" {stranger} ".join(pieces)))
