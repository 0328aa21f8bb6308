"""The page's own style, scripts and pictures: read once, named by their content, kept for long."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from aiohttp import web

FOLDER = Path(__file__).parent / "static"

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_FOR_A_YEAR = "public, max-age=31536000, immutable"


class File(NamedTuple):
    """A file as it is sent."""

    body: bytes
    packed: bytes
    type: str
    address: str


def read_files() -> Mapping[str, File]:
    """Return the files by name; an address changes whenever its file does."""
    return {path.name: _read(path) for path in FOLDER.iterdir() if path.suffix in _TYPES}


def _read(path: Path) -> File:
    body = path.read_bytes()
    digest = hashlib.sha256(body).hexdigest()[:12]
    packed = gzip.compress(body, mtime=0)
    return File(body, packed, _TYPES[path.suffix], f"/static/{digest}/{path.name}")


def respond(file: File, request: web.Request) -> web.Response:
    """Answer with a file, packed where the browser can unpack it."""
    headers = {"Content-Type": file.type, "Cache-Control": _FOR_A_YEAR, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return web.Response(body=file.packed, headers={**headers, "Content-Encoding": "gzip"})
    return web.Response(body=file.body, headers=headers)
