"""Who somebody is in Slack, which language they read, and where to write to them alone."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.client import Failure
from bot.request import Who
from rules.model import Language

_KEPT_SECONDS = 3600.0
_KEPT_PEOPLE = 20_000
_PATIENCE_SECONDS = 2.0

_T = TypeVar("_T")

_LANGUAGES: Mapping[str, Language] = {"fi": "fi", "sv": "sv", "en": "en"}


class People:
    """What Slack says of people, remembered for an hour."""

    def __init__(self, client: AsyncWebClient, clock: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._clock = clock
        self._known: OrderedDict[str, tuple[float, Who]] = OrderedDict()
        self._direct: OrderedDict[str, str] = OrderedDict()

    async def who(self, user: str, team: str) -> Who:
        """Return a person; where Slack does not answer soon, by id alone."""
        found = self._known.get(user)
        if found and self._clock() - found[0] < _KEPT_SECONDS:
            return found[1]
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                said = await self._client.users_info(user=user, include_locale=True)
        except Failure:
            return found[1] if found else Who("slack", user, team)
        who = _who(user, team, said.get("user") or {})
        _keep(self._known, user, (self._clock(), who))
        return who

    async def direct(self, user: str) -> str:
        """Return the channel between this person and us, empty where there is none.

        It is opened if need be; whoever asks as `somebody` gets the same one each time.
        """
        if channel := self._direct.get(user):
            return channel
        try:
            said = await self._client.conversations_open(users=user)
        except Failure:
            return ""
        channel = str((said.get("channel") or {}).get("id", ""))
        if channel:
            _keep(self._direct, user, channel)
        return channel


def _keep(known: OrderedDict[str, _T], key: str, value: _T) -> None:
    known[key] = value
    known.move_to_end(key)
    if len(known) > _KEPT_PEOPLE:
        known.popitem(last=False)


def _who(user: str, team: str, said: Mapping[str, Any]) -> Who:
    profile = said.get("profile") or {}
    # An address that nobody has confirmed could be anybody's, and would give a stranger's rights.
    email = profile.get("email") if said.get("is_email_confirmed") else None
    return Who(
        platform="slack",
        id=user,
        tenant=team,
        language=language(str(said.get("locale") or "")),
        name=str(profile.get("real_name") or said.get("real_name") or said.get("name") or ""),
        email=str(email) if email else None,
    )


def language(locale: str) -> Language | None:
    """Return the language of a locale such as `fi-FI`, None for one that we do not speak."""
    return _LANGUAGES.get(locale.partition("-")[0].casefold())
