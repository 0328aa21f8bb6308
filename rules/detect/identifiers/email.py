"""E-mail addresses of people, also those written to slip past a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context, beside, sentence
from rules.detect.scan import Match, Scan

_OPEN, _CLOSE = r"[\[({<]", r"[\])}>]"
_DOTWORD = r"(?:piste|punkt|prick|dot)"
_DOT = rf"(?: ?{_OPEN} ?(?:{_DOTWORD}|\.) ?{_CLOSE} ?| {_DOTWORD} | ?\. ?(?=\w)|\.)"
_REALDOT = rf"(?: ?{_OPEN} ?(?:{_DOTWORD}|\.) ?{_CLOSE} ?| {_DOTWORD} |\.)"
_WORDDOT = rf"(?: ?{_OPEN} ?(?:{_DOTWORD}|\.) ?{_CLOSE} ?| {_DOTWORD} )"
_LOCAL = rf"[\w+%-][\w.+%-]{{0,63}}(?:{_WORDDOT}[\w+%-]{{1,40}}){{0,3}}"
_AT = (
    rf"(?: ?{_OPEN} ?(?:at|ät|@|a|miukumauku|snabel-?a) ?{_CLOSE} ?"
    r"| ?(?:snabel-?a|miukumauku|miuku|kissanhäntä|ätmerkki|ät-merkki) ?| ät | ?@ )"
)
_PLAIN = re.compile(r"[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}")
_HIDDEN = re.compile(
    rf"(?<![\w.+%-]){_LOCAL}(?:{_AT}[\w-]{{1,63}}(?:{_REALDOT}[\w-]{{1,63}}){{1,4}}"
    rf"| at [\w-]{{1,63}}(?:{_WORDDOT}[\w-]{{1,63}}){{1,4}}"
    rf"|@[\w-]{{1,63}}(?:{_WORDDOT}[\w-]{{1,63}}){{1,4}})",
    re.IGNORECASE,
)
_HINTS = re.compile(
    rf"{_OPEN} ?(?:at|ät|@|a) ?{_CLOSE}|snabel|miuku|kissanhäntä|ät-?merkki| ät | @ |@ | at .{{1,70}} dot "
    rf"|@[\w-]{{1,63}} ?{_OPEN}? ?{_DOTWORD}",
    re.IGNORECASE,
)


def find(scan: Scan, context: Context) -> Iterator[Match]:
    """Find addresses that belong to a person rather than to a service or an office."""
    text = scan.doc.norm
    ranges: list[tuple[int, int]] = []
    if "@" in text:
        ranges += [found.span() for found in _PLAIN.finditer(text)]
    if _HINTS.search(text):
        ranges += [
            found.span()
            for found in _HIDDEN.finditer(text)
            if not any(found.start() < end and start < found.end() for start, end in ranges)
        ]
    for start, end in ranges:
        local, domain = _read(text[start:end])
        if _is_private(scan, start, end, local, domain, context):
            yield Match(start, end)


def _read(text: str) -> tuple[str, str]:
    """Return the local part and the domain, in lower case, as a mail program would want them."""
    plain = re.sub(_WORDDOT, ".", text, flags=re.IGNORECASE)
    plain = re.sub(_AT + "| at ", "@", plain, count=1, flags=re.IGNORECASE)
    local, _, domain = plain.lower().replace(" ", "").partition("@")
    return local, domain


def _is_private(
    scan: Scan, start: int, end: int, local: str, domain: str, context: Context
) -> bool:
    directory = scan.directory
    listed = {mail.lower() for mail in directory.emails}
    listed |= {mail.lower() for who in directory.people for mail in who.emails}
    if f"{local}@{domain}" in listed or _is_under(domain, directory.domains):
        return False
    if context.public.search(re.sub(r"[\d._+-]+", " ", local)):
        return False
    text, here = scan.doc.norm, sentence(scan, start)
    if context.private.search(text, here.start, max(here.end, end)):
        return True
    who, _ = beside(scan, start, context.titles)
    return who != "office" and not context.titles.search(text, here.start, start)


def _is_under(domain: str, owned: tuple[str, ...]) -> bool:
    return any(domain == own.lower() or domain.endswith("." + own.lower()) for own in owned)
