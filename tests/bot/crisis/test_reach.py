"""Tests of reach: who of a crisis can really be reached, before it matters."""

from __future__ import annotations

import datetime

from bot.reach import last_test
from tests.bot.crisis.rig import HELSINKI, Rig
from tests.bot.crisis.talk import Talk, verbs
from tests.bot.crisis.town import town


def monthly(start: datetime.datetime) -> Talk:
    city = town()
    ready = city.crisis.model_copy(update={"monthly_test": True})
    return Talk(Rig(city.model_copy(update={"crisis": ready}), start))


async def test_once_a_month_in_office_hours() -> None:
    """A city that wants it is tested once a month on a workday, never at night, never twice."""
    talk = monthly(datetime.datetime(2026, 6, 1, 3, 0, tzinfo=HELSINKI))
    rig = talk.rig
    await rig.sweep.run()
    assert await rig.crises.open() == ()

    rig.store.clock += datetime.timedelta(hours=7)
    await rig.sweep.run()
    await rig.pager.tick()
    await rig.sweep.run()
    await rig.pager.tick()
    [rig.id] = [crisis.id for crisis in await rig.crises.open()]
    assert len(rig.chat.to("maija", "ping")) == 1

    for _ in range(30):
        await rig.after(24 * 60)
        await rig.sweep.run()
        await rig.pager.tick()
    assert len(rig.chat.to("maija", "ping")) == 2


async def test_the_last_test_names_who_never_saw_it() -> None:
    """Whoever was not reached, or never pressed the button, is named afterwards."""
    talk = Talk(Rig())
    rig = talk.rig
    assert await last_test(rig.crises) is None
    rig.chat.blocked = rig.mail.blocked = {"ilpo"}
    await talk.say("aune", "reach")
    rig.id = (await rig.crises.open())[0].id
    for name in ("maija", "veli", "hilkka", "tapio", "aune"):
        await talk.takes(name, "seen")
    await rig.after(25 * 60)

    tested = await last_test(rig.crises)
    assert tested and tested.unseen == ("Ilpo", "Kalle") and tested.asked == 7


async def test_whoever_may_finds_it_beside_the_report() -> None:
    """With nothing open, those who may open a crisis are offered a drill and a test of reach."""
    talk = Talk(Rig())

    assert verbs(await talk.say("aune", "status")) == [
        "crisis.report",
        "crisis.drill",
        "crisis.reach",
    ]
    assert verbs(await talk.say("opettaja", "status")) == ["crisis.report"]
