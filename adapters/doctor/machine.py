"""What stands on this machine: the Finnish analyser, the dictionaries, the packs."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.doctor.finding import Found, bad, good
from rules import load
from rules.text import cache, finnish
from rules.yaml_file import PackError


def look() -> Iterator[Found]:
    """Find what was not built, and packs with errors."""
    fast, name = finnish.is_fast(), finnish.analyser_name()
    yield good("doctor-analyser", name=name) if fast else bad("doctor-analyser-slow", name=name)
    place = cache.location()
    built = (place / "VERSION").is_file()
    seen = good if built else bad
    yield seen("doctor-dictionaries" if built else "doctor-no-dictionaries", path=str(place))
    for name in load.names():
        try:
            yield good("doctor-pack", pack=name, rules=len(load.load(name).rules))
        except PackError as error:
            yield bad("doctor-bad-pack", pack=name, count=len(error.problems))
