"""What one run of a command shares: its language, its checkers, its complaints."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from dataclasses import dataclass, field

from adapters.contract import Options
from bot.texts import Texts
from rules.check import Checker
from rules.cities import example_city
from rules.load import load
from rules.model import LANGUAGES, Language


def interface_language(chosen: Language | None) -> Language:
    """Return the language of the program's own words: the option's, the locale's, English."""
    if chosen:
        return chosen
    names = (os.environ.get("LC_ALL"), os.environ.get("LC_MESSAGES"), os.environ.get("LANG"))
    named = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return next((language for language in LANGUAGES if named.startswith(language)), "en")


@dataclass(slots=True)
class Session:
    """One run of a command."""

    language: Language
    checkers: dict[str, Checker] = field(default_factory=dict)

    @classmethod
    def of(cls, options: argparse.Namespace) -> Session:
        """Begin a run with the command line's options."""
        return cls(interface_language(options.ui))

    @property
    def texts(self) -> Texts:
        """The sentences of this run's language."""
        return Texts(self.language)

    def checker(self, pack: str) -> Checker:
        """Return the checker of a pack, compiled at most once in a run.

        Raises:
            PackError: the pack has errors or does not exist.
        """
        if pack not in self.checkers:
            loaded = load(pack)
            self.checkers[pack] = Checker(loaded, example_city(loaded.id))
        return self.checkers[pack]

    def complain(self, key: str, where: str = "", **values: str | int) -> None:
        """Write a sentence to standard error."""
        said = self.texts.say(key, **values)
        print(f"{where}: {said}" if where else said, file=sys.stderr)


def draft_options(options: argparse.Namespace) -> Options:
    """Return what the command line says of every draft."""
    return Options(
        pack=options.pack,
        unit=options.unit,
        account=options.account,
        channel=options.channel,
        audience=options.audience,
        lang=options.lang,
        language=options.ui,
    )
