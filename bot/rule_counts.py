"""Which rules found how much, small enough for a button, read back with care."""

from __future__ import annotations

from collections.abc import Mapping

from rules.pack import Pack

_LONGEST = 1_200
_MOST = 999


def packed(counts: Mapping[str, int]) -> dict[str, str]:
    """Return a button's payload: as many rules as fit, and how many were left off."""
    said: list[str] = []
    for rule, count in counts.items():
        entry = f"{rule}={count}"
        if sum(map(len, said)) + len(said) + len(entry) > _LONGEST:
            break
        said.append(entry)
    left = len(counts) - len(said)
    return {"rules": ",".join(said), **({"left": str(left)} if left else {})}


def unpacked(payload: Mapping[str, str], pack: Pack) -> dict[str, int]:
    """Return the rules of a payload that the pack has; whoever pressed may have forged the rest."""
    found: dict[str, int] = {}
    for entry in payload.get("rules", "")[: 2 * _LONGEST].split(","):
        rule, _, count = entry.partition("=")
        if pack.rule(rule) and count.isdecimal() and len(count) <= 3:
            found[rule] = min(int(count), _MOST)
    return found


def left(payload: Mapping[str, str]) -> int:
    """Return how many rules did not fit into a payload."""
    said = payload.get("left", "")
    return int(said) if said.isdecimal() and len(said) <= 3 else 0
