"""What people do in Slack, played through a Slack that nobody here wrote, in both of its modes."""

from __future__ import annotations

import pytest

from tests.adapters.slack.emulator import AINO, BO, CAROL, CHANNEL, OTHERS, Somebody
from tests.adapters.slack.stage import Person, Stage, find, words

HETU = "131052-308T"
DRAFT = f"Hakija Matti Virtanen ({HETU}) on toimittanut liitteet. Kirjasto aukeaa maanantaina."
LONG = "Kirjasto suorittaa asiakaskyselyn toteuttamisen. " * 230


def test_a_draft_sent_to_the_bot_is_checked(aino: Person) -> None:
    """Whoever writes a draft to the bot sees what to mend, with the worst of it masked."""
    aino.write(DRAFT)
    answer = aino.seen(lambda m: "131052-" in words(m["blocks"]))

    assert HETU not in words(answer["blocks"])
    assert answer["text"] == "Korjaa yksi kohta ennen julkaisua."
    assert "ephemeral_to" not in answer


@pytest.mark.parametrize(
    ("who", "text", "said"),
    [
        (AINO, "Kuka saa avata uuden tilin?", "Kysyt aiheesta"),
        (BO, "Vem får öppna ett nytt konto?", "Du frågar om"),
        (CAROL, "Who may open a new account?", "You ask about"),
    ],
)
def test_a_question_is_answered_in_the_language_of_slack(
    who: Somebody, text: str, said: str, stage: Stage
) -> None:
    """An answer comes in the language that the person's Slack speaks."""
    person = Person(stage, who)

    person.write(text)

    assert person.seen(lambda m: said in m["text"])


def test_an_answer_to_a_thread_stands_in_the_thread(aino: Person) -> None:
    """Whoever asks in a thread is answered there."""
    first = aino.write("Hei")
    aino.seen(lambda m: not m.get("thread_ts"))

    aino.write("Kuka saa avata uuden tilin?", thread=first["ts"])

    assert aino.seen(lambda m: m.get("thread_ts") == first["ts"])


def test_a_cry_for_help_is_no_draft(aino: Person) -> None:
    """Whoever writes that the school is on fire is told whom to call, with a button to report."""
    aino.write("koululla palaa")

    assert find(aino.seen(lambda m: m["blocks"])["blocks"], "crisis.report")


async def test_a_crisis_is_reported_in_a_form_that_holds_no_draft(aino: Person) -> None:
    """The button on an answer opens an empty form: a draft never becomes a crisis record."""
    aino.write("koululla palaa")
    cry = aino.seen(lambda m: "crisis.report" in str(m["blocks"]))

    aino.press(cry, "crisis.report")
    form = await aino.dialog()

    fields = [block["element"] for block in form["blocks"] if block["type"] == "input"]
    assert [field.get("initial_value") for field in fields if "initial_value" in field] == []


def test_what_could_be_either_is_asked_back_and_comes_back(aino: Person) -> None:
    """An unclear message is not lost: one press, and it is checked as a draft."""
    aino.write("uimahalli")
    unclear = aino.seen(lambda m: "unclear.draft" in str(m["blocks"]))

    aino.press(unclear, "unclear.draft")

    assert aino.seen(lambda m: "unclear.draft" not in str(m["blocks"]))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (f"check {DRAFT}", "Korjaa yksi kohta"),
        (f"tarkista {DRAFT}", "Korjaa yksi kohta"),
        (f"granska {DRAFT}", "Korjaa yksi kohta"),
        ("kysy Kuka saa avata uuden tilin?", "Kysyt aiheesta"),
        ("ask Kuka saa avata uuden tilin?", "Kysyt aiheesta"),
        ("tilit", ""),
        ("accounts", ""),
        ("apua", ""),
        ("hjälp", ""),
    ],
)
def test_a_command_in_a_channel_is_answered_for_the_person_alone(
    typed: str, said: str, aino: Person
) -> None:
    """`/somehelp …` answers in a channel so that nobody else sees it, whatever the language."""
    aino.command(typed, CHANNEL)
    answer = aino.seen(lambda m: said in m["text"], CHANNEL)

    assert answer["ephemeral_to"] == AINO.id
    assert HETU not in words(answer["blocks"])


def test_a_command_between_us_is_answered_plainly(aino: Person) -> None:
    """In the chat with the bot nobody else reads, and the answer stays."""
    aino.command(f"check {DRAFT}", aino.direct)

    assert "ephemeral_to" not in aino.seen(lambda m: "Korjaa" in m["text"])


def test_a_command_between_two_others_is_for_the_one_who_typed_it(aino: Person) -> None:
    """In a chat between two other people the second one sees nothing of the draft."""
    aino.command(f"check {DRAFT}", OTHERS)

    assert aino.seen(lambda m: "Korjaa" in m["text"], OTHERS)["ephemeral_to"] == AINO.id


async def test_the_form_checks_and_answers_where_it_was_opened(aino: Person) -> None:
    """`/somehelp` alone opens a form; what is handed in is answered in the same place."""
    aino.command("", CHANNEL)
    form = await aino.dialog()

    await aino.submit(form, text=DRAFT, channel="facebook", alt_text="no")

    assert aino.seen(lambda m: "Korjaa" in m["text"], CHANNEL)["ephemeral_to"] == AINO.id
    await aino.closed()


async def test_a_form_asked_for_in_a_message_is_one_press_away(aino: Person) -> None:
    """Whoever writes `lomake` to the bot gets a button that opens the form."""
    aino.write("lomake")
    offer = aino.seen(lambda m: m["text"] == "Tarkista luonnos")

    aino.press(offer, "form")

    assert (await aino.dialog())["title"]["text"] == "Tarkista luonnos"


