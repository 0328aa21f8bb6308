"""Which of the city's people somebody is, from what the platform has verified and nothing else."""

from __future__ import annotations

from bot.city import City, Person
from bot.request import Who

_ADDRESSED = ("slack", "teams")


def person_of(who: Who, city: City) -> Person | None:
    """Return the city's person who this is, None for a stranger.

    The platform's own id decides. The e-mail address that the platform vouches for counts only for
    a person of whom the city knows no id on that platform: an address alone can be given to others.
    """
    if not who.id:
        return None
    known = who.platform in _ADDRESSED
    if known:
        named = (p for p in city.people if getattr(p.reach, who.platform) == who.id)
        if found := next(named, None):
            return found
    address = (who.email or "").strip().casefold()
    if not address:
        return None
    holders = [
        person
        for person in city.people
        if (person.reach.email or "").casefold() == address
        and not (known and getattr(person.reach, who.platform))
    ]
    return holders[0] if len(holders) == 1 else None
