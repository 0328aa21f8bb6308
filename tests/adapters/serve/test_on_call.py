"""Promises about crises, kept by the whole server: database, pager, mail."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from adapters.serve.whose_city import served_city
from adapters.settings import Settings
from adapters.store import open_store
from bot import events as ev
from bot.crises import Crises
from bot.planner import Planning
from bot.ports import To
from tests.adapters.mail.post_office import PostOffice, opened
from tests.adapters.serve.running import running

WHAT = "Vistan koululla palaa"
BY = To(person="rehtori", name="Kalle Harjoitus")


def file_in(folder: Path) -> str:
    """Return the address of the database that a server keeps in a folder."""
    (folder / "state").mkdir(exist_ok=True)
    return f"sqlite:///{folder / 'state' / 'somehelp.sqlite'}"


async def open_crisis(url: str) -> int:
    """Write that a crisis has been opened, as another instance does; return how many it asks."""
    store = await open_store(url)
    try:
        city, now = served_city(Settings()), await store.now()
        policy = city.crisis.policy(None)
        assert policy
        plan = Planning(("email",)).of(city, now).crisis(policy, "sivistys")
        await Crises(store).begin("koe12345", ev.Opened(by=BY, what=WHAT, plan=plan))
        return len(plan.asked_at(0, now))
    finally:
        await store.close()


@asynccontextmanager
async def post() -> AsyncIterator[tuple[PostOffice, dict[str, str]]]:
    """Open a post office; yield it with the settings that lead a server to it."""
    office = PostOffice()
    async with opened(office) as port:
        yield (
            office,
            {
                "SOMEHELP_SMTP_URL": f"smtp://127.0.0.1:{port}",
                "SOMEHELP_MAIL_FROM": "kriisi@paimio.example",
            },
        )


async def arrived(office: PostOffice, count: int) -> None:
    """Wait until so many people have been written to."""
    async with asyncio.timeout(60):
        while len({mail["To"] for mail in office.mails}) < count:
            await asyncio.sleep(0.1)


async def test_an_opened_crisis_reaches_people_by_mail(tmp_path: Path) -> None:
    """Everybody in the first step is written to, by the server that finds the crisis."""
    async with post() as (office, settings), running(tmp_path, settings) as server:
        asked = await open_crisis(file_in(tmp_path))
        await arrived(office, asked)
        status, _ = await server.get("/health")
        await server.stop()

    assert status == 200
    assert asked
    assert WHAT in "".join(str(mail.get_body(("plain",))) for mail in office.mails)
    assert WHAT not in server.log.read_text("utf-8")


async def test_a_crisis_opened_while_the_server_was_down_is_taken_up(tmp_path: Path) -> None:
    """A crisis waits for nobody to remember it: the next start sends its pings, once each."""
    async with post() as (office, settings):
        asked = await open_crisis(file_in(tmp_path))
        async with running(tmp_path, settings) as first:
            await arrived(office, asked)
            await first.stop(signal.SIGKILL)
        ids = [mail["Message-ID"] for mail in office.mails]
        async with running(tmp_path, settings) as second:
            status, _ = await second.get("/health")

    assert status == 200
    assert len(set(ids)) == len(ids)


async def test_two_servers_write_to_each_person_once(tmp_path: Path, postgres_url: str) -> None:
    """Of two servers that start at once on one database, one sends each ping, and both are well."""
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
    async with post() as (office, settings):
        both = {**settings, "SOMEHELP_DATABASE": postgres_url}
        async with AsyncExitStack() as stack:
            begun = [stack.enter_async_context(running(folder, both)) for folder in folders]
            servers = await asyncio.gather(*begun)
            await arrived(office, await open_crisis(postgres_url))
            health = [(await server.get("/health"))[0] for server in servers]

    ids = [mail["Message-ID"] for mail in office.mails]
    assert health == [200, 200]
    assert len(set(ids)) == len(ids)
