"""Signing in on the web page: does the issuer say who it is?"""

from __future__ import annotations

import aiohttp

from adapters.doctor.finding import Found, bad, good, off
from adapters.settings import Settings

_PLACE = "/.well-known/openid-configuration"


async def look(settings: Settings, session: aiohttp.ClientSession) -> Found:
    """Fetch the issuer's own description and compare its name."""
    if settings.oidc_issuer is None:
        return off("doctor-sign-in-off")
    issuer = settings.oidc_issuer.rstrip("/")
    try:
        async with session.get(issuer + _PLACE) as response:
            said = await response.json(content_type=None)
    except (TimeoutError, aiohttp.ClientError, ValueError) as error:
        return bad("doctor-sign-in-away", url=issuer, error=type(error).__name__)
    named = said.get("issuer") if isinstance(said, dict) else None
    if str(named).rstrip("/") != issuer:
        return bad("doctor-sign-in-other", url=issuer)
    return good("doctor-sign-in", url=issuer)
