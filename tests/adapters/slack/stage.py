"""Slack, the shim and the bot as real processes, and a person who uses them."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlencode

import aiohttp
import httpx

from tests.adapters.slack.blockkit import problems
from tests.adapters.slack.emulator import (
    APP_TOKEN,
    SECRET,
    TEAM,
    TOKEN,
    Emulator,
    Mode,
    Somebody,
    free_port,
    wait_for,
)
from tests.adapters.slack.shim import Shim, signed

Message = dict[str, Any]
_ANSWERS_WITHIN = 15
_FORM = "application/x-www-form-urlencoded"


class Bot:
    """`somehelp serve`, as its users run it."""

    def __init__(self, mode: Mode, api: str, folder: Path, **settings: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.log_path = folder / f"bot-{self.port}.log"
        self._log: IO[bytes] = self.log_path.open("wb")
        clean = {k: v for k, v in os.environ.items() if not k.startswith("SOMEHELP_")}
        own = {
            "SOMEHELP_STATE": str(folder / "state"),
            "SOMEHELP_PORT": str(self.port),
            "SOMEHELP_LOG_LEVEL": "debug",
            "SOMEHELP_SLACK_BOT_TOKEN": TOKEN,
            "SOMEHELP_SLACK_API_URL": api,
            **({"SOMEHELP_SLACK_SIGNING_SECRET": SECRET} if mode == "http" else {}),
            **({"SOMEHELP_SLACK_APP_TOKEN": APP_TOKEN} if mode == "socket" else {}),
            **settings,
        }
        self.process = subprocess.Popen(
            [str(Path(sys.executable).parent / "somehelp"), "serve"],
            env={**clean, **own},
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def ready(self) -> Bot:
        """Wait until Slack is served, and the port listens."""
        wait_for(lambda: self._running() and '"slack_ready"' in self.log())
        wait_for(lambda: httpx.get(f"{self.url}/slack/events"))
        return self

    def _running(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(self.log())
        return True

    def log(self) -> str:
        """Return everything that it printed."""
        return self.log_path.read_text("utf-8")

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the logged events of a name."""
        lines = [json.loads(line) for line in self.log().splitlines() if line.startswith("{")]
        return [line for line in lines if line.get("event") == name]

    def close(self) -> int:
        """Ask it to end, and return its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(40)
        self._log.close()
        return status


class Stage:
    """Everything that plays, in one mode."""

    def __init__(self, mode: Mode, folder: Path) -> None:
        self.mode = mode
        problems("message", {"blocks": [{"type": "divider"}]})  # makes the schema, once
        self.shim = Shim()
        self.slack = Emulator(mode, self.shim.inbound, folder)
        self.shim.upstream = self.slack.url
        self.bot = Bot(mode, self.shim.api, folder)
        self.shim.bots = [f"{self.bot.url}/slack/events"]
        self.bot.ready()
        if mode == "socket":
            wait_for(lambda: "socket connected" in json.dumps(self.slack.log()))

    def close(self) -> None:
        """End everything."""
        self.bot.close()
        self.slack.close()
        self.shim.close()


class Person:
    """Somebody at their Slack client."""

    def __init__(self, stage: Stage, who: Somebody) -> None:
        self.stage = stage
        self.who = who
        self.direct = who.direct

    def write(self, text: str, thread: str | None = None, channel: str = "") -> Message:
        """Send a message, to the bot unless a channel is named."""
        fields = {"thread_ts": thread} if thread else {}
        said = self.stage.slack.control(
            "message", channel=channel or self.direct, user=self.who.id, text=text, **fields
        )
        return dict(said["message"])

    def command(self, text: str, channel: str) -> None:
        """Type `/somehelp …` in a channel."""
        self.stage.slack.control(
            "command", channel=channel, user=self.who.id, command="/somehelp", text=text
        )

    def seen(
        self,
        wanted: Callable[[Message], object],
        channel: str = "",
        *,
        seconds: float = _ANSWERS_WITHIN,
    ) -> Message:
        """Wait for a message of the bot that is as wanted."""
        channel = channel or self.direct

        def look() -> Message | None:
            found = [m for m in self.stage.slack.messages(channel) if m.get("bot_id")]
            return next((m for m in reversed(found) if wanted(m)), None)

        try:
            return dict(wait_for(look, seconds))
        except TimeoutError:
            raise AssertionError(
                f"{json.dumps(self.stage.slack.messages(channel), ensure_ascii=False)[-3000:]}\n"
                f"{self.stage.shim.refused}\n{self.stage.bot.log()[-3000:]}"
            ) from None

    def press(self, message: Message, verb: str, option: str | None = None) -> None:
        """Press a button of a message, or choose an option of a list."""
        element, block = find(message["blocks"], verb)
        action = {**element, "block_id": block.get("block_id", "b1")}
        if option is not None:
            chosen = [o for o in element["options"] if o["value"] == option]
            action = {"type": "static_select", "action_id": element["action_id"]}
            action |= {"block_id": block.get("block_id", "b1"), "selected_option": chosen[0]}
        self.stage.slack.control(
            "interact",
            channel=message["channel"],
            messageTs=message["ts"],
            user=self.who.id,
            action=action,
        )

    def open_home(self) -> dict[str, Any]:
        """Open the home tab and return what it shows."""
        before = len(self.published())
        self.stage.slack.control("open-home", user=self.who.id)
        wait_for(lambda: len(self.published()) > before, _ANSWERS_WITHIN)
        return self.published()[-1]

    def published(self) -> list[dict[str, Any]]:
        """Return the home tabs that were shown to this person."""
        return [
            fields["view"]
            for method, fields in self.stage.shim.calls
            if method == "views.publish" and fields.get("user_id") == self.who.id
        ]

    async def dialog(self) -> dict[str, Any]:
        """Wait for a dialog to be open and return it."""
        for _ in range(300):
            stack = (await self._ui())["modalStack"]
            if stack:
                return dict(stack[-1])
            await _a_moment()
        raise AssertionError(f"no dialog: {self.stage.shim.refused} {self.stage.bot.log()[-2000:]}")

    async def closed(self) -> None:
        """Wait until no dialog is open."""
        for _ in range(300):
            if not (await self._ui())["modalStack"]:
                return
            await _a_moment()
        raise AssertionError("the dialog stays open")

    async def _ui(self, say: dict[str, Any] | None = None) -> dict[str, Any]:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{self.stage.slack.url}/ui") as socket,
        ):
            state = (await socket.receive_json(timeout=10))["state"]
            if say:
                await socket.send_json(say)
                while True:
                    told = await socket.receive_json(timeout=20)
                    if told["t"] in ("view", "view_errors"):
                        return dict(told)
            return dict(state)

    async def submit(self, view: dict[str, Any], **values: str) -> dict[str, Any]:
        """Fill a dialog's fields in, by their names, hand it in, and return what became of it."""
        filled: dict[str, Any] = {}
        for block in view["blocks"]:
            if block["type"] == "input":
                element = block["element"]
                name = element["action_id"]
                filled[block["block_id"]] = {name: _filled(element, values.pop(name, None))}
        assert not values, f"no such fields: {values}"
        return await self._ui({"t": "view_submit", "user": self.who.id, "values": filled})

    def sends(self, payload: dict[str, Any], **change: Any) -> httpx.Response:
        """Deliver what the emulator cannot play, signed as Slack signs it."""
        whole = {
            "user": {"id": self.who.id, "team_id": TEAM},
            "team": {"id": TEAM},
            "trigger_id": uuid.uuid4().hex,
            **payload,
            **change,
        }
        return self.deliver(urlencode({"payload": json.dumps(whole)}))

    def deliver(
        self, body: str, *, kind: str = "application/x-www-form-urlencoded", **sign: Any
    ) -> httpx.Response:
        """Deliver a body, signed."""
        headers = {"Content-Type": kind, **signed(body, **sign)}
        return httpx.post(
            self.stage.shim.bots[0], content=body.encode(), headers=headers, timeout=20
        )


