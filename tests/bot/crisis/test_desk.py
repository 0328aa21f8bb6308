"""What people see and press in a crisis, besides the ten stories."""

from __future__ import annotations

import pytest

from bot import events as ev
from bot.card import Input
from bot.request import Request, Who
from tests.bot.crisis.rig import Rig
from tests.bot.crisis.talk import Talk, buttons, choices, notes, pieces, read, verbs


@pytest.fixture
def talk() -> Talk:
    return Talk(Rig())


async def test_without_words_a_report_is_a_form_with_112_first(talk: Talk) -> None:
    """Whoever presses the button is asked what happened, after being told of 112."""
    form = await talk.say("opettaja", "report")

    assert form.mode == "form" and "112" in notes(form)[0]
    assert [p.name for p in pieces(form) if isinstance(p, Input)] == ["text", "where"]
    assert form.submit and form.submit.verb == "crisis.report"


async def test_a_report_that_is_no_crisis_ends_there(talk: Talk) -> None:
    """The duty list says that it is none; the reporter is told, and nobody else was pinged."""
    await talk.say("opettaja", "report", "savua pihalla")
    await talk.takes("aune", "not")

    [crisis] = [c for c in talk.rig.crises.known if c.over]
    assert isinstance(crisis.over and crisis.over.event, ev.Dismissed)
    assert set(talk.rig.pinged("not")) == {"opettaja", "aune"}
    assert talk.rig.pinged() == ["aune"]


async def test_a_report_that_nobody_looks_at_goes_on(talk: Talk) -> None:
    """After five minutes whoever may open a crisis is asked, too, and the duty list again."""
    await talk.say("opettaja", "report", "koululla palaa")
    await talk.rig.after(6)

    assert talk.rig.pinged() == ["aune", "maija"]
    assert talk.rig.pinged("remind") == ["aune"]


async def test_a_report_without_a_duty_list_is_not_lost(talk: Talk) -> None:
    """Nobody is on duty: the reporter reads whom to call, at once."""
    ready = talk.rig.city.crisis.model_copy(update={"duty": ()})
    rights = {"stand_down": ("maija",)}
    talk.rig.city = talk.rig.city.model_copy(update={"crisis": ready, "rights": rights})
    card = await talk.say("opettaja", "report", "koululla palaa")

    assert "päivystyslista on tyhjä" in card.title
    assert (await talk.rig.crises.open())[0].troubles


@pytest.mark.parametrize("verb", ["preview", "open", "drill", "reach"])
async def test_nobody_opens_anything_without_the_right(talk: Talk, verb: str) -> None:
    """A stranger, and a person without the right, read who may; nothing is written."""
    for who in ("opettaja", "ulkopuolinen", "hilkka"):
        card = await talk.say(who, verb, "Koululla palaa", policy="kriisi", previewed="kriisi")
        assert "Aune" in card.title

    assert await talk.rig.crises.open() == () and talk.rig.chat.copies == []


@pytest.mark.parametrize("verb", ["report", "status", "ack", "open", "note"])
async def test_who_has_not_signed_in_gets_and_does_nothing(talk: Talk, verb: str) -> None:
    """On a page that is open to everybody, crises are not; 112 is named."""
    await talk.opens("aune", "Koululla palaa")
    before = len(talk.rig.chat.copies)
    request = Request(f"crisis.{verb}", Who("web"), "x", {"crisis": talk.rig.id}, "page")
    card = await talk.desk.handle(request)
    await talk.rig.pager.tick()

    assert "112" in card.title and card.pieces == ()
    assert len(talk.rig.chat.copies) == before and len(await talk.rig.crises.open()) == 1


async def test_only_who_may_ends_it(talk: Talk) -> None:
    """Whoever opened a crisis may still not end it; they read who may."""
    crisis = await talk.opens("aune", "Koululla palaa")
    refused = await talk.say("aune", "down", crisis=crisis.id)

    assert "Maija" in refused.title
    assert (await talk.rig.crises.load(crisis.id)).open


