"""What answers requests, counted and logged by verb and time; never by what was written."""

from __future__ import annotations

import time
from typing import Protocol

import structlog

from adapters.serve.metrics import Metrics
from bot.card import Card
from bot.request import Request

_log = structlog.get_logger("somehelp.bot")


class Answers(Protocol):
    """Whatever makes a card of a request."""

    async def handle(self, request: Request) -> Card:
        """Return the answer."""


class Measured:
    """An assistant whose answers are counted and timed."""

    def __init__(self, inner: Answers, metrics: Metrics) -> None:
        self._inner = inner
        self._metrics = metrics

    async def handle(self, request: Request) -> Card:
        """Answer as the assistant does; a failure is counted, logged by its place, and raised."""
        began = time.perf_counter()
        outcome = "failed"
        try:
            card = await self._inner.handle(request)
            outcome = card.mode
            return card
        except Exception:
            _log.exception("failed", verb=request.verb, platform=request.who.platform)
            raise
        finally:
            took = time.perf_counter() - began
            self._metrics.answered(request.who.platform, request.verb, outcome, took)
            _log.info(
                "answered",
                verb=request.verb,
                platform=request.who.platform,
                status=outcome,
                took_ms=round(took * 1000, 1),
            )
