"""Identity codes, accounts, cards, phones, mail, plates, addresses and birth dates."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn

from rules.check import Checker
from rules.directory import Directory, Person
from rules.load import BUILT_IN, read
from rules.model import Draft
from tests.rules.detect.identity_vectors import FINNISH, ORGANISATIONS, SWEDISH

CITY = Directory(
    city="koskiranta",
    domains=("koskiranta.example",),
    phones=("050 000 1234",),
    people=(Person(name="Anna Aalto", office="Sivistysjohtaja", emails=("anna@posti.example",)),),
)
CHECKER = Checker(read(BUILT_IN / "personal-data"), CITY)
SIGNS = {18: "+", 19: "-YXWVU", 20: "ABCDEF"}


def found(text: str, category: str) -> list[str]:
    report = CHECKER.check(Draft(text))
    return [text[f.start : f.end] for f in report.findings if f.category == category]


@pytest.mark.parametrize(("text", "valid"), [*FINNISH, *SWEDISH, *ORGANISATIONS])
def test_every_published_vector_comes_out_as_its_makers_say(text: str, valid: bool) -> None:
    """A valid identity code is found, an invalid one or an organisation's number is not."""
    assert bool(found(text, "national_id")) is valid


@given(
    born=st.dates(date(1900, 1, 1), date(2025, 12, 31)),
    serial=st.integers(2, 999),
    choice=st.randoms(use_true_random=False),
)
def test_any_valid_finnish_code_is_found(born: date, serial: int, choice: random.Random) -> None:
    """Whatever the birthday, century sign and serial number, the code is found exactly."""
    sign = choice.choice(SIGNS[born.year // 100])
    digits = f"{born:%d%m%y}{serial:03}"
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(digits) % 31]
    code = f"{digits[:6]}{sign}{digits[6:]}{check}"
    assert code in found(f"Asiakas {code} saa uuden ajan.", "national_id")


@given(born=st.dates(date(1930, 1, 1), date(2017, 12, 31)), serial=st.integers(1, 999))
def test_a_coordination_number_counts_its_day_from_sixty_one(born: date, serial: int) -> None:
    """A co-ordination number is found although its day is above sixty."""
    day = born.day + 60
    digits = f"{born:%y%m}{day}{serial:03}"
    code = f"{born.year // 100}{digits[:6]}-{digits[6:]}{luhn.calc_check_digit(digits)}"
    assert found(f"Numret är {code} i listan.", "national_id") == [code]


@settings(deadline=None)
@given(st.text("0123456789 -.+/()oO:,AFxyTlISE@\u200b\uff11tieågvägnf", max_size=120))
def test_no_heap_of_digits_breaks_the_check(text: str) -> None:
    """Digits in any order never stop the check, and every finding lies inside the text."""
    for finding in CHECKER.check(Draft(text)).findings:
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Luki 0 1 0 5 9 4 - 9 0 3 2 vielä", "0 1 0 5 9 4 - 9 0 3 2"),
        ("kortissa hetu:010594Y9032 ja nimi", "010594Y9032"),
        ("tiedosto lomake010594y9032vastaus.pdf", "010594y9032"),
        ("pitkä viiva 010594–9032 keskellä", "010594–9032"),
        ("nollaleveys 010594\u200b-9032 välissä", "010594\u200b-9032"),
        ("leveät ０１０５９４－９０３２ numerot", "０１０５９４－９０３２"),
    ],
)
def test_a_code_in_disguise_is_found_at_its_own_characters(text: str, code: str) -> None:
    """Spaces, glue, long dashes, invisible and wide characters hide no identity code."""
    assert found(text, "national_id") == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Hälytys tuli numerosta 044 000 1789, asukas ei halua esiintyä.",
        "Vastaukset numeroon o5o-ooo 6692, kiitos.",
        "Ring Berit på 070-174 06 33 om du hittat nycklarna.",
        "He asked us to call +358 (0)40 000 51 38 instead.",
        "Kirppispöydät varaa Mirja Sundqvist, 040 000 8823.",
    ],
)
def test_a_private_phone_is_a_warning(text: str) -> None:
    """A person's own number is found, also spelled to slip past a filter."""
    assert len(found(text, "phone_private")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Hätätilanteessa soita 112, päivystysapu 116 117.",
        "Puhelinpalvelu 08 000 4400, avoinna ma–pe 9–16.",
        "Lisätietoja antaa kulttuurituottaja Janne Heinäaho, p. 050 000 7712.",
        "Frågor besvaras av rektor Ulrika Nyman, 044 000 7120.",
        "Soita 050 000 1234 ja kysy lisää.",
        "Tapahtuma-avustuksen viite on 20251 00034.",
        "Avoinna 01.02.2026 ja 08.09.2026 klo 10.00–14.00.",
    ],
)
def test_a_published_number_is_left_alone(text: str) -> None:
    """Services, offices, the city's own listed numbers, references and dates are no findings."""
    assert found(text, "phone_private") == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Winner: snowfan_88@example.net!", "snowfan_88@example.net"),
        ("Skriv lotta.ek (at) example (punkt) org nu", "lotta.ek (at) example (punkt) org"),
        ("näin: risto piste halme ät example piste com", "risto piste halme ät example piste com"),
        ("Reply to r.okafor [at] example [dot] com", "r.okafor [at] example [dot] com"),
    ],
)
def test_a_private_mailbox_is_found_however_it_is_spelled(text: str, address: str) -> None:
    """An e-mail address of a person is found with its disguise."""
    assert found(text, "email_private") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Kysy: kirjaamo@kaupunki.example",
        "Kirjoita: pia.salo@koskiranta.example",
        "Kirjoita: anna@posti.example",
        "Arkkitehti Johan Backlund, johan.backlund@example.org",
        "Have your say at koivuniemi.example, and ät frukost här",
    ],
)
def test_a_role_mailbox_and_the_citys_own_are_left_alone(text: str) -> None:
    """Role mailboxes, the city's domains, listed and titled people's mail are no findings."""
    assert found(text, "email_private") == []


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("iban", "Lomakkeen esimerkki on FI00 1234 5678 9012 34."),
        ("card", "Kuvan mallinumero on 4000 0011 1122 2232."),
        ("plate", "Värikasetti on CLT-404 ja astia KAM-660."),
        ("plate", "Bussi 615 ja juna IC-27 myöhässä, autoja jonossa."),
        ("street_address_private", "Konsert i kyrkan, Storgatan 14."),
        ("street_address_private", "Asiointipiste avautuu: Torikatu 12 B, 1. krs."),
        ("birth_date", "Barn födda 2019 börjar i förskolan."),
        ("birth_date", "Jean Sibelius syntyi 8.12.1865 Hämeenlinnassa."),
        ("birth_date", "Kaupunginhallitus 12.5.2025 § 143."),
    ],
)
def test_what_only_looks_like_one_is_left_alone(category: str, text: str) -> None:
    """Wrong check digits, product codes, venues, statistics and history are no findings."""
    assert found(text, category) == []


