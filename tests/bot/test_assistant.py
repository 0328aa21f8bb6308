"""The assistant, talked to as people talk."""

from __future__ import annotations

from typing import Literal, TypeVar

import pytest

from bot.card import Button, Buttons, Card, Choice, Copyable, Fold, Input, Marked, Note
from bot.remembered import addresses_of, learn_address
from bot.request import Who
from tests.bot.drawing import drawn
from tests.bot.house import AUNE, STRANGER, House

CODE = "131052-308T"
BAD = f"Kirjasto on auki! Asiakas {CODE} voitti. Salasana: Kesä2026! Tervetuloa mukaan kaikki."
CHAIR = Who("web", "7", language="fi", email="urpo.koekoski@paimio.example")
NOBODY = Who("web")

T = TypeVar("T")


def buttons(card: Card) -> dict[str, Button]:
    """Return a card's buttons by verb."""
    rows = [piece.buttons for piece in card.pieces if isinstance(piece, Buttons)]
    return {button.verb: button for row in rows for button in row}


def of(card: Card, kind: type[T]) -> T:
    """Return the card's first piece of a kind."""
    return next(piece for piece in card.pieces if isinstance(piece, kind))


async def test_a_draft_is_checked_without_a_command() -> None:
    """A message that reads like a post is answered with what to mend and the corrected text."""
    card = await House().send(BAD)

    assert card.title == "Korjaa 2 kohtaa ennen julkaisua."
    assert of(card, Marked).parts[1].text == "131052-•••••"
    assert "[henkilötunnus poistettu]" in of(card, Copyable).text
    assert {"edit", "override", "who", "erase"} <= set(buttons(card))


async def test_the_worst_values_are_masked() -> None:
    """Neither a code nor a password stands anywhere in the answer."""
    shown = drawn(await House().send(BAD))

    assert CODE not in shown
    assert "Kesä2026" not in shown


async def test_a_clean_draft_may_be_published() -> None:
    """A draft without findings is told so, and nothing is in the way."""
    card = await House().do("check", "Kirjasto on auki. Tervetuloa!")

    assert card.title == "Ei korjattavaa."
    assert set(buttons(card)) == {"form", "erase"}


async def test_nothing_of_a_draft_is_kept() -> None:
    """The store knows rules, counts, unit and week, and no word that anybody wrote."""
    house = House()
    await house.send(BAD)
    await house.do("ask", "Saako Hanna Ketolan puhelinnumeron julkaista?")
    kept = house.store.everything()

    assert "personal-data/identity-code" in kept
    assert not [word for word in (CODE, "Kesä2026", "voitti", "Ketola", "Asiakas") if word in kept]


async def test_no_button_holds_a_draft() -> None:
    """What a button sends is small and has no word of the draft in it."""
    card = await House().send(BAD)
    folds = [piece.button for piece in card.pieces if isinstance(piece, Fold)]
    payloads = [button.payload for button in (*buttons(card).values(), *folds)]
    said = " ".join(value for payload in payloads for value in payload.values())

    assert max(len(str(dict(payload))) for payload in payloads) < 1_500
    assert not [word for word in ("Kirjasto", "Asiakas", CODE, "voitti") if word in said]


async def test_a_question_is_answered() -> None:
    """A question gets whom to ask today, what to do first and where it is written."""
    card = await House().send("Kuka saa avata uuden tilin?")

    assert card.title == "Kysyt aiheesta: Tilin avaaminen."
    assert "Veli Näytelmä, 040 000 2002" in drawn(card)
    assert "P-6.1" in drawn(card)


async def test_a_follow_up_is_about_the_last_answer() -> None:
    """A question such as "and if he is away?" names the substitute; so does its button."""
    house = House()
    answer = await house.send("Kuka vastaa viestinnästä kriisissä?")
    follow = await house.send("entä jos hän on lomalla?")
    pressed = await house.restarted().press(buttons(answer)["who"])

    assert "sijainen on Veli Näytelmä: 040 000 2002" in drawn(follow)
    assert drawn(pressed) == drawn(follow)


