"""What a new instance does with the messages of one that died."""

from __future__ import annotations

from bot import events as ev
from bot.due import due
from bot.letters import resend
from tests.bot.crisis.rig import Rig
from tests.bot.crisis.town import LADDER


async def test_who_answered_meanwhile_is_not_asked_again() -> None:
    """A ping that may have left before a crash is not repeated to somebody who has answered it."""
    rig = Rig()
    rig.chat.can_find = False
    plan = rig.planner().crisis(LADDER)
    crisis = await rig.crises.begin("k1", ev.Opened(by=rig.to("aune"), what="x", plan=plan))
    now = rig.store.clock
    await rig.crises.write(crisis, due(crisis, now), now)  # the process dies right here
    await rig.crises.change("k1", lambda _: [ev.Acknowledged(person="hilkka")])
    crises, survivor = rig.instance("b")
    await survivor.tick()

    assert rig.pinged() == ["maija", "ilpo"]
    assert not (await crises.load("k1")).pending


async def test_every_copy_that_may_have_left_is_counted() -> None:
    """Where nothing can be looked up, a repeat is counted though its process died sending it."""
    rig = Rig()
    rig.chat.can_find = False
    plan = rig.planner().crisis(LADDER)
    crisis = await rig.crises.begin("k1", ev.Opened(by=rig.to("aune"), what="x", plan=plan))
    now = rig.store.clock
    await rig.crises.write(crisis, due(crisis, now), now)  # the process dies right here
    again = [resend(letter) for letter in crisis.pending]
    await rig.crises.write(crisis, again, now)  # and so does the next one
    crises, survivor = rig.instance("b")
    await survivor.tick()

    letters = (await crises.load("k1")).letters.values()
    assert {letter.repeats for letter in letters} == {2}
