"""Names that are not a person's: streets, prizes, companies, ships, invented figures."""

from __future__ import annotations

from rules.names.lexicon import bases, is_company, is_in, is_thing
from rules.names.name import Name
from rules.names.traits import Trait
from rules.names.view import View
from rules.names.words import phrases
from rules.text import TokenKind


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
    language = view.language(first)
    before = view.before(first)
    after = view.after(last) if last < len(view.tokens) else None
    if before and view.adjacent(first):
        if is_in(before, language, "contexts", "vessel"):
            return True
        if view.is_capital(first - 1) and is_company(before, language):
            return True
    if any(is_company(view.tokens[at], language) for at in range(first + 1, last)):
        return True
    if after is not None and (view.adjacent(last) or after.text.startswith("-")):
        if _follows(view, last):
            return True
    return is_invented(view, first, last)


def _follows(view: View, last: int) -> bool:
    """Tell whether the word after a name makes it that of a street, a company or a prize."""
    language = view.language(last)
    after = view.tokens[last]
    if after.text in ("&", "+"):
        return True
    if after.kind is not TokenKind.WORD:
        return after.text == "-"
    if is_company(after, language) and after.word.shape != "lower" or after.text in ("oy", "ab"):
        return True
    if language == "en":
        return view.is_capital(last) and is_thing(after, language)
    return is_thing(after, language) and _genitive(view, last - 1)


def _genitive(view: View, at: int) -> bool:
    token = view.tokens[at]
    if view.language(at) == "fi":
        return token.word.lower.endswith("n") and (
            not token.word.readings or any(r.case == "genitive" for r in token.word.readings)
        )
    return token.word.lower.endswith(("s", "x", "z"))


def is_invented(view: View, first: int, last: int) -> bool:
    """Tell whether the name is a figure's of a story or a placeholder's."""
    forms = [
        bases(view.tokens[at], view.language(at)) | {view.tokens[at].word.lower}
        for at in range(first, last)
    ]
    invented = phrases("known", "invented")
    return any(" ".join(parts) in invented for parts in _combined(forms)) and not (
        last - first == 1 and view.kinds[first] & Trait.UPPER
    )


def _combined(forms: list[frozenset[str]]) -> list[tuple[str, ...]]:
    made: list[tuple[str, ...]] = [()]
    for options in forms:
        made = [(*done, option) for done in made[:40] for option in options]
    return made
