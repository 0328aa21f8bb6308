"""The words of a crisis or of a storm of feedback: a reason to offer help, never to open anything.

A word alone says little: fires are practised, prevented, remembered and put on stage. So a term
counts only in a post that has none of the words that tell of such a thing, in a sentence that is
not conditional, and not beside a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.detect import terms
from rules.detect.element import Element, parse_element
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.detect.terms import Term, TermsSpec
from rules.directory import Directory
from rules.model import Language
from rules.text import TokenKind

_CONDITIONAL = frozenset(("jos", "mikäli", "ellei", "entä", "ifall", "if", "unless"))
_CONDITIONAL_FIRST = frozenset(("om", "vid"))  # elsewhere `om` means "about"


class SituationSpec(Spec):
    """Terms as in the kind `terms`, and `calm`: elements of which one anywhere keeps it quiet."""

    language: Language
    items: tuple[Term, ...]
    calm: tuple[str, ...] = ()


def compile(entries: Sequence[SituationSpec], city: Directory) -> Finder:  # noqa: A001
    """Compile the terms of all rules."""
    look = terms.compile([TermsSpec(language=s.language, items=s.items) for s in entries], city)
    calm = [tuple(map(parse_element, spec.calm)) for spec in entries]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        told: set[int] = set()
        for index, match in look(scan):
            if index in told or _is_calm(scan, calm[index], entries[index].language):
                continue
            if _is_supposed(scan, match):
                continue
            told.add(index)
            yield index, match

    return find


def _is_calm(scan: Scan, calm: Sequence[Element], language: Language) -> bool:
    if any(_is_year(t.text) for t in scan.doc.tokens if t.kind is TokenKind.NUMBER):
        return True
    words = [token for token in scan.doc.tokens if token.kind is TokenKind.WORD]
    return any(element.fits(token, language) for element in calm for token in words)


def _is_year(text: str) -> bool:
    """Tell whether a number is a year: whoever writes of what is happening now names none."""
    return len(text) == 4 and text.isdecimal() and 1500 < int(text) < 2100


def _is_supposed(scan: Scan, match: Match) -> bool:
    sentence = scan.doc.sentence_at(match.start)
    words = scan.doc.tokens[sentence.first : sentence.last]
    if words[0].word.lower in _CONDITIONAL_FIRST or words[-1].text[:1] == "?":
        return True
    return any(token.word.lower in _CONDITIONAL for token in words)
