"""The mode for trying on one's own machine: without signing in, as somebody of the city's data."""

from __future__ import annotations

from http import HTTPStatus

from aiohttp import web

from adapters.web.session import SignedIn, sign_in
from adapters.web.visit import Visit
from bot.city import City, Person
from bot.request import Who


def people(city: City) -> tuple[Person, ...]:
    """Return whom one can be: everybody with an address of their own."""
    return tuple(person for person in city.people if person.reach.email)


def default_person(city: City) -> Person | None:
    """Return whom one is at first: somebody who takes care of an account, as most users do."""
    known = people(city)
    keepers = {name for account in city.accounts for name in account.admins}
    return next((p for p in known if p.id in keepers), known[0] if known else None)


def who_of(person: Person) -> Who:
    """Return a person of the data as if they had signed in."""
    return Who("web", person.id, name=person.name, email=person.reach.email)


async def become(visit: Visit) -> web.StreamResponse:
    """Be somebody else from now on."""
    if not visit.site.entrance.local:
        return visit.sorry("web-no-right", HTTPStatus.FORBIDDEN)
    wanted = visit.form.get("person", "")
    chosen = next((p for p in people(visit.city) if p.id == wanted), None)
    response = web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": visit.path("check")})
    if chosen:
        sign_in(visit.site.cookies, response, SignedIn.now(who_of(chosen)))
    return response
