"""The answer that is still missing comes from whoever leads: then there is nothing to climb for."""

from __future__ import annotations

from tests.bot.crisis.rig import Rig


async def test_the_last_answer_of_the_lead_ends_the_ladder() -> None:
    """Once the city manager has it as the last one, nobody else is asked and nobody is alarmed."""
    rig = Rig()
    await rig.open()
    await rig.has_it("hilkka")
    await rig.has_it("ilpo")

    crisis = await rig.has_it("maija")

    assert crisis.lead == "maija"
    assert crisis.step == 0
    assert rig.pinged() == ["maija", "hilkka", "ilpo"]
    assert rig.pinged("alarm") == []
