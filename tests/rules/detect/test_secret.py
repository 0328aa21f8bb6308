"""Passwords, tokens, internal addresses, and what is said together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.check import Checker
from rules.detect.cues import Cues
from rules.directory import Directory
from rules.load import BUILT_IN, read
from rules.model import Draft

CITY = Directory(city="koskiranta", internal_domains=("krnet.example",))
CHECKER = Checker(read(BUILT_IN / "confidential"), CITY)


def found(text: str, category: str) -> list[str]:
    report = CHECKER.check(Draft(text))
    return [text[f.start : f.end] for f in report.findings if f.category == category]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Uusi Insta-salasana on Kes4!Tuuli_myrsky, vaihdoin sen.", "Kes4!Tuuli_myrsky"),
        ("käyttäjä somevuoro / salasana Ranta99kala toimii", "Ranta99kala"),
        ("Kokoustaulun PIN 80 41 77 – laittakaa ylös", "80 41 77"),
        ("Pääoven koodi on 2580.", "2580"),
        ("Dörrkoden till lagret är 7719*, sprid inte.", "7719*"),
        ("logga in med Hav5nas#Lax!88 och lägg upp", "Hav5nas#Lax!88"),
        ("Stream key nhx4-77qd-ke02-mm9v, room 3", "nhx4-77qd-ke02-mm9v"),
        ("api_key = 9fK2xQ7Lw0ZbT4mY8vRd", "9fK2xQ7Lw0ZbT4mY8vRd"),
    ],
)
def test_a_secret_is_marked_without_the_words_around_it(text: str, value: str) -> None:
    """A password, PIN, door code or key in prose is found at its own characters."""
    assert found(text, "credential") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kokoustilan wifi: verkko Vieras, salasana kesäloma", "kesäloma"),
        ("Instagrams lösenord är blåbärspaj, byt bilden", "blåbärspaj"),
        ("username: youthclub password: pufferfish", "pufferfish"),
    ],
)
def test_an_ordinary_word_may_be_a_password(text: str, value: str) -> None:
    """One word that is said to be the password of an account or a network is found."""
    assert found(text, "credential") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Päivän salasana on ystävällisyys!",
        "Instan salasana on vaihdettu, kysy sitä ylläpitäjältä.",
        "Digiopastus: tunnus, salasana ja sähköposti tutuiksi.",
        "Password: how to choose a good one for your account",
        "Unohtuiko kirjaston PIN-koodi? Uuden saat tiskiltä.",
        "Salasanaa ei tarvita, valitse vain KoskirantaGuest.",
        "Salasanan on oltava vähintään 12 merkkiä pitkä, vaihda se 90 päivän välein.",
        "Boka med koden SIM2026 före 30.4 så får du 10 % rabatt.",
        "Kampanjan tunnus on MK-2025-11, työavain 31-88-25.",
        "Reminder: no passwords in this channel.",
        "Sign in with Suomi.fi identification before 15.5.2026.",
    ],
)
def test_talk_of_passwords_is_no_password(text: str) -> None:
    """Advice, discount codes and reference numbers are no findings."""
    assert found(text, "credential") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ei vielä hallituksen listalla: koulu suljetaan.", 0),
        ("Tästä ei saa vielä kenellekään puhua: hallitus esittää koulun sulkemista.", 1),
        ("Tästä ei saa puhua. Hallitus esittää koulun sulkemista.", 1),
        ("Saako tästä ei, vai puhua? Hallitus esittää koulun sulkemista.", 0),
    ],
)
def test_a_phrase_may_have_gaps_within_a_clause(text: str, marked: int) -> None:
    """`ei saa ... puhua` is heard over the words between, never over a comma or a full stop."""
    assert len(found(text, "unpublished")) == marked


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (r"Kuvat: \\kn-fs01\viestinta\2025 heti", r"\\kn-fs01\viestinta\2025"),
        ("VPN on vpn-gw1.kn.intra, tunnus sama", "vpn-gw1.kn.intra"),
        ("Kamera on 192.168.40.12:8080, katso", "192.168.40.12:8080"),
        ("katso wiki.krnet.example/ohje nyt", "wiki.krnet.example/ohje"),
    ],
)
def test_an_internal_address_is_found(text: str, place: str) -> None:
    """Shares, internal names, private addresses and the city's own internal domains are found."""
    assert found(text, "internal_host") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Sovellus päivittyi versioon 10.4.2.1 tänään.",
        "Läs mer på karta.granvik.se/intranatet och www.granvik.se.",
        "Intranetin uudistus alkaa syksyllä.",
    ],
)
def test_a_public_address_or_a_version_is_left_alone(text: str) -> None:
    """Public addresses and version numbers are no internal hosts."""
    assert found(text, "internal_host") == []


def test_words_are_found_together_but_not_alone() -> None:
    """Withholding is a finding only beside the matter that is withheld."""
    assert found("Lautakunta päättää vasta 14.5., siihen asti hiljaa.", "unpublished")
    assert not found("Kirjastossa ollaan hiljaa.", "unpublished")
    assert not found("Lautakunta päättää asiasta 14.5.", "unpublished")


@pytest.mark.parametrize(
    ("cue", "text", "hit"),
    [
        ("koodi", "Koodi tuli", True),
        ("koodi", "koodit tulivat", False),
        ("*koodi", "ovikoodi tuli", True),
        ("koodi*", "koodilukko", True),
        ("koodi~", "koodilla", True),
        ("koodi~", "koodilukkoon", False),
        ("s.", "(s. 2014)", True),
        ("s.", "ks. 2014", False),
    ],
)
def test_a_cue_reaches_as_far_as_its_marks_say(cue: str, text: str, hit: bool) -> None:
    """`*` opens a side of a word and `~` allows a short ending, nothing else does."""
    assert (Cues([cue]).search(text) is not None) is hit


@given(st.text(max_size=80))
def test_cues_give_offsets_of_the_text_as_it_is(text: str) -> None:
    """Letters whose lower case is longer move no offset."""
    marked = text + " İ Avain"
    span = Cues(["avain"]).search(marked)
    assert span is not None
    assert marked[span.start : span.end].lower() == "avain"
