"""Logs that cannot hold what people write.

Every line is JSON. Of our own events only the keys below get through, and only values without a
space. Of everybody else's records only who logged, how grave it is and where in the code: their
texts may quote a request. Exceptions are named by type and place, for the same reason.
"""

from __future__ import annotations

import asyncio
import datetime
import json
import logging
import re
import sys
import threading
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

OURS = "somehelp"

KEYS = frozenset(
    """
    at attempt channel city count crisis database due error host instance key kind level logger
    messenger mode off on pack part parts place platform port reason route signal size status step
    took_ms verb version worst
    """.split()
)
"""What an event of ours may say beside its name. None of them holds words that people wrote."""

_EVENT = re.compile(r"[a-z][a-z0-9_.]{0,60}")
_VALUE = re.compile(r"[\w.:/@+,=-]{0,120}", re.ASCII)
_FRAMES = 12

_Value = str | int | float | bool | None


def start(level: str, stream: TextIO | None = None) -> None:
    """Send all logging of this process to `stream` (standard error), and nothing else anywhere."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Json())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in list(logging.Logger.manager.loggerDict):
        known = logging.getLogger(name)  # a library may have set up handlers of its own
        known.handlers.clear()
        known.propagate = True
        known.setLevel(logging.NOTSET)
    logging.getLogger(OURS).setLevel(level.upper())
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, _hand_over],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    _catch_what_nobody_caught()


def _hand_over(
    logger: Any, method: str, event: MutableMapping[str, Any]
) -> tuple[tuple[str], dict[str, Any]]:
    """Pass an event to the standard library with its values beside it."""
    del logger, method
    name = str(event.pop("event", ""))
    failure = event.pop("exc_info", None)
    return (name,), {"extra": {"said": dict(event)}, "exc_info": failure}


class _Json(logging.Formatter):
    """A record as one line of JSON, without anything that could hold what people write."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, _Value | list[str]] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        said = getattr(record, "said", None)
        if record.name.partition(".")[0] == OURS and isinstance(said, Mapping):
            event = str(record.msg)
            line["event"] = event if _EVENT.fullmatch(event) else "?"
            line |= {key: _safe(value) for key, value in said.items() if key in KEYS}
        else:
            line["event"] = "from_library"
            line["at"] = f"{record.module}.{record.funcName}:{record.lineno}"
        if record.exc_info and record.exc_info[1]:
            line |= failure(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _safe(value: object) -> _Value:
    """Return a value that holds no sentence; a text with a space in it becomes `?`."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (tuple, list, frozenset)):
        return _safe(",".join(map(str, value)))
    text = str(value)
    return text if _VALUE.fullmatch(text) else "?"


def failure(error: BaseException) -> dict[str, _Value | list[str]]:
    """Return an exception by type and place; its message may quote what somebody wrote."""
    places: list[str] = []
    trace: TracebackType | None = error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        places.append(f"{module}.{code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    told: dict[str, _Value | list[str]] = {
        "error": type(error).__qualname__,
        "at": places[-_FRAMES:],
    }
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause:
        told["cause"] = type(cause).__qualname__
    return told


def _catch_what_nobody_caught() -> None:
    """Log also what would otherwise be printed with its message: uncaught exceptions."""
    log = structlog.get_logger(OURS)

    def uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.error("uncaught", exc_info=(kind, error, trace))

    sys.excepthook = uncaught
    sys.unraisablehook = lambda u: log.error("uncaught", exc_info=u.exc_value)
    threading.excepthook = lambda u: log.error("uncaught", exc_info=u.exc_value)


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """Log what a task of the loop failed with, without its message."""
    log = structlog.get_logger(OURS)

    def report(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        del loop
        log.error("task_failed", exc_info=context.get("exception"))

    loop.set_exception_handler(report)
