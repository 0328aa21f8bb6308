"""Whether a word of a text belongs to one of the word lists, in any inflection."""

from __future__ import annotations

from rules.model import Language
from rules.names.words import listed
from rules.text import Token, TokenKind, Word
from rules.text.perword import PerWord

_ENDINGS = tuple(sorted(listed("titles", "endings") | listed("titles", "art")))
_COMPOUNDS = listed("titles", "compound")
_COMPOUND_ENDINGS = tuple(sorted(_COMPOUNDS))
_THING_HEADS = tuple(sorted(word for word in listed("contexts", "thing") if len(word) > 2))
_TITLES = listed("titles", "words") | listed("titles", "art")
_SWEDISH_HEADS = tuple(head + end for head in _THING_HEADS for end in ("", "n", "en", "et", "s"))


def bases(token: Token, language: Language) -> frozenset[str]:
    """Return the base forms of a token, with the form itself and that without a genitive -s."""
    return _bases(token.word, language)


def is_in(token: Token, language: Language, file: str, section: str) -> bool:
    """Tell whether a word is in a section of the word lists."""
    if token.kind not in (TokenKind.WORD, TokenKind.NUMBER):
        return False
    return _is_in(token.word, language, file, section)


def is_title(token: Token, language: Language) -> bool:
    """Tell whether a word names an office, a post, a profession or an art."""
    return token.kind is TokenKind.WORD and _is_title(token.word, language)


def is_thing(token: Token, language: Language) -> bool:
    """Tell whether a word names a kind of thing that is called after people: a street, a prize."""
    return token.kind is TokenKind.WORD and _is_thing(token.word, language)


def is_company(token: Token, language: Language) -> bool:
    """Tell whether a word marks a company, a band or a ship."""
    return token.kind is TokenKind.WORD and _is_company(token.word, language)


@PerWord
def _bases(word: Word, language: Language) -> frozenset[str]:
    lower = word.lower
    forms = word.lemmas(language) | {lower}
    if language != "fi":
        if lower.endswith("'s"):
            forms |= {lower[:-2]}
        elif lower.endswith("s") and len(lower) > 4:
            forms |= {lower[:-1]}
    return forms


@PerWord
def _is_in(word: Word, language: Language, file: str, section: str) -> bool:
    words = listed(file, section)
    return word.lower in words or not words.isdisjoint(_bases(word, language))


@PerWord
def _is_title(word: Word, language: Language) -> bool:
    forms = _bases(word, language)
    if not _TITLES.isdisjoint(forms):
        return True
    return any(
        form.endswith(_ENDINGS) or (form.endswith(_COMPOUND_ENDINGS) and form not in _COMPOUNDS)
        for form in forms
    )


@PerWord
def _is_thing(word: Word, language: Language) -> bool:
    forms = _bases(word, language)
    if not listed("contexts", "thing").isdisjoint(forms):
        return True
    if language == "en":
        return False
    if word.surface.startswith("-"):
        return True
    heads = _SWEDISH_HEADS if language == "sv" else _THING_HEADS
    return any(len(form) > 6 and form.endswith(heads) for form in forms)


@PerWord
def _is_company(word: Word, language: Language) -> bool:
    words = listed("contexts", "company")
    return word.lower.partition(":")[0] in words or not words.isdisjoint(_bases(word, language))
