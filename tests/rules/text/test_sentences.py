"""Where sentences begin, in the three languages and across them."""

import pytest

from rules.text import Document


def sentences(text: str) -> list[str]:
    document = Document(text)
    return [document.norm[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Avoinna 15.10.2019 klo 14.03 alkaen.",
        "Tule esim. Paimion kirjastoon!",
        "Mukana mm. Matti ja ym. väkeä.",
        "Ohjaajat ovat prof. Virtanen ja toim.joht. Laine.",
        "Kerros 3. krs on suljettu.",
        "Tilaisuus on 1.9. Paimiossa.",
        "Leiri 3.–14.11. metsässä.",
        "Aukioloajat: ma–pe 9–16, puh. 02 1234.",
        "Kiitos Moa G. Karlssonille avusta!",
        "Kiitos A. I. Virtaselle!",
        "”Tulkaa!” huusi kaupunginjohtaja.",
        "Lisätietoja (ks. Verkkosivut) saa meiltä.",
        "Ta med t.ex. Stickor och garn.",
        "Öppet fr.o.m. Måndag den 3.",
        "Det är bl.a. Kaffe och bulle.",
        "Frågor till dr. Öberg på kl. 10.",
        "Bring water, e.g. Two bottles.",
        "Ask Dr. Smith or Mrs. Jones.",
        "Open at 10 a.m. on Monday.",
        "Kirjasto sijaitsee osoitteessa www.paimio.fi tai paimio.fi.",
        "Hinta on 3.50 € tai 1,5 miljoonaa.",
        "1. Avaa sivu",
        "Espoo / Vantaa / Helsinki",
        "👉 Varaa aika heti",
        "Tämä pitkä rivi katkesi sähköpostiohjelman takia juuri\ntästä kohdasta, mutta jatkuu.",
    ],
)
def test_a_sentence_is_not_broken_inside(text: str) -> None:
    """Dates, ordinals, abbreviations, initials, addresses and quotations break no sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Tervetuloa kirjastoon!|Avoinna joka päivä.",
        "Luento alkaa klo 18.|Linkki on kalenterissa.",
        "Osoite on Satamakatu 4.|Ohjelmassa on musiikkia.",
        "Hinta muuttuu 1.1.|Lippu maksaa 4 euroa.",
        "Mukana on kahvia, pullaa jne.|Tervetuloa!",
        "Tule mukaan 😀|Kirjasto on auki.",
        "Tule mukaan! 😀 🎉|Kirjasto on auki.",
        "Hei (kaikki)!|”Kuka?”|Minä.",
        "Onko näin?!|On.",
        "Se jatkuu...|Ehkä.",
        "Kirjasto on kiinni.Tervetuloa maanantaina.",
        "hei voisitko auttaa.|se on nyt auki",
        "Hei!|mennään uimaan",
        "Kiitos!|#Paimio #kirjasto",
        "Kursen börjar kl. 18.|Välkommen!",
        "Vi ses i parken.|Det blir kul!",
        "The shop closes at 4.|Ask at the desk.",
        "Bring snacks, drinks etc.|See you there!",
        "Kirjasto on kiinni /|Biblioteket är stängt",
        "Kirjasto on kiinni. /|Biblioteket är stängt.",
    ],
)
def test_sentences_are_told_apart_on_one_line(text: str) -> None:
    """A sentence ends at its mark, with the emoji, brackets and quotation marks after it."""
    parts = text.replace("kiinni.T", "kiinni.|T").split("|")
    joined = text.replace("|", " ")

    assert sentences(joined) == parts


def test_each_line_of_a_list_is_its_own_sentence() -> None:
    """A list without full stops is not one long sentence."""
    text = "Ota mukaan:\n- eväät\n- vesipullo\n\nsäänmukaiset vaatteet\n10.00 Avaus"

    assert sentences(text) == [
        "Ota mukaan:",
        "- eväät",
        "- vesipullo",
        "säänmukaiset vaatteet",
        "10.00 Avaus",
    ]


def test_a_text_without_stops_is_cut_into_sentences_of_bounded_length() -> None:
    """Forty thousand characters without a full stop do not make one endless sentence."""
    doc = Document("Anna " * 8000)

    assert max(sentence.last - sentence.first for sentence in doc.sentences) <= 250
    assert [token.sentence for token in doc.tokens] == sorted(
        token.sentence for token in doc.tokens
    )
