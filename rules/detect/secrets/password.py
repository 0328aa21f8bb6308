"""Passwords, PINs and door codes in prose: a word that announces one, then what looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rules.detect.cues import Cues
from rules.detect.scan import Match, Scan
from rules.text.word import word_of

_REACH = 64  # a value stands this near after its word, in characters
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
    vaihdetaan säilytetään unohtui""".split()
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
    for word in words.words.all(text):
        reached, match = _value(text, word.end, reached, _looks_secret)
        if match:
            yield match
    for word in words.login.all(text):
        reached, match = _value(text, word.end, reached, _looks_strong)
        if match:
            yield match
    for word in words.weak.all(text):
        line = _line(text, word.start)
        if words.public.search(text, *line):
            continue
        opens = words.access.search(text, *line)
        for found in _CODE.finditer(text, word.end, min(word.end + _REACH, line[1])):
            marked = not found.group().strip("#*") == found.group()
            if (marked or opens) and not _NO_CODE.fullmatch(found.group()) and found.start() >= reached:
                yield Match(*found.span())
            break


def _line(text: str, at: int) -> tuple[int, int]:
    """Return the line around `at`; codes with ! and . in them cut sentences in two."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _value(text: str, start: int, reached: int, looks: object) -> tuple[int, Match | None]:
    """Find a value after a word that ends at `start`; nothing before `reached` is looked at."""
    end = min(start + _REACH, _line(text, start)[1])
    assigned = text[start : start + 3].lstrip("\"'”").startswith((":", "="))
    between = 0
    for chunk in _CHUNK.finditer(text, start, end):
        code = _CODE.match(text, chunk.start(), end + 12)
        if code and len(re.sub(r"\D", "", code.group())) >= 4 and looks is _looks_secret:
            if code.start() >= reached and not _NO_CODE.fullmatch(code.group()):
                return code.end(), Match(*code.span())
        at, value = _trim(text, chunk.start(), _whole(text, chunk))
        plain = value.lower()
        if plain in _STOPS or between > _WORDS:
            break
        strong = _looks_strong(value) if looks is _looks_strong else _looks_secret(value)
        if strong or (assigned and between == 0 and _is_made_up(value)):
            if at < reached:
                return reached, None
            return at + len(value), Match(at, at + len(value))
        if value and plain not in _LINKS:
            between += 1
        if chunk.group()[-1] in ".?!" and not plain.endswith((":n", "esim")):
            break
    return reached, None


def _whole(text: str, chunk: re.Match[str]) -> str:
    """Return the chunk to its last letter, also where the reach has cut it."""
    end = chunk.end()
    while end < len(text) and not text[end].isspace() and end - chunk.start() < 80:
        end += 1
    return text[chunk.start() : end]


def _trim(text: str, start: int, chunk: str) -> tuple[int, str]:
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
    """Three kinds of characters in at least eight; for words that announce no value by themselves."""
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
