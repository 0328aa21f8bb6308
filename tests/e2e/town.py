"""A whole town: Slack, Teams and a mail server, and `somehelp serve` between them."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from email.message import EmailMessage
from pathlib import Path
from typing import Any, TypeVar

from adapters.store import open_store
from bot import events as ev
from bot.crises import Crises
from bot.ports import To
from tests.adapters.mail import post_office
from tests.adapters.slack.emulator import Emulator, Somebody, wait_for
from tests.adapters.slack.shim import Shim
from tests.adapters.slack.stage import Bot, Message, Person, Stage, words
from tests.adapters.teams import world
from tests.e2e import teams
from tests.e2e.city import CITY
from tests.e2e.teams import Chats, Colleague

_T = TypeVar("_T")


class Elsewhere:
    """What the server calls beside Slack: Teams, its issuer and a mail server, in a thread."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._open = AsyncExitStack()
        self.chats, self.signer = Chats(), world.Signer()
        self.post = post_office.PostOffice()
        self._run(self._start())

    def close(self) -> None:
        """End it all."""
        self._run(self._open.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _run(self, doing: Coroutine[Any, Any, _T]) -> _T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(30)

    async def _start(self) -> None:
        enter = self._open.enter_async_context
        self.chats.url = await enter(world.served(self.chats.app()))
        self.signer.url = await enter(world.served(self.signer.app()))
        self.mail_port = await enter(post_office.opened(self.post))


class Town(Stage):
    """Everything at once. Whoever is on Teams has the bot already, but Hilma."""

    def __init__(self, folder: Path) -> None:
        self.mode = "http"
        self.folder = folder
        (folder / "city").mkdir()
        (folder / "city" / "city.yaml").write_text(CITY, "utf-8")
        self.shim = Shim()
        self.slack = Emulator("http", self.shim.inbound, folder)
        self.shim.upstream = self.slack.url
        self.elsewhere = Elsewhere()
        self.settings = {
            "SOMEHELP_CITY": str(folder / "city"),
            "SOMEHELP_SMTP_URL": f"smtp://127.0.0.1:{self.elsewhere.mail_port}",
            "SOMEHELP_MAIL_FROM": "kriisi@testila.example",
            **teams.settings(self.elsewhere.chats, self.elsewhere.signer),
        }
        self.bot = Bot("http", self.shim.api, folder, **self.settings)
        self.shim.bots = [f"{self.bot.url}/slack/events"]
        self.bot.ready()
        for name in ("dora", "eero", "gita", "ope"):
            self.colleague(name).installs()

    def person(self, who: Somebody) -> Person:
        """Return somebody at their Slack."""
        return Person(self, who)

    def colleague(self, name: str) -> Colleague:
        """Return somebody at their Teams."""
        return Colleague(name, self.bot.url, self.elsewhere.chats, self.elsewhere.signer)

    def mail_to(self, address: str, what: str) -> EmailMessage:
        """Wait for a mail to somebody in whose text something stands."""

        def look() -> EmailMessage | None:
            mails = [m for m in self.elsewhere.post.mails if m["To"].endswith(address)]
            return next((m for m in mails if what in str(m["Subject"]) + text_of(m)), None)

        mail = wait_for(look, 20)
        assert isinstance(mail, EmailMessage)
        return mail

    def command(self, *words: str) -> str:
        """Run `somehelp …` beside the server, as an admin does, and return what it prints."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("SOMEHELP_")}
        own = {
            "SOMEHELP_CITY": self.settings["SOMEHELP_CITY"],
            "SOMEHELP_STATE": str(self.folder / "state"),
        }
        command = [str(Path(sys.executable).parent / "somehelp"), *words]
        done = subprocess.run(
            command, env={**kept, **own}, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def failures(self) -> list[str]:
        """Return what the server has logged, since this test began, of what should not happen."""
        lines = self.bot.log()[self._logged :].splitlines()
        return [line for line in lines if '"level": "error"' in line]

    def clear(self) -> None:
        """End what a test has left open, and begin with empty chats."""
        asyncio.run(self._end_all())
        self.slack.control("reset")
        self.shim.forget()
        for chat in self.elsewhere.chats.standing.values():
            chat.clear()
        self.elsewhere.post.mails.clear()
        self._logged = len(self.bot.log())

    async def _end_all(self) -> None:
        """Stand down whatever is open, and wait until everybody has been told."""
        store = await open_store(f"sqlite:///{self.folder / 'state' / 'somehelp.sqlite'}")
        try:
            crises = Crises(store)
            end = ev.StoodDown(by=To(person="test", name="Testi"))
            for crisis in await crises.open():
                await crises.change(crisis.id, lambda c: [end] if c.open else [])
            async with asyncio.timeout(30):
                for crisis in crises.known:
                    while not all(
                        letter.done or crisis.moot(letter) for letter in crisis.letters.values()
                    ):
                        await asyncio.sleep(0.05)
                        await crises.catch_up(crisis)
        finally:
            await store.close()

    def close(self) -> None:
        """End everything."""
        super().close()
        self.elsewhere.close()


def text_of(mail: EmailMessage) -> str:
    """Return what a mail says."""
    body = mail.get_body(("plain",))
    return str(body.get_content()) if body else ""


def said(message: Message) -> str:
    """Return all that a Slack message says."""
    return "\n".join([message.get("text", ""), words(message.get("blocks", []))])
