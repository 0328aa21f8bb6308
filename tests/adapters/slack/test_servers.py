"""Several servers, servers that end, and servers that cannot start."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.adapters.slack.emulator import AINO, APP_TOKEN, SECRET, TEAM, TOKEN, wait_for
from tests.adapters.slack.shim import signed
from tests.adapters.slack.stage import Bot, Person, Stage
from tests.adapters.slack.test_failures import answers, deliver, event
from tests.postgres import Postgres

MARKS = 1000


def test_a_thousand_drafts_leave_no_trace(http: Stage) -> None:
    """After 1,000 drafts through every entry point none of their words is kept anywhere."""
    aino = Person(http, AINO)
    marks = [f"Kanarialintu{uuid.uuid4().hex}" for _ in range(MARKS)]
    entries = _entries(aino)
    http.shim.looks = False
    before = len(http.bot.events("answered"))
    with httpx.Client(timeout=30) as client:
        for number, mark in enumerate(marks):
            name = f"kirjasto{number}@paimio.example"
            draft = f"Hakija {mark} on toimittanut liitteet {name}. Kirjasto aukeaa maanantaina."
            body, kind = entries[number % len(entries)](draft)
            headers = {"Content-Type": kind, **signed(body)}
            sent = client.post(http.shim.bots[0], content=body.encode(), headers=headers)
            assert sent.status_code == 200
    edited = len(range(1, MARKS, len(entries)))  # nobody asked for an answer to those
    wait_for(lambda: len(http.bot.events("answered")) - before >= MARKS - edited, 120)
    metrics = httpx.get(f"{http.bot.url}/metrics").text
    answers = json.dumps(http.shim.calls, ensure_ascii=False)

    kept = [path for path in http.bot.folder.rglob("*") if path.is_file()]
    whole = b"".join(p.read_bytes() for p in kept if "local-slack" not in p.name)
    assert sum(mark in answers for mark in marks) > MARKS // 3  # they were really answered
    assert b"answered" in whole  # the log and the database are among what is read
    assert [mark for mark in marks if mark.encode() in whole or mark in metrics] == []


def _entries(person: Person) -> list[Callable[[str], tuple[str, str]]]:
    """Return the ways in which a draft reaches the bot, each as a body and its kind."""
    form, plain = "application/x-www-form-urlencoded", "application/json"
    direct = {"type": "message", "channel_id": person.direct, "message_ts": "1.0"}

    def interaction(payload: dict[str, Any]) -> tuple[str, str]:
        whole = {
            "user": {"id": person.who.id, "team_id": TEAM},
            "trigger_id": uuid.uuid4().hex,
            **payload,
        }
        return str(httpx.QueryParams({"payload": json.dumps(whole)})), form

    def command(draft: str) -> tuple[str, str]:
        fields = {
            "command": "/somehelp",
            "text": f"check {draft}",
            "team_id": TEAM,
            "user_id": person.who.id,
            "channel_id": person.direct,
            "trigger_id": uuid.uuid4().hex,
        }
        return str(httpx.QueryParams(fields)), form

    def button(verb: str) -> Callable[[str], tuple[str, str]]:
        def press(draft: str) -> tuple[str, str]:
            block = {
                "type": "rich_text",
                "block_id": "copy.text.0",
                "elements": [
                    {
                        "type": "rich_text_preformatted",
                        "elements": [{"type": "text", "text": draft}],
                    }
                ],
            }
            return interaction(
                {
                    "type": "block_actions",
                    "container": direct,
                    "message": {"ts": "1.0", "blocks": [block]},
                    "actions": [{"type": "button", "action_id": verb, "value": "{}"}],
                }
            )

        return press

    def submission(verb: str, field: str) -> Callable[[str], tuple[str, str]]:
        def submit(draft: str) -> tuple[str, str]:
            state = {f"in.{field}": {field: {"type": "plain_text_input", "value": draft}}}
            way = {"v": verb, "p": {"rules": ""}, "w": {"c": person.direct, "d": True}}
            view = {
                "type": "modal",
                "id": "V1",
                "callback_id": verb,
                "private_metadata": json.dumps(way),
                "state": {"values": state},
            }
            return interaction({"type": "view_submission", "view": view})

        return submit

    return [
        lambda draft: (json.dumps(event(person, draft)), plain),
        lambda draft: (json.dumps(event(person, draft, subtype="message_changed")), plain),
        command,
        lambda draft: interaction(
            {
                "type": "message_action",
                "callback_id": "check_message",
                "channel": {"id": person.direct},
                "message": {"text": draft},
            }
        ),
        button("unclear.draft"),
        button("unclear.question"),
        button("edit"),
        button("crisis.report"),
        submission("check", "text"),
        submission("override.give", "reason"),
        submission("absence.give", "from"),
    ]


def test_two_servers_answer_once(postgres: Postgres, http: Stage, tmp_path: Path) -> None:
    """An event that reaches two servers on one database is answered once; both take buttons."""
    database = postgres.fresh()
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    bots = [Bot("http", http.shim.api, each, SOMEHELP_DATABASE=database) for each in folders]
    usual = http.shim.bots
    try:
        http.shim.bots = [f"{bot.ready().url}/slack/events" for bot in bots]
        aino = Person(http, AINO)
        for number in range(10):
            aino.write(f"koululla {number} palaa")
        done = lambda: sum(len(bot.events("answered")) for bot in bots)  # noqa: E731
        wait_for(lambda: done() >= 10)
        aino.write("uimahalli")
        unclear = aino.seen(lambda m: "unclear.draft" in str(m["blocks"]) and "uimahalli" in str(m))

        taken = [len(bot.events("answered")) for bot in bots]
        for bot in bots:  # each alone in turn: one of them did not send that answer
            http.shim.bots = [f"{bot.url}/slack/events"]
            aino.press(unclear, "unclear.draft")
        wait_for(lambda: done() >= 13 and len(answers(aino)) >= 13)

        assert sum(taken) == 11
        assert (done(), len(answers(aino))) == (13, 13)
    finally:
        http.shim.bots = usual
        for bot in bots:
            bot.close()


def test_a_server_that_ends_finishes_what_it_accepted(http: Stage, tmp_path: Path) -> None:
    """What Slack was told `yes` to is answered, though the server is told to end meanwhile."""
    bot = Bot("http", http.shim.api, tmp_path).ready()
    aino = Person(http, AINO)
    usual, http.shim.bots = http.shim.bots, [f"{bot.url}/slack/events"]
    try:
        http.shim.throttle["chat.postMessage"] = 1  # the answer takes a second more
        deliver(aino, event(aino, "koululla palaa"))
        wait_for(lambda: http.shim.throttle["chat.postMessage"] == 0)

        assert bot.close() == 0
        assert [m for m in http.slack.messages(aino.direct) if m.get("bot_id")]
    finally:
        http.shim.bots = usual


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"SOMEHELP_SLACK_BOT_TOKEN": TOKEN}, "SOMEHELP_SLACK_SIGNING_SECRET"),
        (
            {"SOMEHELP_SLACK_BOT_TOKEN": "xoxb-wrong", "SOMEHELP_SLACK_SIGNING_SECRET": SECRET},
            "invalid_auth",
        ),
        (
            {
                "SOMEHELP_SLACK_BOT_TOKEN": TOKEN,
                "SOMEHELP_SLACK_APP_TOKEN": APP_TOKEN,
                "SOMEHELP_SLACK_TEAM": "T0OTHER",
            },
            "SOMEHELP_SLACK_TEAM",
        ),
    ],
)
def test_a_server_set_up_wrongly_does_not_start(
    settings: dict[str, str], said: str, http: Stage, tmp_path: Path
) -> None:
    """A missing secret, a refused token and a foreign workspace are said at the start."""
    ended = subprocess.run(
        [str(Path(sys.executable).parent / "somehelp"), "serve"],
        env={
            "PATH": "/usr/bin:/bin",
            "SOMEHELP_STATE": str(tmp_path),
            "SOMEHELP_PORT": "0",
            "SOMEHELP_SLACK_API_URL": http.shim.api,
            **settings,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode != 0
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_server_starts_while_slack_is_down(http: Stage, tmp_path: Path) -> None:
    """Slack out of reach at the start stops nothing; once it is there, people are answered."""
    http.shim.fail["auth.test"] = "internal_error"
    bot = Bot("http", http.shim.api, tmp_path)
    try:
        wait_for(lambda: bot.events("slack_out_of_reach"))
        wait_for(lambda: httpx.get(f"{bot.url}/slack/events"))
        early = httpx.post(f"{bot.url}/slack/events", content=b"{}")
        http.shim.fail.clear()

        assert early.status_code == 503
        assert bot.ready()
    finally:
        bot.close()
