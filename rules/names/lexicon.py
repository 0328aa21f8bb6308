"""Whether a word of a text belongs to one of the word lists, in any inflection."""

from __future__ import annotations

from rules.model import Language
from rules.names.words import listed
from rules.text import Token, TokenKind

_ENDINGS = tuple(sorted(listed("titles", "endings") | listed("titles", "art")))
_COMPOUNDS = listed("titles", "compound")
_COMPOUND_ENDINGS = tuple(sorted(_COMPOUNDS))
_THING_HEADS = tuple(sorted(word for word in listed("contexts", "thing") if len(word) > 2))
_SWEDISH_HEADS = tuple(head + end for head in _THING_HEADS for end in ("", "n", "en", "et", "s"))


def bases(token: Token, language: Language) -> frozenset[str]:
    """Return the base forms of a token, with the form itself and that without a genitive -s."""
    lower = token.word.lower
    forms = token.word.lemmas(language) | {lower}
    if language != "fi":
        if lower.endswith("'s"):
            forms |= {lower[:-2]}
        elif lower.endswith("s") and len(lower) > 4:
            forms |= {lower[:-1]}
    return forms


def is_in(token: Token, language: Language, file: str, section: str) -> bool:
    """Tell whether a word is in a section of the word lists."""
    if token.kind not in (TokenKind.WORD, TokenKind.NUMBER):
        return False
    words = listed(file, section)
    return token.word.lower in words or not words.isdisjoint(bases(token, language))


def is_title(token: Token, language: Language) -> bool:
    """Tell whether a word names an office, a post, a profession or an art."""
    if token.kind is not TokenKind.WORD:
        return False
    forms = bases(token, language)
    words = listed("titles", "words") | listed("titles", "art")
    if not words.isdisjoint(forms):
        return True
    return any(
        form.endswith(_ENDINGS) or (form.endswith(_COMPOUND_ENDINGS) and form not in _COMPOUNDS)
        for form in forms
    )


def is_thing(token: Token, language: Language) -> bool:
    """Tell whether a word names a kind of thing that is called after people: a street, a prize."""
    if token.kind is not TokenKind.WORD:
        return False
    forms = bases(token, language)
    if not listed("contexts", "thing").isdisjoint(forms):
        return True
    if language == "en":
        return False
    if token.text.startswith("-"):
        return True
    heads = _SWEDISH_HEADS if language == "sv" else _THING_HEADS
    return any(len(form) > 6 and form.endswith(heads) for form in forms)


def is_company(token: Token, language: Language) -> bool:
    """Tell whether a word marks a company, a band or a ship."""
    if token.kind is not TokenKind.WORD:
        return False
    words = listed("contexts", "company")
    return token.word.lower.partition(":")[0] in words or not words.isdisjoint(
        bases(token, language)
    )
