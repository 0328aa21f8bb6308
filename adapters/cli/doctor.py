"""`somehelp doctor`: what this installation has, what it lacks, what to do about it."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from adapters.app import channels
from adapters.cli.session import Session
from adapters.doctor import city, database, machine, mail, reach, settings, sign_in, slack, teams
from adapters.doctor.finding import Found
from adapters.net import open_session
from adapters.settings import Settings
from bot.city_file import load_city
from rules.yaml_file import PackError

_SIGNS = {"good": ("✔", "green"), "off": ("○", "default"), "bad": ("✖", "bold red")}


def run(arguments: argparse.Namespace) -> int:
    """Look at the parts; return 1 where one needs mending, else 0."""
    session = Session.of(arguments)
    console = Console(highlight=False, soft_wrap=True)
    well = True
    given, of_settings = settings.read()
    for each in (*machine.look(), *of_settings):
        well &= _say(each, session, console)
    folder = arguments.city or (given.city if given else None)
    if folder:
        well &= _look_at_city(Path(folder), channels(given) if given else (), session, console)
    if given:
        kept = database.look(given)
        for each in (kept, *asyncio.run(_ask_others(given, kept))):
            well &= _say(each, session, console)
    return 0 if well else 1


def _say(found: Found, session: Session, console: Console) -> bool:
    sign, style = _SIGNS[found.state]
    console.print(Text(f"{sign} ", style=style) + session.texts.say(found.key, **found.values))
    return found.state != "bad"


def _look_at_city(
    folder: Path, channels: Sequence[str], session: Session, console: Console
) -> bool:
    try:
        found = list(city.look(load_city(folder), channels))
    except PackError as error:
        for problem in error.problems:
            console.print(Text("✖ ", style="bold red") + str(problem))
        return False
    said = [_say(each, session, console) for each in found]  # every one, not up to the first
    return all(said)


async def _ask_others(given: Settings, kept: Found) -> Sequence[Found]:
    """Ask everybody whom the server will talk to; nothing is asked that is not switched on."""
    async with open_session(given.ca_bundle) as outgoing:
        return [
            *(await reach.look(given) if kept.key == "doctor-database" else ()),
            *[each async for each in slack.look(given, outgoing)],
            await teams.look(given, outgoing),
            await mail.look(given),
            await sign_in.look(given, outgoing),
        ]
