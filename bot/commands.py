"""The words of a typed command, in Finnish, Swedish and English, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rules.model import LANGUAGES, Language

_WORDS: Mapping[str, str] = {
    "check": "check tarkista tarkasta tarkistus oikolue granska granskning kolla review",
    "ask": "ask kysy kysymys fråga question",
    "accounts": "accounts account tilit tili konton konto",
    "help": "help apua ohje ohjeet neuvo hjälp anvisningar",
    "hello": "hello hei moi hej hi",
    "home": "home koti etusivu omat hem start",
    "form": "form lomake formulär",
    "absence": "absence away poissa poissaolo loma frånvaro borta",
    "set": "unit yksikkö enhet",
    "language": "language kieli språk",
    "crisis.report": "crisis kriisi kris",
    "crisis.status": "status tilanne läge",
    "crisis.drill": "drill harjoitus övning",
    "crisis.reach": "reachability tavoitettavuus tavoitettavuustesti nåbarhet nåbarhetstest",
}
_VERBS = {word: verb for verb, words in _WORDS.items() for word in words.split()}

_LANGUAGES: Mapping[str, Language] = {
    **{language: language for language in LANGUAGES},
    "suomi": "fi", "suomeksi": "fi", "finska": "fi", "finnish": "fi",
    "ruotsi": "sv", "ruotsiksi": "sv", "svenska": "sv", "swedish": "sv",
    "englanti": "en", "englanniksi": "en", "engelska": "en", "english": "en",
}  # fmt: skip


class Command(NamedTuple):
    """What a typed command asks for: the verb, the words after it, and fields of a form."""

    verb: str
    text: str = ""
    args: Mapping[str, str] = {}


def command(typed: str) -> Command:
    """Read what stands after `/somehelp`; without words it is the form, else a plain message."""
    words = typed.split(maxsplit=1)
    if not words:
        return Command("form")
    verb = _VERBS.get(_bare(words[0]))
    rest = words[1] if len(words) > 1 else ""
    return _command(verb, rest) if verb else Command("message", typed.strip())


def command_in(message: str) -> Command | None:
    """Read a message that is a command: one word alone, or a word with a colon behind it.

    A post may well begin with "ask" or "check"; the colon tells the two apart.
    """
    first, *rest = message.split(maxsplit=1)[:2] or [""]
    verb = _VERBS.get(_bare(first))
    if verb is None or (rest and not first.endswith(":")):
        return None
    return _command(verb, rest[0] if rest else "")


def _bare(word: str) -> str:
    return word.casefold().strip(":,.!/")


def _command(verb: str, rest: str) -> Command:
    if verb == "language":
        language = _LANGUAGES.get(_bare(rest))
        return Command("set", args={"language": language}) if language else Command("home")
    if verb == "set":
        return Command("set", args={"unit": rest.strip()}) if rest.strip() else Command("home")
    if verb == "check" and not rest.strip():
        return Command("form")
    return Command(verb, rest.strip())
