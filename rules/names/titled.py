"""Names that stand with an office or a profession: `rehtori Aho`, `Aho, tekninen johtaja`."""

from __future__ import annotations

from rules.names.lexicon import Mark
from rules.names.name import Name
from rules.names.view import View
from rules.text import Token, TokenKind

_SMALL = frozenset("of for the in av för i på vid hos ja och and & sekä uusi ny new".split())
_PARTY = frozenset(
    "kesk kok sd sdp vihr vas r rkp sfp ps kd liik s m c v l mp sl sv. gröna".split()
)
_OPENINGS = frozenset((",", "(", "\u2013", "-", "|", "/"))
_NEW_CLAUSE = frozenset("ja och and joka som who".split())
_BODIES = ("lautakunnan", "lautakunta", "nämnden", "nämnd", "styrelsen", "valtuuston")
_BEFORE_WORDS = 5
_ROW_WORDS = 16
_AFTER_WORDS = 6
_LINKS = frozenset(("-", "'", "\u201d", '"', "."))
_CASUAL = frozenset(("summer", "seasonal", "farm", "factory"))
_CONTACT = frozenset("tfn tfn. tel tel. puh puh. p p. puhelin phone gsm mobile email".split())
_ROW = frozenset((",", "ja", "och", "and", "sekä", "&"))
_COPULAS = frozenset(
    """on är is oli var was toimii toimi arbetar works aloitti aloittaa jatkaa nimitettiin valittiin
    siirtyy ryhtyy työskentelee börjar började tillträder blir blev utses utsågs starts started
    becomes became joins till as som fortsätter continues jatkoi""".split()
)
_PROPOSED = frozenset("esittää ehdottaa hakea harkita föreslå föreslås propose".split())
_CALLED = frozenset("heter är is on named called".split())


def title_before(view: View, name: Name) -> bool:
    """Tell whether a title leads to the name: `rehtori`, `Minister of Education`, `valittiin`."""
    first = max(view.sentence(name.first).first, name.first - _BEFORE_WORDS)
    start = name.first - 1
    if start > first and view.tokens[start].text in (",", ":"):
        opening = view.sentence(name.first).first
        applied = view.any_has(opening, start - 1, Mark.PRIVATE | Mark.THANKS)
        return view.has(start - 1, Mark.TITLE) and not applied
    if _in_titled_row(view, name):
        return True
    for at in range(start, first - 1, -1):
        token = view.tokens[at]
        if at > first and view.tokens[at - 1].word.lower in _CASUAL:
            return False
        if view.has(at, Mark.TITLE) or (view.has(at, Mark.MEMBER) and _of_body(view, at)):
            return at == name.first - 1 or _leads(view, at, name.first)
        if token.kind not in (TokenKind.WORD, TokenKind.NUMBER) and token.text not in _LINKS:
            return False
        if token.word.lower not in _CALLED and view.has(at, Mark.PRIVATE | Mark.CHILD):
            return False
    return False


def _in_titled_row(view: View, name: Name) -> bool:
    """Tell whether only capitalised words and commas stand between a title in the plural and it."""
    first = max(view.sentence(name.first).first, name.first - _ROW_WORDS)
    at = name.first - 1
    if at < first or view.tokens[at].text not in _ROW:
        return False
    while at > first and (view.tokens[at].text in _ROW or view.is_capital(at)):
        if view.has(at, Mark.TITLE):
            break
        at -= 1
    return view.has(at, Mark.TITLE) and _is_plural(view, at)


def _of_body(view: View, at: int) -> bool:
    """Tell whether the sentence names the elected body that a member is of."""
    sentence = view.sentence(at)
    if view.any_has(sentence.first, sentence.last, Mark.BODY):
        return True
    tokens = view.tokens[sentence.first : sentence.last]
    return any(token.word.lower.endswith(_BODIES) for token in tokens)


