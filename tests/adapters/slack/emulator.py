"""local-slack, a Slack that nobody here wrote, on loopback; the parts of it that tests use."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

import httpx

from tests.adapters.slack.places import HARNESS, local_slack

Mode = Literal["http", "socket"]

TEAM, BOT = "T01TEST", "U0BOT"
TOKEN, APP_TOKEN, SECRET = "xoxb-test-token", "xapp-test-token", "test-signing-secret"
_STARTS_WITHIN = 30

_CONFIG = """\
workspace: {{ name: Testilä, domain: testila, teamId: {team} }}
app:
  appId: A01APP
  botUserId: {bot}
  botName: somehelp
  botToken: {token}
  appToken: {app_token}
  signingSecret: {secret}
  {mode}
users:
{users}
channels:
{channels}
"""


class Somebody(NamedTuple):
    """A person of the workspace, with the channel between them and the bot."""

    id: str
    direct: str
    locale: str


AINO = Somebody("U01AINO", "D01AINO", "fi-FI")
BO = Somebody("U02BO", "D02BO", "sv-SE")
CAROL = Somebody("U03CAROL", "D03CAROL", "en-GB")
PEOPLE = (AINO, BO, CAROL)
CHANNEL, OTHERS = "C01GEN", "D09OTHERS"


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Emulator:
    """A running local-slack."""

    def __init__(self, mode: Mode, calls: str, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        way = f"mode: events\n  requestUrl: {calls}" if mode == "http" else "mode: socket"
        members = ", ".join(one.id for one in PEOPLE)
        channels = [f"  - {{ id: {CHANNEL}, name: yleinen, members: [{members}, {BOT}] }}"]
        channels += [_direct(one.direct, f"{one.id}, {BOT}") for one in PEOPLE]
        channels.append(_direct(OTHERS, f"{AINO.id}, {BO.id}"))
        config = folder / f"local-slack-{mode}.yaml"
        config.write_text(
            _CONFIG.format(
                team=TEAM,
                bot=BOT,
                token=TOKEN,
                app_token=APP_TOKEN,
                secret=SECRET,
                mode=way,
                users="\n".join(_user(one) for one in PEOPLE),
                channels="\n".join(channels),
            ),
            "utf-8",
        )
        self._log: IO[bytes] = (folder / f"local-slack-{mode}.log").open("wb")
        preload = f"--preload={HARNESS / 'slack' / 'loopback.js'}"
        self._process = subprocess.Popen(
            [
                *(str(local_slack()), "--config", str(config)),
                *("--port", str(self.port), "--base-host", "127.0.0.1"),
            ],
            env={**os.environ, "BUN_OPTIONS": preload},
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        wait_for(lambda: httpx.get(f"{self.url}/_control/state").status_code == 200)

    def control(self, what: str, **fields: Any) -> dict[str, Any]:
        """Do something as a person, through the emulator's control interface."""
        answer = httpx.post(f"{self.url}/_control/{what}", json=fields, timeout=20)
        answer.raise_for_status()
        return dict(answer.json())

    def upload(self, channel: str, user: str, name: str, content: bytes, kind: str) -> None:
        """Send a file as a person."""
        httpx.post(
            f"{self.url}/_control/upload",
            data={"channel": channel, "user": user},
            files={"file": (name, content, kind)},
            timeout=20,
        ).raise_for_status()

    def messages(self, channel: str) -> list[dict[str, Any]]:
        """Return the messages of a channel, the oldest first."""
        return list(httpx.get(f"{self.url}/_control/messages/{channel}").json()["messages"])

    def log(self) -> list[dict[str, Any]]:
        """Return what went back and forth."""
        return list(httpx.get(f"{self.url}/_control/log").json()["log"])

    def close(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(10)
        self._log.close()


def _user(one: Somebody) -> str:
    name = one.id[3:].lower()
    return f"  - {{ id: {one.id}, name: {name}, real_name: {name}, email: {name}@testila.example }}"


def _direct(channel: str, members: str) -> str:
    name = f"dm-{channel.lower()}"
    kind = "is_im: true, is_channel: false"
    return f"  - {{ id: {channel}, name: {name}, {kind}, members: [{members}] }}"


def wait_for(holds: Any, seconds: float = _STARTS_WITHIN) -> Any:
    """Wait until something holds, and return it; what cannot be asked yet does not hold."""
    end = time.monotonic() + seconds
    while True:
        try:
            if found := holds():
                return found
        except httpx.TransportError:
            pass
        if time.monotonic() > end:
            raise TimeoutError(f"did not hold within {seconds} s")
        time.sleep(0.02)
