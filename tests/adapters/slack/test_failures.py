"""What goes wrong between Slack and the bot, and what the person is told."""

from __future__ import annotations

import json
import time
import uuid
from urllib.parse import urlencode

import httpx
import pytest

from tests.adapters.slack.emulator import AINO, BOT, CHANNEL, TEAM, wait_for
from tests.adapters.slack.shim import signed
from tests.adapters.slack.stage import Message, Person, Stage, find, words

MARKER = "Salaisuus-XYZZY"


@pytest.fixture
def aino(http: Stage) -> Person:
    """Aino, on signed HTTP."""
    return Person(http, AINO)


def event(person: Person, text: str, **change: object) -> dict[str, object]:
    """Return an event as Slack delivers it: a message to the bot."""
    said = {
        "type": "message",
        "channel": person.direct,
        "channel_type": "im",
        "user": person.who.id,
        "text": text,
        "ts": f"{time.time():.6f}",
    }
    return {
        "type": "event_callback",
        "event_id": f"Ev{uuid.uuid4().hex}",
        "team_id": TEAM,
        "event": said | change,
    }


def deliver(person: Person, payload: dict[str, object], **sign: object) -> httpx.Response:
    """Deliver an event, signed."""
    return person.deliver(json.dumps(payload), kind="application/json", **sign)


def answers(person: Person) -> list[Message]:
    """Return what the bot said to a person."""
    return [m for m in person.stage.slack.messages(person.direct) if m.get("bot_id")]


def settled(person: Person) -> list[Message]:
    """Return what the bot said once everything delivered before is answered.

    A marked question is delivered last; its answer shows that the queue is done.
    """
    deliver(person, event(person, "Kuka saa avata uuden tilin?"))
    person.seen(lambda m: "Kysyt aiheesta" in m["text"])
    return [m for m in answers(person) if "Kysyt aiheesta" not in m["text"]]


@pytest.mark.parametrize("headers", [{}, {"X-Slack-Request-Timestamp": "tänään".encode().hex()}])
def test_what_is_not_signed_is_refused(http: Stage, headers: dict[str, str]) -> None:
    """A request without Slack's signature gets 401, whatever its headers look like."""
    assert httpx.post(http.shim.bots[0], content=b"{}", headers=headers).status_code == 401


def test_a_wrong_signature_is_refused_and_its_body_is_not_logged(aino: Person) -> None:
    """A request signed with another secret gets 401, and no log holds a word of it."""
    body = json.dumps(event(aino, MARKER))
    forged = signed(body, secret="another")  # noqa: S106
    headers = {"Content-Type": "application/json", **forged}

    answer = httpx.post(aino.stage.shim.bots[0], content=body.encode(), headers=headers)

    assert answer.status_code == 401
    assert MARKER not in aino.stage.bot.log()


def test_an_old_signature_is_refused(aino: Person) -> None:
    """A recorded request is of no use after five minutes."""
    assert deliver(aino, event(aino, MARKER), at=time.time() - 301).status_code == 401


