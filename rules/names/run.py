"""Full names: runs of capitalised words that begin with a first name or end in a last name."""

from __future__ import annotations

from collections.abc import Iterator

from rules.names.lexicon import Mark
from rules.names.name import Evidence, Name
from rules.names.traits import Trait
from rules.names.view import View
from rules.names.words import listed
from rules.text import TokenKind, english

_LONGEST = 5
_QUOTES = frozenset("\"\u201d\u201c\u00bb'")
_PARTICLES = listed("stop", "particle")
_PLACE_ENDINGS = ("ssa", "ssä", "sta", "stä", "aan", "ään", "een", "oon")
# Kinds of things that no last name ends in, as the last part of a word; Ranta, Kivimäki
# and Storgård are last names.
_NOT_SURNAMES = tuple(listed("contexts", "building"))
_VESSELS = listed("contexts", "vessel")
_WORD = TokenKind.WORD
_FIRST = int(Trait.FIRST)
_LAST = int(Trait.LAST)


def full_names(view: View) -> Iterator[Name]:
    """Yield the names of two words and more."""
    end = 0
    for at in view.capitals:
        name = (_nicknamed(view, at) or _read(view, at)) if at >= end else None
        if name:
            yield name
            end = name.last


def make(view: View, first: int, last: int, evidence: Evidence) -> Name:
    """Return the name made of `tokens[first:last]`."""
    return Name(view.tokens[first].start, view.tokens[last - 1].end, first, last, evidence)


def _read(view: View, at: int) -> Name | None:
    """Read a name that begins at a capitalised word."""
    if view.is_initial(at):
        return _after_initials(view, at)
    kind = view.kinds[at]
    if kind & Trait.PARTICLE and not kind & _FIRST:
        return None
    ends = _ends(view, at)
    if not ends:
        return None
    if kind & Trait.UPPER:
        return _read_upper(view, at, ends)
    if view.language(at) == "en" and any(_breaks(view, k) for k in range(at + 1, ends[-1])):
        return None
    for last in reversed(ends):
        evidence = _judge(view, at, last)
        if evidence:
            return make(view, at, last, evidence)
    return None


def _nicknamed(view: View, at: int) -> Name | None:
    """Read `Pete "Patch" Hannigan`."""
    last = at + 4
    if not view.kinds[at] & _FIRST or last >= len(view.tokens) or not view.is_capital(last):
        return None
    quoted = view.tokens[at + 1].text in _QUOTES and view.tokens[at + 3].text in _QUOTES
    if not quoted or not (view.kinds[last] & _LAST or view.bare(last)):
        return None
    return make(view, at, last + 1, Evidence.FULL)


def _ends(view: View, at: int) -> list[int]:
    """Return where a name that begins at `at` may end, after two words and more."""
    ends: list[int] = []
    shape = view.kinds[at] & (Trait.CAPITAL | Trait.UPPER)
    to = at + 1
    words = 1
    after_initial = False
    while words < _LONGEST and _may_go_on(view, to) and view.adjacent(to):
        if after_initial and _begins_anew(view.kinds[to]):
            break
        after_initial = view.is_initial(to)
        if after_initial:
            to = view.initial_end(to)
            ends.append(to)
        elif view.kinds[to] & Trait.PARTICLE or view.tokens[to].word.lower in _PARTICLES:
            to += 1
            if to - at > _LONGEST or to >= len(view.tokens) or not view.is_capital(to):
                break
            continue
        elif view.kinds[to] & shape and not view.kinds[to] & Trait.STOP:
            to += 1
            ends.append(to)
            if view.kinds[to - 1] & Trait.INFLECTED and view.language(to - 1) == "fi":
                break
        else:
            break
        words += 1
    return ends


def _begins_anew(kind: int) -> bool:
    """Tell whether a word after an initial with its full stop begins the next sentence instead.

    `Reijo P. Juontajana toimii …`: a word of the language that is no last name.
    """
    return bool(kind & Trait.COMMON) and not kind & (_LAST | Trait.LAST_LIKE)


