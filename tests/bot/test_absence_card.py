"""Being away is told in a line or a form, and holds at once."""

from __future__ import annotations

import pytest

from bot.card import Button, Buttons, Input
from bot.request import Who
from tests.bot.drawing import drawn
from tests.bot.house import STRANGER, House

MANAGER = Who("slack", "U0EXAMPLE01", language="fi")


async def test_a_line_of_words_is_enough() -> None:
    """`poissa 1.7.–31.7. sijainen NIMI` is recorded, with the substitute."""
    card = await House().do("absence", "1.7.–31.7. sijainen Veli Näytelmä")

    assert card.title == "Aune Sanala on poissa 1.7.2026–31.7.2026; sijainen on Veli Näytelmä."


async def test_an_absence_changes_the_next_answer_everywhere() -> None:
    """Whoever is away today is replaced by the substitute in the next answer, on any instance."""
    house = House()
    other = house.restarted()
    await other.send("Kuka vastaa viestinnästä kriisissä?")
    await house.do("absence", "3.6.", MANAGER)
    await house.clock.sleep(3)

    for each in (house, other):
        answer = await each.send("Kuka vastaa viestinnästä kriisissä?")
        assert "Onerva Esimerkkinen palaa 4.6.2026" in drawn(answer)
        assert "Veli Näytelmä" in drawn(answer)


async def test_an_absence_can_be_taken_back() -> None:
    """The button under the answer takes the absence back."""
    house = House()
    card = await house.do("absence.give", days="1.7.–31.7.")
    rows = [piece for piece in card.pieces if isinstance(piece, Buttons)]
    undone = await house.press(rows[0].buttons[0])

    assert "peruttu" in undone.title
    assert "Et ole ilmoittanut poissaoloa" in drawn(await house.do("home"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"days": ""}, "Anna päivät näin"),
        ({"days": "ensi viikko"}, "Anna päivät näin"),
        ({"days": "31.7.–1.7.2026"}, "Anna päivät näin"),
        ({"days": "1.7.", "substitute": "Ei Kukaan"}, "ei ole tätä sijaista"),
        ({"days": "1.7.", "substitute": "Aune Sanala"}, "joku muu"),
        ({"days": "1.7.", "cancel": "yes"}, "ei ole merkitty"),
    ],
)
async def test_what_is_wrong_stays_in_the_form(fields: dict[str, str], said: str) -> None:
    """Bad days or a substitute nobody knows: the form says what to mend, and keeps the rest."""
    house = House()
    card = await house.press(Button("absence.give", ""), **fields)
    inputs = {piece.name: piece for piece in card.pieces if isinstance(piece, Input)}

    assert card.mode == "form"
    assert said in drawn(card)
    assert inputs["days"].value == fields["days"]
    assert "recorded" not in house.store.everything()


async def test_only_the_right_person_records_for_others() -> None:
    """Somebody without the right cannot say that another is away; with it, they can."""
    house = House()
    denied = await house.do("absence.give", who=MANAGER, days="1.7.", person="ohjaaja")
    allowed = await house.do("absence.give", days="1.7.", person="ohjaaja")

    assert "vain oman poissaolonsa" in drawn(denied)
    assert "Touko Peluri on poissa" in allowed.title


async def test_a_stranger_is_told_whom_to_ask() -> None:
    """Whoever is not in the city's data is told who can add them."""
    card = await House().do("absence", "1.7.", STRANGER)

    assert "ei ole sinua" in card.title
    assert "Veli Näytelmä" in drawn(card)
