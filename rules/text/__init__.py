"""Language knowledge: a text becomes a Document of tokens, sentences, lemmas and languages."""

from rules.text.document import Document, Reading, Sentence, Token, TokenKind, Word

__all__ = ["Document", "Reading", "Sentence", "Token", "TokenKind", "Word"]
