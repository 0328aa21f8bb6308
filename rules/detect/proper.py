"""Where a Swedish or English word is part of a name and no word of the writer's own.

Both languages write common words small: a capital inside a sentence makes a name (`Provision
Hill`, `the Warm Homes Fund`). The name of a Swedish act begins with a small letter (`lagen om
förvärv av skog`) and is known by its first words.
"""

from __future__ import annotations

from rules.text import Document, Sentence, TokenKind

_ACTS = frozenset("lag lagen lagens förordning förordningen direktiv direktivet".split())
_ACT_NAME = 5


def in_name(doc: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the tokens from `first` to `last` stand in a name; never in Finnish."""
    if sentence.language == "fi":
        return False
    return _is_capital(doc, sentence, first, last) or (
        sentence.language == "sv" and _in_act(doc, sentence, first)
    )


def _is_capital(doc: Document, sentence: Sentence, first: int, last: int) -> bool:
    opening = _opening(doc, sentence)
    tokens = range(first, last + 1)
    if any(doc.tokens[at].word.shape == "title" for at in tokens if at > opening):
        return True
    following = doc.tokens[last + 1] if last + 1 < sentence.last else None
    return (
        sentence.language == "en"
        and first == last == opening
        and following is not None
        and following.word.shape == "title"
        and following.text != "I"
    )


def _opening(doc: Document, sentence: Sentence) -> int:
    """Return the first word of the sentence, which is always written large."""
    words = (
        at for at in range(sentence.first, sentence.last) if doc.tokens[at].kind is TokenKind.WORD
    )
    return next(words, sentence.first)


def _in_act(doc: Document, sentence: Sentence, first: int) -> bool:
    """Tell whether `lagen om` stands up to five words before, in the same clause."""
    for at in range(first - 1, max(sentence.first, first - _ACT_NAME) - 1, -1):
        if doc.tokens[at].kind is TokenKind.SYMBOL and doc.tokens[at].text != "-":
            return False
        if doc.tokens[at].word.lower == "om" and at > sentence.first:
            return doc.tokens[at - 1].word.lower in _ACTS
    return False