@pytest.mark.parametrize(
    ("category", "text", "words"),
    [
        ("iban", "tilille FI90-1234-5600-0445-51 huomenna", "FI90-1234-5600-0445-51"),
        ("iban", "remove gb29 nwbk 6016 1331 9268 19 out", "gb29 nwbk 6016 1331 9268 19"),
        ("card", "maksettu kortilta 4000.0012.3456.7899 eilen", "4000.0012.3456.7899"),
        ("plate", "naapurin auto bnm-402 näkyy", "bnm-402"),
        ("plate", "Den svenska husbilen KLX 42B står kvar", "KLX 42B"),
        (
            "street_address_private",
            "mummo asuu vanha kirkkotie 5 b 3 eikä",
            "vanha kirkkotie 5 b 3",
        ),
        ("street_address_private", "Hon bor på Ringvägen 44, lgh 1103.", "Ringvägen 44, lgh 1103"),
        ("birth_date", "Hän on syntynyt seitsemäs toukokuuta 1961.", "seitsemäs toukokuuta 1961"),
        ("birth_date", "Miska Ruohonen (s. 2014) teki maalin.", "2014"),
        ("birth_date", "Speaker DOB 1990-08-21 on the form", "1990-08-21"),
    ],
)
def test_each_identifier_is_found_at_its_exact_words(category: str, text: str, words: str) -> None:
    """Accounts, cards, plates, homes and birth dates are marked no longer than they are."""
    assert found(text, category) == [words]
