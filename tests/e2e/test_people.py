"""People who are away, who cannot be reached, who are reached by phone."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from tests.adapters.slack.stage import Person, find
from tests.e2e.steps import FIRE, answered, board_of, opened, row, says
from tests.e2e.teams import Colleague
from tests.e2e.town import said


async def test_an_absence_recorded_meanwhile(aino: Person, bo: Person, eero: Colleague) -> None:
    """Who says in the middle of a crisis that he is away is told so; his substitute is asked."""
    await opened(aino)
    bo.seen(lambda m: m["text"] == f"KRIS: {FIRE}")

    today = datetime.datetime.now(ZoneInfo("Europe/Helsinki")).date()
    bo.command(f"borta {today}", bo.direct)
    kept = bo.seen(lambda m: "absence.give" in str(m["blocks"]))

    asked = eero.seen(lambda m: m.button("crisis.ack"))
    assert says(asked.words, "instead", who="Bo Bildning (sivistysjohtaja)")
    bo.seen(lambda m: says(said(m), "inform-away", "sv", to="Eero Sijainen (rektor)"))
    eero.presses(asked, "crisis.ack")
    shown = said(board_of(aino, lambda text: answered(text, 1, 4)))
    assert says(row(shown, "Bo Bildning"), "answer-away")
    bo.press(kept, "absence.give")
    bo.seen(lambda m: m["ts"] > kept["ts"] and "absence.give" not in str(m["blocks"]))


def test_who_sees_the_test_of_reach(aino: Person, bo: Person, dora: Colleague) -> None:
    """Everybody whom a crisis could ping gets *I see this*; who cannot be reached is red."""
    aino.command("tavoitettavuus", aino.direct)

    dora.presses(dora.seen(lambda m: m.button("crisis.seen")), "crisis.seen")
    bo.press(bo.seen(lambda m: "crisis.seen" in str(m["blocks"])), "crisis.seen")

    shown = said(board_of(aino, lambda text: answered(text, 2, 8)))
    assert says(row(shown, "Hilma Hiljainen"), "delivery-failed")
    assert says(row(shown, "Dora Putkinen"), "answer-seen")


async def test_who_is_reached_by_phone_is_written_down(aino: Person) -> None:
    """A message that cannot arrive is said at once, with the number; the call is recorded."""
    await opened(aino, policy="vesi")
    shown = board_of(aino, lambda text: says(row(text, "Hilma Hiljainen"), "delivery-failed"))
    alarm = aino.seen(lambda m: says(m["text"], "title-alarm"))
    assert says(said(alarm), "trouble-unreachable", phone="040 000 3007")
    options = find(shown["blocks"], "crisis.phone")[0]["options"]
    hilma = next(o["value"] for o in options if o["value"].endswith(":hilma"))

    aino.press(shown, "crisis.phone", option=hilma)

    board_of(aino, lambda text: says(text, "answer-phone", who="Aino Avaaja"))
