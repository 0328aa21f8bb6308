"""Passwords that are ordinary words: one word, said to be the password of something on the line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.cues import Cues
from rules.detect.scan import Match, Scan

_FAR = 200  # words of context stand this near
_SAID = re.compile(
    r"(?P<link> ?[:=] ?|(?: [\w-]{1,30}){0,3} (?:on|oli|är|var|is|was) | )"
    r"[\"'”“„]?(?P<value>[^\W\d_]{4,30})"
    r"[\"'”“]?(?=\s{0,3}(?:[,.;!)/|–—\n]|\Z))"
)
_BESIDE = (", ", "/ ", "; ", "| ", "\n", "/")
_NO_WORD = re.compile(
    r".*(?:ttu|tty|nut|nyt|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|inen|ton|tön|ats|ligt|ing|ed)",
    re.IGNORECASE,
)
_SAYINGS = frozenset(
    """sama samat uusi vanha vahva heikko väärä oikea pitkä lyhyt valmis tarpeen pakko alla näin
    tähän täältä vaihtuu vanhenee poistuu kiitos samma nytt gammalt gamla fel rätt borta starkt
    svagt långt hemligt klart nedan krävs behövs byts ändras gäller tack same wrong right lost
    hyvä huono helppo julkinen tyhjä personlig gratis bra tomt free public private personal unique
    blank correct safe simple easy needed strong weak long secret ready here below gone expires
    changes thanks mandatory only
    salasana lösenord password sähköposti email epost puhelin""".split()
)


def find(scan: Scan, passwords: Cues, accounts: Cues) -> Iterator[Match]:
    """Find the word after one of `passwords` where the line has one of `accounts`, too."""
    text = scan.doc.norm
    for word in passwords.everywhere(scan):
        start, end = _whole(text, word.start, word.end)
        said = _SAID.match(text, end)
        if said is None or (
            said["link"] == " " and not text[max(start - 2, 0) : start].endswith(_BESIDE)
        ):
            continue
        value = said["value"]
        if value.lower() in _SAYINGS or _NO_WORD.fullmatch(value):
            continue
        if accounts.search(text, *_line(text, start, end)):
            yield Match(*said.span("value"))


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(start - _FAR, 0), min(end + _FAR, len(text))
    before, after = text.rfind("\n", first, start), text.find("\n", end, last)
    return max(before, first), last if after < 0 else after


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
