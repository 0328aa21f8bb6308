"""Calls to the Bot Connector: messages, updates, deletions, conversations, members.

What came of a call is said in the words of `bot.ports`: certainly not delivered, or nobody knows.
Only a refusal because of haste (429, 412) is sent again by itself, when and as often as asked; a
second POST after an unknown outcome would be a second message.
"""

from __future__ import annotations

import asyncio
import datetime
import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

import aiohttp
from yarl import URL

from adapters.teams.credentials import Credentials
from bot.ports import OutcomeUnknownError, SendFailedError

_TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)
_SOON = datetime.timedelta(seconds=5)
_LONGEST_PAUSE = 60.0
_REASONS = {403: "blocked", 404: "unknown_address", 413: "too_long"}

Body = Mapping[str, Any]


class Connector:
    """The Bot Connector's REST interface, as far as the bot needs it.

    `may_call` says whether a service address is one of Teams' own: the token goes nowhere else.
    `trouble` is what kept the last call from Teams: `down`, `credentials`, or nothing.
    """

    def __init__(
        self,
        session: Callable[[], aiohttp.ClientSession],
        credentials: Credentials | None,
        may_call: Callable[[str], bool],
    ) -> None:
        self._session = session
        self._credentials = credentials
        self._may_call = may_call
        self.trouble = ""

    async def post(
        self, service_url: str, conversation: str, activity: Body, *, patience: float = 0
    ) -> str:
        """Send an activity; return its id.

        `patience` is how many seconds may be spent in waiting where Teams asks for less haste.

        Raises:
            SendFailedError: it was certainly not delivered.
            OutcomeUnknownError: it may or may not have been.
        """
        url = _url(service_url, "conversations", conversation, "activities")
        answer = await self._patiently("POST", url, activity, patience)
        return str(answer.get("id", ""))

    async def put(self, service_url: str, conversation: str, id: str, activity: Body) -> None:  # noqa: A002
        """Replace a message; raises as `post` does."""
        url = _url(service_url, "conversations", conversation, "activities", id)
        await self._call("PUT", url, activity)

    async def delete(self, service_url: str, conversation: str, id: str) -> None:  # noqa: A002
        """Delete a message; raises as `post` does."""
        await self._call(
            "DELETE", _url(service_url, "conversations", conversation, "activities", id)
        )

    async def open(self, service_url: str, bot: str, user: str, tenant: str) -> str:
        """Return the id of the conversation with somebody alone; raises as `post` does."""
        wanted = {
            "isGroup": False,
            "bot": {"id": bot},
            "members": [{"id": user}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        answer = await self._call("POST", _url(service_url, "conversations"), wanted)
        return str(answer.get("id", ""))

    async def member(self, service_url: str, conversation: str, user: str) -> Mapping[str, Any]:
        """Return what Teams knows of a member of a conversation; raises as `post` does."""
        url = _url(service_url, "conversations", conversation, "members", user)
        return await self._call("GET", url)

    async def _patiently(self, method: str, url: URL, body: Body, patience: float) -> Body:
        while True:
            try:
                return await self._call(method, url, body)
            except SendFailedError as error:
                pause = error.again.total_seconds() if error.again else patience + 1
                if error.reason != "throttled" or pause > patience:
                    raise
                patience -= pause
                await asyncio.sleep(pause)

    async def _call(self, method: str, url: URL, body: Body | None = None) -> Body:
        try:
            answer = await self._answer(method, url, body)
        except SendFailedError as error:
            self.trouble = error.reason if error.reason in ("down", "credentials") else ""
            raise
        except OutcomeUnknownError:
            self.trouble = "down"
            raise
        self.trouble = ""
        return answer

    async def _answer(self, method: str, url: URL, body: Body | None) -> Body:
        if not self._may_call(str(url)):
            raise SendFailedError("unknown_address")
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if self._credentials is not None:
            headers |= await self._credentials.header()
        data = None if body is None else _json(body)
        try:
            async with self._session().request(
                method, url, data=data, headers=headers, timeout=_TIMEOUT, allow_redirects=False
            ) as answer:
                self._judge(answer)
                return _read(await answer.read())
        except aiohttp.ClientConnectorError:
            raise SendFailedError("down", _SOON) from None
        except (aiohttp.ClientError, TimeoutError):
            raise OutcomeUnknownError from None

    def _judge(self, answer: aiohttp.ClientResponse) -> None:
        status = answer.status
        if status < 300:
            return
        if status == 401 and self._credentials is not None:
            self._credentials.drop()
        if status in (412, 429):
            raise SendFailedError("throttled", _pause(answer.headers.get("Retry-After")))
        if status == 401:  # about us and not about the person: with a new token it may go
            raise SendFailedError("credentials", _SOON)
        if status < 500 or status == 501:
            raise SendFailedError(_REASONS.get(status, "refused"))
        raise OutcomeUnknownError


def _json(body: Body) -> bytes:
    # A draft may hold half a character (a lone surrogate): it must not stop the answer.
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _pause(said: str | None) -> datetime.timedelta:
    if said is None or not re.fullmatch(r"\d{1,9}(\.\d{1,6})?", said):
        return _SOON
    return datetime.timedelta(seconds=min(float(said), _LONGEST_PAUSE))


def _read(raw: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _url(service_url: str, *parts: str) -> URL:
    path = "/".join(quote(part, safe="") for part in parts)
    return URL(f"{service_url.rstrip('/')}/v3/{path}", encoded=True)
