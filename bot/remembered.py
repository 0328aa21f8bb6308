"""What is remembered of a person between two messages: choices and an address, never a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.ports import Conflict, Store, StoreDownError
from bot.request import Who
from rules.model import LANGUAGES, Language

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Remembered:
    """The choices of one person.

    `told` is whether they have read what is kept and what is not; `addresses` say, by messenger,
    where they can be written to. `readable` is False while the store cannot be asked.
    """

    unit: str | None = None
    account: str | None = None
    language: Language | None = None
    told: bool = False
    addresses: Mapping[str, str] = field(default_factory=dict)
    version: int = 0
    readable: bool = True

    def choosing(self, choices: Mapping[str, str]) -> Remembered:
        """Return what is remembered after choices; an empty one is forgotten."""
        said = choices.get("language", self.language)
        return replace(
            self,
            unit=choices.get("unit", self.unit) or None,
            account=choices.get("account", self.account) or None,
            language=next((each for each in LANGUAGES if each == said), None),
        )


def stream_of(who_key: str) -> str:
    """Return the name of a person's stream; deleting it erases all that is remembered."""
    return f"person/{who_key}"


async def recall(store: Store, who: Who) -> Remembered:
    """Return what is remembered of somebody; nothing of somebody who has not signed in."""
    if not who.id:
        return Remembered(told=True)
    try:
        stored = await store.read(stream_of(who.key))
    except StoreDownError:
        return Remembered(told=True, readable=False)
    known = Remembered()
    for event in stored:
        known = replace(_after(known, event.data), version=event.version)
    return known


async def choose(store: Store, who: Who, **choices: str) -> None:
    """Remember choices; an empty one is forgotten.

    Raises:
        StoreDownError: nothing was remembered.
    """
    await _append(store, who.key, {"kind": "chosen", **choices})


async def told(store: Store, who: Who) -> None:
    """Remember that somebody has read what is kept.

    Raises:
        StoreDownError: nothing was remembered.
    """
    await _append(store, who.key, {"kind": "told"})


async def learn_address(store: Store, who: Who, messenger: str, address: str) -> None:
    """Remember where somebody can be written to, unless it is known; an empty address forgets it.

    Raises:
        StoreDownError: nothing was remembered.
    """
    if (await recall(store, who)).addresses.get(messenger, "") != address:
        await _append(
            store, who.key, {"kind": "address", "messenger": messenger, "address": address}
        )


async def addresses_of(store: Store, who_key: str) -> Mapping[str, str]:
    """Return the addresses learnt of somebody, by messenger.

    Raises:
        StoreDownError: the store cannot be asked.
    """
    known = Remembered()
    for event in await store.read(stream_of(who_key)):
        known = _after(known, event.data)
    return known.addresses


def _after(known: Remembered, event: Mapping[str, Any]) -> Remembered:
    """Return what is known after an event; of one that nobody understands, what was known."""
    match event.get("kind"):
        case "chosen":
            return known.choosing(event)
        case "told":
            return replace(known, told=True)
        case "address":
            addresses = {**known.addresses, event.get("messenger", ""): event.get("address", "")}
            kept = {name: address for name, address in addresses.items() if address}
            return replace(known, addresses=kept)
    return known


async def _append(store: Store, who_key: str, event: Mapping[str, str]) -> None:
    stream = stream_of(who_key)
    for attempt in range(_TRIES):
        stored = await store.read(stream)
        try:
            await store.append(stream, [event], stored[-1].version if stored else 0)
            return
        except Conflict:
            if attempt == _TRIES - 1:
                raise StoreDownError from None
