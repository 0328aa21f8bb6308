"""Which city is served: the admin's folder, or the example with made-up people."""

from __future__ import annotations

from pathlib import Path

import adapters
from adapters.settings import Settings
from bot.city import City
from bot.city_file import load_city
from rules.load import load

_ROOM = Path(adapters.__file__).parent
_EXAMPLES = (_ROOM / "example_city", _ROOM.parent / "deploy" / "city")
"""Where the example stands: in an installed package, in a checkout."""


def served_city(settings: Settings) -> City:
    """Return the city of the settings, with the pack of the settings if they name one.

    A pack that is not the example's, without a city's data, gives a city in which nobody is known.

    Raises:
        PackError: the city's data is wrong, or the pack has errors or does not exist.
    """
    if settings.city:
        city = load_city(settings.city)
    else:
        city = load_city(next(each for each in _EXAMPLES if each.is_dir()))
        if settings.pack and settings.pack != city.pack:
            return City(city=settings.pack, pack=load(settings.pack).id)
    load(pack_name(settings, city))
    return city


def pack_name(settings: Settings, city: City) -> str:
    """Return the name or folder of the pack to check with."""
    return settings.pack or city.pack
