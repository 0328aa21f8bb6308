"""Who may see and do what in a crisis, and who is asked when those who should are away."""

from __future__ import annotations

from bot.policy import Readiness
from tests.bot.crisis.rig import Rig
from tests.bot.crisis.talk import Talk, read, verbs
from tests.bot.crisis.town import LADDER, town


async def test_a_report_reaches_the_substitute_of_who_is_on_duty() -> None:
    """Where everybody on duty is away, whoever stands in gets the report and may judge it."""
    ready = Readiness(policies=(LADDER,), duty=("aune",))
    rig = Rig(town(crisis=ready, rights={"open": ("aune",)}))
    rig.away("aune", substitute="kalle")
    talk = Talk(rig)
    await rig.report("opettaja")
    pinged = rig.pinged()
    await talk.press("kalle", rig.chat.to("kalle", "ping")[0].card, "not")

    assert pinged == ["kalle"]
    assert (await rig.crises.load(rig.id)).over


async def test_who_reported_cannot_answer_for_others() -> None:
    """Whoever reports follows what happens; that somebody was reached, others must say."""
    rig = Rig()
    talk = Talk(rig)
    await rig.report("opettaja")
    await talk.opens("aune", "Koululla palaa", crisis=rig.id)
    await talk.say("opettaja", "phone", person=f"{rig.id}:maija")
    await talk.say("opettaja", "add", crisis=rig.id, person="tapio")
    crisis = await rig.now()

    assert not crisis.answers and "tapio" not in crisis.asks
    assert "maija" in read(await talk.say("opettaja", "status", crisis=rig.id)).lower()


async def test_a_stranger_learns_nothing_of_a_report() -> None:
    """Who has no part in it reads of open crises alone: not of reports, drills, or what is over."""
    rig = Rig()
    talk = Talk(rig)
    await rig.report("opettaja")

    assert "palaa" not in read(await talk.say("tuntematon", "status", crisis=rig.id))

    await talk.say("aune", "not", crisis=rig.id)

    assert "palaa" not in read(await talk.say("tuntematon", "status", crisis=rig.id))


async def test_the_board_can_be_answered() -> None:
    """Whoever is asked takes it on the board, too: a mail leads there and has no button itself."""
    rig = Rig()
    talk = Talk(rig)
    await talk.opens("aune", "Koululla palaa")
    shown = await talk.say("hilkka", "status")
    await talk.press("hilkka", shown, "ack")
    again = await talk.say("hilkka", "status")

    assert "hilkka" in (await rig.now()).answers
    assert "crisis.ack" not in verbs(again)
    assert "crisis.ack" not in verbs(await talk.say("aune", "status"))
