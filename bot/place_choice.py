"""For which unit and account something was checked, and choosing another in one tap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.card import Choice, Option, Piece, Text
from bot.talk import Talk

MOST_OPTIONS = 100
"""Options that a list can have on every platform."""


def choices(talk: Talk, verb: str | None = "set") -> Iterator[Piece]:
    """Offer the units and accounts; with a verb, choosing acts at once, and the rest is told."""
    place = talk.place()
    if verb == "set":
        unit = place.unit.name.get(talk.language) if place.unit else ""
        yield Text(talk.say(f"assistant-place-{place.why}", unit=unit), "subtle")
    chosen = place.unit.id if place.unit else None
    yield from _choice("unit", unit_options(talk), chosen, talk, verb)
    account = place.account.id if place.account else None
    yield from _choice("account", account_options(talk), account, talk, verb)


def unit_options(talk: Talk) -> tuple[Option, ...]:
    """Return the city's units by name."""
    named = [Option(unit.id, unit.name.get(talk.language)) for unit in talk.city.units]
    return tuple(sorted(named, key=lambda option: option.label.casefold()))


def account_options(talk: Talk) -> tuple[Option, ...]:
    """Return the city's accounts by name."""
    named = [Option(account.id, account.id) for account in talk.city.accounts]
    return tuple(sorted(named, key=lambda option: option.label.casefold()))


def _choice(
    name: str, options: Sequence[Option], chosen: str | None, talk: Talk, verb: str | None
) -> Iterator[Piece]:
    label = talk.say(f"assistant-{name}")
    if len(options) > MOST_OPTIONS:
        yield Text(talk.say(f"assistant-{name}-by-name"), "subtle")
    elif options:
        yield Choice(name, label, tuple(options), chosen, verb, optional=True)
