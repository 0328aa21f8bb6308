"""Files sent to the bot: a text or Word file is read, what an image needs is another answer."""

from __future__ import annotations

import asyncio
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import aiohttp
from docx import Document
from docx.table import _Cell

LARGEST = 5 * 1024 * 1024
"""Bytes of a file that are read."""

_UNPACKED = 50 * 1024 * 1024
_XML = 8 * 1024 * 1024  # of which each byte costs many in memory
_PARSED = (".xml", ".rels")
_INFO = "application/vnd.microsoft.teams.file.download.info"
_TEXTS = frozenset({"txt", "md", "text", "csv"})
_IMAGES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "heic", "bmp", "tif", "tiff", "svg"})
_HOMES = (".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us")
_TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)


class Opened(NamedTuple):
    """What came of files: a verb of the bot, and the text of the one that is a draft."""

    verb: str
    text: str = ""

    def __repr__(self) -> str:
        """Say what came of them and never what they say."""
        return f"<Opened {self.verb} with {len(self.text)} characters>"


class Files:
    """Fetches files from where Teams keeps them, and nowhere else.

    `may_call` tells further addresses that are allowed, such as Teams' own services.
    """

    def __init__(
        self, session: Callable[[], aiohttp.ClientSession], may_call: Callable[[str], bool]
    ) -> None:
        self._session = session
        self._may_call = may_call

    async def opened(self, attachments: Iterable[Any]) -> Opened | None:
        """Return what to do with files that came without words, None if there are none."""
        verbs = []
        for attachment in attachments:
            kind = _kind(attachment)
            if kind in ("text", "docx"):
                return await self._read(attachment.content, kind)
            verbs += [kind] if kind else []
        if not verbs:
            return None
        return Opened("file.image" if set(verbs) == {"image"} else "file.unknown")

    async def _read(self, content: Mapping[str, Any], kind: str) -> Opened:
        try:
            raw = await self._fetch(str(content.get("downloadUrl", "")))
        except (aiohttp.ClientError, TimeoutError, ValueError):
            return Opened("file.unknown")
        if len(raw) > LARGEST:
            return Opened("too_long")
        text = _decoded(raw) if kind == "text" else await asyncio.to_thread(_word, raw)
        return Opened("file.unknown") if text is None else Opened("file.text", text)

    async def _fetch(self, url: str) -> bytes:
        if not (_is_home(url) or self._may_call(url)):
            raise ValueError
        async with self._session().get(url, timeout=_TIMEOUT, allow_redirects=False) as answer:
            if answer.status != 200:
                raise ValueError
            raw = bytearray()
            async for chunk in answer.content.iter_chunked(64 * 1024):
                raw += chunk
                if len(raw) > LARGEST:
                    break
            return bytes(raw)


def _kind(attachment: Any) -> str:
    """Tell a text, a Word file, an image and something else; empty for what is no file."""
    named = str(attachment.content_type or "")
    if named.startswith("image/"):
        return "image"
    if named != _INFO:
        return ""
    content = attachment.content if isinstance(attachment.content, Mapping) else {}
    ending = str(content.get("fileType") or str(attachment.name or "").rpartition(".")[2])
    match ending.casefold():
        case "docx":
            return "docx"
        case text if text in _TEXTS:
            return "text"
        case image if image in _IMAGES:
            return "image"
    return "other"


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" and (parts.hostname or "").endswith(_HOMES)


def _decoded(raw: bytes) -> str | None:
    """Read a text in the encodings that Windows writes; None for what is no text."""
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _word(raw: bytes) -> str | None:
    """Read a Word file's paragraphs and tables; None for what is none, or unpacks without end."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            entries = packed.infolist()
            if sum(entry.file_size for entry in entries) > _UNPACKED:
                return None
            if sum(e.file_size for e in entries if e.filename.endswith(_PARSED)) > _XML:
                return None
        return "\n".join(_paragraphs(Document(BytesIO(raw)))).strip()
    # A broken file fails anywhere within three libraries, with whatever exception comes first.
    except Exception:
        return None


def _paragraphs(document: Any) -> Iterator[str]:
    for piece in document.iter_inner_content():
        if hasattr(piece, "rows"):
            # Cell by cell as written: `row.cells` repeats a merged cell as often as the file says.
            for row in piece.rows:
                yield " ".join(_Cell(cell, piece).text for cell in row._tr.tc_lst)
        else:
            yield piece.text
