"""X."""

from aiohttp import web

from adapters.web.visit import Visit


async def show(visit: Visit) -> web.StreamResponse:
    return visit.page("told.html", title="x")


act = live = table = show
