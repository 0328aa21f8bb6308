"""Figures of the running server, in the form of Prometheus; none of them is about a person."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

from aiohttp import web
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_MOST_VERBS = 100

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Metrics:
    """What one process counts; each server has its own, so that tests do not meet."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._answers = Counter(
            "somehelp_answers",
            "Requests answered, by where they came from, what was wanted and what came of it.",
            ("platform", "verb", "outcome"),
            registry=self.registry,
        )
        self._answer_seconds = Histogram(
            "somehelp_answer_seconds",
            "How long an answer took to make, without its delivery.",
            ("platform",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._http = Counter(
            "somehelp_http_requests",
            "HTTP requests, by route and status.",
            ("route", "method", "status"),
            registry=self.registry,
        )
        self._http_seconds = Histogram(
            "somehelp_http_seconds",
            "How long HTTP requests took.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._up = Gauge(
            "somehelp_part_up",
            "1 while a part of the server works, 0 while it does not.",
            ("part",),
            registry=self.registry,
        )
        self._verbs: set[str] = set()

    def answered(self, platform: str, verb: str, outcome: str, seconds: float) -> None:
        """Count one answer; a verb beyond the first hundred is `other`: anyone may make some up."""
        if verb not in self._verbs:
            if len(self._verbs) < _MOST_VERBS and len(verb) < 40:
                self._verbs.add(verb)
            else:
                verb = "other"
        self._answers.labels(platform, verb, outcome).inc()
        self._answer_seconds.labels(platform).observe(seconds)

    def up(self, part: str, *, ok: bool) -> None:
        """Note whether a part works."""
        self._up.labels(part).set(ok)

    def text(self) -> bytes:
        """Return all figures as Prometheus reads them."""
        return generate_latest(self.registry)

    @web.middleware
    async def count(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Count an HTTP request by its route: a path could hold what somebody wrote."""
        began = time.perf_counter()
        status = 500
        try:
            response = await handler(request)
            status = response.status
            return response
        except web.HTTPException as error:
            status = error.status
            raise
        finally:
            resource = request.match_info.route.resource
            route = resource.canonical if resource else "none"
            self._http.labels(route, _method(request.method), str(status)).inc()
            self._http_seconds.labels(route).observe(time.perf_counter() - began)


def _method(method: str) -> str:
    return method if method in {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"} else "other"


CONTENT_TYPE = CONTENT_TYPE_LATEST
