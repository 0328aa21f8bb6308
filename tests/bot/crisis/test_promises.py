"""The eight promises of a crisis, each kept on a clock that the test moves."""

from __future__ import annotations

import datetime

import pytest

from bot import events as ev
from bot.due import due
from bot.letter_card import draw
from bot.ports import StoreDownError
from tests.bot.crisis.rig import Rig
from tests.bot.crisis.town import LADDER, person, town

MINUTE = datetime.timedelta(minutes=1)


async def test_1_opened_means_written() -> None:
    """Nobody reads "opened" before it is in the store: while it is down, opening fails."""
    rig = Rig()
    rig.store.down = True

    with pytest.raises(StoreDownError):
        await rig.open()

    rig.store.down = False
    crisis = await rig.open()
    stored = await rig.store.read("crisis/k1")

    assert stored[0].data["kind"] == "opened" and crisis.open


async def test_2_at_least_once() -> None:
    """Whoever was about to be pinged when a process died is pinged by the next one, same key."""
    rig = Rig()
    plan = rig.planner().crisis(LADDER)
    crisis = await rig.crises.begin("k1", ev.Opened(by=rig.to("aune"), what="x", plan=plan))
    now = rig.store.clock
    await rig.crises.write(crisis, due(crisis, now), now)  # the process dies right here
    died_with = {letter.key for letter in crisis.pending}
    _, survivor = rig.instance("b")
    await survivor.tick()

    assert rig.pinged() == ["maija", "hilkka", "ilpo"]
    assert {copy.key for copy in rig.chat.copies} == died_with
    crisis = await rig.crises.load("k1")
    assert all(letter.attempts[0].outcome == "lost" for letter in crisis.letters.values())


async def test_2_a_completed_send_is_looked_up_not_repeated() -> None:
    """A ping that left just before its process died is found by its key and not sent again."""
    rig = Rig()
    plan = rig.planner().crisis(LADDER)
    crisis = await rig.crises.begin("k1", ev.Opened(by=rig.to("aune"), what="x", plan=plan))
    now = rig.store.clock
    await rig.crises.write(crisis, due(crisis, now), now)
    for letter in crisis.pending:
        to = crisis.member(letter.person).to
        await rig.chat.send(to, draw(crisis, letter, now), key=letter.key)
    sent = len(rig.chat.copies)
    _, survivor = rig.instance("b")
    await survivor.tick()

    assert len(rig.chat.copies) == sent
    assert all(letter.repeats == 0 for letter in (await rig.crises.load("k1")).letters.values())


async def test_3_in_time() -> None:
    """First pings leave at once, a step at its minute, however many crises are open."""
    rig = Rig()
    opened = rig.store.clock
    await rig.open()
    first = {copy.person: copy.at - opened for copy in rig.chat.copies if copy.purpose == "ping"}
    await rig.after(6)
    steps = [e for e in (await rig.crises.load("k1")).entries if isinstance(e.event, ev.Stepped)]

    assert first == dict.fromkeys(["maija", "hilkka", "ilpo"], datetime.timedelta())
    assert [entry.at - opened for entry in steps] == [0 * MINUTE, 5 * MINUTE]


async def test_4_an_acknowledgement_counts_once() -> None:
    """Pressing twice, on two instances and late, is one acknowledgement, the first."""
    rig = Rig()
    await rig.open()
    crisis = await rig.has_it("hilkka")
    first = crisis.answers["hilkka"].at
    others, _ = rig.instance("b")
    rig.store.clock += MINUTE
    await others.change("k1", lambda _: [ev.Acknowledged(person="hilkka")])
    crisis = await rig.has_it("hilkka")

    assert crisis.answers["hilkka"].at == first
    assert len(rig.chat.to("hilkka", "ping", "remind")) == 1


async def test_5_a_person_out_of_reach_is_said_aloud() -> None:
    """A ping that cannot be delivered in any way is an event, told to the fallback channel."""
    rig = Rig()
    rig.chat.blocked = rig.mail.blocked = {"ilpo"}
    crisis = await rig.open()

    assert "unreachable:ilpo" in crisis.troubles and "alone:ilpo" in crisis.troubles
    assert [c.person for c in rig.chat.copies if c.purpose == "alarm"] == ["aune"]