def _leads(view: View, title: int, first: int) -> bool:
    """Tell whether the words between a title and a name belong to the title."""
    between = view.tokens[title + 1 : first]
    language = view.language(title)
    if language == "fi":
        lower = view.tokens[title].word.lower
        elected = lower.endswith(("ksi", "na", "nä"))
        proposed = any(not _PROPOSED.isdisjoint(t.word.lemmas("fi")) for t in between)
        return elected and not proposed and len(between) <= 3
    if all(token.word.lower in _CALLED for token in between):
        return True
    if between[0].word.lower in ("of", "for", "i", "vid", "på", "för", "in", "at"):
        return all(t.word.shape in ("title", "upper") or t.word.lower in _SMALL for t in between)
    return False


def title_after(view: View, name: Name) -> bool:
    """Tell whether a title stands after the name: `, kirjastonjohtaja`, `(kesk.)`, `är rektor`."""
    end = min(name.last + 1 + _AFTER_WORDS, view.sentence(name.first).last)
    if end - name.last < 2:
        return False
    opening, following = view.tokens[name.last : name.last + 2]
    if opening.text == "(" and following.text.lower().rstrip(".") in _PARTY:
        closing = [token.text for token in view.tokens[name.last + 2 : name.last + 4]]
        return closing[:1] == [")"] or closing == [".", ")"]
    if opening.text not in _OPENINGS and opening.word.lower not in _COPULAS:
        return False
    if opening.word.lower in ("till", "as") and _is_proposed(view, name):
        return False
    if opening.text == "," and _is_contact(view, name.last + 1, end):
        return True
    for at in range(name.last + 1, end):
        token = view.tokens[at]
        if token.text == "." and view.tokens[at - 1].kind is TokenKind.NUMBER:
            continue
        role = at == name.last + 1 and opening.word.lower in _COPULAS  # `fortsätter som ordförande`
        if token.kind is TokenKind.SYMBOL or (token.word.lower in _NEW_CLAUSE and not role):
            return False
        if view.has(at, Mark.TITLE):
            leads_on = at + 1 < end and view.tokens[at + 1].word.shape == "title"
            oblique = view.language(at) == "fi" and _oblique(token)
            return not leads_on and not oblique
    return False


def _is_proposed(view: View, name: Name) -> bool:
    """Tell whether the sentence only proposes somebody for a post."""
    language = view.language(name.first)
    words = view.tokens[view.sentence(name.first).first : name.first]
    return any(not _PROPOSED.isdisjoint(token.word.lemmas(language)) for token in words)


def _is_contact(view: View, first: int, last: int) -> bool:
    """Tell whether any role stands between a name and a number: `, ledande avbytare, tfn`."""
    for at in range(first + 1, last - 1):
        if view.tokens[at].text == ",":
            return view.tokens[at + 1].word.lower in _CONTACT
        if view.tokens[at].word.shape != "lower":
            return False
    return False


def _oblique(token: Token) -> bool:
    """Tell whether a Finnish noun is in a case that no apposition or predicate has."""
    cases = {reading.case for reading in token.word.readings}
    return bool(cases) and cases.isdisjoint(("nominative", "essive", ""))


def in_row(view: View, before: Name, name: Name) -> bool:
    """Tell whether nothing but a comma or an `and` stands between two names."""
    between = view.tokens[before.last : name.first]
    return len(between) == 1 and between[0].text in _ROW


def shares_title(view: View, first: Name) -> bool:
    """Tell whether the title before the first name of a row is in the plural."""
    title = view.before(first.first)
    if title is not None and title.text == ":":
        title = view.before(first.first - 1)
    return title is not None and _is_plural(view, first.first, title)


def _is_plural(view: View, at: int, token: Token | None = None) -> bool:
    word = (token or view.tokens[at]).word
    if view.language(at) == "fi":
        return any(r.number == "plural" for r in word.readings)
    return word.lower.endswith(("s", "erna", "arna", "er", "ar", "na"))
