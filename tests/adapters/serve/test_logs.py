"""Promises about the logs: who reads them learns nothing of what people write."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from adapters.serve import logs

DRAFT = "Liisa Virtanen, 131052-308T, sai päätöksen"


class Log:
    """What was logged so far."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        """Everything, as it stands in the log."""
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Every line, read."""
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    """Log as the server does, at its chattiest, and put everything back afterwards."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook, sys.unraisablehook)
    kept = Log()
    logs.start("debug", kept.stream)
    yield kept
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
    root.handlers[:], root.level, sys.excepthook, sys.unraisablehook = before


def test_an_event_says_what_it_may(log: Log) -> None:
    """An event shows its name and the values that are allowed."""
    structlog.get_logger("somehelp.slack").info("answered", verb="check", took_ms=4.2, count=3)

    [line] = log.lines
    assert line["time"].endswith("+00:00")
    assert line | {"time": ""} == {
        "time": "",
        "level": "info",
        "logger": "somehelp.slack",
        "event": "answered",
        "verb": "check",
        "took_ms": 4.2,
        "count": 3,
    }


def test_our_own_slips_show_nothing(log: Log) -> None:
    """A draft that we log by mistake does not get through, wherever it is put."""
    ours = structlog.get_logger("somehelp.web")
    ours.info(DRAFT)
    ours.info("answered", text=DRAFT, verb=DRAFT, parts=[DRAFT], error=ValueError(DRAFT))
    ours.warning("answered %s", DRAFT)
    logging.getLogger("somehelp.web").error("answered: %s", DRAFT)
    logging.getLogger("somehelp.web").error(DRAFT)

    assert len(log.lines) == 5
    assert "Virtanen" not in log.text and "131052" not in log.text


def test_libraries_are_quoted_by_place_alone(log: Log) -> None:
    """A library that logs a request at any level shows where it did, and nothing of the request."""
    library = logging.getLogger("slack_bolt.App")
    for level in range(10, 51, 10):
        library.log(level, "Unhandled request: %s", DRAFT)
        library.log(level, f"Unhandled request: {DRAFT}")

    assert {line["level"] for line in log.lines} == {"warning", "error", "critical"}
    assert all("test_logs.test_libraries" in line["at"] for line in log.lines)
    assert "Virtanen" not in log.text


def test_a_library_cannot_keep_a_log_of_its_own() -> None:
    """A library that writes its own log before the start of the server stops doing so."""
    own, ours = io.StringIO(), io.StringIO()
    library = logging.getLogger("talkative_library")
    library.addHandler(logging.StreamHandler(own))
    library.setLevel(logging.DEBUG)
    library.propagate = False
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook, sys.unraisablehook)
    logs.start("info", ours)
    library.debug(DRAFT)
    library.error(DRAFT)
    root.handlers[:], root.level, sys.excepthook, sys.unraisablehook = before
    logging.captureWarnings(capture=False)

    assert own.getvalue() == ""
    assert "Virtanen" not in ours.getvalue()


def test_a_failure_is_told_by_type_and_place(log: Log) -> None:
    """An exception is found by its type and its places; its message may quote a draft."""
    try:
        try:
            raise KeyError(DRAFT)
        except KeyError as inner:
            raise ValueError(DRAFT) from inner
    except ValueError:
        structlog.get_logger("somehelp.bot").exception("failed", verb="check")

    [line] = log.lines
    assert (line["error"], line["cause"]) == ("ValueError", "KeyError")
    assert "test_a_failure_is_told_by_type_and_place" in line["at"][-1]
    assert "Virtanen" not in log.text


def test_nothing_uncaught_is_printed(log: Log, capsys: pytest.CaptureFixture[str]) -> None:
    """Exceptions that nobody caught, in tasks too, and warnings go the same way."""
    error = ValueError(DRAFT)
    sys.excepthook(ValueError, error, None)

    async def fail() -> None:
        loop = asyncio.get_running_loop()
        logs.watch(loop)
        loop.call_soon(_raise, error)
        await asyncio.sleep(0)

    asyncio.run(fail())
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(DRAFT, stacklevel=1)

    assert [line["event"] for line in log.lines] == ["uncaught", "task_failed", "from_library"]
    printed = capsys.readouterr()
    assert "Virtanen" not in log.text + printed.out + printed.err


def _raise(error: Exception) -> None:
    raise error
