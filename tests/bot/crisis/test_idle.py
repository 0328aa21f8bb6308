"""An open crisis in which only humans can go on costs nothing."""

from __future__ import annotations

import datetime

from bot.crises import PREFIX
from tests.bot.crisis.rig import Rig


async def test_a_look_that_finds_nothing_is_put_off() -> None:
    """When an hour has passed without anything to do, the next look is an hour later, not now."""
    rig = Rig()
    await rig.open()
    for name in ("maija", "hilkka", "ilpo"):
        await rig.has_it(name)
    rig.store.clock += datetime.timedelta(hours=2)
    await rig.pager.tick()  # what was left to draw anew
    rig.store.clock += datetime.timedelta(hours=2)
    await rig.pager.tick()
    (head,) = await rig.store.streams(PREFIX)

    assert head.due == rig.store.clock + datetime.timedelta(hours=1)
