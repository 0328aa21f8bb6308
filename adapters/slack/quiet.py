"""Bolt's and the SDK's own loggers: they would write down whole requests, so they say less.

Bolt logs the body of a request that is wrongly signed, of one that nothing handles, and at debug
level everything that comes and goes. They all get this logger as their pattern.
"""

from __future__ import annotations

import logging


class _PlaceOnly(logging.Filter):
    """Replaces a record's words by where it was written: words may quote a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = f"{record.module}.{record.funcName}:{record.lineno}"
        record.args = None
        if record.exc_info and record.exc_info[0]:
            record.msg += f" {record.exc_info[0].__name__}"
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def logger() -> logging.Logger:
    """Return the logger for bolt and the SDK, which copy its level and its filter."""
    quiet = logging.getLogger("somehelp_slack_library")
    quiet.setLevel(logging.ERROR)
    if not quiet.filters:
        quiet.addFilter(_PlaceOnly())
    return quiet