async def test_confirming_twice_opens_once(talk: Talk) -> None:
    """A form that is handed in twice is one crisis, and each person gets one ping."""
    preview = await talk.say("aune", "report", "Koululla palaa")
    await talk.press("aune", preview, "open", "Koululla palaa")
    await talk.press("aune", preview, "open", "Koululla palaa")

    assert len(await talk.rig.crises.open()) == 1
    assert len(talk.rig.chat.to("maija", "ping")) == 1


async def test_what_was_changed_is_previewed_again(talk: Talk) -> None:
    """Choosing another unit in the form shows who would be pinged then, before anybody is."""
    preview = await talk.say("aune", "report", "Koululla palaa")
    again = await talk.press("aune", preview, "open", "Koululla palaa", unit="sivistys")

    assert again.mode == "form" and "Ilpo" not in read(again)
    assert await talk.rig.crises.open() == ()
    await talk.press("aune", again, "open", "Koululla palaa", unit="sivistys")
    assert talk.rig.pinged() == ["maija", "hilkka"]


async def test_a_forwarded_button_is_nobodys_answer(talk: Talk) -> None:
    """Somebody who was not asked presses a button that was meant for another: nothing changes."""
    crisis = await talk.opens("aune", "Koululla palaa")
    ping = talk.rig.chat.to("maija", "ping")[0].card
    answer = await talk.press("ulkopuolinen", ping, "ack")

    assert "ei ollut sinulle" in answer.title
    assert (await talk.rig.crises.load(crisis.id)).answers == {}


async def test_i_have_it_is_shown_on_the_same_card(talk: Talk) -> None:
    """The button's card becomes the answer: since when, who leads, and no more buttons."""
    await talk.opens("aune", "Koululla palaa")
    card = await talk.takes("maija")

    assert card.mode == "replace" and verbs(card) == []
    assert "Sinulla on koppi" in notes(card)[0]


async def test_passing_on_asks_the_substitute_at_once(talk: Talk) -> None:
    """*I can't* pings the substitute without waiting, and says in whose place."""
    await talk.opens("aune", "Koululla palaa")
    await talk.takes("hilkka", "decline")

    ping = talk.rig.chat.to("kalle", "ping")[0].card
    assert "Hilkka" in " ".join(notes(ping))


async def test_who_goes_on_leave_in_the_middle_is_replaced(talk: Talk) -> None:
    """An absence recorded while a crisis is open pings the substitute and tells who is away."""
    await talk.opens("aune", "Koululla palaa")
    talk.rig.away("hilkka")
    await talk.rig.after(1)

    assert talk.rig.chat.to("kalle", "ping") and talk.rig.chat.to("hilkka", "inform")


async def test_reached_by_phone_is_recorded_with_who_called(talk: Talk) -> None:
    """A call counts as an answer, and the board says who recorded it."""
    talk.rig.chat.blocked = talk.rig.mail.blocked = {"ilpo"}
    crisis = await talk.opens("aune", "Koululla palaa")
    board = await talk.say("aune", "status", crisis=crisis.id)
    assert "tel:0400000001" in read(board) and "EI PERILLÄ" in read(board)
    choice = choices(board)[0]
    value = next(option.value for option in choice.options if option.value.endswith(":ilpo"))
    board = await talk.say_args("aune", "phone", {"person": value})

    assert "puhelimitse" in read(board) and "kirjasi Aune" in read(board)
    assert (await talk.rig.crises.load(crisis.id)).resolved("ilpo")


async def test_a_test_of_reach_finds_who_is_not_reached(talk: Talk) -> None:
    """Everybody whom a crisis could ping gets one button; who cannot be reached is red."""
    talk.rig.chat.blocked = talk.rig.mail.blocked = {"kalle"}
    board = await talk.say("aune", "reach")
    talk.rig.id = (await talk.rig.crises.open())[0].id
    seen = await talk.takes("tapio", "seen")
    assert "Kiitos" in notes(seen)[0]

    board = await talk.say("aune", "status", crisis=talk.rig.id)
    assert "EI PERILLÄ" in read(board) and "näki kello" in read(board)
    assert verbs(talk.rig.chat.to("maija", "ping")[0].card) == ["crisis.seen"]
    crisis = await talk.rig.after(25 * 60)
    assert crisis.over and "kalle" not in crisis.answers


