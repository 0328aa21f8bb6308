"""Files that came with a message: a text is read, an image is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import aiohttp

from adapters.slack.client import Failure

LARGEST = 200_000
"""Bytes of a text file that are read; a post is far shorter."""

_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_SLACK = "slack.com"


def is_image(file: Mapping[str, Any]) -> bool:
    """Tell whether a file is an image."""
    return str(file.get("mimetype", "")).startswith("image/")


def is_text(file: Mapping[str, Any]) -> bool:
    """Tell whether a file is plain text."""
    return str(file.get("mimetype", "")).partition(";")[0] in _TEXTS


class Opened(NamedTuple):
    """What came of files: a verb of the bot, and the text of the one that is a draft."""

    verb: str
    text: str = ""

    def __repr__(self) -> str:
        """Say what came of them and never what they say."""
        return f"<Opened {self.verb} with {len(self.text)} characters>"


class Files:
    """Reads files with the bot's token, from Slack and nowhere else."""

    def __init__(self, session: aiohttp.ClientSession, token: str, api_url: str) -> None:
        self._session = session
        self._token = token
        self._api = urlsplit(api_url)

    async def opened(self, files: Sequence[Mapping[str, Any]]) -> Opened:
        """Return what to do with files that came without words: the first text is the draft."""
        for file in files:
            if is_text(file):
                return await self._text(file)
        return Opened("file.image" if all(map(is_image, files)) else "file.unknown")

    async def _text(self, file: Mapping[str, Any]) -> Opened:
        url = str(file.get("url_private") or "")
        if not self._is_slacks(url):
            return Opened("file.unknown")
        headers = {"Authorization": f"Bearer {self._token}"}
        try:
            # Slack sends whoever may not read a file to a page to sign in: that is no text.
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status != HTTPStatus.OK or response.content_type == "text/html":
                    return Opened("file.unknown")
                read = await _at_most(response.content, LARGEST + 1)
        except Failure:
            return Opened("file.unknown")
        if len(read) > LARGEST:
            return Opened("too_long")
        text = _decoded(read)
        return Opened("file.unknown") if text is None else Opened("file.text", text)

    def _is_slacks(self, url: str) -> bool:
        """The token goes along: only to Slack's own hosts, or to the one that plays Slack."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme == "https" and (host == _SLACK or host.endswith(f".{_SLACK}")):
            return True
        return host == self._api.hostname != _SLACK and parts.scheme == self._api.scheme


async def _at_most(content: aiohttp.StreamReader, longest: int) -> bytes:
    read = bytearray()
    async for chunk in content.iter_chunked(16_384):
        read += chunk
        if len(read) >= longest:
            break
    return bytes(read[:longest])


def _decoded(read: bytes) -> str | None:
    marked = read.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = read.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