async def test_5_a_late_ping_turns_the_health_check_red() -> None:
    """While the chat and mail are down the board shows it, health is red, and all arrives later."""
    rig = Rig()
    rig.chat.down = rig.mail.down = True
    await rig.open()
    crisis = await rig.after(5)

    assert {letter.person for letter in crisis.late} >= {"maija", "hilkka", "ilpo"}
    assert rig.pager.health() == (False, "crisis-health-late")

    rig.chat.down = rig.mail.down = False
    await rig.after(1)

    assert {"maija", "hilkka", "ilpo"} <= set(rig.pinged())
    assert rig.pager.health().ok


async def test_5_the_end_of_the_ladder_is_not_the_end() -> None:
    """When nobody answers, the fallback channel hears it, and again until somebody does."""
    rig = Rig()
    await rig.open()
    crisis = await rig.after(60)

    assert crisis.exhausted and crisis.open
    assert len(rig.chat.to("aune", "alarm")) >= 3


async def test_6_as_it_was() -> None:
    """Editing the policy or the people does not touch a crisis that is running."""
    rig = Rig()
    await rig.open()
    shorter = LADDER.model_copy(update={"steps": LADDER.steps[:1], "repeat": 0})
    rig.city = town(shorter, people=(person("uusi", "city_manager"),))
    crisis = await rig.after(6)

    assert crisis.plan.rungs[1].asked == ("veli",)
    assert rig.chat.to("veli", "ping") and not rig.chat.to("uusi")


async def test_7_a_drill_reaches_the_drill_list_only() -> None:
    """A drill runs the same ladder and names who was left out."""
    rig = Rig()
    crisis = await rig.open("maija", drill=True)
    await rig.after(30)

    assert crisis.plan.left_out == ("Aune", "Ilpo", "Tapio")
    reached = {copy.person for copy in (*rig.chat.copies, *rig.mail.copies)}
    assert reached <= {"maija", "hilkka", "veli", "kalle"}


async def test_7_something_real_freezes_a_drill() -> None:
    """While something real is going on no drill pings anybody; a human lets it go on later."""
    rig = Rig()
    await rig.open("maija", drill=True)
    drill, rig.id = rig.id, "real"
    await rig.report()
    await rig.sweep.run()
    await rig.pager.tick()
    before = len([c for c in rig.chat.copies if c.key.startswith(drill)])
    await rig.after(30)

    after = [c for c in rig.chat.copies if c.key.startswith(drill)]
    assert len(after) == before
    assert [c.purpose for c in after if c.person == "hilkka"] == ["ping", "frozen"]


async def test_8_a_department_is_not_the_lead() -> None:
    """All departments have it, and the ladder goes on until communication has its lead."""
    rig = Rig()
    await rig.open()
    await rig.has_it("hilkka")
    crisis = await rig.has_it("ilpo")

    assert crisis.lead is None and not crisis.halted
    crisis = await rig.after(6)
    assert rig.chat.to("veli", "ping")

    crisis = await rig.has_it("maija")
    assert crisis.lead == "maija" and crisis.halted and crisis.open


async def test_8_who_is_away_is_skipped_and_told() -> None:
    """Who is away gets a copy and no ping, the substitute is pinged in their place."""
    rig = Rig()
    rig.away("maija")
    crisis = await rig.open()

    assert [c.purpose for c in rig.chat.to("maija")] == ["inform"]
    assert [c.purpose for c in rig.chat.to("veli")] == ["ping"]
    crisis = await rig.has_it("veli")
    assert crisis.lead == "veli"


async def test_8_a_missing_deputy_is_never_invented() -> None:
    """Who is away without a substitute is said aloud; nobody else is asked instead."""
    rig = Rig()
    rig.away("ilpo")
    crisis = await rig.open()

    assert crisis.alone == {"ilpo": "away"}
    assert "alone:ilpo" in crisis.troubles
    assert rig.pinged() == ["maija", "hilkka"]


async def test_8_only_a_human_ends_it() -> None:
    """A crisis that everybody has stays open for days; standing down tells everyone pinged."""
    rig = Rig()
    await rig.open()
    for name in ("maija", "hilkka", "ilpo"):
        await rig.has_it(name)
    crisis = await rig.after(3 * 24 * 60)
    assert crisis.open

    await rig.happens(ev.StoodDown(by=rig.to("maija")))
    assert set(rig.pinged("over")) == {"aune", "maija", "hilkka", "ilpo", "tapio"}