async def test_the_next_step_can_be_had_now(talk: Talk) -> None:
    """*Next step now* does not wait for the clock."""
    crisis = await talk.opens("aune", "Koululla palaa")
    await talk.say("aune", "escalate", crisis=crisis.id)

    assert talk.rig.chat.to("veli", "ping")


async def test_a_note_is_kept_and_personal_data_in_it_is_warned_of(talk: Talk) -> None:
    """The note stands in the timeline; a warning follows and never stops it."""
    crisis = await talk.opens("aune", "Koululla palaa")
    form = await talk.say("aune", "note", crisis=crisis.id)
    card = await talk.press("aune", form, "note", note="Soitti 131052-308T")

    assert "henkilötietoja" in notes(card)[0]
    crisis = await talk.rig.crises.load(crisis.id)
    assert any(isinstance(entry.event, ev.Noted) for entry in crisis.entries)


async def test_the_board_has_more_than_a_chat_shows(talk: Talk) -> None:
    """The whole timeline can be read; a stranger reads only that it is open and who leads."""
    crisis = await talk.opens("aune", "Koululla palaa")
    timeline = await talk.say("aune", "status", crisis=crisis.id, all="1")
    outside = await talk.say("ulkopuolinen", "status")

    assert "Porras 1" in read(timeline)
    assert "ei vielä kukaan" in read(outside) and "Hilkka" not in read(outside)
    assert verbs(outside) == ["crisis.report"]


async def test_while_it_is_open_every_answer_says_so(talk: Talk) -> None:
    """The banner names the lead, or that there is none; a drill has no banner."""
    assert await talk.desk.banner("fi") == ()
    await talk.opens("aune", "Koululla palaa")
    [banner] = await talk.desk.banner("sv")
    assert "ingen ännu" in repr(banner)

    await talk.takes("maija")
    [banner] = await talk.desk.banner("en")
    assert "led by Maija" in repr(banner)


async def test_while_the_store_is_down_people_read_whom_to_call(talk: Talk) -> None:
    """Nothing was written, and that is what it says, with numbers."""
    talk.rig.store.down = True
    card = await talk.desk.handle(
        Request("crisis.report", talk.who("opettaja", "fi"), "koululla palaa")
    )

    assert "EI tallennettu" in card.title and "040 000 0001" in read(card)


@pytest.mark.parametrize("verb", ["ack", "decline", "down", "status", "phone", "note", "pause"])
@pytest.mark.parametrize("crisis", ["nosuch", "", "../x", "a" * 5000])
async def test_a_crisis_that_is_not_there_is_said(talk: Talk, verb: str, crisis: str) -> None:
    """A stale or made-up button is answered with a sentence."""
    card = await talk.say("aune", verb, crisis=crisis)

    assert card.title and await talk.rig.crises.open() == ()


@pytest.mark.parametrize(
    "what", ["{ $x }", "<b>x</b> | `y` \n# z", "\x00\ud800\u202eabc", "ä" * 4000]
)
async def test_hostile_words_stay_words(talk: Talk, what: str) -> None:
    """Whatever is reported is shown as it is, in every card, and breaks none."""
    await talk.say("opettaja", "report", what)
    preview = await talk.takes("aune", "preview")
    await talk.press("aune", preview, "open", what)
    board = await talk.say("aune", "status")

    assert talk.rig.failures == []
    talk.rig.store.everything().encode("utf-8")
    assert board.title.startswith("KRIISI") and len(board.title) < 120
    assert all(len(str(dict(button.payload))) < 1500 for button in buttons(board))
