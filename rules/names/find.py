"""The raw finder: every person's name in a text, whoever it is."""

from __future__ import annotations

from rules.names.cued import cued_names
from rules.names.given import given_names, small_families, small_given_names
from rules.names.lone import last_names, lone_names
from rules.names.name import Name
from rules.names.run import full_names
from rules.names.spread import echoes, group_rows, list_mates, lower_names, upgraded, with_partners
from rules.names.things import names_of_things
from rules.names.view import View
from rules.text import Document


def names_in(doc: Document) -> tuple[Name, ...]:
    """Return the names of persons in a text, in order, none overlapping another, guesses too.

    Streets, schools, prizes and companies that are called after people are no persons.
    """
    view = View(doc)
    names, _ = find(view)
    taken = {at for name in names for at in range(name.first, name.last)}
    return tuple(sorted([*names, *lone_names(view, taken)]))


def find(view: View) -> tuple[tuple[Name, ...], dict[Name, Name]]:
    """Return the names, and for a name that repeats part of another, that other one."""
    full, things = names_of_things(view, list(with_partners(view, full_names(view))))
    taken = {at for name in full for at in range(name.first, name.last)} | things
    lower = list(lower_names(view, taken))
    taken |= {at for name in lower for at in range(name.first, name.last)}
    names = list(upgraded(view, full)) + lower
    repeated = dict(echoes(view, names, taken))
    taken |= {name.first for name in repeated}
    cued = list(cued_names(view, taken))
    taken |= {name.first for name in cued}
    given = [*given_names(view, taken), *small_given_names(view, taken)]
    given += small_families(view, taken)
    taken |= {at for name in given for at in range(name.first, name.last)}
    cued += given
    cued += group_rows(view, taken)
    cued += list_mates(view, names + cued, taken)
    cued += last_names(view, taken)
    return tuple(sorted([*names, *repeated, *cued])), repeated
