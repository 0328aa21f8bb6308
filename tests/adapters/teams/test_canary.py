"""No draft stays behind: a thousand of them, by every way in, and no word of them is kept."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp

from tests.adapters.serve.running import running
from tests.adapters.teams.world import BOT, TENANT, Connector

DRAFTS = 1000
_AT_ONCE = 12

Activity = dict[str, Any]


class _Ways:
    """Every way in which a draft reaches the bot."""

    def __init__(self, far: Connector) -> None:
        self._far = far

    def all(self) -> tuple[Callable[[str], Activity], ...]:
        """Return them."""
        return (
            lambda text: self._by(text=text),
            lambda text: self._by(text=f"Kuka saa julkaista tämän: {text}?"),
            lambda text: self._by(text=f"tarkista: {text}"),
            lambda text: self._by(text="", attachments=[_html(text)]),
            lambda text: self._by(text=f"<at>Somehelp</at> {text}", **_GROUP),
            lambda text: self._by(text="", attachments=[self._file(text)]),
            lambda text: self._by(value=_data("check", text)),
            lambda text: self._by(text=text, attachments="x"),
            lambda text: self._by(text=text, timestamp=text),
            lambda text: self._by(text=text, channelId=text),
            lambda text: self._press("check", text),
            lambda text: self._press("edit", text),
            lambda text: self._press("crisis.report", text),
            lambda text: self._press("set", text),
            lambda text: self._press("override", text),
            lambda text: self._press("unclear.question", text),
            lambda text: self._press("erase", text),
            lambda text: self._press(text[:90], text),
            lambda text: self._extension("fetchTask", messagePayload={"body": {"content": text}}),
            lambda text: self._extension("submitAction", data=_data("check", text)),
            lambda text: self._by(type="invoke", name=text, value={"text": text}),
            lambda text: self._by(type="invoke", name="adaptiveCard/action", value=text),
        )

    def _by(self, **changes: Any) -> Activity:
        base = {
            "type": "message",
            "id": f"canary-{next(_IDS)}",
            "channelId": "msteams",
            "serviceUrl": self._far.url,
            "from": {"id": "29:x", "aadObjectId": "aad-x", "name": "X"},
            "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": TENANT},
            "recipient": {"id": BOT},
            "locale": "fi-FI",
        }
        return {**base, **changes}

    def _press(self, verb: str, text: str) -> Activity:
        value = {"action": {"type": "Action.Execute", "verb": verb, "data": _data(verb, text)}}
        return self._by(type="invoke", name="adaptiveCard/action", value=value, replyToId="1:x")

    def _extension(self, step: str, **value: Any) -> Activity:
        return self._by(type="invoke", name=f"composeExtension/{step}", value=value)

    def _file(self, text: str) -> Activity:
        name = f"{next(_IDS)}.txt"
        self._far.files[name] = text.encode()
        content = {"downloadUrl": f"{self._far.url}files/{name}", "fileType": "txt"}
        kind = "application/vnd.microsoft.teams.file.download.info"
        return {"contentType": kind, "name": name, "content": content}


_IDS = itertools.count()
_GROUP: Activity = {
    "conversation": {"id": "19:g", "conversationType": "groupChat", "tenantId": TENANT},
    "entities": [{"type": "mention", "mentioned": {"id": BOT}, "text": "<at>Somehelp</at>"}],
}


def _html(text: str) -> Activity:
    return {"contentType": "text/html", "content": f"<p>{text}</p>"}


def _data(verb: str, text: str) -> Activity:
    return {"verb": verb, "args": {}, "field.text": text}


def _drafts() -> Iterator[str]:
    for number in range(DRAFTS):
        yield f"Kanaria{number:04d}x tiedottaa: kirjasto on auki, 131052-308T. #paimio"


async def test_no_word_of_a_draft_is_kept(far: Connector, tmp_path: Path) -> None:
    """After a thousand drafts no word of them is in the database, a log, a figure or a message."""
    settings = {
        "SOMEHELP_TEAMS_WITHOUT_AUTH": "true",
        "SOMEHELP_LOG_LEVEL": "debug",
    }
    ways = itertools.cycle(_Ways(far).all())
    async with running(tmp_path, settings) as server, aiohttp.ClientSession() as http:
        gate = asyncio.Semaphore(_AT_ONCE)

        async def send(activity: Activity) -> int:
            async with gate, http.post(f"{server.url}/api/messages", json=activity) as answer:
                await answer.read()
                return answer.status

        found = await asyncio.gather(*(send(next(ways)(text)) for text in _drafts()))
        _, figures = await server.get("/metrics")
        assert await server.stop() == 0
        said = "".join(server.said) + server.log.read_text("utf-8")

    assert {200, 400, 401} <= set(found) <= {200, 400, 401, 501}
    assert len(far.calls) > DRAFTS / 2
    assert "131052-308T" in str([call.body for call in far.calls])
    assert "kanaria" not in (figures + said).casefold()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.suffix == ".sqlite" for path in kept)
    assert [path.name for path in kept if b"kanaria" in path.read_bytes().lower()] == []
