"""What stands around a number: whose it is, said by the words of the rule's author."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from rules.detect.cues import Cues
from rules.detect.scan import Scan
from rules.model import Span

_CLOSE = 45  # a title stands this near before its holder's name, in characters
_FAR = 250  # no word farther than this says whose a number is; it also keeps the check linear
_TOKENS = 8  # a name is looked for this many tokens before a number

Beside = Literal["office", "person", "nobody"]


class Context(NamedTuple):
    """The compiled context words of one rule; see `IdentifierSpec` for their meaning."""

    near: Cues
    public: Cues
    private: Cues
    titles: Cues


def sentence(scan: Scan, start: int, wider: int = 0) -> Span:
    """Return the range of the sentence at `start`, `wider` neighbours on each side included.

    Of a very long sentence only the part around `start`.
    """
    sentences = scan.doc.sentences
    if not sentences:
        return Span(0, len(scan.doc.norm))
    token = min(scan.doc.token_index_at(start), len(scan.doc.tokens) - 1)
    at = scan.doc.tokens[token].sentence
    first, last = max(at - wider, 0), min(at + wider, len(sentences) - 1)
    begin = max(min(sentences[first].start, start), start - _FAR)
    return Span(begin, min(sentences[last].end, start + _FAR))


def beside(scan: Scan, start: int, titles: Cues) -> tuple[Beside, int]:
    """Tell who is named just before `start`, and where the name ends (-1 without one).

    A name with a title before or after it is an office; the title may also stand without a name.
    """
    doc = scan.doc
    here = sentence(scan, start)
    last = doc.token_index_at(start) if doc.tokens else 0
    tokens = doc.tokens[max(last - _TOKENS, 0) : last]
    for token, following in reversed(list(pairwise(tokens))):
        if not _is_name_pair(token.word.shape, following.word.shape):
            continue
        named = token.word.is_first_name or token.word.is_last_name or following.word.is_last_name
        if named and following.start - token.end <= 1:
            around = doc.norm[max(here.start, token.start - _CLOSE, 0) : token.start]
            between = doc.norm[following.end : start]
            office = titles.search(around) or titles.search(between)
            return ("office" if office else "person"), following.end
    if titles.search(doc.norm, max(here.start, start - 2 * _CLOSE), start):
        return "office", -1
    return "nobody", -1


def _is_name_pair(first: str, second: str) -> bool:
    return first in ("title", "upper", "mixed") and second in ("title", "upper", "mixed")
