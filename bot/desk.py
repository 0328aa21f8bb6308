"""Packs ready to check and to answer, each compiled once."""

from __future__ import annotations

from bot.city import City
from rules.ask import Guide
from rules.check import Checker
from rules.cities import example_city
from rules.load import load
from rules.pack import Pack


class Desk:
    """Checkers and guides by pack; what they give is immutable and safe in many threads.

    A pack is checked with the city's own units and people where it is the city's, else with the
    pack's example city.
    """

    def __init__(self, city: City | None = None) -> None:
        self.city = city
        self._checkers: dict[str, Checker] = {}
        self._guides: dict[str, Guide] = {}

    def checker(self, pack: str) -> Checker:
        """Return the checker of a pack.

        Raises:
            PackError: the pack has errors or does not exist.
        """
        if pack not in self._checkers:
            self._checkers[pack] = self._checker(load(pack))
        return self._checkers[pack]

    def guide(self, pack: str) -> Guide:
        """Return the guide of a pack.

        Raises:
            PackError: the pack has errors or does not exist.
        """
        if pack not in self._guides:
            self._guides[pack] = Guide(load(pack))
        return self._guides[pack]

    def reload(self, pack: str) -> None:
        """Read a pack anew; whoever is answered meanwhile is answered by the old one.

        Raises:
            PackError: the pack has errors; the old one stays.
        """
        loaded = load(pack)
        self._checkers[pack], self._guides[pack] = self._checker(loaded), Guide(loaded)

    def _checker(self, loaded: Pack) -> Checker:
        own = self.city is not None and self.city.pack == loaded.id
        directory = self.city.directory() if self.city and own else example_city(loaded.id)
        return Checker(loaded, directory)