def _may_go_on(view: View, to: int) -> bool:
    """Tell whether a token can be part of a name: no sign, no word in small letters but `von`."""
    if to >= len(view.tokens):
        return False
    token = view.tokens[to]
    return token.kind is _WORD and (token.word.shape != "lower" or token.text in _PARTICLES)


def _judge(view: View, at: int, last: int) -> Evidence | None:
    """Tell by what the words from `at` to `last` are a name, None where they are none."""
    kinds = view.kinds
    head, tail = kinds[at], kinds[last - 1]
    if view.tokens[last - 1].text == "." or view.is_initial(last - 1):
        plain = head & _FIRST and not (head & Trait.STOP) and not view.is_initial(at)
        return Evidence.INITIAL if plain and last - at <= 3 else None
    middle = range(at + 1, last - 1)
    if any(_breaks(view, k) for k in (*middle, last - 1)) or view.tokens[at].word.lower in _VESSELS:
        return None
    if head & Trait.STOP and not (head & _FIRST and tail & _LAST and not view.begins_sentence(at)):
        return None
    if view.has(at, Mark.TITLE) and not tail & Trait.LAST_LIKE:
        return None
    initial_word = view.begins_sentence(at) and bool(head & Trait.COMMON)
    if last - at == 2 and _called(view, at) and not tail & (Trait.STOP | Trait.PLACE):
        return Evidence.TITLED
    if head & _FIRST:
        return _with_first(view, at, last, initial_word=initial_word)
    if last - at > 3:
        return None
    if head & _LAST and not head & Trait.COMMON and any(_vietnamese(view, k) for k in middle):
        return Evidence.LAST_FIRST
    if head & _LAST and tail & _FIRST and not tail & _LAST and last - at == 2 and not initial_word:
        return Evidence.LAST_FIRST if not head & Trait.COMMON else None
    if any(kinds[k] & _FIRST for k in middle):
        return None
    if not all(view.bare(k) for k in range(at, last - 1)):
        return Evidence.UNKNOWN_PAIR if last - at == 2 and _noun_before_last(view, at) else None
    if tail & Trait.LAST_LIKE or (tail & _LAST and _like_names(view, at, last)):
        return Evidence.UNKNOWN_LAST
    return Evidence.UNKNOWN_PAIR if _like_names(view, at, last) else None


def _noun_before_last(view: View, at: int) -> bool:
    """Tell whether a Finnish noun in capitals stands inside a sentence before a sure last name.

    Many first names that no list has are words of nature: `Sointu Mella`.
    """
    head, tail = view.kinds[at], view.kinds[at + 1]
    if view.language(at) != "fi" or view.begins_sentence(at) or head & (Trait.PLACE | Trait.STOP):
        return False
    sure = tail & _LAST and tail & Trait.ONLY_NAME and not tail & Trait.UPPER
    return bool(sure) and not head & Trait.INFLECTED and not view.has(at, Mark.THING | Mark.COMPANY)


def _called(view: View, at: int) -> bool:
    """Tell whether a title or a role in lower case leads to a name."""
    before = view.before(at)
    if before is None or not view.adjacent(at) or before.word.shape != "lower":
        return False
    return view.has(at - 1, Mark.TITLE | Mark.PRIVATE | Mark.CHILD)


def _vietnamese(view: View, at: int) -> bool:
    return view.tokens[at].word.lower in ("van", "văn", "thi", "thị")


def _like_names(view: View, at: int, last: int) -> bool:
    """Tell whether two unknown words may be a name, and not one of a brand, a film or a place."""
    if not view.bare(last - 1):
        return False
    if view.language(at) == "en":
        return True
    if view.language(at) == "fi" and view.tokens[last - 1].word.lower.endswith(_PLACE_ENDINGS):
        return False
    return not any(_is_english(view, k) for k in range(at, last))


def _is_english(view: View, at: int) -> bool:
    return english.is_known(view.tokens[at].word.lower)