def find(blocks: list[dict[str, Any]], verb: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the element of a verb and the block that it stands in."""
    for block in blocks:
        for element in [*block.get("elements", ()), block.get("accessory") or {}]:
            action = str(element.get("action_id", ""))
            if verb in (action, action.partition("|")[0], action.partition("~")[0]):
                return element, block
    raise AssertionError(f"no {verb} among {json.dumps(blocks, ensure_ascii=False)[:2000]}")


def words(blocks: list[dict[str, Any]]) -> str:
    """Return all that blocks say, in order."""
    said: list[str] = []

    def walk(thing: Any) -> None:
        if isinstance(thing, dict):
            if isinstance(thing.get("text"), str):
                said.append(thing["text"])
            for key, inner in thing.items():
                if key != "confirm":
                    walk(inner)
        elif isinstance(thing, list):
            for inner in thing:
                walk(inner)

    walk(blocks)
    return " ".join(said)


def _filled(element: dict[str, Any], value: str | None) -> dict[str, Any]:
    if element["type"] == "plain_text_input":
        text = element.get("initial_value") if value is None else value
        return {"type": element["type"], "value": text}
    chosen = element.get("initial_option")
    if value is not None:
        chosen = next(o for o in element["options"] if o["value"] == value)
    return {"type": element["type"], "selected_option": chosen}


async def _a_moment() -> None:
    await asyncio.sleep(0.03)
