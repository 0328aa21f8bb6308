"""Names known by other names: parts repeated, neighbours in a list, couples, lower case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rules.names.lexicon import Mark, bases
from rules.names.name import Evidence, Name
from rules.names.run import make
from rules.names.things import is_invented
from rules.names.traits import Trait, traits
from rules.names.view import View
from rules.text import Token, TokenKind

_JOINTS = frozenset(", / & ja och and sekä samt tai eller or ; +".split())
_COUPLES = frozenset(("ja", "och", "and", "&", "JA", "OCH", "AND"))
_SHORTEST_UNKNOWN = 4
_ACTING = Mark.HUMAN_VERB | Mark.PERSON_VERB
_GIVEN = int(Trait.FIRST | Trait.FIRST_INFLECTED)


def with_partners(view: View, names: Iterable[Name]) -> Iterator[Name]:
    """Extend `Aune Kekäläisen` to `Tuomo ja Aune Kekäläisen`."""
    for name in names:
        first = name.first - 2
        if (
            name.evidence.strong
            and name.evidence is not Evidence.INITIAL
            and name.last - name.first > 1
            and first >= 0
            and view.tokens[first + 1].text in _COUPLES
            and view.kinds[first] & Trait.FIRST
            and not view.kinds[first] & (Trait.STOP | Trait.LAST_LIKE)
            and not (first and _joins(view, first))
        ):
            yield make(view, first, name.last, name.evidence)
        else:
            yield name


def _joins(view: View, at: int) -> bool:
    """Tell whether a capitalised word right before belongs to the name at `at`."""
    before = at - 1
    if not view.is_capital(before) or not view.adjacent(at):
        return False
    return not (
        view.kinds[before] & (Trait.STOP | Trait.INFLECTED) and view.begins_sentence(before)
    )


def echoes(view: View, names: list[Name], taken: set[int]) -> Iterator[tuple[Name, Name]]:
    """Yield single words that repeat part of a full name, each with the name it repeats."""
    parts: dict[str, Name] = {}
    for name in names:
        if name.evidence.strong and name.last - name.first > 1:
            for at in range(name.first, name.last):
                if view.is_capital(at) and not view.is_initial(at):
                    for form in bases(view.tokens[at].word, view.language(at)):
                        parts.setdefault(form, name)
    if not parts:
        return
    for at in view.capitals:
        kind = view.kinds[at]
        if at in taken:
            continue
        if kind & Trait.COMMON and view.begins_sentence(at) and not kind & Trait.ONLY_NAME:
            continue
        for form in bases(view.tokens[at].word, view.language(at)):
            if form in parts and len(form) > 2:
                yield make(view, at, at + 1, Evidence.ECHO), parts[form]
                break


def list_mates(view: View, names: list[Name], taken: set[int]) -> Iterator[Name]:
    """Yield single first names that stand in a row with a known name: `Moa G., Nellie och …`."""
    for name in names:
        if not name.evidence.strong:
            continue
        for step in (-1, 1):
            at = name.first if step < 0 else name.last - 1
            while (mate := _neighbour(view, at, step)) is not None and mate not in taken:
                taken.add(mate)
                yield make(view, mate, mate + 1, Evidence.LISTED)
                at = mate


def group_rows(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield first names that stand in a row where a class or a day-care group is spoken of."""
    for at in view.capitals:
        if at in taken or not _given_alone(view, at):
            continue
        mate = _neighbour(view, at, 1)
        if mate is None or mate in taken or not _group_near(view, at):
            continue
        if view.kinds[at] & view.kinds[mate] & Trait.COMMON and view.begins_sentence(at):
            continue
        yield make(view, at, at + 1, Evidence.LISTED)
        taken.add(at)


def _given_alone(view: View, at: int) -> bool:
    kind = view.kinds[at]
    if not kind & Trait.FIRST or not kind & Trait.CAPITAL or kind & Trait.STOP:
        return False
    return _alone(view, at) and not is_invented(view, at, at + 1)


def _group_near(view: View, at: int) -> bool:
    sentence = view.sentence(at)
    if view.any_has(sentence.first, sentence.last, Mark.NAMEDAY):
        return False
    return view.any_has(sentence.first, sentence.last, Mark.GROUP)


def _neighbour(view: View, at: int, step: int) -> int | None:
    joint, mate = at + step, at + 2 * step
    if not 0 <= mate < len(view.tokens) or view.tokens[joint].text not in _JOINTS:
        return None
    if view.tokens[mate].sentence != view.tokens[at].sentence:
        return None
    kind = view.kinds[mate]
    given = Trait.FIRST | (view.kinds[at] & Trait.FIRST_INFLECTED)
    if kind & (Trait.STOP | Trait.UPPER) or not kind & Trait.CAPITAL:
        return None
    if not kind & given and not _between_given(view, mate, step):
        return None
    return mate if _alone(view, mate) and not (kind & Trait.COMMON and kind & Trait.PLACE) else None


def _between_given(view: View, at: int, step: int) -> bool:
    """Tell whether an unknown word stands between first names: `Poppy, Zayn and Elsie`."""
    beyond = at + 2 * step
    if not view.bare(at) or not 0 <= beyond < len(view.tokens):
        return False
    return view.tokens[at + step].text in _JOINTS and bool(view.kinds[beyond] & Trait.FIRST)


