"""A choice of unit, account or language, remembered from now on."""

from __future__ import annotations

from dataclasses import replace

from bot.card import Card
from bot.home_card import home_card
from bot.ports import Store, StoreDownError
from bot.remembered import choose
from bot.short_cards import say_card
from bot.talk import Talk
from bot.texts import Texts
from rules.model import LANGUAGES


async def set_card(talk: Talk, store: Store) -> Card:
    """Remember what was chosen, and say so in the language that now holds."""
    wanted = _choices(talk)
    if not wanted:
        return say_card(talk, "assistant-set-unknown", mode="toast")
    try:
        then = await _remembered(talk, store, wanted)
    except StoreDownError:
        return say_card(talk, "assistant-set-failed", mode="toast")
    return _told(wanted, then)


async def set_home(talk: Talk, store: Store) -> Card:
    """Draw the home, after remembering what was chosen there."""
    wanted = _choices(talk)
    if not wanted:
        return home_card(talk)
    try:
        return home_card(await _remembered(talk, store, wanted))
    except StoreDownError:
        return say_card(talk, "assistant-set-failed", mode="toast")


def _choices(talk: Talk) -> dict[str, str]:
    """Return what was chosen, as the city calls it; an empty choice forgets the last one."""
    chosen: dict[str, str] = {}
    for name, find in (("unit", talk.city.unit), ("account", talk.city.account)):
        said = talk.arg(name)
        found = find(said)
        if found:
            chosen[name] = found.id
        elif not said and name in talk.request.args:
            chosen[name] = ""
    if talk.arg("language") in LANGUAGES:
        chosen["language"] = talk.arg("language")
    return chosen


async def _remembered(talk: Talk, store: Store, wanted: dict[str, str]) -> Talk:
    """Remember choices; return the talk as it goes on."""
    if talk.request.who.id:
        await choose(store, talk.request.who, **wanted)
    known = talk.known.choosing(wanted)
    texts = Texts(known.language) if known.language else talk.texts
    return replace(talk, known=known, texts=texts)


def _told(wanted: dict[str, str], talk: Talk) -> Card:
    if "language" in wanted:
        return say_card(talk, "assistant-set-language", mode="toast")
    if unit := talk.city.unit(wanted.get("unit")):
        name = unit.name.get(talk.language)
        return say_card(talk, "assistant-set-unit", mode="toast", unit=name)
    if account := talk.city.account(wanted.get("account")):
        return say_card(talk, "assistant-set-account", mode="toast", account=account.id)
    return say_card(talk, "assistant-set-forgotten", mode="toast")
