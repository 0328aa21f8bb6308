"""Which words of a text are somebody's name."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rules.names import Evidence, names_in
from rules.names.words import listed
from rules.text import Document


def found(text: str, *, weak: bool = False) -> list[str]:
    doc = Document(text)
    return [
        doc.norm[name.start : name.end]
        for name in names_in(doc)
        if name.evidence.strong or (weak and name.evidence.weak)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lämmin kiitos Liisa Mäkitalolle tarinoista!", ["Liisa Mäkitalolle"]),
        ("Kyselyyn vastasi Anna-Kaisa Ala-Mäyry.", ["Anna-Kaisa Ala-Mäyry"]),
        ("Voittajat ovat Hamid Karimi ja Ngoc Tran.", ["Hamid Karimi", "Ngoc Tran"]),
        ("Hakemuksen jätti Kristiina von Essen.", ["Kristiina von Essen"]),
        ("Tack vare Göran Lindholms förslag.", ["Göran Lindholms"]),
        ("Thank you, Priya Raghunathan and Jack O'Leary!", ["Priya Raghunathan", "Jack O'Leary"]),
    ],
)
def test_full_names(text: str, names: list[str]) -> None:
    """A full name is found in any inflection and language, also a foreign one."""
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tuomo ja Aune Kekäläisen pihalla on valot.", ["Tuomo ja Aune Kekäläisen"]),
        ("Pihalla asuu lasse pieniniemi.", ["lasse pieniniemi"]),
        ("mirja hakkarainen gets home care", ["mirja hakkarainen"]),
        ("KIITOS TYYNE HARJULALLE VILLASUKISTA!", ["TYYNE HARJULALLE"]),
        ("Virtanen Matti soitti ja kysyi parkkipaikasta.", ["Virtanen Matti"]),
        ("Poista kuvasta Heikki\u200b Saarelma.", ["Heikki Saarelma"]),
    ],
)
def test_unusual_spellings(text: str, names: list[str]) -> None:
    """Couples, lower case, capitals, last name first and hidden characters hide no name."""
    assert found(text) == names


def test_an_initial_ends_a_name_where_a_sentence_begins() -> None:
    """The word after `Reijo P.` is not swallowed if it begins the next sentence."""
    text = "Kiitos avusta, Reijo P. Juontajana toimii Heidi Salo."

    assert "Juontajana" not in " ".join(found(text, weak=True))
    assert found("Kyselyyn vastasi Matti J. Virtanen.") == ["Matti J. Virtanen"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Det gäller familjen Kronqvist.", ["Kronqvist"]),
        ("There is a letter from the Brennan family.", ["Brennan"]),
        ("Rouva Hakkarainen moitti bussivuoroja.", ["Hakkarainen"]),
        ("Kuvassa on Aatos, 8 v, koiransa kanssa.", ["Aatos"]),
        ("I tåget går Moa G., Nellie och Alfred S. från grupp Igelkotten.",
         ["Moa G.", "Nellie", "Alfred S."]),
        ("Voimia Jarmolle! Jarmo Tikkala on nyt kotona.", ["Jarmolle", "Jarmo Tikkala"]),
    ],
)  # fmt: skip
def test_single_names_with_a_cue(text: str, names: list[str]) -> None:
    """One word is a name where a family, a title, an age, a list or the same name says so."""
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Lumi, aurinko ja iloinen puheensorina. Onni suosi pilkkijöitä, Toivo elää!",
        "Minna Canthin koulun ja Väinö Linnan aukion työmaa alkaa.",
        "Anders Perssons Åkeri AB plogar, och Karin Larssons förskola är stängd.",
        "Snow is cleared by Mäkelä Transport Oy. Hope Park and Nelson Park School are open.",
        "Tatu ja Patu sekä Risto Räppääjä odottavat lukijaansa.",
        "M/S Tuulikki lähtee klo 10. Villa Ida och stormen Hannes.",
        "#MattiMeikäläinen ja @anna.virtanen ovat tunnisteita.",
        "Tänään nimipäiväänsä viettävät Kalle, Kaarlo ja Mies.",
        "Monday 7 June is Earth Day at the Market Square.",
    ],
)
def test_no_persons(text: str) -> None:
    """Weather, streets, schools, companies, ships, figures of stories and days are no persons."""
    assert found(text) == []


def test_a_last_name_alone_is_a_guess() -> None:
    """A last name that stands by itself is found, but as a guess."""
    text = "Kokouksessa puhui myös Virtanen."
    assert found(text) == []
    assert found(text, weak=True) == ["Virtanen"]


def test_names_never_overlap() -> None:
    """Names come in order and no two of them share a letter."""
    doc = Document("Anna Aho ja Matti Aho, Aho & Pojat Oy, Ahon Anna. Anna tuli, Matti lähti.")
    names = names_in(doc)
    assert len(names) >= 2
    assert all(a.end <= b.start for a, b in pairwise(names))


@pytest.mark.parametrize("text", ["", " ", "A.", "A. B. C.", "VON", "von af de", "É", "Ä-Ä", "🎉"])
def test_scraps(text: str) -> None:
    """A text of scraps does no harm."""
    assert all(name.evidence in Evidence for name in names_in(Document(text)))


def test_word_lists_are_in_base_form() -> None:
    """Every entry of the lists of roles and titles is in lower case: so it is compared."""
    for file, section in (("titles", "words"), ("roles", "private"), ("roles", "child")):
        words = listed(file, section)
        assert words
        assert all(word == word.lower() for word in words)
