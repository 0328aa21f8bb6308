"""Pings through Slack: a direct message that carries its key, so that it can be found again."""

from __future__ import annotations

import datetime
from collections.abc import Awaitable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import draw
from adapters.slack.client import REFUSED, error_of
from bot.card import Card
from bot.ports import OutcomeUnknownError, Receipt, SendFailedError, To

_EVENT = "somehelp_ping"
_PAGES = 5
_PAGE = 100

# Slack's words for "never to this person", and for "some of it may have happened".
_UNKNOWN_ADDRESS = frozenset({"user_not_found", "users_not_found", "channel_not_found"})
_BLOCKED = frozenset(
    {"account_inactive", "user_disabled", "is_archived", "cannot_dm_bot", "not_in_channel"}
    | {"restricted_action", "messages_tab_disabled", "user_not_visible"}
)
_MAYBE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
# What is wrong with us and not with the person: once it is mended, trying again is of use.
_OURS = REFUSED | {"token_expired", "missing_scope", "no_permission", "ekm_access_denied"}
_OURS -= _BLOCKED
_SOON = datetime.timedelta(seconds=5)
_LATER = datetime.timedelta(seconds=30)


class SlackMessenger:
    """Writes to people in Slack; `To.addresses["slack"]` is their Slack user id.

    Nothing is repeated in here: whoever sends must know exactly what became of one call.
    """

    name = "slack"
    can_find = True

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._channels: dict[str, str] = {}

    async def send(self, to: To, card: Card, *, key: str) -> Receipt:
        """Deliver a card as a direct message.

        Raises:
            SendFailedError: it was certainly not delivered.
            OutcomeUnknownError: it may or may not have been.
        """
        channel = await self._channel(to)
        text, blocks = draw.message(card)
        metadata = {"event_type": _EVENT, "event_payload": {"key": key}}
        said = await _outcome(
            self._client.chat_postMessage(
                channel=channel,
                text=text,
                blocks=blocks,
                metadata=metadata,
                unfurl_links=False,
                unfurl_media=False,
            )
        )
        return Receipt(messenger=self.name, place=channel, id=str(said["ts"]))

    async def update(self, receipt: Receipt, card: Card) -> None:
        """Replace a delivered card; raises as `send` does."""
        text, blocks = draw.message(card)
        await _outcome(
            self._client.chat_update(channel=receipt.place, ts=receipt.id, text=text, blocks=blocks)
        )

    async def find(self, to: To, key: str) -> Receipt | None:
        """Look a message up by its key among the last ones between this person and us.

        Raises:
            SendFailedError: Slack could not be asked.
            OutcomeUnknownError: it did not answer in time.
        """
        channel = await self._channel(to)
        cursor = ""
        for _ in range(_PAGES):
            said = await _outcome(
                self._client.conversations_history(
                    channel=channel, limit=_PAGE, cursor=cursor or None, include_all_metadata=True
                )
            )
            for message in said.get("messages") or ():
                if _key(message) == key:
                    return Receipt(messenger=self.name, place=channel, id=str(message["ts"]))
            cursor = str((said.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                break
        return None

    async def _channel(self, to: To) -> str:
        user = to.addresses.get(self.name)
        if not user:
            raise SendFailedError("unknown_address")
        if user not in self._channels:
            try:
                said = await _outcome(self._client.conversations_open(users=user))
            except OutcomeUnknownError:
                # Opening says nothing to anybody, so nothing can have been delivered.
                raise SendFailedError("down", _SOON) from None
            self._channels[user] = str(said["channel"]["id"])
        return self._channels[user]


def _key(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != _EVENT:
        return None
    return (metadata.get("event_payload") or {}).get("key")


async def _outcome(call: Awaitable[Any]) -> Any:
    """Return what a call gave, or say in the pager's words what became of it."""
    try:
        return await call
    except SlackApiError as error:
        raise _of_slack(error) from None
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
        raise SendFailedError("down", _SOON) from None  # it never left
    except (aiohttp.ClientError, TimeoutError, OSError):
        raise OutcomeUnknownError from None


def _of_slack(error: SlackApiError) -> Exception:
    word = error_of(error)
    status = getattr(error.response, "status_code", 200)
    if word == "ratelimited" or status == 429:
        return SendFailedError("throttled", _again(error))
    if word in _UNKNOWN_ADDRESS:
        return SendFailedError("unknown_address")
    if word in _BLOCKED:
        return SendFailedError("blocked")
    if word in _OURS:
        return SendFailedError("down", _LATER)
    if word in _MAYBE or status >= 500 or word == "unexpected_body":
        return OutcomeUnknownError()
    return SendFailedError("down")


def _again(error: SlackApiError) -> datetime.timedelta:
    headers = getattr(error.response, "headers", {})
    said = str(headers.get("Retry-After") or headers.get("retry-after") or "")
    return datetime.timedelta(seconds=int(said)) if said.isdigit() else _SOON