def test_bytes_that_are_no_text_are_refused(http: Stage) -> None:
    """A body that is not UTF-8 is refused as unsigned and crashes nothing."""
    headers = {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": "v0=00"}

    assert httpx.post(http.shim.bots[0], content=b"\xff\xfe", headers=headers).status_code == 401


def test_another_workspace_is_refused(aino: Person) -> None:
    """An app that somebody installed in another workspace answers nobody there."""
    strange = {**event(aino, "Hei"), "team_id": "T0OTHER"}

    assert deliver(aino, strange).status_code == 403
    assert settled(aino) == []


def test_somebody_of_another_workspace_is_refused(aino: Person) -> None:
    """A guest whose home is another workspace gets nothing out of a shared channel."""
    answer = aino.sends(
        {"type": "message_action", "callback_id": "check_message", "message": {"text": "x"}},
        user={"id": "U0STRANGER", "team_id": "T0OTHER"},
    )

    assert answer.status_code == 403


def test_an_event_delivered_again_is_answered_once(aino: Person) -> None:
    """Slack repeats what it believes lost; the person gets one answer."""
    same = event(aino, "koululla palaa")
    for _ in range(4):
        assert deliver(aino, same).status_code == 200

    assert len(settled(aino)) == 1


def test_a_replayed_command_is_answered_once(aino: Person) -> None:
    """A recorded command, sent again within five minutes, does nothing."""
    body = urlencode(
        {
            "command": "/somehelp",
            "text": "apua",
            "team_id": TEAM,
            "user_id": AINO.id,
            "channel_id": aino.direct,
            "trigger_id": uuid.uuid4().hex,
        }
    )
    for _ in range(3):
        assert aino.deliver(body).status_code == 200

    assert len(settled(aino)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"subtype": "message_changed", "message": {"text": "x"}},
        {"subtype": "message_deleted"},
        {"subtype": "bot_message", "bot_id": "B1"},
        {"bot_id": "B0OTHER"},
        {"user": BOT},
        {"channel_type": "channel", "channel": CHANNEL},
        {"channel_type": "mpim"},
        {"hidden": True},
    ],
)
def test_what_is_not_said_to_the_bot_is_left_alone(change: dict[str, object], aino: Person) -> None:
    """Edits, deletions, other bots and other channels get no answer, and Slack gets its yes."""
    assert deliver(aino, event(aino, "koululla palaa", **change)).status_code == 200
    assert settled(aino) == []


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "event_callback", "event_id": "Ev1", "event": {"type": "reaction_added"}},
        {"type": "event_callback", "event_id": "Ev2", "event": {"type": "tokens_revoked"}},
        {"type": "event_callback", "event_id": "Ev3", "event": {"type": "app_home_opened"}},
    ],
)
def test_no_event_is_unhandled(payload: dict[str, object], aino: Person) -> None:
    """Whatever Slack delivers gets a yes: unhandled events would count as failures."""
    assert deliver(aino, {"team_id": TEAM, **payload}).status_code == 200


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "shortcut", "callback_id": "unknown"},
        {"type": "view_closed", "view": {"callback_id": "read", "type": "modal"}},
        {"type": "block_actions", "actions": [{"action_id": "link", "type": "button"}]},
        {"type": "view_submission", "view": {"callback_id": "read", "type": "modal"}},
        {"type": "block_suggestion", "action_id": "x", "block_id": "y", "value": "z"},
    ],
)
def test_no_interaction_is_unhandled(payload: dict[str, object], aino: Person) -> None:
    """An odd or empty interaction gets a yes and breaks nothing."""
    assert aino.sends(payload).status_code == 200


@pytest.mark.parametrize("value", ["{", "[]", "1", None, '{"roles": {"a": 1}}', "x" * 3000])
def test_an_odd_button_breaks_nothing(value: str | None, aino: Person) -> None:
    """A button whose payload is not ours is answered like any other."""
    action = {"action_id": "who", "type": "button", "value": value}
    container = {"type": "message", "channel_id": aino.direct, "message_ts": "1.0"}

    sent = aino.sends({"type": "block_actions", "actions": [action], "container": container})

    assert sent.status_code == 200
    assert aino.seen(lambda m: m["text"])


def test_slack_too_busy_is_waited_for(aino: Person) -> None:
    """An answer that Slack throttles is sent when Slack says so."""
    aino.stage.shim.throttle["chat.postMessage"] = 2

    aino.write("koululla palaa")

    assert aino.seen(lambda m: m["text"])


def test_a_form_that_came_too_late_can_be_opened_again(aino: Person) -> None:
    """Where the moment to open a form has passed, there is a button that opens it."""
    aino.stage.shim.fail["views.open"] = "expired_trigger_id"
    aino.command("", aino.direct)

    late = aino.seen(lambda m: "vanhentua" in m["text"])

    assert find(late["blocks"], "form")


def test_a_response_url_that_is_spent_leads_to_the_chat(aino: Person) -> None:
    """Where the channel takes no more answers, the answer comes in the chat with the bot."""
    gone = f"{aino.stage.slack.url}/_hooks/response/none"
    body = urlencode(
        {
            "command": "/somehelp",
            "text": "apua",
            "team_id": TEAM,
            "user_id": AINO.id,
            "channel_id": CHANNEL,
            "trigger_id": uuid.uuid4().hex,
            "response_url": gone,
        }
    )
    aino.deliver(body)

    assert aino.seen(lambda m: m["text"])


