"""Does a post or its account's profile show the unit, and that the service is official?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rules.detect.name_part import fold
from rules.detect.pieces import Pieces
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.detect.sender import Voice, voices
from rules.detect.unit_names import Mention, UnitNames, of_unit
from rules.directory import Directory
from rules.model import Draft
from rules.text import Document

Part = Literal["unit", "official", "both", "wrong_unit"]

_OWN_OPINIONS = (
    "mielipiteet omia", "mielipiteet ovat omia", "omat mielipiteet", "omissa nimissä",
    "yksityistili", "henkilökohtainen tili",
    "åsikterna är mina", "åsikter är mina", "egna åsikter", "privat konto",
    "opinions are my own", "opinions my own", "views are my own", "views my own",
    "personal account",
)  # fmt: skip


class AttributionSpec(Spec):
    """What the rule reports: the part that is missing, or another unit in the sender's place.

    The message may use {unit} (the poster's unit), {other} (the unit that speaks instead) and
    {official} (the city's name as its data gives it first).
    """

    report: Part

    @property
    def told(self) -> frozenset[str]:
        """What a message may say of the match."""
        return frozenset({"unit", "other", "official"})


class _Seen(NamedTuple):
    """What one text shows."""

    mentions: list[Mention]
    voices: list[Voice]
    own: bool
    official: bool


def compile(entries: Sequence[AttributionSpec], city: Directory) -> Finder:  # noqa: A001
    """Index the city's names once for all rules."""
    names = UnitNames(city)
    titles = {unit.id: unit.name for unit in city.units}

    registered = frozenset(account.profile for account in city.accounts)

    @cache
    def registered_pieces(profile: str) -> Pieces:
        return Pieces(Document(profile))

    def profile_pieces(profile: str) -> Pieces:
        # What somebody typed is not kept: only the city's own profiles are.
        return registered_pieces(profile) if profile in registered else Pieces(Document(profile))

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        poster = _Poster.of(scan.draft, city)
        if not city.official or not scan.doc.tokens or poster.is_personal:
            return
        post = _see(Pieces(scan.doc), names, poster)
        profile = _see(profile_pieces(poster.profile), names, poster)
        if poster.is_registered:
            profile = profile._replace(own=True)
        other = _other(post, profile, poster) if poster.unit else None
        part: Part | None = "wrong_unit" if other else _missing(post, profile)
        values = {
            "unit": titles.get(poster.unit, poster.unit),
            "other": titles.get(other or "", other or ""),
            "official": city.official[0],
        }
        for index, spec in enumerate(entries):
            if spec.report == part:
                yield index, Match(0, 0, values=values)

    return find


class _Poster(NamedTuple):
    """Whose account it is: the unit's id (or the name of one unknown), and the profile's text.

    `is_registered` says that the city has given this very profile to the unit.
    """

    unit: str
    known: bool
    profile: str
    is_personal: bool
    is_registered: bool

    @classmethod
    def of(cls, draft: Draft, city: Directory) -> _Poster:
        account = city.account(draft.account) if draft.account else None
        name = draft.unit or (account.unit if account else None) or ""
        unit = city.unit(name) if name else None
        profile = draft.account_profile or (account.profile if account else "")
        lower = profile.lower()
        personal = draft.audience == "elected" or any(mark in lower for mark in _OWN_OPINIONS)
        registered = bool(unit and profile) and any(
            fold(each.profile) == fold(profile) and city.unit(each.unit or "") == unit
            for each in city.accounts
        )
        unit_id = unit.id if unit else name.strip()
        return cls(unit_id, unit is not None, profile, personal, registered)


@lru_cache(maxsize=256)
def _names_of(unit: str) -> UnitNames:
    return of_unit(unit)


def _see(text: Pieces, names: UnitNames, poster: _Poster) -> _Seen:
    mentions = names.find(text)
    if poster.unit and not poster.known:
        own = {m.first: m for m in _names_of(poster.unit).find(text)}
        mentions = [
            m._replace(units=m.units | {poster.unit}) if own.pop(m.first, None) else m
            for m in mentions
        ]
        mentions = sorted([*mentions, *own.values()], key=lambda m: m.first)
    return _Seen(
        mentions,
        voices(text, mentions),
        own=any(poster.unit in m.units if poster.unit else m.units for m in mentions),
        official=any(m.official for m in mentions),
    )


def _missing(post: _Seen, profile: _Seen) -> Part | None:
    unit, official = post.own or profile.own, post.official or profile.official
    if unit:
        return None if official else "official"
    return "unit" if official else "both"


def _other(post: _Seen, profile: _Seen, poster: _Poster) -> str | None:
    """Return the unit that speaks in the place of the poster's own."""
    spoken = list(zip(post.mentions, post.voices, strict=True))
    if any(poster.unit in m.units and voice is Voice.SENDER for m, voice in spoken):
        return None
    needed = Voice.SENDER if post.own or profile.own else Voice.PERHAPS
    for mention, voice in spoken:
        if poster.unit not in mention.units and voice >= needed:
            return min(mention.units)
    if post.own or profile.own:
        return None
    return next((min(m.units) for m in profile.mentions if m.units), None)
