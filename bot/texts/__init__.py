"""The program's own sentences in Finnish, Swedish and English: one Fluent file per language.

Every file has the same messages with the same placeholders; a test holds this.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rules.model import Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

FOLDER = Path(__file__).parent


class Texts:
    """The sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = _bundle(language)

    def say(self, key: str, **values: str | int | float) -> str:
        """Return the sentence `key` with its placeholders filled.

        Raises:
            KeyError: there is no such sentence.
        """
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)


@cache
def _bundle(language: Language) -> FluentBundle:
    # Imported here: plural rules are slow to load, and a stream of JSON needs no sentence.
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((FOLDER / f"{language}.ftl").read_text("utf-8")))
    return bundle
