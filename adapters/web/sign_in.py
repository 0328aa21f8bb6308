"""Signing in and out: to the issuer, back again, and on to where one was going."""

from __future__ import annotations

from http import HTTPStatus

import structlog
from aiohttp import web

from adapters.web.oidc import Asked, Issuer, SignInError
from adapters.web.person import NotOursError, who_of_claims
from adapters.web.session import SignedIn, sign_in, sign_out
from adapters.web.visit import Visit

_log = structlog.get_logger("somehelp.web")

_LASTS = 600
BACK = "/sign-in/back"


async def go(visit: Visit) -> web.StreamResponse:
    """Send somebody to the issuer, remembering for ten minutes what was asked."""
    issuer = visit.site.issuer
    if issuer is None:
        return visit.sorry("web-no-sign-in", HTTPStatus.NOT_FOUND)
    asked = Asked.new()
    try:
        address = await issuer.address(asked, _back(visit))
    except SignInError as error:
        return _failed(visit, error)
    response = _to(address, HTTPStatus.FOUND)
    kept = {
        "state": asked.state,
        "nonce": asked.nonce,
        "verifier": asked.verifier,
        "to": own_path(visit.request.query.get("to", "")) or visit.path("check"),
    }
    visit.site.cookies.write(response, _cookie(asked.state), kept, _LASTS)
    return response


async def back(visit: Visit) -> web.StreamResponse:
    """Take back somebody whom the issuer sends, and let them go on to where they were going."""
    issuer = visit.site.issuer
    if issuer is None:
        return visit.sorry("web-no-sign-in", HTTPStatus.NOT_FOUND)
    query = visit.request.query
    state = query.get("state", "")
    kept = visit.site.cookies.read(visit.request, _cookie(state), _LASTS)
    if not kept or kept.get("state") != state or "code" not in query:
        return visit.sorry("web-sign-in-failed", HTTPStatus.BAD_REQUEST)
    try:
        signed = await _signed(visit, issuer, kept)
    except SignInError as error:
        return _failed(visit, error)
    except NotOursError:
        return visit.sorry("web-not-ours", HTTPStatus.FORBIDDEN)
    response = _to(own_path(str(kept["to"])) or "/", HTTPStatus.SEE_OTHER)
    sign_in(visit.site.cookies, response, signed)
    visit.site.cookies.write(response, _cookie(state), {}, 0)
    return response


async def out(visit: Visit) -> web.StreamResponse:
    """Sign out of this page; the issuer's own session is the issuer's business."""
    response = _to(visit.path("signed-out"), HTTPStatus.SEE_OTHER)
    sign_out(visit.site.cookies, response)
    return response


async def signed_in_page(visit: Visit) -> web.StreamResponse:
    """Say in a tab of its own that one can go on in the other."""
    return visit.page("told.html", title=visit.texts.say("web-signed-in"))


async def signed_out_page(visit: Visit) -> web.StreamResponse:
    """Say that one has signed out."""
    return visit.page("told.html", title=visit.texts.say("web-signed-out-done"))


def own_path(path: str) -> str | None:
    r"""Return a path of this server, None for anything that could lead elsewhere.

    `//host` and `/\host` are addresses of other servers to a browser.
    """
    plain = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if plain and path.isprintable() and "\\" not in path else None


async def _signed(visit: Visit, issuer: Issuer, kept: dict[str, str]) -> SignedIn:
    asked = Asked(kept["state"], kept["nonce"], kept["verifier"])
    claims = await issuer.claims(visit.request.query["code"], asked, _back(visit))
    return SignedIn.now(who_of_claims(claims, visit.site.settings))


def _failed(visit: Visit, error: SignInError) -> web.StreamResponse:
    _log.warning("sign_in_failed", reason=str(error))
    return visit.sorry("web-sign-in-failed", HTTPStatus.BAD_GATEWAY)


def _back(visit: Visit) -> str:
    return (visit.site.settings.public_url or "").rstrip("/") + BACK


def _cookie(state: str) -> str:
    # A name of its own per attempt: two tabs can sign in at once.
    return "in-" + "".join(c for c in state[:12] if c.isascii() and c.isalnum())


def _to(address: str, status: HTTPStatus) -> web.Response:
    return web.Response(status=status, headers={"Location": address})
