"""Names that are not a person's: streets, prizes, companies, ships, invented figures."""

from __future__ import annotations

from itertools import product

from rules.names.lexicon import Mark, bases
from rules.names.name import Name
from rules.names.view import View
from rules.names.words import phrases
from rules.text import TokenKind

_INVENTED = phrases("known", "invented")
_FIRST_WORDS = frozenset(name.split()[0] for name in _INVENTED)
_LONGEST = 4


def names_of_things(view: View, names: list[Name]) -> tuple[list[Name], set[int]]:
    """Split full names from those of things; return the names and the tokens of the others."""
    kept: list[Name] = []
    things: set[int] = set()
    for name in names:
        if is_name_of_thing(view, name.first, name.last):
            things.update(range(name.first, name.last))
        else:
            kept.append(name)
    return kept, things


def is_name_of_thing(view: View, first: int, last: int) -> bool:
    """Tell whether the words from `first` to `last` with those around name no person."""
    if view.before(first) and view.adjacent(first):
        if view.has(first - 1, Mark.VESSEL):
            return True
        if view.tokens[first - 1].text[0].isupper() and view.has(first - 1, Mark.COMPANY):
            return True
    if view.any_has(first + 1, last, Mark.COMPANY):
        return True
    if any(view.tokens[at].text in ("ja", "och", "and") for at in range(first, last)):
        return is_invented(view, first, last)
    after = view.after(last)
    joined = after is not None and (view.adjacent(last) or after.text.startswith("-"))
    return (joined and _follows(view, last)) or is_invented(view, first, last)


def _follows(view: View, last: int) -> bool:
    """Tell whether the word after a name makes it that of a street, a company or a prize."""
    after = view.tokens[last]
    if after.kind is not TokenKind.WORD:
        return after.text in ("&", "+", "-")
    lower = after.word.shape == "lower"
    if view.has(last, Mark.COMPANY) and (not lower or after.text in ("oy", "ab")):
        return True
    if view.language(last) == "en":
        return not lower and view.has(last, Mark.THING)
    return view.has(last, Mark.THING) and _genitive(view, last - 1)


def _genitive(view: View, at: int) -> bool:
    token = view.tokens[at]
    if view.language(at) == "fi":
        return token.word.lower.endswith("n") and (
            not token.word.readings or any(r.case == "genitive" for r in token.word.readings)
        )
    return token.word.lower.endswith(("s", "x", "z"))


def is_invented(view: View, first: int, last: int) -> bool:
    """Tell whether the name is a figure's of a story or a placeholder's."""
    forms = [bases(view.tokens[at].word, view.language(at)) for at in range(first, last)]
    if _FIRST_WORDS.isdisjoint(forms[0]):
        return False
    return any(" ".join(parts) in _INVENTED for parts in product(*forms[:_LONGEST]))
