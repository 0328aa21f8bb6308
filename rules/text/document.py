"""A text taken apart once: tokens, sentences, language per sentence, words with their readings."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from rules.model import Language, Span
from rules.text import identify
from rules.text.abbreviations import ABBREVIATIONS
from rules.text.normalize import normalize
from rules.text.reading import Reading
from rules.text.sentences import DIVIDERS, ENDERS, Verdict, begins_line, judge
from rules.text.token import Sentence, Token, TokenKind
from rules.text.tokenize import KINDS, PLAIN, TOKEN
from rules.text.word import Word, known_word, word_of

__all__ = ["Document", "Reading", "Sentence", "Token", "TokenKind", "Word"]

_DEFAULT: Language = "fi"
_QUOTED = re.compile(
    r"\u201d[^\u201d\n]{1,300}\u201d|\u201c[^\u201c\u201d\n]{1,300}\u201d"
    r"|\u201e[^\u201c\u201d\n]{1,300}[\u201c\u201d]|\"[^\"\n]{1,300}\"|\u00bb[^\u00ab\u00bb\n]{1,300}[\u00bb\u00ab]"
    r"|\u00ab[^\u00ab\u00bb\n]{1,300}\u00bb|'(?<!\w')[^'\n]{1,300}'(?!\w)"
)  # each begins with its mark: only then the search goes from mark to mark


class Document:
    """A text with its tokens and sentences.

    All offsets are those of `norm`; `raw_span` leads back to the text as written. `language`
    forces the language of every sentence.
    """

    __slots__ = ("__dict__", "_normalized", "languages", "norm", "sentences", "text", "tokens")

    text: str
    norm: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    languages: tuple[Language, ...]
    """Those present, most text first; empty where there is no word to tell by."""

    def __init__(self, text: str, language: Language | None = None) -> None:
        self.text = text
        self._normalized = normalize(text)
        self.norm = self._normalized.text
        tokens, firsts = _take_apart(self.norm)
        guess = identify.languages(tokens, firsts, language)
        self.tokens = tuple(tokens)
        self.sentences = tuple(
            [
                Sentence(tokens[first].start, tokens[last - 1].end, first, last, told or _DEFAULT)
                for (first, last), told in zip(pairwise(firsts), guess.each, strict=True)
            ]
        )
        self.languages = guess.present

    def __repr__(self) -> str:
        """Say how long the text is and never what it says."""
        return f"<Document of {len(self.text)} characters>"

    def raw_span(self, start: int, end: int) -> Span:
        """Map a range of `norm` to the text as written, removed characters included."""
        return self._normalized.raw_span(start, end)

    def token_index_at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        return bisect_right(self._token_ends, offset)

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence at `offset`, or the one before it.

        Raise `IndexError` for a text without tokens.
        """
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def language_at(self, offset: int) -> Language:
        """Return the language of the sentence at `offset`."""
        return self.sentence_at(offset).language if self.sentences else _DEFAULT

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands in quotation marks, marks included: titles, and words spoken about."""
        return tuple(Span(*found.span()) for found in _QUOTED.finditer(self.norm))

    @cached_property
    def _token_ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


_STOPS = ENDERS | DIVIDERS


def _take_apart(text: str) -> tuple[list[Token], list[int]]:
    """Return the tokens, and the index of each sentence's first with that of the end."""
    tokens: list[Token] = []
    firsts = [0]
    stop, line, sentence, newlines = -1, 0, 0, 0
    emoji, new, append = TokenKind.EMOJI, tuple.__new__, tokens.append
    for found in TOKEN.finditer(text):
        group = found.lastindex or 0
        kind = KINDS[group]
        start, end = found.span(group)
        if kind is None:
            newlines = text.count("\n", start, end)
            continue
        form = text[start:end]
        word = known_word(form) or word_of(form)
        if group == PLAIN and stop < 0 and not newlines:  # most tokens: nothing to decide
            append(new(Token, (start, end, kind, form, word, sentence)))
            continue
        if form == "." and tokens and _is_abbreviated(tokens[-1], start):
            stop = len(tokens) - 1
            tokens[stop] = _with_full_stop(tokens[stop])
            newlines = 0
            continue
        token = new(Token, (start, end, kind, form, word, sentence))
        begins = False
        if newlines and tokens:
            begins = begins_line(tokens, line, newlines, token)
            line, stop = start, -1
        elif stop >= 0:
            verdict = judge(tokens, stop, firsts[-1], token)
            begins = verdict is Verdict.BEGINS
            if verdict is not Verdict.BELONGS:
                stop = -1
        newlines = 0
        if begins:
            sentence += 1
            firsts.append(len(tokens))
            token = new(Token, (start, end, kind, form, word, sentence))
        if stop < 0 and (form[-1] in _STOPS or kind is emoji):
            stop = len(tokens)
        append(token)
    bounds = [*firsts, len(tokens)] if tokens else []
    return (tokens, bounds) if len(tokens) <= _LONGEST else _with_cut_sentences(tokens, bounds)


_LONGEST = 250
"""Tokens of the longest sentence: what looks around in a sentence must not take a text's time."""


def _with_cut_sentences(tokens: list[Token], bounds: list[int]) -> tuple[list[Token], list[int]]:
    """Cut what is too long to be a sentence."""
    firsts = [at for first, last in pairwise(bounds) for at in range(first, last, _LONGEST)]
    cut = [*firsts, len(tokens)]
    numbered = [
        token._replace(sentence=number)
        for number, (first, last) in enumerate(pairwise(cut))
        for token in tokens[first:last]
    ]
    return numbered, cut


def _is_abbreviated(last: Token, full_stop: int) -> bool:
    return (
        last.end == full_stop and last.kind is TokenKind.WORD and last.word.lower in ABBREVIATIONS
    )


def _with_full_stop(token: Token) -> Token:
    form = token.text + "."
    return token._replace(end=token.end + 1, text=form, word=word_of(form))
