"""Teams: does Microsoft give our app a token? Nothing is sent to anybody."""

from __future__ import annotations

import aiohttp

from adapters.doctor.finding import Found, bad, good, off
from adapters.settings import Settings

_SCOPE = "https://api.botframework.com/.default"


async def look(settings: Settings, session: aiohttp.ClientSession) -> Found:
    """Ask for a token as the server does, and for the keys of incoming messages."""
    if settings.teams_app_id is None:
        return bad("doctor-teams-open") if settings.teams_without_auth else off("serve-off-teams")
    try:
        return await _ask(settings, session)
    except (TimeoutError, aiohttp.ClientError, ValueError) as error:
        return bad("doctor-teams-away", error=type(error).__name__)


async def _ask(settings: Settings, session: aiohttp.ClientSession) -> Found:
    secret = settings.teams_app_password
    form = {
        "grant_type": "client_credentials",
        "client_id": settings.teams_app_id or "",
        "client_secret": secret.get_secret_value() if secret else "",
        "scope": _SCOPE,
    }
    url = f"{settings.teams_login_url.rstrip('/')}/{settings.teams_tenant}/oauth2/v2.0/token"
    async with session.post(url, data=form) as response:
        said = await response.json(content_type=None)
    if not isinstance(said, dict) or "access_token" not in said:
        error = said.get("error", "?") if isinstance(said, dict) else "?"
        return bad("doctor-teams-refused", error=str(error)[:60])
    async with session.get(settings.teams_openid_metadata) as response:
        if response.status != 200:
            return bad("doctor-teams-keys", status=response.status)
    return good("doctor-teams")
