"""Calls to Slack's Web API over one shared session, and answers to response URLs."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import quiet

_HOOKS = frozenset({"hooks.slack.com", "hooks.slack-gov.com"})
_SECONDS = 10
_TRIES = 3
_LONGEST_WAIT = 30.0

Failure = (SlackApiError, aiohttp.ClientError, asyncio.TimeoutError, OSError)
"""What a call to Slack may raise."""


REFUSED = frozenset({"invalid_auth", "not_authed", "account_inactive", "token_revoked"})
"""Slack's words for a token that will never do."""


class Pulse(AsyncRetryHandler):
    """Sees what becomes of each call, and repeats none: how Slack was when last asked."""

    def __init__(self) -> None:
        super().__init__(max_retry_count=0)
        self.down = False
        self.refused = False

    async def can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        """Note the outcome of a call; never ask for another try."""
        del state, request
        self.down = error is not None or (response is not None and response.status_code >= 500)
        said = response.body if response is not None else None
        self.refused = isinstance(said, dict) and said.get("error") in REFUSED
        return False


def web_client(token: str, url: str, pulse: Pulse, *, patient: bool) -> AsyncWebClient:
    """Return a client; it works once its `session` is set, which all calls share.

    A patient one waits as long as Slack says and repeats a lost call once; the other one reports
    at once, for whoever must know exactly what became of a call.
    """
    again = [AsyncConnectionErrorRetryHandler(), AsyncRateLimitErrorRetryHandler(max_retry_count=2)]
    client = AsyncWebClient(
        token=token,
        base_url=url,
        timeout=_SECONDS,
        logger=quiet.logger(),
        retry_handlers=[pulse, *(again if patient else [])],
    )
    client.proxy = None  # the session knows the proxy, and which hosts need none
    return client


class Hooks:
    """Answers to response URLs: five in thirty minutes, then Slack refuses them."""

    def __init__(self, session: aiohttp.ClientSession, api_url: str) -> None:
        self._session = session
        self._api = urlsplit(api_url)

    async def answer(self, url: str, payload: dict[str, Any]) -> bool:
        """Post to a response URL; False where it cannot be used, or no longer.

        A call that Slack throttles or that fails on its side is repeated.
        """
        if not self._is_slacks(url):
            return False
        for attempt in range(_TRIES):
            try:
                async with self._session.post(url, json=payload, allow_redirects=False) as response:
                    status = response.status
                    again = response.headers.get("Retry-After", "")
            except Failure:
                status, again = HTTPStatus.SERVICE_UNAVAILABLE, ""
            if status == HTTPStatus.OK:
                return True
            if status != HTTPStatus.TOO_MANY_REQUESTS and status < 500:
                return False
            if attempt < _TRIES - 1:
                await asyncio.sleep(_wait(again, attempt))
        return False

    def _is_slacks(self, url: str) -> bool:
        """Answers hold what people wrote: they go to Slack and nowhere else."""
        parts = urlsplit(url)
        if parts.scheme == "https" and parts.hostname in _HOOKS:
            return True
        return (
            bool(url)
            and self._api.hostname not in (None, "slack.com")
            and (parts.scheme == self._api.scheme and parts.hostname == self._api.hostname)
        )


def _wait(again: str, attempt: int) -> float:
    return min(float(again), _LONGEST_WAIT) if again.isdigit() else 0.5 * 2**attempt


def error_of(failure: BaseException) -> str:
    """Return a failure as one word for a log: Slack's own, else the exception's name."""
    if isinstance(failure, SlackApiError):
        try:
            return str(failure.response["error"])
        except (KeyError, TypeError, ValueError, AttributeError):  # a page, not JSON
            return "unexpected_body"
    return type(failure).__name__
