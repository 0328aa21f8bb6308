"""Teams as people use it: chats with the bot, cards with buttons, all on loopback."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
from aiohttp import web

from tests.adapters.slack.emulator import wait_for
from tests.adapters.teams.world import APP, BOT, TENANT, Connector, Signer

_ANSWERS_WITHIN = 20


@dataclass
class Message:
    """One message of the bot as it stands now; `drawn` counts how often it was drawn."""

    id: str
    body: dict[str, Any]
    drawn: int = 1

    @property
    def words(self) -> str:
        """All that can be read in it, in order."""
        cards = [a["content"] for a in self.body.get("attachments", ())]
        return "\n".join([str(self.body.get("text", "")), *_read(cards)])

    @property
    def fields(self) -> dict[str, str]:
        """What stands in its fields before anybody changes it."""
        found = [each for each in _things(self.body) if str(each.get("type")).startswith("Input.")]
        return {each["id"]: each.get("value", "") for each in found}

    def button(self, verb: str) -> dict[str, Any] | None:
        """Return what a button of this verb hands back, None where there is none."""
        actions = [each for each in _things(self.body) if each.get("type") == "Action.Execute"]
        return next((a["data"] for a in actions if a["data"].get("verb") == verb), None)


class Chats(Connector):
    """A Bot Connector that keeps what stands in every conversation."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = itertools.count(1)
        self.standing: dict[str, dict[str, Message]] = {}

    async def _activity(self, request: web.Request) -> web.Response:
        call = await self._noted(request)
        place = self.standing.setdefault(request.match_info["conversation"], {})
        name = request.match_info.get("activity")
        if name is None:
            name = f"1:{next(self._numbers)}"
            if call.body.get("type") == "message":
                place[name] = Message(name, call.body)
        elif request.method == "DELETE":
            place.pop(name, None)
        elif name in place:
            place[name] = Message(name, call.body, place[name].drawn + 1)
        return web.json_response({"id": name}, status=201)


@dataclass
class Colleague:
    """Somebody at their Teams client, whose address is known by their own chat with the bot."""

    name: str
    url: str
    chats: Chats
    signer: Signer
    locale: str = "fi-FI"

    @property
    def conversation(self) -> str:
        """The id of the chat between them and the bot."""
        return f"a:{self.name}"

    def installs(self) -> None:
        """Install the bot, so that it knows where to write."""
        self._post({"type": "installationUpdate", "action": "add"})
        self.seen(lambda m: m.words)

    def writes(self, text: str) -> None:
        """Send a message to the bot."""
        self._post({"type": "message", "text": text, "textFormat": "plain"})

    def presses(self, message: Message, verb: str, **fields: str) -> Message | None:
        """Press a button with what stands in the fields; return the card that replaces this one."""
        data = message.button(verb)
        assert data, f"no {verb} in {message.words}"
        filled = {**data, **message.fields, **{f"field.{k}": v for k, v in fields.items()}}
        action = {"type": "Action.Execute", "verb": verb, "data": filled}
        answer = self._post(
            {
                "type": "invoke",
                "name": "adaptiveCard/action",
                "value": {"action": action, "trigger": "manual"},
                "replyToId": message.id,
            }
        )
        said = answer.json()
        assert said["statusCode"] == 200, said
        if isinstance(said["value"], str):
            return None
        return Message(message.id, {"attachments": [{"content": said["value"]}]})

    def seen(self, wanted: Callable[[Message], object]) -> Message:
        """Wait for a message of the bot that is as wanted; the newest one counts."""

        def look() -> Message | None:
            return next((m for m in reversed(self.messages()) if wanted(m)), None)

        try:
            return self._is_message(wait_for(look, _ANSWERS_WITHIN))
        except TimeoutError:
            raise AssertionError([m.words for m in self.messages()]) from None

    def messages(self) -> list[Message]:
        """Return what stands in the chat, the oldest first."""
        return list(self.chats.standing.get(self.conversation, {}).values())

    @staticmethod
    def _is_message(found: Any) -> Message:
        assert isinstance(found, Message)
        return found

    def _post(self, what: dict[str, Any]) -> httpx.Response:
        activity = {
            "id": uuid.uuid4().hex,
            "timestamp": "2026-06-03T09:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.chats.url,
            "from": {
                "id": f"29:{self.name}",
                "name": self.name.capitalize(),
                "aadObjectId": f"aad-{self.name}",
            },
            "conversation": {
                "id": self.conversation,
                "conversationType": "personal",
                "tenantId": TENANT,
            },
            "recipient": {"id": BOT, "name": "Somehelp"},
            "locale": self.locale,
            "channelData": {"tenant": {"id": TENANT}},
            **what,
        }
        token = self.signer.token(self.chats.url)
        answer = httpx.post(
            f"{self.url}/api/messages",
            json=activity,
            headers={"Authorization": f"Bearer {token}"},
            timeout=20,
        )
        assert answer.status_code < 300, answer.text
        return answer


def settings(chats: Chats, signer: Signer) -> dict[str, str]:
    """Return the settings of a server that is an app of this Teams."""
    return {
        "SOMEHELP_TEAMS_APP_ID": APP,
        "SOMEHELP_TEAMS_APP_PASSWORD": "secret",
        "SOMEHELP_TEAMS_TENANT": TENANT,
        "SOMEHELP_TEAMS_OPENID_METADATA": f"{signer.url}metadata",
        "SOMEHELP_TEAMS_LOGIN_URL": chats.url,
        "SOMEHELP_TEAMS_SERVICE_HOSTS": "127.0.0.1",
    }


def _read(thing: Any) -> Iterator[str]:
    if isinstance(thing, dict):
        for name, value in thing.items():
            if name in ("text", "title", "label", "value") and isinstance(value, str):
                yield value
            elif name == "inlines":
                yield "".join(each if isinstance(each, str) else each["text"] for each in value)
            elif name not in ("data", "fallback", "fallbackText"):
                yield from _read(value)
    elif isinstance(thing, list):
        for each in thing:
            yield from _read(each)


def _things(thing: Any) -> Iterator[dict[str, Any]]:
    if isinstance(thing, dict):
        yield thing
        thing = list(thing.values())
    if isinstance(thing, list):
        for each in thing:
            yield from _things(each)
