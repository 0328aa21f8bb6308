"""Slack: does it know our tokens, and may we do what we need? Nothing is sent to anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
from pydantic import SecretStr

from adapters.doctor.finding import Found, bad, good, off
from adapters.settings import Settings

SCOPES = frozenset(
    "chat:write commands files:read im:history im:write users:read users:read.email".split()
)
"""What the bot cannot do without: the scopes of deploy/slack/manifest.json."""

_WORDS = 60


async def look(settings: Settings, session: aiohttp.ClientSession) -> AsyncIterator[Found]:
    """Ask Slack who we are, which scopes we have, and whether a socket could be opened."""
    if settings.slack_bot_token is None:
        yield off("serve-off-slack")
        return
    try:
        async for found in _ask(settings, settings.slack_bot_token, session):
            yield found
    except (TimeoutError, aiohttp.ClientError, ValueError) as error:
        yield bad("doctor-slack-away", error=type(error).__name__)


async def _ask(
    settings: Settings, token: SecretStr, session: aiohttp.ClientSession
) -> AsyncIterator[Found]:
    said, scopes = await _call(settings, "auth.test", token, session)
    if not said.get("ok"):
        yield bad("doctor-slack-token", error=_word(said.get("error")))
        return
    yield good("doctor-slack", team=_word(said.get("team")))
    if settings.slack_team and said.get("team_id") != settings.slack_team:
        yield bad("doctor-slack-team", team=_word(said.get("team_id")))
    if missing := SCOPES - scopes:
        yield bad("doctor-slack-scopes", scopes=", ".join(sorted(missing)))
    if settings.slack_app_token:
        opened, _ = await _call(
            settings, "apps.connections.open", settings.slack_app_token, session
        )
        if not opened.get("ok"):
            yield bad("doctor-slack-socket", error=_word(opened.get("error")))


async def _call(
    settings: Settings, method: str, token: SecretStr, session: aiohttp.ClientSession
) -> tuple[dict[str, object], frozenset[str]]:
    """Return what Slack says, and the scopes that its header names."""
    url = f"{settings.slack_api_url.rstrip('/')}/{method}"
    headers = {"Authorization": f"Bearer {token.get_secret_value()}"}
    async with session.post(url, headers=headers) as response:
        said = await response.json(content_type=None)
        scopes = response.headers.get("x-oauth-scopes", "").split(",")
    if not isinstance(said, dict):
        raise ValueError("not an answer of Slack")
    return said, frozenset(scope.strip() for scope in scopes)


def _word(said: object) -> str:
    return str(said)[:_WORDS]
