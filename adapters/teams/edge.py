"""Where Teams calls in: looked at, answered 200 at once, and worked on afterwards.

No line in any log says what was in a request.
"""

from __future__ import annotations

import json
from typing import Any

import structlog
from aiohttp import web
from botbuilder.schema import Activity

from adapters.teams.gate import Gate, RefusedError
from adapters.teams.invokes import Answer, Invokes
from adapters.teams.once import Once
from adapters.teams.turns import Turns
from adapters.teams.work import Work

PATH = "/api/messages"

LARGEST = 256 * 1024
"""Bytes of a request; Teams sends some hundred kilobytes at most."""

_log = structlog.get_logger("somehelp.teams")


class Edge:
    """The HTTP handler."""

    def __init__(self, gate: Gate, turns: Turns, invokes: Invokes, once: Once, work: Work) -> None:
        self._gate = gate
        self._turns = turns
        self._invokes = invokes
        self._once = once
        self._work = work

    async def handle(self, request: web.Request) -> web.Response:
        """Take one activity."""
        if self._work.closed:
            return web.Response(status=503, headers={"Retry-After": "5"})
        try:
            body = await _body(request)
            await self._gate.admit(request.headers.get("Authorization"), body)
            activity = _activity(body)
        except RefusedError as refused:
            _log.warning("teams.refused", status=refused.status, reason=refused.reason)
            return web.Response(status=refused.status)
        if activity.type == "invoke":
            return _response(await self._invoke(activity))
        if await self._is_new(activity):
            self._work.start(self._turns.take(activity))
        return web.Response()

    async def _invoke(self, activity: Activity) -> Answer:
        # Opening or sending a form again does no harm, and a client that asks again must see it.
        if activity.name == "adaptiveCard/action" and not await self._is_new(activity):
            return self._invokes.again(activity)
        return await self._invokes.answer(activity)

    async def _is_new(self, activity: Activity) -> bool:
        if not activity.id:
            return True
        return await self._once.first(activity.conversation.id, activity.id)


async def _body(request: web.Request) -> dict[str, Any]:
    # A page in a browser cannot send JSON to another host without asking first.
    if request.content_type != "application/json":
        raise RefusedError(400, "content_type")
    if (request.content_length or 0) > LARGEST:
        raise RefusedError(413, "size")
    raw = await request.content.read(LARGEST + 1)
    while len(raw) <= LARGEST and (more := await request.content.read(LARGEST + 1)):
        raw += more
    if len(raw) > LARGEST:
        raise RefusedError(413, "size")
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise RefusedError(400, "json") from None
    if not isinstance(body, dict):
        raise RefusedError(400, "json")
    return body


def _activity(body: dict[str, Any]) -> Activity:
    """Read an activity into the SDK's type, which fails on what has the wrong shape."""
    try:
        activity = Activity().deserialize(body)
    except Exception as error:
        raise RefusedError(400, "activity") from error
    sender, recipient = activity.from_property, activity.recipient
    if not (activity.type and sender and sender.id and recipient and recipient.id):
        raise RefusedError(400, "activity")
    activity.entities = list(filter(None, activity.entities or ()))
    activity.attachments = list(filter(None, activity.attachments or ()))
    return activity


def _response(answer: Answer) -> web.Response:
    if answer.body is None:
        return web.Response(status=answer.status)
    text = json.dumps(answer.body, ensure_ascii=False, separators=(",", ":"))
    body = text.encode("utf-8", "replace")
    return web.Response(
        status=answer.status, body=body, content_type="application/json", charset="utf-8"
    )
