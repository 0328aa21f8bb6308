"""The city's accounts: where it speaks, for which unit, and who looks after each account."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Card, Cell, Note, Piece, Table, Text
from bot.city import Account
from bot.talk import Talk

_MOST = 25


def accounts_card(talk: Talk) -> Card:
    """List the accounts, those of a unit or channel if the request names one."""
    asked = talk.request.text.strip()
    found = [account for account in talk.city.accounts if _fits(account, asked, talk)]
    return Card(
        title=talk.say("assistant-accounts-found", count=len(found)),
        pieces=_pieces(found, talk),
        language=talk.language,
    )


def _fits(account: Account, asked: str, talk: Talk) -> bool:
    if not asked:
        return True
    unit = talk.city.unit(asked)
    if unit and account.unit == unit.id:
        return True
    return asked.casefold() in f"{account.id} {account.platform} {account.profile}".casefold()


def _pieces(found: Sequence[Account], talk: Talk) -> tuple[Piece, ...]:
    if not found:
        return (Text(talk.say("assistant-accounts-none")),)
    columns = ["assistant-account", "assistant-channel", "assistant-unit"]
    if talk.request.who.id:
        columns.append("assistant-keepers")
    table = Table(
        talk.say("assistant-accounts"),
        tuple(talk.say(key) for key in columns),
        tuple(_row(account, talk)[: len(columns)] for account in found[:_MOST]),
    )
    if len(found) <= _MOST:
        return (table,)
    return table, Note(talk.say("assistant-accounts-more", count=len(found) - _MOST))


def _row(account: Account, talk: Talk) -> tuple[Cell, ...]:
    unit = talk.city.unit(account.unit)
    ids = dict.fromkeys(name for names in account.people.values() for name in names)
    people = [person.name for name in ids if (person := talk.city.person(name))]
    return (
        Cell(account.id),
        Cell(account.platform),
        Cell(unit.name.get(talk.language) if unit else ""),
        Cell(", ".join(people)),
    )
