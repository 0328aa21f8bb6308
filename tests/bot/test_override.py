"""A finding can be answered with a reason, which is kept without a name."""

from __future__ import annotations

import pytest

from bot.card import Card, Input
from bot.ports import Conflict
from tests.bot.drawing import drawn
from tests.bot.house import House

RULES = "personal-data/iban=1,plain-fi/empty-compound=2"
REASON = "Tilinumero on kunnan oma ja julkinen."


def field(card: Card) -> Input:
    return next(piece for piece in card.pieces if isinstance(piece, Input))


async def test_a_reason_is_kept_with_the_rule_and_unit_alone() -> None:
    """Kept are reason, rule and unit; counted is the rule; nobody's name or id is beside it."""
    house = House()
    card = await house.do("override.give", rules=RULES, rule="personal-data/iban", reason=REASON)
    (event,) = await house.store.read("overrides/2026-06-01")
    counts = await house.store.tallies(house.clock.now().date().replace(day=1))

    assert card.mode == "toast"
    assert dict(event.data) == {
        "kind": "overridden",
        "rule": "personal-data/iban",
        "unit": "keskushallinto",
        "reason": REASON,
    }
    assert [(c.kind, c.subject, c.times) for c in counts] == [("override", "personal-data/iban", 1)]


async def test_all_findings_can_be_answered_at_once() -> None:
    """One reason for all: each rule is counted as often as it spoke."""
    house = House()
    await house.do("override.give", rules=RULES, rule="all", reason=REASON)
    counts = await house.store.tallies(house.clock.now().date().replace(day=1))

    assert {c.subject: c.times for c in counts} == {
        "personal-data/iban": 1,
        "plain-fi/empty-compound": 2,
    }


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "muutamalla sanalla"),
        ("   ", "muutamalla sanalla"),
        ("x" * 501, "Lyhennä"),
        ("Pekka Virtanen antoi luvan", "ilman nimiä"),
        ("Hetu on 131052-308T", "ilman nimiä"),
        ("soita 040 1234567", "ilman nimiä"),
    ],
)
async def test_a_reason_that_cannot_be_kept_stays_in_the_field(reason: str, said: str) -> None:
    """Personal data, nothing or too much: the form says why, and what was written is not lost."""
    house = House()
    card = await house.do("override.give", rules=RULES, rule="all", reason=reason)

    assert card.mode == "form"
    assert said in field(card).error
    assert field(card).value == reason.strip()[:500]
    assert "overrides" not in house.store.everything()


async def test_while_the_store_is_down_the_reason_is_not_lost() -> None:
    """A reason that could not be saved stands in the form again."""
    house = House()
    house.store.down = True
    card = await house.do("override.give", rules=RULES, rule="all", reason=REASON)

    assert field(card).value == REASON
    assert "hetken päästä" in field(card).error


async def test_reasons_given_at_once_are_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people answer in the same moment on two instances: both reasons are kept."""
    house = House()
    append, first = house.store.append, [True]

    async def late(stream: str, events: object, after: int) -> int:
        if first.pop() if first else False:
            await append(stream, [{"kind": "overridden", "reason": "other"}], after)
            raise Conflict(stream)
        return await append(stream, events, after)  # type: ignore[arg-type]

    monkeypatch.setattr(house.store, "append", late)
    await house.do("override.give", rules="personal-data/iban=1", reason=REASON)

    reasons = [event.data["reason"] for event in await house.store.read("overrides/2026-06-01")]
    assert reasons == ["other", REASON]


@pytest.mark.parametrize(
    "rules", ["", "no/such-rule=1", "personal-data/iban", "personal-data/iban=x", "=", "\0,,=3"]
)
async def test_a_forged_button_counts_nothing(rules: str) -> None:
    """A payload with rules that the pack does not have is answered politely and not counted."""
    house = House()
    card = await house.do("override.give", rules=rules, reason=REASON)

    assert "Tarkista luonnos uudelleen" in card.title
    assert "override" not in house.store.everything()


async def test_the_form_warns_of_grave_findings() -> None:
    """Whoever calls an account number fine is asked to be sure."""
    house = House()

    assert "vakavasta asiasta" in drawn(await house.do("override", rules=RULES))
    mild = await house.do("override", rules="plain-fi/empty-compound=2")
    assert "vakavasta asiasta" not in drawn(mild)
