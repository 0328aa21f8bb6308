"""E-mail addresses of people, also those written to slip past a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context, beside, sentence
from rules.detect.scan import Match, Scan
from rules.detect.sought import lower
from rules.model import LANGUAGES
from rules.text.word import word_of

_FREE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|aol|gmx|proton|protonmail|pm|luukku"
    r"|suomi24|elisanet|kolumbus|saunalahti|pp\.inet|welho|dnainternet|netti|mbnet|telia|spray|bredband"
    r"|passagen|home|tele2|comhem|mail|email|posti|post|example)(?:\.[a-z]{2,7}){1,2}"
)
"""Domains of no organisation: anybody may have a mailbox there."""
_PERSON = re.compile(r"[^\W\d_]{1,20}[._-][^\W\d_-]{2,30}(?:-[^\W\d_]{2,30})?")
_OPEN, _CLOSE = r"[\[({<]", r"[\])}>]"
_DOTWORD = r"(?:piste|punkt|prick|dot)"
_REALDOT = rf"(?: ?{_OPEN} ?(?:{_DOTWORD}|\.) ?{_CLOSE} ?| {_DOTWORD} |\.)"
_WORDDOT = rf"(?: ?{_OPEN} ?(?:{_DOTWORD}|\.) ?{_CLOSE} ?| {_DOTWORD} )"
_LOCAL = rf"[\w+%-][\w.+%-]{{0,63}}(?:{_WORDDOT}[\w+%-]{{1,40}}){{0,3}}"
_AT = (
    rf"(?: ?{_OPEN} ?(?:at|ät|@|a|miukumauku|snabel-?a) ?{_CLOSE} ?"
    r"| ?(?:snabel-?a|miukumauku|miuku|kissanhäntä|ätmerkki|ät-merkki) ?| ät | ?@ )"
)
_AT_DOMAIN = re.compile(r"@(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}")
_LONGEST_LOCAL = 64
_BEFORE_AT = re.compile(r"[\w.+%-]+\Z")
_HIDDEN = re.compile(
    rf"(?<![\w.+%-]){_LOCAL}(?:{_AT}[\w-]{{1,63}}(?:{_REALDOT}[\w-]{{1,63}}){{1,4}}"
    rf"| at [\w-]{{1,63}}(?:{_WORDDOT}[\w-]{{1,63}}){{1,4}}"
    rf"|@[\w-]{{1,63}}(?:{_WORDDOT}[\w-]{{1,63}}){{1,4}})",
    re.IGNORECASE,
)
_HINTS = re.compile(  # it begins with a class of characters: the search need not stop at letters
    r"[\[({<@](?:"
    rf"(?<!@) ?(?:at|ät|@|a) ?{_CLOSE}|(?<=@)[\w-]{{1,63}} ?{_OPEN}? ?{_DOTWORD})"
)
_HINT_PIECES = ("snabel", "miuku", "kissanhäntä", "ätmerkki", "ät-merkki", " ät ", "@ ")
_AT_AND_DOT = re.compile(r" at .{1,70} dot ")
"""A hidden address has one of these, in small letters."""


def find(scan: Scan, context: Context) -> Iterator[Match]:
    """Find addresses that belong to a person rather than to a service or an office."""
    text = scan.doc.norm
    ranges = list(_plain(text)) if "@" in text else []
    if _may_hide(lower(scan)):
        ranges += [
            found.span()
            for found in _HIDDEN.finditer(text)
            if not any(found.start() < end and start < found.end() for start, end in ranges)
        ]
    for start, end in ranges:
        local, domain = _read(text[start:end])
        hidden = "@" not in text[start:end]
        if _is_private(scan, (start, end), local, domain, context, hidden=hidden):
            yield Match(start, end)


def _plain(text: str) -> Iterator[tuple[int, int]]:
    reached = 0
    for found in _AT_DOMAIN.finditer(text):
        at = found.start()
        local = _BEFORE_AT.search(text[max(reached, at - _LONGEST_LOCAL) : at])
        if local:
            reached = found.end()
            yield at - len(local.group()), reached


def _may_hide(text: str) -> bool:
    return (
        any(map(text.__contains__, _HINT_PIECES))
        or _HINTS.search(text) is not None
        or (" dot " in text and _AT_AND_DOT.search(text) is not None)
    )


def _read(text: str) -> tuple[str, str]:
    """Return the local part and the domain, in lower case, as a mail program would want them."""
    plain = re.sub(_WORDDOT, ".", text, flags=re.IGNORECASE)
    plain = re.sub(_AT + "| at ", "@", plain, count=1, flags=re.IGNORECASE)
    local, _, domain = plain.lower().replace(" ", "").partition("@")
    return local, domain


def _is_private(
    scan: Scan, span: tuple[int, int], local: str, domain: str, context: Context, *, hidden: bool
) -> bool:
    """Judge an address; one that hides from machines is taken for a person's."""
    directory, (start, end) = scan.directory, span
    listed = {mail.lower() for mail in directory.emails}
    listed |= {mail.lower() for who in directory.people for mail in who.emails}
    if f"{local}@{domain}" in listed or _is_under(domain, directory.domains):
        return False
    text, here = scan.doc.norm, sentence(scan, start)
    private = context.private.search(text, here.start, max(here.end, end))
    if private:
        return True
    if context.public.search(re.sub(r"[\d._+-]+", " ", local)):
        return False
    who, _ = beside(scan, start, context.titles)
    if who == "office" or context.titles.search(text, here.start, start):
        return False
    if hidden:
        return True  # a unit has no reason to hide
    if _FREE.fullmatch(domain):
        return not _is_word(local)
    return who == "person" and _PERSON.fullmatch(local) is not None


def _is_word(local: str) -> bool:
    """Tell whether the local part is a word and no name: a unit's or a matter's mailbox."""
    word = word_of(local)
    known = any(word.is_known(language) for language in LANGUAGES)
    return local.isalpha() and len(local) > 3 and known and not _names(local)


def _names(local: str) -> bool:
    word = word_of(local.capitalize())
    return word.is_first_name or word.is_last_name


def _is_under(domain: str, owned: tuple[str, ...]) -> bool:
    return any(domain == own.lower() or domain.endswith("." + own.lower()) for own in owned)
