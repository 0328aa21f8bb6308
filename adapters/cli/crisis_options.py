"""The options of `somehelp crisis`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from rules.model import LANGUAGES

_VERBS = {
    "status": "show what is open, or one crisis",
    "open": "open a crisis or a drill in somebody's name",
    "down": "end one",
    "reach": "ask everybody whom a crisis could ping to say that they see it",
    "report": "print the record of a crisis or drill as Markdown",
    "simulate": "play a policy: who would be reached when",
    "card": "print whom to call on one A4 page, for the day when chat is down",
}


def add_options(
    command: argparse.ArgumentParser, ui: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add the verbs and their options."""
    verbs = command.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, help_text in _VERBS.items():
        each = verbs.add_parser(verb, help=help_text, description=help_text)
        ui(each)
        each.add_argument("--city", metavar="DIR", help="the city's data (default: SOMEHELP_CITY)")
        if verb in ("status", "down", "report"):
            nargs = "?" if verb == "status" else None
            each.add_argument("crisis", metavar="ID", nargs=nargs, help="which one")
        if verb in ("open", "down", "reach"):
            said = "in whose name: id, name or address; they need the right"
            each.add_argument("--by", required=True, metavar="PERSON", help=said)
        if verb == "open":
            each.add_argument("what", nargs="+", help="what has happened")
            each.add_argument("--where", default="", help="where")
            each.add_argument("--drill", action="store_true", help="only a drill")
            each.add_argument("--yes", action="store_true", help="do not ask, open")
        if verb == "report":
            each.add_argument("--out", metavar="FILE", help="write it to a file")
        if verb in ("open", "simulate"):
            each.add_argument("--policy", default="", help="which policy (default: the first)")
            each.add_argument("--unit", default="", help="which unit it is about")
        if verb == "simulate":
            _simulation(each)
        if verb == "card":
            each.add_argument("--out", metavar="FILE", help="write the page to a file")
            each.add_argument("--language", choices=LANGUAGES, help="language of the page")


def _simulation(command: argparse.ArgumentParser) -> None:
    command.add_argument("--speed", type=_speed, metavar="60x", help="play it as it happens")
    command.add_argument("--start", metavar="TIME", help="when, such as 2026-06-06T21:30")
    command.add_argument("--away", action="append", default=[], metavar="PERSON")
    said = "when somebody answers: PERSON=MINUTES or PERSON=never"
    command.add_argument("--answers", action="append", default=[], metavar="P=MIN", help=said)
    command.add_argument("--share", type=_share, default=0.8, help="how many answer, 0 to 1")
    command.add_argument(
        "--minutes", type=_positive, default=4.0, help="after how many, on average"
    )
    command.add_argument("--runs", type=_runs, default=200, help="how often it is drawn")
    command.add_argument("--seed", type=int, default=0, help="the same seed draws the same")
    command.add_argument("--plot", metavar="FILE", help="draw it: .svg or .png")


def _speed(text: str) -> float:
    return _positive(text.removesuffix("x"))


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above nought")
    return number


def _share(text: str) -> float:
    number = _positive(text) if text not in ("0", "0.0") else 0.0
    if number > 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 0 and 1")
    return number


def _runs(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of runs; try 200")
    return int(text)
