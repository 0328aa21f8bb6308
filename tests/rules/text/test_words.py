"""What is known of a word: readings, base forms and names."""

import importlib.util
import os
from collections.abc import Callable

import pytest

from rules.model import Language
from rules.text import Document, Reading, Word, finnish, voikko, word
from rules.text.word import word_of

Read = Callable[[str], tuple[Reading, ...]]


def pip_only() -> Read:
    if importlib.util.find_spec("pyvoikko") is None and "CI" not in os.environ:
        pytest.skip("the optional pip-only analyser is not installed")
    from rules.text import pyvoikko

    return pyvoikko.read


def native() -> Read:
    if not voikko.is_available():
        pytest.skip("Voikko's native library is not installed")
    return voikko.read


@pytest.fixture(params=[native, pip_only], ids=["native", "pip-only"])
def read(request: pytest.FixtureRequest) -> Read:
    analyser: Read = request.param()
    return analyser


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Virtasen", {"lemma": "virtanen", "word_class": "last_name", "case": "genitive"}),
        ("Matille", {"lemma": "matti", "word_class": "first_name", "case": "allative"}),
        ("Turussa", {"lemma": "turku", "word_class": "place_name", "case": "inessive"}),
        ("kirjastoista", {"lemma": "kirjasto", "case": "elative", "number": "plural"}),
        ("taloon", {"lemma": "talo", "case": "illative"}),
        ("lapsena", {"lemma": "lapsi", "case": "essive"}),
        ("kirjastomme", {"lemma": "kirjasto", "possessive": "1p"}),
        ("tehdään", {"lemma": "tehdä", "word_class": "verb", "person": "4", "tense": "present"}),
        ("päätettiin", {"lemma": "päättää", "person": "4", "tense": "past"}),
        ("voisimme", {"lemma": "voida", "mood": "conditional", "person": "1", "number": "plural"}),
        ("tulemalla", {"lemma": "tulla", "mood": "inf-ma", "case": "adessive"}),
        ("lukeminen", {"lemma": "lukea", "mood": "inf-minen", "case": "nominative"}),
        ("tehty", {"participle": "past_passive", "derived_from": "tehdä"}),
        ("toteutuksen", {"lemma": "toteutus", "derived_from": "toteuttaa"}),
        ("arviointi", {"lemma": "arviointi", "derived_from": "arvioida"}),
        (
            "kirjastopalveluiden",
            {"lemma": "kirjastopalvelu", "heads": ("kirjasto", "palvelu"), "number": "plural"},
        ),
        ("osa-alueella", {"lemma": "osa-alue", "heads": ("osa", "alue")}),
        ("käyttöönotosta", {"lemma": "käyttöönotto", "heads": ("käyttöön", "otto")}),
        ("nuorisotyöntekijälle", {"heads": ("nuoriso", "työ", "tekijä")}),
        ("vaa'an", {"lemma": "vaaka", "case": "genitive"}),
        ("EU:n", {"lemma": "eu", "word_class": "abbreviation", "case": "genitive"}),
        ("KIRJASTO", {"lemma": "kirjasto", "word_class": "noun"}),
    ],
)
def test_a_finnish_form_is_read(read: Read, form: str, expected: dict[str, object]) -> None:
    """An inflected Finnish word is recognised, with either analyser."""
    found = [{name: getattr(r, name) for name in expected} for r in read(form)]

    assert expected in found


@pytest.mark.parametrize("form", ["asdfgh", "Kovalenkolle", "biblioteket", "xyz"])
def test_a_form_of_no_finnish_word_has_no_reading(read: Read, form: str) -> None:
    """Unknown words stay unknown instead of being guessed at."""
    assert read(form) == ()


def test_endless_compounds_are_not_analysed() -> None:
    """A word longer than any real one is left alone, so it cannot stall a check."""
    assert finnish.read("alus" * 1000) == ()


@pytest.mark.parametrize(
    ("language", "form", "lemma"),
    [
        ("fi", "Kirjastoissamme", "kirjasto"),
        ("fi", "kaisaniemessä", "kaisaniemi"),
        ("fi", "asdfgh", "asdfgh"),
        ("sv", "bibliotekets", "bibliotek"),
        ("sv", "Barnen", "barn"),
        ("sv", "gick", "gå"),
        ("sv", "idrottstjänsterna", "idrottstjänst"),
        ("sv", "utbildningstjänsterna", "utbildningstjänst"),
        ("en", "Libraries", "library"),
        ("en", "went", "go"),
        ("en", "city's", "city"),
    ],
)
def test_base_forms(language: Language, form: str, lemma: str) -> None:
    """An inflected word is found under its base form in its language."""
    assert lemma in word_of(form).lemmas(language)


@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        ("fi", "kirjastossa", "biblioteket"),
        ("sv", "biblioteket", "kirjasto"),
        ("en", "the", "kirjasto"),
    ],
)
def test_a_dictionary_knows_its_own_words(language: Language, known: str, unknown: str) -> None:
    """Words are known in their own language only."""
    assert word_of(known).is_known(language)
    assert not word_of(unknown).is_known(language)


@pytest.mark.parametrize("form", ["Matti", "Maijalle", "Fatima", "Annas", "Jukka-Pekan"])
def test_first_names_are_known(form: str) -> None:
    """First names are told in Finnish cases, with a Swedish genitive, or from many countries."""
    assert word_of(form).is_first_name


@pytest.mark.parametrize("form", ["Virtasella", "Nguyen", "Lindqvist", "Hassan", "Korhosesta"])
def test_last_names_are_known(form: str) -> None:
    """Last names are told in Finnish cases, or from many countries."""
    assert word_of(form).is_last_name


@pytest.mark.parametrize("form", ["kirjasto", "avoinna", "stängt", "Tervetuloa"])
def test_other_words_are_no_names(form: str) -> None:
    """An ordinary word is not taken for a name."""
    word = word_of(form)

    assert (word.is_first_name, word.is_last_name) == (False, False)


def test_a_known_word_is_met_once() -> None:
    """Two drafts with the same dictionary word share what is known of it."""
    assert Document("kirjasto").tokens[0].word is Document("Uusi kirjasto").tokens[1].word


@pytest.mark.parametrize("secret", ["Kzqxvw", "131052-308T", "a@example.com", "hunter2", "x" * 50])
def test_a_secret_does_not_outlive_its_draft(secret: str) -> None:
    """What no dictionary knows, or what has a digit, is forgotten with the draft."""
    document = Document(f"Salasana on {secret} nyt.")

    assert any(token.text == secret for token in document.tokens)
    assert secret not in word._shared
    assert all(isinstance(mark, int) for mark in word._unknown)


def test_the_shared_words_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with every draft that is checked."""
    monkeypatch.setattr(word, "_MOST_SHARED", 5)
    Document("Kirjasto on auki joka päivä aamusta iltaan ja viikonloppuna vain aamupäivällä")
    Document("qqwert zzxcv bbnmq wwert ppoiu llkjh mmnbv")

    assert len(word._shared) <= 5
    assert len(word._unknown) <= 5
    assert isinstance(word_of("kirjasto"), Word)