def _with_first(view: View, at: int, last: int, *, initial_word: bool) -> Evidence | None:
    tail = view.kinds[last - 1]
    middle = range(at + 1, last - 1)
    if any(view.kinds[k] & _LAST and not view.kinds[k] & _FIRST for k in middle):
        return None
    doubtful = initial_word and tail & Trait.COMMON and view.language(at) == "en"
    doubtful = doubtful and not _is_somebody(view, last)
    if tail & _LAST and not (doubtful and not tail & Trait.LAST_LIKE):
        return Evidence.FULL
    if view.bare(last - 1):
        if view.language(at) == "fi" and not _read_as_first(view, at) and _is_english(view, at):
            return Evidence.UNKNOWN_PAIR
        return Evidence.FIRST_UNKNOWN
    common = view.kinds[at] & (Trait.COMMON | Trait.ONLY_NAME) == Trait.COMMON
    if initial_word or (common and view.language(at) != "fi"):
        return None
    if tail & Trait.PLACE and _somewhere(view, last - 1):
        return None
    if tail & (Trait.STOP | Trait.FIRST_INFLECTED):
        return None
    return Evidence.FIRST_WORD


def _is_somebody(view: View, at: int) -> bool:
    """Tell whether a verb of people follows: `Carol Finch has`."""
    after = view.after(at)
    return after is not None and (
        after.word.lower in ("has", "had", "is", "was", "got") or view.has(at, Mark.HUMAN_VERB)
    )


def _read_as_first(view: View, at: int) -> bool:
    """Tell whether the Finnish analyser, and not only a list, takes the word for a first name."""
    return any(reading.word_class == "first_name" for reading in view.tokens[at].word.readings)


def _somewhere(view: View, at: int) -> bool:
    """Tell whether a Finnish word is in a case of being in, coming from or going to a place."""
    cases = {reading.case for reading in view.tokens[at].word.readings}
    return not cases.isdisjoint(("inessive", "elative", "illative"))


def _breaks(view: View, at: int) -> bool:
    """Tell whether a word inside a run shows that the run names no person."""
    if view.kinds[at] & Trait.LAST_LIKE:
        return False
    if view.has(at, Mark.COMPANY):
        return True
    if view.language(at) == "en":
        return view.has(at, Mark.THING)
    return not view.kinds[at] & _LAST and view.tokens[at].word.lower.endswith(_NOT_SURNAMES)


def _read_upper(view: View, at: int, ends: list[int]) -> Name | None:
    """Read a name in a text in capitals, where case tells nothing."""
    head = view.kinds[at]
    if not head & _FIRST or head & Trait.STOP:
        return None
    for last in ends[:3]:
        tail = view.kinds[last - 1]
        if tail & (Trait.STOP | Trait.PARTICLE):
            return None
        if tail & _LAST and (tail & Trait.LAST_LIKE or not (head | tail) & Trait.COMMON):
            return make(view, at, last, Evidence.FULL)
        if not tail & _FIRST:
            if head & Trait.COMMON:
                return None
            unknown = not tail & Trait.COMMON and view.bare(last - 1)
            unknown = unknown or (bool(head & Trait.ONLY_NAME) and _honoured(view, at))
            return make(view, at, last, Evidence.FIRST_UNKNOWN) if unknown else None
    return None


def _honoured(view: View, at: int) -> bool:
    """Tell whether the sentence thanks, or says who won: any surname may follow a first name."""
    sentence = view.sentence(at)
    return view.any_has(sentence.first, at, Mark.PRIVATE | Mark.THANKS | Mark.THANKED)


def _after_initials(view: View, at: int) -> Name | None:
    if "." not in view.tokens[at].text and view.initial_end(at) == at + 1:
        return None  # the Swedish and English words I, Å, A
    to = at
    while to < len(view.tokens) and view.is_initial(to) and to - at < 6:
        to = view.initial_end(to)
    if to >= len(view.tokens) or not view.adjacent(to) or not view.kinds[to] & Trait.CAPITAL:
        return None
    named = view.kinds[to] & _LAST or view.bare(to)
    return make(view, at, to + 1, Evidence.INITIAL_LAST) if named else None