def _alone(view: View, at: int) -> bool:
    before = at > 0 and view.is_capital(at - 1) and view.adjacent(at)
    after = at + 1 < len(view.tokens) and view.is_capital(at + 1) and view.adjacent(at + 1)
    return not before and not after


def upgraded(view: View, names: list[Name]) -> Iterator[Name]:
    """Raise a weak name that stands in a row with a strong one, or beside a private role."""
    strong_ends = {name.last for name in names if name.evidence.strong}
    strong_starts = {name.first for name in names if name.evidence.strong}
    for name in names:
        weak = name.evidence in (Evidence.UNKNOWN_PAIR, Evidence.INITIAL_LAST)
        raise_it = weak and (
            _beside_strong(view, name, strong_starts, strong_ends) or _personal(view, name)
        )
        yield name._replace(evidence=Evidence.CUED) if raise_it else name


def _beside_strong(view: View, name: Name, starts: set[int], ends: set[int]) -> bool:
    tokens = view.tokens
    left = name.first >= 2 and tokens[name.first - 1].text in _JOINTS and name.first - 1 in ends
    right = name.last + 1 < len(tokens) and tokens[name.last].text in _JOINTS
    return left or (right and name.last + 1 in starts)


_PERSONAL = Mark.PRIVATE | Mark.CHILD | Mark.THANKED | Mark.TITLE | Mark.PERSON_VERB


def _personal(view: View, name: Name) -> bool:
    """Tell whether the words around are about a person."""
    if view.tokens[name.last - 1].text.lower().endswith("'s"):
        return True
    sentence = view.sentence(name.first)
    before = max(sentence.first, name.first - 2)
    after = min(sentence.last, name.last + 2)
    return view.any_has(before, name.first, _PERSONAL) or view.any_has(name.last, after, _PERSONAL)


def lower_names(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield full names in lower case; where no word calls for one, only unmistakable ones."""
    end = 0
    for at in view.givens:
        last = _lower_end(view, at) if at >= end and at not in taken else None
        if last:
            yield make(view, at, last, Evidence.LOWER)
            end = last


def _lower_end(view: View, at: int) -> int | None:
    language = view.language(at)
    sentence = view.sentence(at)
    kinds: list[int] = []
    for token in view.tokens[at : min(at + 3, sentence.last)]:
        kind = traits(token.word, language) if token.kind is TokenKind.WORD else 0
        if len(kinds) == 1 and not kind and _unknown(view, token):
            kind = int(Trait.LAST | Trait.ONLY_NAME)
        usable = kind & (_GIVEN | Trait.LAST) and not kind & (Trait.STOP | Trait.PARTICLE)
        if not usable or (kinds and not view.adjacent(at + len(kinds))):
            break
        kinds.append(kind)
    while len(kinds) >= 2:
        if _lower_full(view, at, kinds):
            return at + len(kinds)
        kinds.pop()
    return at + 2 if kinds and _lower_actor(view, at, kinds[0]) else None


def _unknown(view: View, token: Token) -> bool:
    """Tell whether a word in text without capitals is in no dictionary."""
    if token.kind is not TokenKind.WORD or len(token.text) < _SHORTEST_UNKNOWN:
        return False
    sentence = view.doc.sentences[token.sentence]
    if view.tokens[sentence.first].word.shape != "lower" or not token.text.isalpha():
        return False
    return not token.word.readings and not token.word.is_known(sentence.language)


def _lower_actor(view: View, at: int, kind: int) -> bool:
    """Tell whether a sentence begins with a first name, a noun, a verb: `veikko lumme soitti`."""
    sentence = view.sentence(at)
    if sentence.language != "fi" or at != sentence.first or at + 2 >= sentence.last:
        return False
    if not kind & Trait.FIRST or not kind & Trait.ONLY_NAME or not view.has(at + 2, _ACTING):
        return False
    noun, verb = view.tokens[at + 1].word, view.tokens[at + 2].word
    return any(r.word_class == "noun" and r.case == "nominative" for r in noun.readings) and any(
        r.word_class == "verb" and r.person == "3" for r in verb.readings
    )


def _lower_full(view: View, at: int, kinds: list[int]) -> bool:
    named = any(kind & Trait.FIRST for kind in kinds[:-1]) and kinds[-1] & Trait.LAST
    if not named and not (len(kinds) == 3 and kinds[-1] & Trait.FIRST):
        return False
    sure = bool(kinds[-1] & Trait.LAST_LIKE) and not kinds[-1] & Trait.COMMON
    if sure and kinds[0] & Trait.FIRST:
        return True
    if any(kind & Trait.COMMON and not kind & Trait.LAST_LIKE for kind in kinds):
        return False
    if all(kind & Trait.ONLY_NAME for kind in kinds):
        return True
    return _lower_cue(view, at, len(kinds))


def _lower_cue(view: View, at: int, length: int) -> bool:
    sentence = view.sentence(at)
    cue = Mark.LOWER | Mark.TITLE
    return view.any_has(sentence.first, at, cue) or view.any_has(at + length, sentence.last, cue)
