"""The promise that nothing which people write stays on the server, kept by the whole process."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import aiohttp

from tests.adapters.serve.running import Running, running

MARKER = "kanarialintu"
DRAFTS = 200


def draft(number: int) -> str:
    """Return a draft with a mark of its own and something in it that will be found."""
    return f"{MARKER}{number:04} Liisa {MARKER.title()}, 040 123 {number:04}, suoritetaan tarkastus"


async def typed(server: Running, session: aiohttp.ClientSession) -> set[int]:
    """Type drafts into the page, and send what no page sends; return the answers' statuses."""
    seen = set()
    for number in range(DRAFTS):
        body: dict[str, Any] = {"json": {"text": draft(number)}}
        if number % 10 == 7:
            body = {"data": f'{{"text": "{draft(number)}'}  # cut off
        if number % 10 == 8:
            body = {"data": draft(number) * 5000}
        if number % 10 == 9:
            body = {"json": {"text": [draft(number)], draft(number): draft(number)}}
        async with session.post(f"{server.url}/fi/check/live", **body) as answer:
            seen.add(answer.status)
    return seen


async def sent(server: Running, session: aiohttp.ClientSession) -> None:
    """Send forms with a wrong token, questions, addresses and headers that hold a draft."""
    for number in range(20):
        form = {"text": draft(number), "token": draft(number), "verb": draft(number)}
        for path in ("check", "ask", "ask/act", "crisis/act", "be"):
            await (await session.post(f"{server.url}/fi/{path}", data=form)).read()
        await (await session.get(f"{server.url}/fi/{draft(number)}?q={draft(number)}")).read()
        headers = {"Referer": draft(number), "Accept-Language": draft(number)}
        await (await session.get(f"{server.url}/", headers=headers)).read()


async def chatted(server: Running, session: aiohttp.ClientSession) -> None:
    """Send drafts as Teams does; the answers go nowhere, since nobody takes them."""
    for number in range(20):
        activity = {
            "type": "message",
            "id": f"1{number}",
            "channelId": "msteams",
            "serviceUrl": "http://127.0.0.1:1/",
            "from": {"id": "29:1", "name": "Aune", "aadObjectId": "aune"},
            "recipient": {"id": "28:bot"},
            "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": "t"},
            "text": draft(number),
        }
        async with session.post(f"{server.url}/api/messages", json=activity) as answer:
            await answer.read()


async def test_nothing_that_people_write_stays(tmp_path: Path) -> None:
    """No draft is in the database, the log, the figures or on the screen, at any log level."""
    settings = {
        "SOMEHELP_LOG_LEVEL": "debug",
        "SOMEHELP_TEAMS_WITHOUT_AUTH": "true",
        "PYTHONASYNCIODEBUG": "1",  # names slow calls, with what they were given
    }
    async with running(tmp_path, settings) as server:
        async with aiohttp.ClientSession() as session:
            seen, _, _ = await asyncio.gather(
                typed(server, session), sent(server, session), chatted(server, session)
            )
        _, figures = await server.get("/metrics")
        await server.stop()

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    kept = b"".join(path.read_bytes() for path in files)
    everything = kept.decode("utf-8", "replace") + figures + "".join(server.said)
    assert 200 in seen
    assert {path.name for path in files} >= {"log.jsonl", "somehelp.sqlite"}
    assert re.findall(MARKER, everything, re.IGNORECASE) == []
    assert [line for line in server.logged() if "uncaught" in line["event"]] == []
