"""A report as it is read: what is marked, masked, grouped and counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.card import Bullets, Button, Buttons, Card, Fold, Marked, Note
from bot.findings import MOST_MARKED, groups, message, parts
from bot.masking import masked
from bot.rule_counts import left, packed, unpacked
from rules.load import load
from rules.model import Finding, Report, Severity, Source
from tests.bot.drawing import drawn
from tests.bot.house import House

SOURCE = Source(document="paimio", section="P-1", basis="guideline")


def finding(
    start: int,
    end: int,
    severity: Severity = Severity.SUGGESTION,
    category: str = "plain_word",
    rule: str = "plain-fi/x",
) -> Finding:
    return Finding(rule, category, severity, start, end, "m", "s", (), None, SOURCE)


@pytest.mark.parametrize(
    ("value", "category", "shown"),
    [
        ("131052-308T", "national_id", "131052-•••••"),
        ("FI21 1234 5600 0007 85", "iban", "FI21•••••"),
        ("Kesä2026", "credential", "•••••"),
        ("x", "national_id", "x•••••"),
        ("Eemeli Koivu", "minor", "E••••• K•••••"),
        ("SALASSA PIDETTÄVÄ", "secrecy_marking", "SALASSA PIDETTÄVÄ"),
    ],
)
def test_the_worst_values_are_masked(value: str, category: str, shown: str) -> None:
    """Enough is shown to know the value again, and a stamp that is no secret is shown whole."""
    assert masked(value, finding(0, 1, Severity.ERROR, category)) == shown
    assert masked(value, finding(0, 1, Severity.WARNING, category)) == value


def test_a_secret_within_a_long_sentence_is_masked() -> None:
    """A remark on the whole sentence does not uncover the code in it, nor does its message."""
    text = "Asiakas 131052-308T tuli."
    secret = finding(8, 19, Severity.ERROR, "national_id", "personal-data/identity-code")
    long = finding(0, 25)._replace(message="Pitkä: ”Asiakas 131052-308T tuli.”")
    report = Report(("fi",), (long, secret))
    shown = parts(report, text)

    assert [(part.text, part.number) for part in shown] == [
        ("Asiakas ", 1),
        ("131052-•••••", 2),
        (" tuli.", 1),
    ]
    assert message(long, text, report) == "Pitkä: ”Asiakas 131052-••••• tuli.”"


def test_a_secret_cut_in_two_shows_nothing_more() -> None:
    """Where another finding begins within a secret, its rest stays hidden."""
    text = "ab 131052-308T cd"
    secret = finding(3, 14, Severity.ERROR, "national_id", "personal-data/identity-code")
    across = finding(10, 17, Severity.WARNING)
    shown = "".join(part.text for part in parts(Report(("fi",), (secret, across)), text))

    assert shown == "ab 131052-••••• cd"


@given(
    st.text(min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(Severity))),
)
@settings(max_examples=60, deadline=None)
def test_marking_loses_nothing(text: str, places: list[tuple[int, int, Severity]]) -> None:
    """Whatever findings overlap, the pieces together are the text."""
    found = [
        finding(min(a, b, len(text)), min(max(a, b), len(text)), severity)
        for a, b, severity in places
    ]
    found.sort(key=lambda f: (f.start, f.end))
    shown = parts(Report(("fi",), tuple(found)), text)

    assert "".join(part.text for part in shown) == text


def test_the_gravest_advice_comes_first_and_once() -> None:
    """Findings of one rule stand together, whatever stands between them."""
    report = Report(
        ("fi",),
        (
            finding(0, 1, rule="plain-fi/a"),
            finding(2, 3, Severity.ERROR, rule="personal-data/b"),
            finding(4, 5, rule="plain-fi/a"),
        ),
    )

    assert [(g.rule, [n for n, _ in g.numbered]) for g in groups(report)] == [
        ("personal-data/b", [2]),
        ("plain-fi/a", [1, 3]),
    ]


async def test_two_hundred_findings_are_a_card_that_can_be_read() -> None:
    """A card marks the most important places, explains five rules and folds the rest away."""
    words = "toimenpiteiden toteuttaminen tapahtuu mainitussa aikataulussa 131052-308T koskien "
    card = await House().do("check", words * 60)
    marked = next(piece for piece in card.pieces if isinstance(piece, Marked))

    assert len({part.number for part in marked.parts if part.number}) == MOST_MARKED
    assert "131052-308T" not in drawn(card)
    assert f"{MOST_MARKED} tärkeintä kohtaa" in drawn(card)
    assert len(card.pieces) < 40
    assert max(len(line) for line in drawn(card).splitlines() if "ja 52 muuta" in line) < 400


async def test_twelve_thousand_characters_are_checked_whole() -> None:
    """The longest draft comes back whole: nothing is cut silently."""
    text = ("Kirjasto on auki. " * 700)[:12_000]
    card = await House().do("check", text + "")
    shown = [piece for piece in card.pieces if isinstance(piece, Marked)]

    assert not shown or "".join(part.text for part in shown[0].parts) == text
    assert len(drawn(card)) > 100


def test_what_a_button_cannot_hold_is_counted() -> None:
    """Of more rules than fit into a button, the rest is counted and said."""
    pack = load("paimio")
    payload = packed({rule.id: 1 for rule in pack.rules})

    assert len(payload["rules"]) <= 1_200
    assert len(unpacked(payload, pack)) + left(payload) == len(pack.rules)


async def test_more_advice_repeats_no_word_of_the_draft() -> None:
    """The folded advice, asked for by its button, is drawn from the guideline alone."""
    house = House()
    text = (
        "Toimenpiteiden toteuttaminen tapahtuu mainitussa aikataulussa. Tiedustelut: "
        "Pekka Virtanen. Koskien asiakkaita, jotka SUURI INNOSTUS valtaa #kesänavaus."
    )
    card = await house.do("check", text)
    button = _fold(card).button
    more = await house.press(button)

    assert next(piece for piece in more.pieces if isinstance(piece, Bullets)).items
    assert not [w for w in ("Toimenpiteiden", "Virtanen", "INNOSTUS") if w in drawn(more)]
    assert not [p for p in more.pieces if isinstance(p, (Marked, Buttons, Note))]


def _fold(card: Card) -> Fold:
    fold = next(piece for piece in card.pieces if isinstance(piece, Fold))
    assert isinstance(fold.button, Button)
    return fold