async def test_a_cry_for_help_gets_112_and_one_button() -> None:
    """Whoever writes that the school burns reads 112 first and can report with one press."""
    card = await House().send("koululla palaa")

    assert "112" in of(card, Note).text
    assert "Onerva Esimerkkinen" in drawn(card)
    assert next(iter(buttons(card))) == "crisis.report"


async def test_a_crisis_in_a_question_or_draft_offers_the_report() -> None:
    """A question or a draft that tells of a fire is answered, with the report beside it."""
    asked = await House().send("Koululla palaa, kenelle soitan?")
    drafted = await House().do("check", "Koululla palaa, oppilaat ovat pihalla.")

    assert "crisis.report" in buttons(asked)
    assert "crisis.report" in buttons(drafted)
    assert "112" in drawn(asked) and "112" in drawn(drafted)


async def test_what_is_unclear_is_asked_about() -> None:
    """A message that may be either comes back with two buttons, and the message with it."""
    house = House()
    card = await house.send("Kirjasto avataan.")
    text = of(card, Copyable).text

    assert {"unclear.draft", "unclear.question"} <= set(buttons(card))
    assert (await house.do("unclear.draft", text)).title == "Ei korjattavaa."
    assert "aloita viesti näin: tarkista:" in (await house.do("unclear.draft")).title
    assert "aloita viesti näin: kysy:" in (await house.do("unclear.question")).title


@pytest.mark.parametrize("text", ["", "  \n", "\u200b"])
async def test_nothing_is_no_draft(text: str) -> None:
    """An empty message is answered with how to begin."""
    house = House()

    assert "liitä luonnos" in (await house.send(text)).title
    assert "liitä luonnos" in (await house.do("check", text)).title


async def test_a_draft_too_long_is_refused_with_a_way_out() -> None:
    """Forty thousand characters are not checked, and the person reads what to do."""
    card = await House().do("check", "sana " * 8_000)

    assert "40\N{NO-BREAK SPACE}000 merkkiä" in card.title
    assert "osissa" in drawn(card)


async def test_the_edited_text_comes_back_in_a_form() -> None:
    """The corrected text stands in a field; where it cannot, the person is told how to go on."""
    house = House()
    form = await house.do("edit", "Korjattu teksti", unit="sivistys", channel="instagram")
    empty = await house.do("edit")
    long = await house.do("edit", "sana " * 700)

    assert (form.mode, of(form, Input).value) == ("form", "Korjattu teksti")
    assert next(p.chosen for p in form.pieces if isinstance(p, Choice)) == "sivistys"
    assert form.submit and form.submit.verb == "check"
    assert "liitä se tähän" in drawn(empty)
    assert "lähetä se minulle viestinä" in drawn(long)


async def test_an_unknown_alternative_text_is_no_finding() -> None:
    """Only a picture that is said to lack alternative text is a finding."""
    house = House()
    post = "Kesä alkaa. Tule mukaan!"

    assert (await house.do("check", post, alt_text="no")).title != "Ei korjattavaa."
    assert (await house.do("check", post, alt_text="yes")).title == "Ei korjattavaa."
    assert (await house.do("check", post)).title == "Ei korjattavaa."


async def test_choices_are_remembered_and_the_draft_is_not() -> None:
    """A unit, an account and a language once chosen hold on every instance."""
    house = House()
    await house.do("set", unit="vapaa-aika")
    await house.do("set", account="paimion-vapaa-aika-ig")
    english = await house.do("set", language="en")
    card = await house.restarted().do("check", "Kirjasto on auki. Tervetuloa!")

    assert (english.mode, english.title) == ("toast", "I will speak English with you.")
    assert "leisure services, which you chose earlier" in drawn(card)
    assert "*paimion-vapaa-aika-ig" in drawn(card)


