"""A document as the name finder sees it: a trait for every word, and questions about neighbours."""

from __future__ import annotations

from rules.model import Language
from rules.names.lexicon import marks
from rules.names.traits import Trait, traits
from rules.text import Document, Sentence, Token, TokenKind

_WORD = TokenKind.WORD
_SYMBOL = TokenKind.SYMBOL
_QUOTES = frozenset("\"\u201d\u201c\u201e\u00bb\u00ab'(")
_CAPITALS = int(Trait.CAPITAL | Trait.UPPER)


class View:
    """Tokens with their traits; indexes are those of `Document.tokens`.

    `capitals` are the words with a capital letter, `givens` those in lower case that may be first
    names; `kinds` holds the traits of the former and 0 for everything else.
    """

    __slots__ = ("_marks", "capitals", "doc", "givens", "kinds", "tokens")

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.kinds = kinds = [0] * len(doc.tokens)
        self.capitals: list[int] = []
        self.givens: list[int] = []
        for at, (_, _, token_kind, _, word, sentence) in enumerate(doc.tokens):
            if token_kind is not _WORD:
                continue
            if word.shape != "lower":
                kinds[at] = kind = traits(word, doc.sentences[sentence].language)
                if kind & _CAPITALS:
                    self.capitals.append(at)
            elif word.is_first_name:
                self.givens.append(at)
        self._marks = [-1] * len(doc.tokens)

    def marks(self, at: int) -> int:
        """Return the bits of `Mark` of a token, 0 for what is no word."""
        found = self._marks[at]
        if found < 0:
            token = self.tokens[at]
            word = token.kind is _WORD
            found = self._marks[at] = marks(token.word, self.language(at)) if word else 0
        return found

    def has(self, at: int, mark: int) -> bool:
        """Tell whether a token is a word with one of the bits of `Mark`."""
        return bool(self.marks(at) & mark)

    def any_has(self, first: int, last: int, mark: int) -> bool:
        """Tell whether one of `tokens[first:last]` has one of the bits of `Mark`."""
        return any(self.has(at, mark) for at in range(first, last))

    def language(self, at: int) -> Language:
        """The language of a token's sentence."""
        return self.doc.sentences[self.tokens[at].sentence].language

    def sentence(self, at: int) -> Sentence:
        """The sentence of a token."""
        return self.doc.sentences[self.tokens[at].sentence]

    def begins_sentence(self, at: int) -> bool:
        """Tell whether a word is the first of its sentence, of a quotation or after a colon."""
        sentence = self.sentence(at)
        before = at - 1
        while before >= sentence.first and self.tokens[before].kind not in (
            _WORD,
            TokenKind.NUMBER,
        ):
            if self.tokens[before].text == ":":
                return False
            if self.tokens[before].text in ("\u2013", "-", "\u2022", "*"):
                return True
            before -= 1
        return before < sentence.first

    def adjacent(self, at: int) -> bool:
        """Tell whether only a space stands between a token and the one before it."""
        before, start = self.tokens[at - 1], self.tokens[at].start
        gap = self.doc.norm[before.end : start]
        return gap == " " or (not gap and before.text.endswith("."))

    def before(self, at: int) -> Token | None:
        """The token right before in the same sentence."""
        return self.tokens[at - 1] if at > self.sentence(at).first else None

    def after(self, at: int) -> Token | None:
        """The token at `at` if it is still in the sentence of the one before it."""
        if at < len(self.tokens) and self.tokens[at].sentence == self.tokens[at - 1].sentence:
            return self.tokens[at]
        return None

    def is_initial(self, at: int) -> bool:
        """Tell whether a token is an initial with or without its full stop: `G.`, `F. E.`."""
        text = self.tokens[at].text
        if len(text) > 1 and "." not in text:
            return False
        letters = text.replace(".", "")
        return self.tokens[at].kind is _WORD and letters.isupper() and len(letters) <= 3

    def initial_end(self, at: int) -> int:
        """Return the index after an initial at `at`, its full stop included."""
        follows = at + 1
        if follows < len(self.tokens):
            dot = self.tokens[follows]
            if dot.text == "." and dot.start == self.tokens[at].end:
                return follows + 1
        return follows

    def is_capital(self, at: int) -> bool:
        """Tell whether a word begins with a capital letter or is all capitals."""
        return bool(self.kinds[at] & _CAPITALS)

    def bare(self, at: int) -> bool:
        """Tell whether no dictionary of the sentence's language, and no list, has the word."""
        kind = self.kinds[at]
        if kind & (Trait.COMMON | Trait.STOP | Trait.PLACE | Trait.PARTICLE):
            return False
        if self.language(at) == "fi" and self.tokens[at].word.readings:
            return bool(kind & (Trait.FIRST | Trait.LAST | Trait.FIRST_INFLECTED))
        return True
