"""Street addresses where somebody lives; a venue's or an office's address is no finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context, beside, sentence
from rules.detect.scan import Match, Scan

_ENDINGS = tuple(
    """katu kadun tie tien kuja kujan polku polun kaari raitti rinne penger väylä aukio tori ranta
    piha laita portti puistikko bulevardi esplanadi mäki gatan gata vägen väg gränden gränd stigen
    stig backen allén torget esplanaden kajen svängen ringen brinken stråket leden gården street
    road lane avenue drive""".split()
)
_SEPARATE = tuple(" " + ending for ending in _ENDINGS)
_TOWN = (
    r"(?-i:(?:,? )(?:FI-|SE-)?(?:\d{5}|\d{3} \d\d) [A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w-]{2,30})?)"
)
_FLAT = r"(?:,? ?(?:lgh|as\.?|bst\.?|apt\.?|asunto|bostad|flat) ?\d{1,4}|(?<=[a-z]) ?\d{1,4})"
_NUMBER = re.compile(
    rf"(?<=[a-zåäö]) \d{{1,3}}(?: ?[a-z](?![\w'])| ?[a-z](?=\d))?(?P<flat>{_FLAT})?"
    rf"(?![\w%€]|[.,:]\d| ?[–-] ?\d)(?:{_TOWN})?",
    re.IGNORECASE,
)
# What every number has. It begins with a digit, so the search need not stop at each letter.
_HINT = re.compile(r"\d(?<=[^\W\d_] \d)")
_FIRST = re.compile(
    r"(?<![\w-])(?:(?:vanha|uusi|iso|pikku|pohjoinen|eteläinen|itäinen|läntinen|ylä|ala|gamla|nya|"
    r"norra|södra|östra|västra|stora|lilla|old|new|north|south) )?[\w'-]{1,40}\Z",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<![\w-])[\w'-]{1,40} [\w'-]{1,40}\Z")
_ENGLISH = re.compile(
    r"(?<![\w-])\d{1,4}[a-z]? (?:[A-ZÅÄÖ][\w'-]{1,30} ){1,3}(?:Street|Road|Lane|Avenue|Drive)(?!\w)"
)
_ENGLISH_HINTS = (" Street", " Road", " Lane", " Avenue", " Drive")
_LONGEST = 90
_APART = 30  # a name this far before an address, in characters, is not the one who lives there


def find(scan: Scan, context: Context) -> Iterator[Match]:
    """Find addresses that the words around tie to a person's home."""
    text = scan.doc.norm
    for hint in _HINT.finditer(text):
        start = _start(text, hint.start() - 1)
        found = _NUMBER.match(text, hint.start() - 1) if start >= 0 else None
        if found and _is_home(scan, start, found.end(), bool(found["flat"]), context):
            yield Match(start, found.end())
    if not any(hint in text for hint in _ENGLISH_HINTS):
        return
    for found in _ENGLISH.finditer(text):
        if _is_home(scan, found.start(), found.end(), False, context):
            yield Match(*found.span())


def _start(text: str, end: int) -> int:
    """Return where the street's name that ends at `end` begins, -1 for what is no street."""
    before = text[max(end - _LONGEST, 0) : end]
    lower = before.lower()
    if not lower.endswith(_ENDINGS):
        return -1
    separate = lower.endswith(_SEPARATE)
    found = (_BEFORE if separate else _FIRST).search(before)
    return end - len(before) + found.start() if found else -1


def _is_home(scan: Scan, start: int, end: int, flat: bool, context: Context) -> bool:
    text = scan.doc.norm
    here, wide = sentence(scan, start), sentence(scan, start, wider=1)
    if context.private.search(text, here.start, max(here.end, end)):
        return True
    who, name_end = beside(scan, start, context.titles)
    if who == "office":
        return False
    if text[max(name_end - 20, 0) : max(name_end, 0)].lower().endswith(_ENDINGS):
        who = "nobody"  # the street before this one in a list of streets
    if who == "person" and start - name_end <= _APART:
        return not context.public.search(text, name_end, start)
    if context.public.search(text, here.start, here.end):
        return False
    if context.near.search(text, wide.start, wide.end):
        return True
    return flat