async def test_an_empty_choice_forgets_the_last_one() -> None:
    """Clearing the unit brings back what is assumed."""
    house = House()
    await house.do("set", unit="tekniset")
    await house.do("set", unit="")

    assert "Oletin yksiköksi keskushallinto" in drawn(await house.do("check", "Hyvää kesää!"))


async def test_the_home_changes_in_place() -> None:
    """Choosing on the home page draws it anew, in the language chosen."""
    house = House()
    card = await house.do("home", language="sv")

    assert (card.mode, card.title) == ("replace", "Min sida")
    assert (await house.do("home")).title == "Min sida"


async def test_what_is_assumed_is_said() -> None:
    """The answer says for which unit it checked, and why that one."""
    house = House()

    assert "koska työskentelet siellä" in drawn(await house.do("check", "Hyvää kesää!"))
    assert "Yksikköä en tiedä" in drawn(await house.do("check", "Hyvää kesää!", STRANGER))
    by_account = await house.do("check", "Hyvää kesää!", STRANGER, account="paimion-etsivat-ig")
    assert "etsivä nuorisotyö, jonka tili on" in drawn(by_account)


async def test_the_first_answer_says_what_is_kept() -> None:
    """Everybody reads once what the chat service keeps and what is kept here."""
    house = House()
    first, second = await house.send(BAD), await house.send(BAD)

    assert "Tämä keskustelupalvelu säilyttää" in drawn(first)
    assert "Tämä keskustelupalvelu säilyttää" not in drawn(second)


async def test_what_is_kept_is_not_said_twice_nor_beside_an_alarm() -> None:
    """Help that is asked for by a word says it once; a cry for help is not burdened with it."""
    house = House()
    cry = await house.send("koululla palaa")
    asked = await house.send("ohje")
    then = await house.send(BAD)

    assert [drawn(card).count("keskustelupalvelu") for card in (cry, asked, then)] == [0, 1, 0]


@pytest.mark.parametrize(
    ("language", "title"),
    [("fi", "Ei korjattavaa."), ("sv", "Inget att rätta."), ("en", "Nothing to fix.")],
)
async def test_the_answer_speaks_the_clients_language(
    language: Literal["fi", "sv", "en"], title: str
) -> None:
    """Without a choice the answer is in the language of the person's client."""
    who = AUNE._replace(language=language)

    assert (await House().do("check", "Hyvää kesää!", who)).title == title


async def test_a_check_does_not_wait_for_the_store() -> None:
    """While the database is down drafts are checked, and what could not be saved is said."""
    house = House()
    house.store.down = True
    card = await house.send(BAD)
    chosen = await house.do("set", unit="sivistys")
    away = await house.do("absence.give", days="1.7.–31.7.")

    assert card.title == "Korjaa 2 kohtaa ennen julkaisua."
    assert "Valintojasi ei voitu lukea" in drawn(card)
    assert "ei voitu tallentaa" in chosen.title
    assert (away.mode, "mitään tallennettu" in drawn(away)) == ("form", True)
    assert (await house.send("Kuka saa avata uuden tilin?")).title.startswith("Kysyt aiheesta")


async def test_checks_are_counted_without_a_name() -> None:
    """What is counted: the check, each rule's findings, silence by topic; with unit and week."""
    house = House()
    await house.send(BAD)
    await house.do("ask", "Saako tekoälyllä tehdyn kuvan julkaista?")
    counts = await house.store.tallies(house.clock.now().date().replace(day=1))
    kinds = {(count.kind, count.subject): (count.unit, count.times) for count in counts}

    assert kinds["check", ""] == ("keskushallinto", 1)
    assert kinds["finding", "personal-data/identity-code"] == ("keskushallinto", 1)
    assert kinds["silence", "ai_content"] == ("keskushallinto", 1)
    assert {count.week.weekday() for count in counts} == {0}


