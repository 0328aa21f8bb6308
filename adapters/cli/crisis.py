"""`somehelp crisis`: what is open, opening and ending, simulation, record, printed card."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path

from adapters.cli import crisis_card, crisis_simulation
from adapters.cli.card_text import card_text
from adapters.cli.session import Session
from adapters.clock import MachineClock
from adapters.serve.reading import RefusedError, read_settings
from adapters.serve.whose_city import served_city
from adapters.settings import Settings
from adapters.store import BadDatabaseUrlError, NewerDatabaseError, SqlStore, open_store
from bot.card import Buttons, Card
from bot.city import City, Person
from bot.city_file import load_city
from bot.city_today import CityToday
from bot.crises import Crises, NoSuchCrisisError
from bot.crisis_desk import CrisisDesk
from bot.planner import Planning
from bot.ports import StoreDownError
from bot.report import report
from bot.request import Request, Who
from rules.load import load
from rules.yaml_file import PackError

_BAD = 2
_CHANNELS = ("slack", "teams", "email")


def run(arguments: argparse.Namespace) -> int:
    """Do it; return 2 for bad input, 1 where the database fails or the answer was no, else 0."""
    session = Session.of(arguments)
    try:
        settings = read_settings()
        city = load_city(Path(arguments.city)) if arguments.city else served_city(settings)
        labels = {role.id: role.label for role in load(city.pack).roles}
        planning = Planning(_channels(settings), labels)
        if arguments.verb == "simulate":
            return crisis_simulation.run(arguments, city, planning, session)
        if arguments.verb == "card":
            return crisis_card.run(arguments, city, planning, session)
        return asyncio.run(_with_store(arguments, settings, city, planning, session))
    except RefusedError as error:
        for refusal in error.refused:
            session.complain(refusal.key, **refusal.values)
        return _BAD
    except PackError as error:
        session.complain("error-city")
        print(error, file=sys.stderr)
        return _BAD
    except NoSuchCrisisError:
        session.complain("crisis-no-such")
        return _BAD
    except (StoreDownError, BadDatabaseUrlError, NewerDatabaseError) as error:
        session.complain("serve-store-failed", error=type(error).__name__)
        return 1


def _channels(settings: Settings) -> tuple[str, ...]:
    """Return the ways to reach people that are switched on; all of them where none is yet."""
    on = {
        "slack": settings.slack_bot_token,
        "teams": settings.teams_app_id,
        "email": settings.smtp_url,
    }
    return tuple(name for name in _CHANNELS if on[name]) or _CHANNELS


async def _with_store(
    arguments: argparse.Namespace,
    settings: Settings,
    city: City,
    planning: Planning,
    session: Session,
) -> int:
    if settings.database is None:
        settings.state_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = await open_store(settings.database_url)
    try:
        return await _Desk(store, city, planning, session).do(arguments)
    finally:
        await store.close()


class _Desk:
    """The crisis desk behind a terminal; a running server sends what is written here."""

    def __init__(self, store: SqlStore, city: City, planning: Planning, session: Session) -> None:
        self._store = store
        self._city = city
        self._session = session
        self._crises = Crises(store)
        self._desk = CrisisDesk(self._crises, CityToday(city, store, MachineClock()), planning)

    async def do(self, arguments: argparse.Namespace) -> int:
        """Do what a verb says."""
        if arguments.verb == "report":
            return await self._report(arguments)
        named = getattr(arguments, "by", None)
        by = self._city.person(named) if named else _operator(self._city)
        if by is None:
            self._session.complain("absence-no-person", name=named or "rights: open")
            return _BAD
        if arguments.verb == "open":
            return await self._open(arguments, by)
        fields = {"crisis": getattr(arguments, "crisis", None) or ""}
        _show(await self._desk.handle(self._request(f"crisis.{arguments.verb}", by, "", fields)))
        return 0

    async def _open(self, arguments: argparse.Namespace, by: Person) -> int:
        """Show the preview, ask, and open."""
        what = " ".join(arguments.what)
        fields = {
            "policy": arguments.policy,
            "unit": arguments.unit,
            "where": arguments.where,
            "drill": "1" if arguments.drill else "",
        }
        preview = await self._desk.handle(self._request("crisis.preview", by, what, fields))
        print(card_text(preview))
        if preview.submit is None:
            return _BAD
        if not (arguments.yes or self._sure()):
            return 1
        given = {**fields, **preview.submit.payload}
        _show(await self._desk.handle(self._request("crisis.open", by, what, given)))
        return 0

    async def _report(self, arguments: argparse.Namespace) -> int:
        crisis = await self._crises.load(arguments.crisis)
        text = report(crisis, await self._store.now(), self._session.language)
        if arguments.out:
            Path(arguments.out).write_text(text, "utf-8")
        else:
            print(text)
        return 0

    def _request(self, verb: str, by: Person, text: str, fields: Mapping[str, str]) -> Request:
        who = Who("cli", by.id, language=self._session.language, name=by.name, email=by.reach.email)
        return Request(verb, who, text, fields, "page")

    def _sure(self) -> bool:
        """Ask a human; where nobody can answer, that is a no."""
        if not sys.stdin or not sys.stdin.isatty():
            self._session.complain("crisis-cli-yes")
            return False
        said = input(self._session.texts.say("crisis-cli-sure") + " ")
        return said.strip().lower()[:1] in ("k", "j", "y")


def _operator(city: City) -> Person | None:
    """Return somebody who may see everything: whoever has the database can."""
    holders = (*city.rights.get("open", ()), *city.crisis.duty)
    return next(filter(None, map(city.person, holders)), None)


def _show(card: Card) -> None:
    """Print a card, and the ids of the crises that its buttons are about."""
    print(card_text(card))
    buttons = (b for piece in card.pieces if isinstance(piece, Buttons) for b in piece.buttons)
    for crisis in dict.fromkeys(b.payload["crisis"] for b in buttons if "crisis" in b.payload):
        print(f"id: {crisis}")
