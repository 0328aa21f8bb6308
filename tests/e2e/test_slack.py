"""A crisis from its first word to its end, as people in Slack live through it."""

from __future__ import annotations

import json

from bot.texts import Texts
from tests.adapters.slack.stage import Person, find
from tests.e2e.steps import FIRE, answered, board_of, opened, says, stands_down, written_to
from tests.e2e.teams import Colleague
from tests.e2e.town import Town, said


async def test_a_crisis_from_preview_to_stand_down(
    aino: Person, bo: Person, carol: Person, dora: Colleague, town: Town
) -> None:
    """Nobody is pinged before the confirmation; then reminders and steps come by themselves."""
    preview = await opened(aino, policy="nopea", nobody_yet=lambda: written_to(bo) == [])
    assert says(preview, "first-112")
    assert preview.index("Bo Bildning") < preview.index("Carol Kansleri")

    ping = bo.seen(lambda m: m["text"] == f"KRIS: {FIRE}")
    assert says(said(ping), "first-112", "sv")
    assert "Aino Avaaja" in said(ping)
    taken = dora.presses(dora.seen(lambda m: m.button("crisis.ack")), "crisis.ack")
    assert taken and says(taken.words, "have") and not taken.button("crisis.ack")
    assert town.mail_to("outi@testila.example", FIRE)

    bo.seen(lambda m: says(m["text"], "title-again", "sv"))
    step = carol.seen(lambda m: m["text"] == f"CRISIS: {FIRE}")
    carol.press(step, "crisis.ack")
    carol.seen(lambda m: says(said(m), "you-lead", "en"))
    bo.press(ping, "crisis.ack")
    bo.seen(lambda m: says(said(m), "have", "sv"))

    shown = board_of(aino, lambda text: answered(text, 3, 4))
    assert says(said(shown), "lead", who="Carol Kansleri (kaupunginjohtaja)")
    told, *boards = written_to(aino)
    assert says(said(told), "opened-board")
    assert [m["ts"] for m in boards] == [shown["ts"]]  # one card, not a stream
    stands_down(aino, shown)
    bo.seen(lambda m: says(m["text"], "title-over", "sv"))
    carol.seen(lambda m: says(m["text"], "title-over", "en"))
    dora.seen(lambda m: says(m.words, "title-over"))
    assert town.mail_to("outi@testila.example", Texts("fi").say("crisis-over-do"))
    board_of(aino, lambda text: says(text, "over-at", said=""))


async def test_what_nobody_takes_is_alarmed(aino: Person, eero: Colleague) -> None:
    """*Next step now* at the end of the ladder asks the substitute, and it is said aloud."""
    await opened(aino, policy="yksin")
    shown = board_of(aino, lambda text: answered(text, 0, 1))

    aino.press(shown, "crisis.escalate")

    aino.seen(lambda m: says(m["text"], "title-alarm") and says(said(m), "trouble-exhausted"))
    board_of(aino, lambda text: answered(text, 0, 2) and says(text, "next-end"))
    assert eero.seen(lambda m: m.button("crisis.ack"))


async def test_who_cannot_passes_it_on(aino: Person, bo: Person, eero: Colleague) -> None:
    """*I can't* asks the substitute at once, on whatever platform they are."""
    await opened(aino)

    bo.press(bo.seen(lambda m: "crisis.decline" in str(m["blocks"])), "crisis.decline")

    asked = eero.seen(lambda m: m.button("crisis.ack"))
    assert says(asked.words, "instead", who="Bo Bildning (sivistysjohtaja)")
    bo.seen(lambda m: says(said(m), "passed", "sv", to="Eero Sijainen (rektor)"))
    board_of(aino, lambda text: says(text, "answer-no"))


async def test_a_drill_says_so_first_and_last(
    aino: Person, bo: Person, dora: Colleague, town: Town
) -> None:
    """A drill reaches the drill list alone, says so at both ends, and names who was left out."""
    aino.command(f"harjoitus {FIRE}", aino.direct)
    form = await aino.dialog()
    left_out = said(form).partition("Dora Putkinen")
    assert left_out[1]
    await aino.submit(form)
    await aino.closed()

    ping = bo.seen(lambda m: FIRE in said(m))
    assert ping["text"] == f"ÖVNING: {FIRE}"
    notes = [n for n, block in enumerate(ping["blocks"]) if says(said_of(block), "drill", "sv")]
    assert notes[0] <= 1
    assert notes[-1] == len(ping["blocks"]) - 1
    bo.press(ping, "crisis.ack")
    shown = board_of(aino, lambda text: answered(text, 1, 2))
    assert "Dora Putkinen" in said(shown)

    stands_down(aino, shown)
    over = bo.seen(lambda m: says(m["text"], "title-over", "sv"))
    assert "ÖVNING" in over["text"]
    assert dora.messages() == []
    assert town.elsewhere.post.mails == []
    crisis = json.loads(find(shown["blocks"], "crisis.note")[0]["value"])["crisis"]
    record = town.command("crisis", "report", crisis, "--ui", "fi")
    assert "Dora Putkinen" in record
    assert says(record, "drill")


async def test_a_check_says_that_a_crisis_is_open(aino: Person, bo: Person, carol: Person) -> None:
    """While one is open every check says so, and who leads communication, or that nobody does."""
    await opened(aino)
    ping = carol.seen(lambda m: "crisis.ack" in str(m["blocks"]))

    first = checked(bo)
    assert says(first, "lead-nobody", "sv")
    assert "P-6.7" in first
    carol.press(ping, "crisis.ack")
    carol.seen(lambda m: says(said(m), "you-lead", "en"))

    assert says(checked(bo), "lead", "sv", who="Carol Kansleri (stadsdirektör)")


def checked(who: Person) -> str:
    """Send a draft and return what the check says."""
    sent = who.write("Koulun kevätjuhla alkaa lauantaina kello 10. Tervetuloa!")
    return said(who.seen(lambda m: m["ts"] > sent["ts"] and "crisis.ack" not in str(m["blocks"])))


def said_of(block: object) -> str:
    """Return what one block says."""
    return said({"blocks": [block]})
