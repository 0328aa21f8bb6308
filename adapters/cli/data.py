"""`somehelp data`: what is kept of a person is handed out or erased; what is too old is erased."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence

from adapters.cli.session import Session
from adapters.serve.reading import RefusedError, read_settings
from adapters.serve.whose_city import served_city
from adapters.settings import Settings
from adapters.store import BadDatabaseUrlError, NewerDatabaseError, SqlStore, open_store
from bot.city import City
from bot.ports import StoreDownError
from rules.yaml_file import PackError

_BAD = 2


def run(arguments: argparse.Namespace) -> int:
    """Do it; return 2 for bad settings, 1 where the database fails or the answer was no, else 0."""
    session = Session.of(arguments)
    try:
        settings = read_settings()
        return asyncio.run(_do(arguments, settings, session))
    except RefusedError as error:
        for refusal in error.refused:
            session.complain(refusal.key, **refusal.values)
        return _BAD
    except PackError as error:
        session.complain("error-city")
        print(error, file=sys.stderr)
        return _BAD
    except (StoreDownError, BadDatabaseUrlError, NewerDatabaseError) as error:
        session.complain("serve-store-failed", error=type(error).__name__)
        return 1


async def _do(arguments: argparse.Namespace, settings: Settings, session: Session) -> int:
    keys: tuple[str, ...] = ()
    if arguments.verb != "forget":
        keys = keys_of(arguments.person, served_city(settings))
        session.complain("data-keys", keys=", ".join(keys))
    if arguments.verb == "erase" and not (arguments.yes or _sure(session)):
        return 1
    store = await open_store(settings.database_url)
    try:
        if arguments.verb == "export":
            print(json.dumps(await store.export(*keys), ensure_ascii=False, indent=2))
        elif arguments.verb == "erase":
            await _erase(keys, store, session)
        else:
            await _forget(settings, store, session)
    finally:
        await store.close()
    return 0


def keys_of(names: Sequence[str], city: City) -> tuple[str, ...]:
    """Return every key under which somebody may be kept: as given, and as the city knows them."""
    keys = dict.fromkeys(names)
    for name in names:
        person = city.person(name.partition(":")[2] or name)
        if person is None:
            continue
        keys |= dict.fromkeys((person.id, f"web:{person.id}"))
        for platform in ("slack", "teams"):
            if address := getattr(person.reach, platform):
                keys[f"{platform}:{address}"] = None
        if person.reach.email:
            keys[person.reach.email] = None
    return tuple(keys)


def _sure(session: Session) -> bool:
    """Ask a human; where nobody can answer, that is a no."""
    if not sys.stdin or not sys.stdin.isatty():
        session.complain("data-say-yes")
        return False
    return input(session.texts.say("data-sure") + " ").strip().casefold() in ("k", "j", "y")


async def _erase(keys: Sequence[str], store: SqlStore, session: Session) -> None:
    gone = await store.erase(*keys)
    say = session.texts.say
    print(say("data-erased", streams=len(gone["streams"]), mentions=gone["mentions"]))
    for stream, events in gone["kept"].items():
        print(say("data-kept", record=stream, events=events))
    print(say("data-restart"))


async def _forget(settings: Settings, store: SqlStore, session: Session) -> None:
    gone = await store.forget(settings.kept)
    for kind, count in gone.items():
        days = settings.kept[kind].days
        print(session.texts.say("data-forgotten", kind=kind, count=count, days=days))