async def test_an_answer_is_edited_and_checked_again(aino: Person) -> None:
    """The form for editing holds the corrected text; what is handed in is checked anew."""
    aino.write(DRAFT)
    answer = aino.seen(lambda m: "Korjaa" in m["text"])
    aino.press(answer, "edit")
    form = await aino.dialog()
    field = next(b["element"] for b in form["blocks"] if b["type"] == "input")
    assert HETU not in field["initial_value"]
    assert "Kirjasto aukeaa maanantaina." in field["initial_value"]

    await aino.submit(form, text="Kirjasto aukeaa maanantaina.")

    assert aino.seen(lambda m: m["ts"] > answer["ts"])
    await aino.closed()


async def test_a_reason_is_asked_for_and_checked(aino: Person) -> None:
    """A reason with personal data comes back with an error; a clean one is taken."""
    aino.write(DRAFT)
    answer = aino.seen(lambda m: "Korjaa" in m["text"])
    aino.press(answer, "override")
    form = await aino.dialog()

    told = await aino.submit(form, reason=f"Asiakas {HETU} antoi luvan")
    assert told["t"] == "view_errors"
    assert next(iter(told["errors"].values()))

    await aino.submit(form, reason="Lupa on pyydetty kirjallisesti")
    await aino.closed()
    assert aino.seen(lambda m: m["ts"] > answer["ts"])


def test_an_answer_is_deleted_on_request(aino: Person) -> None:
    """*Delete this answer* takes the answer out of Slack."""
    aino.write(DRAFT)
    answer = aino.seen(lambda m: "Korjaa" in m["text"])

    aino.press(answer, "erase")
    aino.seen(lambda m: m["ts"] > answer["ts"])

    assert answer["ts"] not in [m["ts"] for m in aino.stage.slack.messages(aino.direct)]


def test_all_parts_of_a_long_answer_are_deleted(aino: Person) -> None:
    """An answer that needs several messages goes as a whole."""
    aino.write(LONG)
    last = aino.seen(lambda m: "erase" in str(m["blocks"]))
    assert len([m for m in aino.stage.slack.messages(aino.direct) if m.get("bot_id")]) > 1

    aino.press(last, "erase")
    aino.seen(lambda m: m["ts"] > last["ts"])

    left = [m for m in aino.stage.slack.messages(aino.direct) if m.get("bot_id")]
    assert [m["text"] for m in left] == [left[-1]["text"]]


def test_whom_to_ask_about_a_finding(aino: Person) -> None:
    """*Whom do I ask* names who is there today."""
    aino.write(DRAFT)
    answer = aino.seen(lambda m: "Korjaa" in m["text"])

    aino.press(answer, "who")

    assert "Tapio Mallila" in words(aino.seen(lambda m: m["ts"] > answer["ts"])["blocks"])


def test_a_unit_is_chosen_in_one_tap(aino: Person) -> None:
    """A unit chosen on an answer is remembered for the next one."""
    aino.write(DRAFT)
    answer = aino.seen(lambda m: "set|unit" in str(m["blocks"]))
    aino.press(answer, "set", option="vapaa-aika")
    aino.seen(lambda m: m["ts"] > answer["ts"])

    home = aino.open_home()

    chosen = find(home["blocks"], "home|unit")[0]["initial_option"]["value"]
    assert chosen == "vapaa-aika"


def test_the_home_tab_speaks_the_persons_language(bo: Person) -> None:
    """The home tab opens in Swedish for somebody whose Slack is Swedish."""
    home = bo.open_home()

    assert "Min sida" in words(home["blocks"])
    assert find(home["blocks"], "form")


def test_a_text_file_is_checked(aino: Person) -> None:
    """A draft may come as a text file."""
    aino.stage.slack.upload(aino.direct, AINO.id, "luonnos.txt", DRAFT.encode(), "text/plain")

    assert "131052-" in words(aino.seen(lambda m: "Korjaa" in m["text"])["blocks"])


def test_an_image_gets_advice_on_alt_text(aino: Person) -> None:
    """Whoever sends only an image is told how to describe it."""
    aino.stage.slack.upload(aino.direct, AINO.id, "kuva.png", b"\x89PNG\r\n", "image/png")

    assert "vaihtoehtoi" in words(aino.seen(lambda m: m["blocks"])["blocks"]).lower() or (
        "tekstivastine" in words(aino.seen(lambda m: m["blocks"])["blocks"]).lower()
    )


def test_another_kind_of_file_is_declined_politely(aino: Person) -> None:
    """A file that is neither text nor image is answered, too."""
    aino.stage.slack.upload(aino.direct, AINO.id, "a.zip", b"PK\x03\x04", "application/zip")

    assert aino.seen(lambda m: m["text"])


def test_a_draft_far_too_long_is_answered(aino: Person) -> None:
    """A message of 40,001 characters gets an answer and not silence."""
    aino.write("a" * 40_001)

    assert aino.seen(lambda m: m["text"])


def test_nothing_that_slack_was_given_was_refused(aino: Person) -> None:
    """Cards of hostile drafts hold to Slack's types and limits."""
    for text in (
        "<!channel> *lihava* _kursiivi_ `koodi` & <https://example.com|linkki> :fire:",
        "\u202eשלום עולם مرحبا\u202c " * 40,
        f"{HETU} " * 200,
        LONG,
    ):
        sent = aino.write(text)
        aino.seen(lambda m, after=sent["ts"]: m["ts"] > after)

    assert aino.stage.shim.refused == []