async def test_whoever_has_not_signed_in_reads_roles_and_no_names() -> None:
    """On an open page an answer names roles only, and nothing is remembered of anybody."""
    house = House()
    answer = await house.do("ask", "Kuka saa avata uuden tilin?", NOBODY)
    await house.do("check", BAD, NOBODY)
    await house.do("set", who=NOBODY, unit="sivistys")
    shown = drawn(answer) + drawn(await house.do("accounts", who=NOBODY))

    assert "toimialajohtaja" in shown
    assert not [n for n in ("Näytelmä", "Sanala", "040", "@paimio.example") if n in shown]
    assert "person/" not in house.store.everything()


async def test_an_elected_official_is_not_sent_to_a_line_manager() -> None:
    """An elected official, known by the verified address, gets no line manager."""
    card = await House().do("ask", "Milloin kaupunginhallitus kokoontuu?", CHAIR)

    assert "esihenkilö" not in drawn(card)


async def test_crises_are_answered_elsewhere() -> None:
    """Everything about a crisis goes to its desk, in the language of the person."""
    house = House()
    await house.do("set", language="sv")

    assert (await house.do("crisis.report")).title == "crisis.report sv"
    assert (await house.send("kriisi")).title == "crisis.report sv"


async def test_no_draft_gets_into_a_crisis_record() -> None:
    """The text beside a report button, handed back by a platform, does not reach the crisis."""
    house = House()
    cards = [await house.send(text) for text in ("koululla palaa", "Koululla palaa, kuka auttaa?")]
    cards.append(await house.do("check", "Koululla palaa, oppilaat ovat pihalla."))
    for card in cards:
        await house.press(buttons(card)["crisis.report"], "Asiakas Hanna Ketola")
    await house.do("crisis.report", "Koululla palaa")

    assert house.crisis.texts == ["", "", "", "Koululla palaa"]


async def test_a_broken_crisis_does_not_silence_the_checks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever is wrong with a crisis record, drafts are checked."""
    house = House()

    async def broken(language: str) -> None:
        raise ValueError(language)

    monkeypatch.setattr(house.crisis, "banner", broken)

    assert (await house.send(BAD)).title == "Korjaa 2 kohtaa ennen julkaisua."


async def test_an_open_crisis_stands_above_answers() -> None:
    """While a crisis is open every check and answer says so first."""
    house = House()
    house.crisis.open = True

    for card in (await house.send(BAD), await house.send("Kuka saa avata uuden tilin?")):
        assert of(card, Note).text == "crisis open (fi)"
        assert card.pieces[0] == of(card, Note)


async def test_a_crisis_is_not_told_to_passers_by() -> None:
    """On a page open to all, who has not signed in reads neither what happened nor who leads."""
    house = House()
    house.crisis.open = True
    card = await house.do("ask", "Kuka saa avata uuden tilin?", NOBODY)

    assert "crisis open" not in repr(card)


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("file.image", "tekstivastine"),
        ("file.unknown", "tekstitiedosto"),
        ("no_text", "liitä luonnos"),
        ("override", "Tarkista luonnos uudelleen"),
        ("from-an-older-version", "ei enää toimi"),
    ],
)
async def test_every_dead_end_says_what_to_do_next(verb: str, words: str) -> None:
    """What cannot be answered says what can be done instead."""
    assert words in drawn(await House().do(verb))


async def test_an_answer_can_be_deleted() -> None:
    """Delete this answer: the platform is told to erase it, and the person that it is gone."""
    card = await House().do("erase")

    assert (card.mode, card.title) == ("erase", "Vastaus on poistettu.")


async def test_an_address_is_learnt_once() -> None:
    """Where somebody can be written to is remembered, and not written again and again."""
    house = House()
    for address in ("one", "one", "two"):
        await learn_address(house.store, AUNE, "teams", address)

    assert await addresses_of(house.store, AUNE.key) == {"teams": "two"}
    assert len(await house.store.read(f"person/{AUNE.key}")) == 2


async def test_personal_data_in_a_question_is_warned_of() -> None:
    """A question with an identity code is answered, warned of, and the code is not repeated."""
    shown = drawn(await House().do("ask", f"Saako julkaista että {CODE} on asiakas?"))

    assert "henkilötietoja" in shown
    assert CODE not in shown
