"""Passwords, PINs and door codes in prose: a word that announces one, then what looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rules.detect.cues import Cues
from rules.detect.scan import Match, Scan
from rules.text.word import word_of

_REACH = 64  # a value stands this near after its word, in characters
_FAR = 250  # words of context stand this near
_WORDS = 7  # and with at most so many words between
_CHUNK = re.compile(r"\S{1,80}")
_CODE = re.compile(r"[#*]?\d(?:[ -]?\d){3,9}[#*]?(?![\w,.:/-]\w)|[#*]?\d{3,8}[#*]")
_WRAPPING = "\"'“”„»«()[]<>`"
_ENDING = ".,;:?!)]\"'”“»`…"
_NO_VALUE = re.compile(
    r"\d{1,2}\.\d{1,2}\.?(?:\d{2,4})?|\d{1,2}[.:]\d\d(?:[-–]\S*)?|\d{1,3}-[^\W\d_]+|(?:19|20)\d\d"
    r"|https?://\S+|www\.\S+|\S+@\S+\.[a-z]{2,}|\d{1,4}[€%a-z]{0,3}|§\S*|[@#][^\W\d_]+|\d+[-–]\d+",
    re.IGNORECASE,
)
_NO_CODE = re.compile(r"(?:19|20)\d\d(?:[-–]\d{2,4})?|(?:19|20)\d\d-\d\d-\d\d")
_LINKS = frozenset("on oli ovat är var is was are = : - – → :) / ja och and nyt nu now".split())
_STOPS = frozenset(
    """ei eivät älä älkää koskaan inte aldrig ingen inga not never no don't doesn't won't without
    viitteellä vaihdetaan säilytetään unohtui numerossa numerosta numeroon puh p soita soittamalla
    ring tfn telefon phone call""".split()
)


class Words(NamedTuple):
    """The author's words: `words` announce a secret, `weak` do beside `access`; see SecretSpec."""

    words: Cues
    weak: Cues
    login: Cues
    access: Cues
    public: Cues


def find(scan: Scan, words: Words) -> Iterator[Match]:
    """Find the values, not the words that announce them."""
    text = scan.doc.norm
    reached = 0
    for cues, looks in ((words.words, _looks_secret), (words.login, _looks_strong)):
        for word in cues.everywhere(scan):
            match = _value(text, word.end, looks)
            if match and match.start >= reached:
                reached = match.end
                yield match
        reached = 0
    for word in words.weak.everywhere(scan):
        match = _code(text, word.end, words)
        if match:
            yield match


def _code(text: str, start: int, words: Words) -> Match | None:
    """Find a code of digits after a weak word: marked by # or *, or where something is opened."""
    line = _line(text, start)
    found = _CODE.search(text, start, min(start + _REACH, line[1]))
    if found is None or _NO_CODE.fullmatch(found.group()) or words.public.search(text, *line):
        return None
    if not _STOPS.isdisjoint(text[start : found.start()].lower().split()):
        return None  # a telephone or a reference number
    marked = found.group().strip("#*") != found.group()
    return Match(*found.span()) if marked or words.access.search(text, *line) else None


def _line(text: str, at: int) -> tuple[int, int]:
    """Return the line around `at`, or its near part; ! and . in codes cut sentences in two."""
    begin, end = max(at - _FAR, 0), min(at + _FAR, len(text))
    before, after = text.rfind("\n", begin, at), text.find("\n", at, end)
    return (begin if before < 0 else before + 1), (end if after < 0 else after)


def _value(text: str, start: int, looks: Callable[[str], bool]) -> Match | None:
    """Find a value that `looks` like one after a word that ends at `start`."""
    end = min(start + _REACH, _line(text, start)[1])
    told = looks is _looks_secret and text[start : start + 3].lstrip("\"'”").startswith((":", "="))
    between = 0
    for chunk in _CHUNK.finditer(text, start, end):
        code = _CODE.match(text, chunk.start()) if looks is _looks_secret else None
        if code and _is_code(code.group()):
            return Match(*code.span())
        at, value = _trim(chunk.start(), _whole(text, chunk))
        plain = value.lower()
        if plain in _STOPS or between > _WORDS:
            break
        if looks(value) or (told and between == 0 and _is_made_up(value)):
            return Match(at, at + len(value))
        if value and plain not in _LINKS:
            between += 1
        if chunk.group()[-1] in ".?!" and not plain.endswith((":n", "esim")):
            break
    return None


def _is_code(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= 4 and not _NO_CODE.fullmatch(text)


def _whole(text: str, chunk: re.Match[str]) -> str:
    """Return the chunk to its last letter, also where the reach has cut it."""
    end = chunk.end()
    while end < len(text) and not text[end].isspace() and end - chunk.start() < 80:
        end += 1
    return text[chunk.start() : end]


def _trim(start: int, chunk: str) -> tuple[int, str]:
    left = chunk.lstrip(_WRAPPING + ":=")
    return start + len(chunk) - len(left), left.rstrip(_ENDING)


def _looks_secret(value: str) -> bool:
    """Letters with digits, or letters with signs inside; no date, time, address or amount."""
    if len(value) < 4 or _NO_VALUE.fullmatch(value):
        return False
    digits = any(char.isdigit() for char in value)
    letters = any(char.isalpha() for char in value)
    signs = re.search(r"[!#$%&*_=+@^~?]", value[1:-1]) is not None
    return (letters and digits and len(value) >= 5) or (letters and signs and len(value) >= 6)


def _looks_strong(value: str) -> bool:
    """Three kinds of characters in at least eight: what stands after a word of logging in."""
    kinds = (str.islower, str.isupper, str.isdigit, lambda char: not char.isalnum())
    count = sum(any(map(kind, value)) for kind in kinds)
    digits = sum(map(str.isdigit, value))
    return len(value) >= 8 and count >= 3 and digits >= 2 and _looks_secret(value)


def _is_made_up(value: str) -> bool:
    """A word in no dictionary, right after the colon: nobody explains a password with it."""
    if len(value) < 5 or _NO_VALUE.fullmatch(value) or not value.isalpha():
        return False
    word = word_of(value)
    return word.shape == "mixed" or not any(word.is_known(lang) for lang in ("fi", "sv", "en"))
