"""What stands before every page: who is let in, from where, how often, and with which headers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import Literal, NamedTuple, TypeVar
from urllib.parse import quote

from aiohttp import web

from adapters.web.door import Door, is_own_page
from adapters.web.form import BodyError, read_form
from adapters.web.limits import Kind
from adapters.web.local import default_person, who_of
from adapters.web.session import SignedIn, is_token, sign_in, signed_in
from adapters.web.site import Site
from adapters.web.static_files import File, respond
from adapters.web.visit import Visit, chosen_language
from bot.card import Piece
from bot.identity import person_of
from bot.ports import StoreDownError

R = TypeVar("R", bound=web.StreamResponse)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_HSTS = "max-age=31536000"


class Route(NamedTuple):
    """A page: its address behind the language, who may see it, and how often it may be asked.

    With `form`, what is sent is a form of ours, with its secret.
    """

    method: Literal["GET", "POST"]
    path: str
    page: Callable[[Visit], Awaitable[web.StreamResponse]]
    door: Door
    kind: Kind
    form: bool = False


def guarded(site: Site, route: Route) -> Handler:
    """Return a page that nobody reaches but through the checks of this module."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if not site.entrance.admits(request):
            return headed(web.Response(status=HTTPStatus.MISDIRECTED_REQUEST), site)
        visit, fresh = await _visit(site, request)
        try:
            response = await _answer(visit, route)
        except StoreDownError:
            response = visit.sorry("web-store-down", HTTPStatus.SERVICE_UNAVAILABLE)
        if response.prepared:
            return response
        if fresh and not response.cookies:
            sign_in(site.cookies, response, fresh)
        return headed(response, site)

    return handle


def guarded_file(site: Site, file: File) -> Handler:
    """Return a file, for whoever asks this server by its own name."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if not site.entrance.admits(request):
            return headed(web.Response(status=HTTPStatus.MISDIRECTED_REQUEST), site)
        return headed(respond(file, request), site)

    return handle


async def _visit(site: Site, request: web.Request) -> tuple[Visit, SignedIn | None]:
    """Return the visit, and a session that was begun with it."""
    city = await site.city.get()
    signed, fresh = signed_in(site.cookies, request), None
    if site.entrance.local and (signed is None or signed.who.platform != "web"):
        example = default_person(city)
        signed = fresh = SignedIn.now(who_of(example)) if example else None
    language = chosen_language(request, site.settings.language)
    person = person_of(signed.who, city) if signed else None
    banner: tuple[Piece, ...] = ()
    if signed:
        # Whatever is wrong with the crises, checking and asking go on.
        with suppress(Exception):
            banner = await site.crisis.banner(language)
    return Visit(site, request, language, signed, city, person, banner=banner), fresh


async def _answer(visit: Visit, route: Route) -> web.StreamResponse:
    site, request = visit.site, visit.request
    counted = visit.who.key if visit.who.id else site.entrance.address_of(request)
    if not await site.limits.allows(route.kind, counted):
        response = visit.sorry("web-too-often", HTTPStatus.TOO_MANY_REQUESTS)
        response.headers["Retry-After"] = "30"
        return response
    sends = request.method == "POST"
    if sends and not is_own_page(request):
        return visit.sorry("web-foreign-form", HTTPStatus.FORBIDDEN)
    if sends and route.form:
        try:
            visit = replace(visit, form=await read_form(request))
        except BodyError as error:
            return visit.sorry(f"web-body-{error.status}", HTTPStatus(error.status))
    insights = visit.may("insights")
    if not site.entrance.lets(route.door, signed=visit.signed is not None, insights=insights):
        return _refused(visit, route)
    if sends and route.form and visit.signed and not _is_ours(visit, visit.signed):
        return visit.sorry("web-form-old", HTTPStatus.FORBIDDEN)
    return await route.page(visit)


def _is_ours(visit: Visit, signed: SignedIn) -> bool:
    return is_token(visit.form.get("token", ""), signed)


def _refused(visit: Visit, route: Route) -> web.StreamResponse:
    """Send somebody to sign in, or say that they may not."""
    if visit.signed:
        return visit.sorry("web-no-right", HTTPStatus.FORBIDDEN)
    if not visit.site.entrance.signs_in:
        return visit.sorry("web-no-sign-in", HTTPStatus.FORBIDDEN)
    if route.method == "GET" and route.kind == "page":
        to = quote(visit.request.path_qs)
        return web.Response(
            status=HTTPStatus.FOUND, headers={"Location": f"/{visit.language}/sign-in?to={to}"}
        )
    return visit.sorry("web-signed-out", HTTPStatus.UNAUTHORIZED)


def headed(response: R, site: Site) -> R:
    """Return a response with the headers that every answer has."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    if site.entrance.https:
        response.headers["Strict-Transport-Security"] = _HSTS
    return response
