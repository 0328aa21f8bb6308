"""What is one token, and of which kind."""

import pytest

from rules.text import Document, TokenKind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(
            (TokenKind.WORD, text)
            for text in (
                "linja-auto",
                "vaa'an",
                "EU:n",
                "SPR:lle",
                "Ala-Mäyry",
                "Jukka-Pekka",
                "12-vuotias",
                "9.-luokkalainen",
                "6–8-vuotiaille",
                "1990-luvulla",
                "Covid-19",
                "BIO-240",
                "don't",
                "km/h",
                "H&M",
                "esim.",
                "mm.",
                "t.ex.",
                "bl.a.",
                "fr.o.m.",
                "e.g.",
                "i.e.",
                "d.o.b.",
            )
        ),
        *(
            (TokenKind.NUMBER, text)
            for text in (
                "15.10.2019",
                "14.03",
                "1,5",
                "040-1234567",
                "131052-308T",
                "2025/00421",
                "10–16",
                "10:30",
                "5G",
                "3:n",
                "10.4.2.1",
            )
        ),
        *(
            (TokenKind.URL, text)
            for text in (
                "https://www.paimio.fi/kirjasto?a=1#b",
                "www.paimio.fi",
                "koivuniemi.fi/participate",
                "paimio.fi",
                "http://webb-stage02.havsnas.local:8080/nyheter",
            )
        ),
        (TokenKind.EMAIL, "matti.meikalainen+some@example.com"),
        (TokenKind.HANDLE, "@suomussalmen.kirjasto"),
        (TokenKind.HASHTAG, "#PuistonPenkki"),
        (TokenKind.HASHTAG, "#strandvik2025"),
        *(
            (TokenKind.EMOJI, text)
            for text in ("😀", "👩‍👧‍👦", "🇫🇮", "👍🏽", "❤️", "1️⃣", ":)", ";-)", "<3")
        ),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "Moi {} kaikki", "({}), niin", "{}\nja", "Hei, {}!"])
def test_a_thing_stays_whole_in_any_surroundings(kind: TokenKind, text: str, frame: str) -> None:
    """An address, date, compound, abbreviation or emoji is one piece wherever it stands."""
    tokens = Document(frame.format(text)).tokens

    assert (kind, text) in [(token.kind, token.text) for token in tokens]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Lisää: www.paimio.fi.", ["Lisää", ":", "www.paimio.fi", "."]),
        ("(paimio.fi/a)", ["(", "paimio.fi/a", ")"]),
        ("talo.Tervetuloa", ["talo", ".", "Tervetuloa"]),
        ("kunta/tekniikka", ["kunta", "/", "tekniikka"]),
        ("hetu:080890-9660", ["hetu", ":", "080890-9660"]),
        ("Hei!!! Moi...", ["Hei", "!!!", "Moi", "..."]),
        ("8 €/kk", ["8", "€", "/", "kk"]),
        ("+358 40", ["+", "358", "40"]),
        ("#1 #", ["#", "1", "#"]),
        ("a @ b", ["a", "@", "b"]),
        ("Sähköposti: a@b", ["Sähköposti", ":", "a", "@", "b"]),
    ],
)
def test_neighbours_are_told_apart(text: str, tokens: list[str]) -> None:
    """Punctuation is not swallowed by the word or address before it."""
    assert [token.text for token in Document(text).tokens] == tokens


@pytest.mark.parametrize(
    ("form", "shape"),
    [
        ("kirjasto", "lower"),
        ("linja-auto", "lower"),
        ("Virtanen", "title"),
        ("Ala-Mäyry", "title"),
        ("G", "title"),
        ("PAIMIO", "upper"),
        ("iPhone", "mixed"),
        ("YouTube", "mixed"),
        ("McDonald", "title"),
        ("O'Brien", "title"),
        ("al-Rashid", "title"),
        ("EU:n", "upper"),
        ("Ab:s", "title"),
        ("15.10", "other"),
        ("A2", "upper"),
    ],
)
def test_the_shape_of_a_word(form: str, shape: str) -> None:
    """Capitals are told: a name, a shout or neither."""
    assert Document(form).tokens[0].word.shape == shape


def test_tokens_are_found_by_place() -> None:
    """The token at an offset, or the next one, is found."""
    document = Document("Hei Matti, tule!")

    found = [document.tokens[document.token_index_at(at)].text for at in (0, 3, 4, 9, 11)]

    assert found == ["Hei", "Matti", "Matti", ",", "tule"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Sano ”jos” äläkä ”mikäli”.", ["”jos”", "”mikäli”"]),
        ('Näytelmä "Kolme siskoa" on nyt', ['"Kolme siskoa"']),
        ("Läs »Trollets beslut« nu", ["»Trollets beslut«"]),
        ("the ’Compulsory order’ sign", ["'Compulsory order'"]),
        ("don't say it isn't", []),
        ("5' ja 6\"", []),
    ],
)
def test_what_stands_in_quotation_marks_is_known(text: str, quoted: list[str]) -> None:
    """Titles and words that are only spoken about can be told from the author's own."""
    document = Document(text)

    assert [document.norm[start:end] for start, end in document.quotations] == quoted
