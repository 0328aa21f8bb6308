"""The program's own sentences are the same in three languages."""

from __future__ import annotations

import re

import pytest

from bot.texts import FOLDER, Texts
from rules.model import LANGUAGES, Language


def blocks(language: Language) -> list[str]:
    """Return every message of every file as it is written."""
    texts = [path.read_text("utf-8") for path in FOLDER.glob(f"*{language}.ftl")]
    split = re.compile(r"^(?=[a-z][a-z0-9-]* =)", flags=re.MULTILINE)
    return [block for text in texts for block in split.split(text) if " =" in block]


def messages(language: Language) -> dict[str, set[str]]:
    """Return each message's placeholders."""
    return {block.split(" =")[0]: set(re.findall(r"\$(\w+)", block)) for block in blocks(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice(language: Language) -> None:
    """A sentence has one place, in one file."""
    assert len(blocks(language)) == len(messages(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_exists_with_the_same_placeholders(language: Language) -> None:
    """A sentence that exists in one language exists in all, with the same placeholders."""
    assert messages(language) == messages("fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: Language) -> None:
    """No sentence has a slip that shows only when it is used."""
    texts = Texts(language)
    for key, names in messages(language).items():
        assert texts.say(key, **dict.fromkeys(names, 2))


def test_one_and_many_differ() -> None:
    """Counts take the right form of the word."""
    texts = Texts("fi")

    assert texts.say("verdict-found", count=1) == "Yksi kohta katsottavaksi."
    assert texts.say("verdict-found", count=3) == "3 kohtaa katsottavaksi."


def test_an_unknown_sentence_is_an_error() -> None:
    """A mistyped key does not show as an empty line."""
    with pytest.raises(KeyError):
        Texts("fi").say("no-such-sentence")
