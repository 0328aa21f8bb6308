"""First and last names of many countries, collected from Faker's locales at set-up."""

from __future__ import annotations

import pkgutil
from collections import defaultdict
from collections.abc import Collection, Iterator
from importlib import import_module

_FIRST = ("first_names", "first_names_female", "first_names_male", "first_names_nonbinary")
_LAST = ("last_names", "last_names_female", "last_names_male")


def collect() -> Iterator[tuple[str, bytes]]:
    """Yield each lower-case name in Latin letters with `f`, `l` or `fl`."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for provider in _providers():
        for kind, attributes in (("f", _FIRST), ("l", _LAST)):
            for attribute in attributes:
                for name in _latin(getattr(provider, attribute, ())):
                    kinds[name].add(kind)
    for name, found in sorted(kinds.items()):
        yield name, "".join(sorted(found)).encode()


def _providers() -> Iterator[object]:
    from faker.providers import person

    for module in pkgutil.iter_modules(person.__path__):
        yield import_module(f"{person.__name__}.{module.name}").Provider


def _latin(listed: object) -> Iterator[str]:
    """Yield the names of a locale's list; a few locales compute theirs, which is none to us."""
    for entry in listed if isinstance(listed, Collection) else ():
        name = str(entry).strip().casefold()
        letters = name.replace("-", "").replace("'", "").replace(" ", "")
        if len(letters) > 1 and letters.isalpha() and all(map(_is_latin, letters)):
            yield name


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"
