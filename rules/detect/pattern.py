r"""A regular expression in linear time (RE2), written by the author of a pack.

RE2 knows `\b` and `\w` only in ASCII, which is wrong for Finnish; so a pattern here always begins
and ends at the edge of a word, unless it says `edges: false`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import re2
from pydantic import ValidationInfo, field_validator

from rules.detect.scan import Finder, Match, Scan, Spec
from rules.detect.sought import Gate
from rules.directory import Directory
from rules.model import is_checked

_MEMORY = 32 << 20  # bytes that one pattern may take; with RE2's own 8 MB large ones become slow
_SHORTER = 12  # so many words are given up for a match that ends with a whole one


class PatternSpec(Spec):
    """A pattern, and words that silence it when they stand in the same sentence.

    A match that would end inside a word ends with a whole word before it, if the pattern fits so.
    `needs` is a piece of text, in lower case, without which the pattern cannot match; it makes the
    check cheap. `group` is the part of the match that is marked (0, the whole, by default).
    """

    regex: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    edges: bool = True
    case: bool = False
    group: int = 0

    @field_validator("regex")
    @classmethod
    def _compiles(cls, value: str, info: ValidationInfo) -> str:
        if not is_checked(info):
            _compiled(value, case=True)
        return value


@cache
def _compiled(regex: str, case: bool) -> re2._Regexp[str]:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    options.case_sensitive = case
    try:
        return re2.compile(regex, options)
    except re2.error as error:
        reason = error.args[0]
        why = reason.decode() if isinstance(reason, bytes) else str(reason)
        raise ValueError(f"the pattern cannot be read: {why}") from error


def compile(entries: Sequence[PatternSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Make the gate of all patterns; each is compiled when the first text passes its gate."""
    gate = Gate(spec.needs for spec in entries)
    always = {index for index, spec in enumerate(entries) if not spec.needs}

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        text = scan.doc.norm
        for index in sorted(always | gate.passed_by(scan)):
            spec = entries[index]
            pattern = _compiled(spec.regex, spec.case)
            for found in pattern.finditer(text):
                start, end = found.span(spec.group)
                if spec.edges and not spec.group:
                    end = _whole_words(pattern, text, start, end)
                if (
                    start < end
                    and _stands_alone(text, start, end, spec)
                    and _wanted(scan, start, spec)
                ):
                    yield index, Match(start, end)

    return find


def _whole_words(pattern: re2._Regexp[str], text: str, start: int, end: int) -> int:
    """Return the end of the longest match that splits no word; `start` if there is none."""
    if not _splits(text, end):
        return end
    for _ in range(_SHORTER):
        while end > start and text[end - 1].isalnum():
            end -= 1
        while end > start and not text[end - 1].isalnum():
            end -= 1
        if end == start or pattern.fullmatch(text, start, end):
            return end
    return start


def _splits(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _stands_alone(text: str, start: int, end: int, spec: PatternSpec) -> bool:
    return not (spec.edges and (_splits(text, start) or _splits(text, end)))


def _wanted(scan: Scan, start: int, spec: PatternSpec) -> bool:
    if not spec.unless:
        return True
    sentence = scan.doc.sentence_at(start)
    around = scan.doc.norm[sentence.start : sentence.end].lower()
    return not any(word in around for word in spec.unless)
