"""What a check or an answer must know of one city, as a plain value."""

from __future__ import annotations

from rules.model import Frozen


class Unit(Frozen):
    """A service unit and the names by which posts call it, in any language, handles too."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class Account(Frozen):
    """A social-media account that the city has registered."""

    id: str
    platform: str
    unit: str | None = None
    profile: str = ""


class Person(Frozen):
    """Somebody who is public by office; naming them is no finding."""

    name: str
    office: str
    roles: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


class Directory(Frozen):
    """Units, accounts, public people and published contacts of one city.

    `official` are the forms that make a service recognisable as the city's own, `not_enough` the
    look-alikes that do not (a hashtag, the place name). `domains` are the city's public mail and
    web domains, `internal_domains` those that must not be shown outside.
    """

    city: str
    official: tuple[str, ...] = ()
    not_enough: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    accounts: tuple[Account, ...] = ()
    people: tuple[Person, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    internal_domains: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def unit(self, name: str) -> Unit | None:
        """Find a unit by its id, name or an alias, without case."""
        wanted = name.casefold().strip()
        for unit in self.units:
            if wanted in {
                unit.id.casefold(),
                unit.name.casefold(),
                *map(str.casefold, unit.aliases),
            }:
                return unit
        return None

    def account(self, name: str) -> Account | None:
        """Find an account by its id, without case."""
        wanted = name.casefold().strip()
        return next((a for a in self.accounts if a.id.casefold() == wanted), None)