def test_an_answer_goes_to_nobody_but_slack(aino: Person) -> None:
    """A response URL outside Slack is not called; the answer comes in the chat with the bot."""
    body = urlencode(
        {
            "command": "/somehelp",
            "text": "apua",
            "team_id": TEAM,
            "user_id": AINO.id,
            "channel_id": CHANNEL,
            "trigger_id": uuid.uuid4().hex,
            "response_url": "http://elsewhere.invalid/hook",
        }
    )
    aino.deliver(body)

    assert aino.seen(lambda m: m["text"])


def test_what_slack_refuses_is_said_and_logged_without_words(aino: Person) -> None:
    """When Slack does not take an answer, the log says so and holds nothing of the draft."""
    aino.stage.shim.fail["chat.postMessage"] = "channel_not_found"
    aino.write(f"{MARKER} kirjasto aukeaa maanantaina kello yhdeksän kaikille asukkaille.")
    wait_for(lambda: aino.stage.bot.events("not_delivered"))

    aino.stage.shim.fail.clear()
    aino.write("koululla palaa")

    assert aino.seen(lambda m: m["text"])
    assert MARKER not in aino.stage.bot.log()


def test_people_slack_says_nothing_of_are_answered(http: Stage) -> None:
    """When Slack does not say who somebody is, they are answered in the city's language."""
    http.shim.fail["users.info"] = "internal_error"
    stranger = Person(http, AINO._replace(id="U0NEW"))
    deliver(stranger, event(stranger, "Kuka saa avata uuden tilin?"))

    assert stranger.seen(lambda m: "Kysyt aiheesta" in m["text"])


def test_a_message_without_words_is_answered(aino: Person) -> None:
    """An empty message is told what can be done."""
    deliver(aino, event(aino, ""))

    assert aino.seen(lambda m: m["text"])


def test_a_shortcut_checks_a_message_for_the_one_who_used_it(aino: Person) -> None:
    """*Tarkista luonnos* on a message in a channel answers the person alone."""
    hook: list[str] = []
    aino.command("apua", CHANNEL)  # gives us a response URL as Slack hands them out
    aino.seen(lambda m: m["text"], CHANNEL)
    sent = [body for body, _ in aino.stage.shim.delivered if "response_url" in body]
    hook.append(httpx.QueryParams(sent[-1])["response_url"])
    aino.sends(
        {
            "type": "message_action",
            "callback_id": "check_message",
            "channel": {"id": CHANNEL},
            "message": {"text": "Hakija 131052-308T on toimittanut liitteet.", "ts": "1.0"},
            "response_url": hook[0],
        }
    )

    answer = aino.seen(lambda m: "131052-" in words(m["blocks"]), CHANNEL)
    assert answer["ephemeral_to"] == AINO.id


def test_a_choice_on_the_home_tab_changes_it(aino: Person) -> None:
    """A language chosen on the home tab is spoken there at once."""
    home = aino.open_home()
    element, _ = find(home["blocks"], "home|language")
    chosen = next(o for o in element["options"] if o["value"] == "en")
    before = len(aino.published())
    action = {"type": "static_select", "action_id": element["action_id"], "selected_option": chosen}

    aino.sends({"type": "block_actions", "actions": [action], "view": {"type": "home", "id": "V1"}})
    wait_for(lambda: len(aino.published()) > before)
    changed = words(aino.published()[-1]["blocks"])
    action |= {"selected_option": next(o for o in element["options"] if o["value"] == "fi")}
    aino.sends({"type": "block_actions", "actions": [action], "view": {"type": "home", "id": "V1"}})
    wait_for(lambda: len(aino.published()) > before + 1)

    assert "What is kept" in changed


def test_a_button_on_the_home_tab_opens_a_dialog(aino: Person) -> None:
    """Help asked for on the home tab opens there and not somewhere else."""
    aino.command("", CHANNEL)
    wait_for(lambda: [m for m, _ in aino.stage.shim.calls if m == "views.open"])
    sent = [body for body, _ in aino.stage.shim.delivered if "trigger_id" in body]
    trigger = httpx.QueryParams(sent[-1])["trigger_id"]
    aino.sends(
        {
            "type": "block_actions",
            "actions": [{"type": "button", "action_id": "help"}],
            "view": {"type": "home", "id": "V1"},
        },
        trigger_id=trigger + "x",
    )

    wait_for(lambda: len([m for m, _ in aino.stage.shim.calls if m == "views.open"]) == 2)
