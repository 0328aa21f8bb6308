"""Which delivered cards are drawn anew, so that drawing never stands in a ping's way."""

from __future__ import annotations

from bot import events as ev
from bot.policy import Policy, Step
from tests.bot.crisis.rig import Rig
from tests.bot.crisis.town import town, words

LATER = Policy(id="toinen", name=words("Toinen"), steps=(Step(notify=("director",)),))


async def test_opening_draws_no_ping_twice() -> None:
    """A ping that has just arrived shows what is: opening a crisis draws none of them anew."""
    rig = Rig()
    await rig.open()
    await rig.after(0.5)

    assert {key.split(":")[2] for key, _ in rig.chat.updates} <= {"board"}


async def test_raising_a_report_tells_its_readers() -> None:
    """When a report becomes a crisis, the cards of the report say so."""
    rig = Rig(town(LATER))
    await rig.report()
    plan = rig.planner().crisis(LATER)
    await rig.happens(ev.Opened(by=rig.to("maija"), what="Koululla palaa", plan=plan))
    await rig.after(0.5)

    assert "k1:1:ping:aune:0" in {key for key, _ in rig.chat.updates}
