"""What a browser sends: read up to a limit, never trusted to be well formed."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from aiohttp import web

LONGEST_BODY = 4_000_000
"""Bytes of the longest form: a megabyte of text that a browser has escaped."""

_MOST_FIELDS = 100


class BodyError(ValueError):
    """What was sent cannot be read; `status` says how."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


async def read_body(request: web.Request, longest: int = LONGEST_BODY) -> bytes:
    """Return the body.

    Raises:
        BodyError: it is longer than `longest` bytes.
    """
    if (request.content_length or 0) > longest:
        raise BodyError(413)
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > longest:
            raise BodyError(413)
    return bytes(body)


async def read_form(request: web.Request) -> Mapping[str, str]:
    """Return the fields of a form, the last of each name; line ends are single line feeds.

    Raises:
        BodyError: it is too long, or no form.
    """
    if request.content_type != "application/x-www-form-urlencoded":
        raise BodyError(415)
    body = (await read_body(request)).decode("utf-8", "replace")
    try:
        fields = parse_qsl(
            body, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="replace"
        )
    except ValueError:
        raise BodyError(400) from None
    return {name: value.replace("\r\n", "\n") for name, value in fields}
