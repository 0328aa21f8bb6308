"""Plain Swedish and English: replacements that fit, and innocent words that are left alone."""

from __future__ import annotations

from functools import cache

import pytest

from rules.check import Checker
from rules.directory import Directory
from rules.load import BUILT_IN, read
from rules.model import Draft, Finding, Language, Severity


@cache
def _checker(language: Language) -> Checker:
    return Checker(read(BUILT_IN / f"plain-{language}"), Directory(city="x"))


def _fixed(text: str, language: Language) -> str:
    draft = Draft(text, lang=language)
    return _checker(language).check(draft).fixed(draft).text


def _findings(text: str, language: Language) -> tuple[Finding, ...]:
    return _checker(language).check(Draft(text, lang=language)).findings


def _found(text: str, language: Language) -> list[str]:
    return [text[f.start : f.end] for f in _findings(text, language)]


@pytest.mark.parametrize(
    ("stiff", "plain"),
    [
        ("Du erhåller ett kort.", "Du får ett kort."),
        ("Vi erhöll ett brev i går.", "Vi fick ett brev i går."),
        ("Hon har erhållit ett svar.", "Hon har fått ett svar."),
        ("Du kan erhålla ett kort.", "Du kan få ett kort."),
        ("Svaren nyttjas i vår.", "Svaren används i vår."),
        ("Svaren kan nyttjas i vår.", "Svaren kan användas i vår."),
        ("Arbetet påbörjas i maj.", "Arbetet börjar i maj."),
        ("Nyttja bastun i kväll!", "Använd bastun i kväll!"),
        ("Familjen är i behov av hjälp.", "Familjen behöver hjälp."),
        ("Vi fattade beslut om parken.", "Vi beslutade om parken."),
        ("Vårdnadshavarna får ett brev.", "Föräldrarna får ett brev."),
        ("SAMTLIGA elever är med.", "ALLA elever är med."),
        ("Stängt p.g.a. storm.", "Stängt på grund av storm."),
        ("Ta med kaffe och/eller te.", "Ta med kaffe eller te."),
    ],
)
def test_a_swedish_replacement_takes_the_form_of_the_word(stiff: str, plain: str) -> None:
    """Tense, mood, s-passive, definite form and capitals are those of the replaced word."""
    assert _fixed(stiff, "sv") == plain


@pytest.mark.parametrize(
    ("stiff", "plain"),
    [
        ("You can utilise the machine.", "You can use the machine."),
        ("We utilized it.", "We used it."),
        ("Utilising the app is easy.", "Using the app is easy."),
        ("He resides here.", "He lives here."),
        ("The key was relinquished.", "The key was given up."),
        ("Dwellings on the estate are new.", "Homes on the estate are new."),
        ("She undertook a review of the case.", "She reviewed the case."),
        ("We are giving consideration to it.", "We are considering it."),
        ("An additional bus runs.", "An extra bus runs."),
        ("Subsequently, we ate.", "Later, we ate."),
        ("Due to the fact that costs rose, we stop.", "Because costs rose, we stop."),
    ],
)
def test_an_english_replacement_takes_the_form_of_the_word(stiff: str, plain: str) -> None:
    """British and American spellings alike; tense, number and capitals are kept."""
    assert _fixed(stiff, "en") == plain


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Blanketten inlämnar du i dag.", "sv"),  # the parts of `lämna in` would have to part
        ("Inlämnade ansökningar räknas.", "sv"),  # a participle, no past tense
        ("I relinquished it.", "en"),  # `gave up it`
        ("The purchase of food is hard.", "en"),  # a noun here
        ("A sufficient number came.", "en"),  # `a enough number`
    ],
)
def test_where_the_form_is_not_certain_there_is_only_advice(text: str, language: Language) -> None:
    """The word is found and explained, and nothing wrong is put in."""
    findings = _findings(text, language)

    assert findings
    assert not any(finding.replacements for finding in findings)
    assert not any("{" in f.message or f.message.endswith(": .") for f in findings)


@pytest.mark.parametrize(
    "text",
    [
        "Bussen utgår från torget klockan 10.",
        "Soppan innehåller selleri.",
        "Nej, vi stänger inte simhallen.",
        "En robust bänk av ek står vid stranden.",
        "Vi samtalar om böcker på torsdag.",
        "Hundens skall väckte hela gatan.",
        "Vilken insats av flicklaget!",
        "Backen är brant utför!",
        "Ta med eget tvättmedel.",
        "Här byggs en ny bro. Kyrkan byggdes 1747.",
        "Skolskjuts ordnas för alla.",
        "Lagen om anordnande av skolskjuts ger dig rätt till en plats.",
        "Lagen om elev- och studerandevård hjälper barn.",
        "Vad betyder ”avhämta”? Samma sak som hämta.",
        "Kom till Kontaktvägen 3 i kväll.",
    ],
)
def test_everyday_swedish_is_left_alone(text: str) -> None:
    """Look-alikes, other meanings, harmless passives, acts and quoted words give no finding."""
    assert _found(text, "sv") == []


@pytest.mark.parametrize(
    "text",
    [
        "Please note: this bus terminates at the station tonight.",
        "Do you earn less than the minimum wage?",
        "Compulsory purchase order: the sign explains what it means.",
        "Radio Exe transmits from the town hall roof tonight.",
        "The walk to Provision Hill starts at 10.",
        "Chargeable Lane is open again.",
        "The Warm Homes Fund and the Freedom of Information Act are here.",
        'We took "hereinafter" out of all our letters.',
        "Lost a key? It is at the pool desk.",
        "The mill employed 400 people in 1890.",
        "Give us your new address.",
        "Open the PDF on the NHS site.",
        "Ask the data protection officer (DPO). The DPO will help.",
    ],
)
def test_everyday_english_is_left_alone(text: str) -> None:
    """Other meanings, names, acts, quoted words and known abbreviations give no finding."""
    assert _found(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Läs det av nämnden till invånarna riktade brevet.", "sv",
         "det av nämnden till invånarna riktade brevet"),
        ("Read the harbour flood protection scheme progress report.", "en",
         "harbour flood protection scheme progress report"),
        ("The HWRC shuts at four.", "en", "HWRC"),
        ("Nycklarna avhämtas på kontoret.", "sv", "avhämtas"),
        ("It has been decided that the pool stays open.", "en", "It has been decided"),
        ("Vattenvårdsåtgärder börjar i april.", "sv", "Vattenvårdsåtgärder"),
        ("Utdelning av kompost sker på lördag.", "sv", "Utdelning av kompost sker"),
    ],
)  # fmt: skip
def test_structures_are_found_at_their_exact_words(
    text: str, language: Language, words: str
) -> None:
    """Long attributes, noun strings, hidden doers and unexplained letters are marked whole."""
    assert words in _found(text, language)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_only_what_an_authority_names_is_a_warning(language: Language) -> None:
    """A word on our own list is never more than a suggestion."""
    for rule in _checker(language).pack.rules:
        assert rule.severity is not Severity.ERROR
        if rule.source.basis == "configuration":
            assert rule.severity is Severity.SUGGESTION


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_mended_text_has_nothing_left_to_mend(language: Language) -> None:
    """Every bad example, once fixed, offers no further replacement."""
    checker = _checker(language)
    for rule in checker.pack.rules:
        for example in rule.examples.bad:
            draft = Draft(example.text, lang=language)
            mended = checker.check(draft).fixed(draft)
            assert not any(f.replacements for f in checker.check(mended).findings), mended.text
