"""The language of each sentence and of the whole."""

import pytest

from rules.model import Language
from rules.text import Document


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Tervetuloa!"),
        ("fi", "Kirjasto on kiinni."),
        ("fi", "Uimahalli avataan remontin jälkeen"),
        ("fi", "KIRJASTO SULJETTU"),
        ("fi", "The Rasmus esiintyy torilla lauantaina"),
        ("fi", "Matti Virtanen kertoo työstään"),
        ("sv", "Välkommen!"),
        ("sv", "Biblioteket är stängt."),
        ("sv", "Simhallen öppnar efter renoveringen"),
        ("sv", "BADHUSET STÄNGT"),
        ("sv", "Anna Lindqvist berättar om sitt jobb"),
        ("sv", "Vi tackar alla som deltog"),
        ("en", "Welcome!"),
        ("en", "The library is closed."),
        ("en", "Swimming pool opens after renovation"),
        ("en", "LIBRARY CLOSED"),
        ("en", "Thank you for coming"),
        ("en", "Matti Virtanen talks about his work"),
    ],
)
def test_a_short_post_is_recognised(language: Language, text: str) -> None:
    """Two words, capitals or a foreign name do not hide the language of a post."""
    assert Document(text).languages == (language,)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Kirjasto on suljettu perjantaina.\nBiblioteket är stängt på fredag.", ["fi", "sv"]),
        ("Kirjasto on suljettu / Biblioteket är stängt", ["fi", "sv"]),
        ("Hei! Matti Virtanen. Nähdään kirjastossa torstaina.", ["fi", "fi", "fi"]),
        ("Vi ses på torget! 😀\n\nMoa Karlsson\n#sommar", ["sv", "sv", "sv"]),
        ("The pool is open.\nUimahalli on auki.\nSimhallen är öppen.", ["en", "fi", "sv"]),
        ("We meet at noon. Yes! Anna Berg.", ["en", "en", "en"]),
    ],
)
def test_each_sentence_has_its_own_language(text: str, languages: list[Language]) -> None:
    """Languages may share a post; names and short calls follow their neighbours."""
    assert [sentence.language for sentence in Document(text).sentences] == languages


def test_the_language_with_most_text_comes_first() -> None:
    """Of a bilingual post the longer part leads."""
    text = "Biblioteket är stängt på fredag. Välkommen på lördag igen! Kirjasto on kiinni."

    assert Document(text).languages == ("sv", "fi")


@pytest.mark.parametrize("text", ["", "😀😀", "12.5. 10–16", "https://example.org", "?!"])
def test_without_words_no_language_is_claimed(text: str) -> None:
    """Where nothing tells the language, none is named, and Finnish texts are used."""
    document = Document(text)

    assert document.languages == ()
    assert document.language_at(0) == "fi"


def test_the_author_may_say_which_language_it_is() -> None:
    """A language given with the draft holds for every sentence."""
    document = Document("Kirjasto on auki. Biblioteket är öppet.", "en")

    assert document.languages == ("en",)
    assert {sentence.language for sentence in document.sentences} == {"en"}
