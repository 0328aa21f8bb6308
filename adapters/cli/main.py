"""`somehelp`: what the commands are and which options they take."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from adapters.cli.session import Session
from rules.model import LANGUAGES

_COMMANDS = {
    "check": "check drafts against a city's guideline",
    "ask": "whom to ask, and what the guideline says",
    "audit": "check an archive of published posts",
    "chat": "talk: drafts and questions alike",
    "absence": "record that somebody is away, and who stands in",
    "crisis": "what is open, opening and ending, simulation, record, printed card",
    "pack": "write, lint, test and read guideline packs",
    "eval": "measure the checker on labelled posts",
    "serve": "serve the web page, Slack and Teams: whatever is configured",
    "data": "hand out or erase what is kept of a person, erase what is too old",
    "setup": "build what is built once: dictionaries and packs",
    "backup": "copy the whole database to a file",
    "restore": "put a backup back",
    "doctor": "say what this installation has and lacks",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    options = parser.parse_args(argv)
    try:
        status: int = import_module(f"adapters.cli.{options.command}").run(options)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()  # whoever read it has enough
        return 0
    except OSError as error:
        _forget_output()
        Session.of(options).complain("error-output", reason=error.strerror or "")
        return 2
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return status


def _forget_output() -> None:
    """Let Python close what cannot be written any more without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="somehelp",
        description="Checks a city's social-media drafts. Fi, sv and en; nothing is stored.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, help_text in _COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text)
        _ui_argument(command)
        _ARGUMENTS[name](command)
    return parser


def _ui_argument(command: argparse.ArgumentParser) -> None:
    said = "language of the program's own words (default: the system's)"
    command.add_argument("--ui", choices=LANGUAGES, help=said)


def _draft_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--pack", default="paimio", help="a built-in pack or a pack's folder")
    command.add_argument("--unit", help="the service unit that posts")
    command.add_argument("--account", help="the id of a registered account")
    command.add_argument(
        "--channel", help="facebook, instagram, x, linkedin, youtube, tiktok, web…"
    )
    command.add_argument("--audience", choices=("staff", "elected"), default="staff")
    command.add_argument("--lang", choices=LANGUAGES, help="language of the drafts (default: seen)")


def _check_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", help="drafts; - is standard input")
    _draft_arguments(command)
    command.add_argument("--format", choices=("text", "json", "jsonl"), default="text")


def _ask_arguments(command: argparse.ArgumentParser) -> None:
    said = "the question; with --format jsonl files of questions, - is standard input"
    command.add_argument("question", nargs="*", metavar="QUESTION", help=said)
    command.add_argument("--pack", default="paimio", help="a built-in pack or a pack's folder")
    command.add_argument("--audience", choices=("staff", "elected"), default="staff")
    command.add_argument("--unit", help="the service unit that it is about")
    command.add_argument("--account", help="the id of a registered account that it is about")
    command.add_argument("--city", metavar="DIR", help="the city's data, for today's contacts")
    command.add_argument("--lang", choices=LANGUAGES, help="language of the question")
    command.add_argument("--format", choices=("text", "json", "jsonl"), default="text")


def _audit_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="CSV, JSONL, Facebook export JSON"
    )
    _draft_arguments(command)
    command.add_argument(
        "--out", metavar="FILE", help="write every finding to a .csv or .jsonl file"
    )
    command.add_argument("--jobs", type=_count, default=0, help="processes (default: one a core)")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; try 2")
    return int(text)


def _pack_arguments(command: argparse.ArgumentParser) -> None:
    verbs = command.add_subparsers(dest="verb", required=True, metavar="VERB")
    new = verbs.add_parser("new", help="begin a pack of your own")
    _ui_argument(new)
    new.add_argument("name")
    for verb, help_text in (
        ("check", "find errors and weak points in a pack"),
        ("test", "run the examples of every rule"),
    ):
        each = verbs.add_parser(verb, help=help_text)
        _ui_argument(each)
        each.add_argument("packs", nargs="*", metavar="PACK", help="default: every built-in pack")
        if verb == "check":
            each.add_argument("--sources", metavar="DIR", help="folder of the source documents")
    show = verbs.add_parser("show", help="list the rules of a pack, or show one rule")
    show.add_argument("rule", nargs="?", help="a rule's id, such as personal-data/identity-code")
    show.add_argument("--pack", default="paimio")
    _ui_argument(show)
    silent = verbs.add_parser("silent", help="count the questions that guidelines do not answer")
    silent.add_argument("--pack", help="the id of one pack (default: all)")
    _ui_argument(silent)
    schema = verbs.add_parser("schema", help="print the JSON Schema of a pack's files, for editors")
    _ui_argument(schema)


def _eval_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help="JSONL files or folders of them")
    command.add_argument("--pack", default="paimio")
    command.add_argument("--misses", action="store_true", help="list what was missed or false")


def _setup_arguments(command: argparse.ArgumentParser) -> None:
    """Setup takes no options."""


def _absence_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("days", nargs="*", metavar="DAYS", help="1.7.–31.7.; none lists them")
    command.add_argument("--city", default="deploy/city", metavar="DIR", help="the city's data")
    command.add_argument("--by", metavar="PERSON", help="who you are: id, name or address")
    command.add_argument("--person", help="who is away (default: you)")
    command.add_argument("--substitute", metavar="PERSON", help="who stands in")
    command.add_argument("--cancel", action="store_true", help="take back what was recorded")


def _chat_arguments(command: argparse.ArgumentParser) -> None:
    _draft_arguments(command)
    command.add_argument("--city", metavar="DIR", help="the city's data: who fills which role")


def _serve_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--open", action="store_true", help="show the page in a browser")


def _data_arguments(command: argparse.ArgumentParser) -> None:
    verbs = command.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, help_text in (
        ("export", "write all that is kept of a person to standard output, as JSON"),
        ("erase", "erase what is kept of a person; crisis records stay and are named"),
        ("forget", "erase now what has been kept for long enough"),
    ):
        each = verbs.add_parser(verb, help=help_text, description=help_text)
        _ui_argument(each)
        if verb != "forget":
            said = "id, name or address in the city's data, or a key such as slack:U0123"
            each.add_argument("person", nargs="+", metavar="PERSON", help=said)
        if verb == "erase":
            each.add_argument("--yes", action="store_true", help="do not ask first")


def _backup_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="where to; - is standard output")
    command.add_argument("--replace", action="store_true", help="replace a file that is there")


def _restore_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a backup; - is standard input")
    command.add_argument(
        "--replace", action="store_true", help="also where the database holds data, which then goes"
    )


def _doctor_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--city", metavar="DIR", help="look at a city's data, too")


def _crisis_arguments(command: argparse.ArgumentParser) -> None:
    from adapters.cli.crisis_options import add_options

    add_options(command, _ui_argument)


_ARGUMENTS = {
    "check": _check_arguments,
    "ask": _ask_arguments,
    "audit": _audit_arguments,
    "chat": _chat_arguments,
    "absence": _absence_arguments,
    "crisis": _crisis_arguments,
    "pack": _pack_arguments,
    "eval": _eval_arguments,
    "setup": _setup_arguments,
    "serve": _serve_arguments,
    "data": _data_arguments,
    "backup": _backup_arguments,
    "restore": _restore_arguments,
    "doctor": _doctor_arguments,
}
