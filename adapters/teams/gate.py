"""Who may speak to us in the name of Teams: the token, the tenant, the addresses."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from botframework.connector.auth import (
    AuthenticationConstants,
    ChannelValidation,
    JwtTokenExtractor,
    VerifyOptions,
)

from adapters.teams.keys import Keys

CHANNEL = "msteams"


class RefusedError(Exception):
    """Somebody is not let in; `status` is the HTTP status, `reason` a word for the log."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Gate:
    """Lets in what Teams has signed for this app, from tenants and to hosts that are listed.

    Without `keys`, tokens are not looked at: for trying things out on a loopback address alone.
    """

    def __init__(
        self, app_id: str, keys: Keys | None, tenants: frozenset[str], hosts: frozenset[str]
    ) -> None:
        self._app_id = app_id
        self._keys = keys
        self._tenants = tenants
        self._hosts = hosts

    async def admit(self, header: str | None, activity: Mapping[str, Any]) -> None:
        """Return if what came is to be acted on.

        Raises:
            RefusedError: with 400 where something needed is missing, else 401.
        """
        service_url = _text(activity, "serviceUrl")
        if not (service_url and _text(activity, "channelId") and _conversation(activity)):
            raise RefusedError(400, "incomplete")
        if activity["channelId"] != CHANNEL:
            raise RefusedError(401, "channel")
        if not self.may_call(service_url):
            raise RefusedError(401, "service_url")
        if self._keys is not None:
            await self._check_token(header, service_url, self._keys)
        if not self._known_tenant(activity):
            raise RefusedError(401, "tenant")

    def may_call(self, url: str) -> bool:
        """Tell whether an answer may go to this address: https (or loopback), a listed host."""
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            return False
        if parts.username is not None or parts.password is not None:
            return False
        near = is_loopback(host)
        listed = host in self._hosts or (near and self._keys is None)
        return listed and (parts.scheme == "https" or (near and parts.scheme == "http"))

    async def is_valid_appid(self, audience: str) -> bool:
        """Tell whether a token is meant for this app; the SDK asks this by this name."""
        forms = ("{}", "api://{}", "api://botid-{}")
        return audience in {form.format(self._app_id) for form in forms}

    async def _check_token(self, header: str | None, service_url: str, keys: Keys) -> None:
        # The SDK signals a bad token with some twenty kinds of exceptions: all mean "refused".
        try:
            extractor = JwtTokenExtractor(_RULES, "", _ALGORITHMS)
            extractor.open_id_metadata = keys
            found = await extractor.get_identity_from_auth_header(header, CHANNEL)
            claims = (await ChannelValidation.validate_identity(found, self)).claims
        except Exception as error:
            raise RefusedError(401, "token") from error
        if claims.get(ChannelValidation.SERVICE_URL_CLAIM) != service_url:
            raise RefusedError(401, "service_url_claim")
        if not isinstance(claims.get("exp"), int):
            raise RefusedError(401, "no_expiry")

    def _known_tenant(self, activity: Mapping[str, Any]) -> bool:
        data = activity.get("channelData")
        inner = data.get("tenant") if isinstance(data, Mapping) else None
        named = {_conversation(activity).get("tenantId")}
        named |= {inner.get("id")} if isinstance(inner, Mapping) else set()
        named.discard(None)
        if not self._tenants and self._keys is None:
            return True
        return bool(named) and all(tenant in self._tenants for tenant in named)


def is_loopback(host: str) -> bool:
    """Tell whether a host name means this machine and nobody else."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _text(activity: Mapping[str, Any], name: str) -> str:
    value = activity.get(name)
    return value if isinstance(value, str) else ""


def _conversation(activity: Mapping[str, Any]) -> Mapping[str, Any]:
    found = activity.get("conversation")
    return found if isinstance(found, Mapping) and _text(found, "id") else {}


_RULES = VerifyOptions(
    issuer=[AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER],
    audience=None,
    clock_tolerance=300,
    ignore_expiration=False,
)
_ALGORITHMS = ["RS256"]
