"""The same crisis from Teams, and the same state on both sides."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.adapters.slack.stage import Person
from tests.e2e.steps import answered, board_of, opened, row, says
from tests.e2e.teams import Colleague, Message
from tests.e2e.town import said

WATER = "Vesijohto on poikki"


def opened_in_teams(by: Colleague, what: str = WATER) -> None:
    """Open a crisis in the personal chat: a word, the preview, the confirmation."""
    by.writes(f"kriisi: {what}")
    form = by.seen(lambda m: m.button("crisis.open"))
    assert says(form.words, "first-112")
    assert "Carol Kansleri" in form.words
    by.presses(form, "crisis.open")


def board_in_teams(who: Colleague, wanted: Callable[[str], object]) -> Message:
    """Wait until what somebody's board says is as wanted."""
    return who.seen(lambda m: m.button("crisis.note") and wanted(m.words))


def test_a_crisis_opened_in_teams_is_one_state_for_all(
    gita: Colleague, dora: Colleague, bo: Person, carol: Person
) -> None:
    """One head answers on Slack, one on Teams; both, and the board, see the same."""
    opened_in_teams(gita)
    ping = bo.seen(lambda m: m["text"] == f"KRIS: {WATER}")
    asked = dora.seen(lambda m: m.button("crisis.ack"))
    board = board_in_teams(gita, lambda text: answered(text, 0, 3))

    bo.press(ping, "crisis.ack")
    board_in_teams(gita, lambda text: answered(text, 1, 3))
    taken = dora.presses(asked, "crisis.ack")
    assert taken and says(taken.words, "have")
    later = board_in_teams(gita, lambda text: answered(text, 2, 3))

    assert later.id == board.id
    assert len([m for m in gita.messages() if m.button("crisis.note")]) == 1
    dora.writes("tilanne")
    on_teams = board_in_teams(dora, lambda text: answered(text, 2, 3)).words
    bo.command("status", bo.direct)
    on_slack = said(board_of(bo, lambda text: answered(text, 2, 3, "sv")))
    for name in ("Bo Bildning", "Dora Putkinen", "Carol Kansleri"):
        assert _times(row(on_teams, name)) == _times(row(on_slack, name))
    assert len(_times(row(on_teams, "Bo Bildning"))) == 2  # delivered, and taken

    gita.presses(later, "crisis.down")
    dora.seen(lambda m: says(m.words, "title-over"))
    bo.seen(lambda m: says(m["text"], "title-over", "sv"))
    carol.seen(lambda m: says(m["text"], "title-over", "en"))


async def test_scheduled_posts_are_asked_about_once(aino: Person, eero: Colleague) -> None:
    """Who keeps an account is asked to look at its scheduled posts; the bot itself stops none."""
    await opened(aino)

    asked = eero.seen(lambda m: m.button("crisis.pause"))
    assert says(asked.words, "pause-nothing")
    looked = eero.presses(asked, "crisis.pause")

    assert looked and says(looked.words, "pause-done") and not looked.button("crisis.pause")
    assert [m.id for m in eero.messages()] == [asked.id]


async def test_an_answer_on_teams_shows_on_the_board_in_slack(
    aino: Person, dora: Colleague
) -> None:
    """Whoever opened it in Slack sees by name who answered on Teams."""
    await opened(aino)

    dora.presses(dora.seen(lambda m: m.button("crisis.ack")), "crisis.ack")

    shown = said(board_of(aino, lambda text: answered(text, 1, 3)))
    assert says(row(shown, "Dora Putkinen"), "answer-yes")


def test_a_drill_reaches_nobody_else(gita: Colleague, bo: Person, dora: Colleague) -> None:
    """A drill begun in Teams reaches the people of the drill list on Slack, and nobody else."""
    gita.writes("harjoitus: Vedenjakelu katkeaa")
    form = gita.seen(lambda m: m.button("crisis.open"))
    gita.presses(form, "crisis.open")

    bo.seen(lambda m: m["text"].startswith("ÖVNING"))
    board = board_in_teams(gita, lambda text: says(text, "drill"))

    assert "Dora Putkinen" in board.words
    assert dora.messages() == []


def _times(text: str) -> list[str]:
    return re.findall(r"\d\d:\d\d", text)
