"""Single words that may be names, with nothing beside them that calls for one: guesses."""

from __future__ import annotations

from collections.abc import Iterator

from rules.names.lexicon import Mark, bases
from rules.names.name import Evidence, Name
from rules.names.run import make
from rules.names.things import is_invented
from rules.names.traits import Trait
from rules.names.view import View
from rules.text import Token, TokenKind

_NAME = int(Trait.FIRST | Trait.FIRST_INFLECTED | Trait.LAST)
_SERVICES = frozenset("wilma kela elisa hilma helmet abba nokia honda ford opel skoda".split())
_WITH = frozenset("mukaan mielestä kanssa luona luokse puolesta tavoin lailla johdolla".split())
_CASES = ("", "n", "in", "a", "ä", "ia", "iä", "lle", "lla", "llä", "lta", "ltä", "ksi", "s", "'s")
_SHORTEST_REPEATED = 4


def last_names(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield the words inside a sentence that are last names and nothing else."""
    wanted = Trait.LAST_LIKE | Trait.ONLY_NAME
    for at in view.capitals:
        likely = view.kinds[at] & wanted == wanted and at not in taken
        if likely and _is_candidate(view, at) and _guess(view, at) is Evidence.SINGLE:
            yield make(view, at, at + 1, Evidence.SINGLE)


def lone_names(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield all the words that may be names, and those that repeat one of them."""
    candidates = [at for at in view.capitals if at not in taken and _is_candidate(view, at)]
    guesses: dict[int, Evidence] = {}
    for at in candidates:
        evidence = _guess(view, at) if view.kinds[at] & _NAME else _unknown(view, at)
        if evidence:
            guesses[at] = evidence
    stems = {view.tokens[at].word.lower for at in guesses if not view.kinds[at] & Trait.COMMON}
    for at in candidates:
        if at in guesses:
            yield make(view, at, at + 1, guesses[at])
        elif view.bare(at) and _repeats(view.tokens[at].word.lower, stems):
            yield make(view, at, at + 1, Evidence.LONE)


def _is_candidate(view: View, at: int) -> bool:
    kind, token = view.kinds[at], view.tokens[at]
    if not kind & Trait.CAPITAL or kind & (Trait.STOP | Trait.UPPER) or len(token.text) < 3:
        return False
    if not token.text.replace("-", "").replace("'", "").isalpha():
        return False
    if view.has(at, Mark.TITLE) or is_invented(view, at, at + 1):
        return False
    return stands_free(view, at)


def _unknown(view: View, at: int) -> Evidence | None:
    return _acting(view, at) if view.bare(at) else None


def _guess(view: View, at: int) -> Evidence | None:
    """Tell how likely a listed word is a person's name, None where it hardly is."""
    kind = view.kinds[at]
    begins = view.begins_sentence(at)
    if kind & Trait.LAST_LIKE and not kind & (Trait.COMMON | Trait.PLACE):
        return Evidence.SINGLE if kind & Trait.ONLY_NAME and not begins else Evidence.LONE
    read = view.language(at) != "fi" or _read_as_name(view.tokens[at])
    if kind & (Trait.PLACE | Trait.COMMON) and not read:
        return None
    if kind & Trait.PLACE or (kind & Trait.COMMON and (begins or view.language(at) != "fi")):
        return _acting(view, at)
    if kind & Trait.ONLY_NAME or not begins or _acting(view, at):
        return Evidence.LONE
    return None


def _read_as_name(token: Token) -> bool:
    return any(r.word_class in ("first_name", "last_name") for r in token.word.readings)


def _acting(view: View, at: int) -> Evidence | None:
    """Tell whether the word does what people do: `Grisay sanoi`, `Theronin mielestä`."""
    after = view.after(at + 1)
    if after is None or not view.adjacent(at + 1) or after.kind is not TokenKind.WORD:
        return None
    token, language = view.tokens[at], view.language(at)
    if token.word.lower.endswith("n") and after.word.lower in _WITH and language == "fi":
        return Evidence.LONE if view.bare(at) or view.kinds[at] & _NAME else None
    if view.has(at + 1, Mark.HUMAN_VERB) and _is_finite(after, language):
        return Evidence.LONE
    return None


def _is_finite(token: Token, language: str) -> bool:
    if language != "fi":
        return True
    return any(r.word_class == "verb" and r.person == "3" for r in token.word.readings)


def _repeats(lower: str, stems: set[str]) -> bool:
    """Tell whether an unknown word is one of the guessed ones in another case."""
    for case in _CASES:
        stem = lower[: len(lower) - len(case)] if case else lower
        if lower.endswith(case) and len(stem) >= _SHORTEST_REPEATED and stem in stems:
            return True
    return any(
        len(stem) >= _SHORTEST_REPEATED and stem.startswith(lower) and stem[len(lower) :] in _CASES
        for stem in stems
    )


def stands_free(view: View, at: int) -> bool:
    """Tell whether a lone word is not part of something longer, or the name of a service."""
    thing = Mark.THING | Mark.COMPANY
    if view.before(at) and view.adjacent(at) and view.has(at - 1, thing):
        return False
    after = view.after(at + 1)
    if after and view.adjacent(at + 1):
        if after.text == "&":
            return False
        longer = after.kind is TokenKind.WORD and view.is_capital(at + 1)
        if longer or view.has(at + 1, thing):
            return False
    return bases(view.tokens[at].word, view.language(at)).isdisjoint(_SERVICES)
