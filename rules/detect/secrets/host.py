"""Places that only insiders reach: shares, internal names, private addresses, team sites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.cues import Cues
from rules.detect.identifiers.context import sentence
from rules.detect.scan import Match, Scan
from rules.detect.sought import lower

_TAIL = r"(?:/[^\s<>\"”»]{0,300})?"
_LABELS = r"(?:[\w-]{1,63}\.){1,6}"
_INSIDE = r"(?:local|lan|intra|intranet|internal|corp|localdomain|home\.arpa|private|sisainen)"
_NUMBER = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_PRIVATE_IP = (
    rf"(?:10\.{_NUMBER}\.{_NUMBER}\.{_NUMBER}|192\.168\.{_NUMBER}\.{_NUMBER}"
    rf"|172\.(?:1[6-9]|2\d|3[01])\.{_NUMBER}\.{_NUMBER}|127\.0\.0\.1)"
)
_PLACE = re.compile(
    r"\\\\[\w.$-]{2,63}(?:\\[^\s\\<>\"”»|?*]{1,120}){1,20}\\?"
    r"|(?<![\w])[A-Za-z]:\\(?:[^\s\\<>\"”»|?*]{1,120}\\?){1,20}"
    r"|(?:file|smb|nfs|ldaps?|rdp)://[^\s<>\"”»]{2,300}"
    rf"|(?<![\w.@-])(?:https?://)?{_LABELS}{_INSIDE}(?![\w-]|\.\w)(?::\d{{2,5}})?{_TAIL}"
    rf"|(?<![\w.@-])(?:https?://)?(?:intra|intranet|sisaverkko|insidan|inifran)\.(?:[\w-]{{1,63}}\.){{1,4}}[a-z]{{2,6}}(?![\w-])(?::\d{{2,5}})?{_TAIL}"
    r"|https?://(?:localhost|[\w-]{2,63})(?::\d{2,5})?(?=[/\s]|\Z)(?:/[^\s<>\"”»]{0,300})?"
    r"|(?:https?://)?[\w-]{1,63}\.sharepoint\.com(?:/[^\s<>\"”»]{0,300})?"
    r"|https?://teams\.microsoft\.com/l/[^\s<>\"”»]{2,300}"
    rf"|(?<![\w.])(?:https?://)?(?P<ip>{_PRIVATE_IP})(?![\w]|\.\d)(?::\d{{2,5}})?{_TAIL}",
    re.IGNORECASE,
)
_HINTS = (
    "\\", "://", ".local", ".lan", "intra", ".internal", ".corp", ".home", ".private", ".sisainen",
    ".sharepoint", "insidan", "inifran", "sisaverkko",
)  # fmt: skip
_PRIVATE_START = re.compile(r"1(?:0|27|72|92)(?:\.\d{1,3}){3}")
_CHUNK = re.compile(r"\S+")
_ENDING = ".,;:!?)]'"


def find(scan: Scan, versions: Cues) -> Iterator[Match]:
    """Find them; four numbers after a word of `versions` are no address."""
    text = scan.doc.norm
    own = scan.directory.internal_domains
    if own:
        yield from _own(text, own)
    if not _hint(lower(scan)):
        return
    places = (
        found
        for chunk in _CHUNK.finditer(text)
        if _hint(chunk.group().lower())
        for found in _PLACE.finditer(text, *chunk.span())
    )
    for found in places:
        start, end = found.span()
        if found["ip"] and "://" not in found.group():
            here = sentence(scan, start)
            if versions.search(text, max(here.start, start - 30), start):
                continue
        while end > start and text[end - 1] in _ENDING:
            end -= 1
        yield Match(start, end)


def _hint(text: str) -> bool:
    """Tell whether a text in small letters has what every such place has."""
    return any(map(text.__contains__, _HINTS)) or _PRIVATE_START.search(text) is not None


def _own(text: str, domains: tuple[str, ...]) -> Iterator[Match]:
    """Find the city's own internal names, wherever they stand in an address."""
    lower = text.lower()
    for domain in domains:
        at = lower.find(domain.lower()) if len(lower) == len(text) else -1
        while at >= 0:
            start, end = at, at + len(domain)
            while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "(\"'”":
                start -= 1
            while end < len(text) and not text[end].isspace() and text[end] not in ")\"'”,":
                end += 1
            yield Match(start, end)
            at = lower.find(domain.lower(), end)
