"""Who somebody is, from what the issuer says: the platform's own id where it names one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from adapters.settings import Settings
from bot.request import Who

_ENTRA = "login.microsoftonline.com"
SLACK = "slack.com"


class NotOursError(Exception):
    """Somebody signed in, but with another workspace or tenant."""


def who_of_claims(claims: Mapping[str, Any], settings: Settings) -> Who:
    """Return who signed in.

    Slack and Entra ID name the same person as in chat, so what is remembered and may be done is
    the same. An address counts where the issuer says that it is verified, or where it is the
    city's own tenant, whose admin gives the addresses.

    Raises:
        NotOursError: the workspace or tenant is not the one that is served.
    """
    issuer = urlsplit(settings.oidc_issuer or "")
    host = issuer.hostname or ""
    name = _text(claims, "name")
    email = _text(claims, "email") or None
    if host == SLACK:
        team = _text(claims, "https://slack.com/team_id")
        user = _text(claims, "https://slack.com/user_id") or _text(claims, "sub")
        if not user or not team or team != settings.slack_team:
            raise NotOursError
        return Who("slack", user, team, None, name, email if _is_verified(claims) else None)
    if host == _ENTRA:
        tenant, oid = _text(claims, "tid"), _text(claims, "oid")
        if not oid or not tenant or tenant not in issuer.path.split("/"):
            raise NotOursError
        return Who("teams", oid, tenant, None, name, email)
    subject = _text(claims, "sub")
    if not subject:
        raise NotOursError
    return Who("web", subject, "", None, name, email if _is_verified(claims) else None)


def _is_verified(claims: Mapping[str, Any]) -> bool:
    return claims.get("email_verified") is True


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return value[:200] if isinstance(value, str) else ""
