"""The peers written in Python, each as its documentation says to use it; one to a process.

Runs in the peers' own environment: `python -m benchmarks.peers NAME POSTS WARM_UP`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path

from benchmarks import clock

_open = ExitStack()


def presidio() -> clock.Check:
    """The recognisers that are on by default (English), without the one that needs a model."""
    return _presidio("en")


def presidio_nordic() -> clock.Check:
    """The general recognisers, and the Finnish and Swedish ones, for Finnish text."""
    from presidio_analyzer import predefined_recognizers as known

    def add(registry) -> None:  # type: ignore[no-untyped-def]
        for recognizer in (
            known.FiPersonalIdentityCodeRecognizer(supported_language="fi"),
            known.SePersonnummerRecognizer(supported_language="fi"),
            known.SeOrganisationsnummerRecognizer(supported_language="fi"),
        ):
            registry.add_recognizer(recognizer)
        registry.remove_recognizer("PhoneRecognizer")
        registry.add_recognizer(
            known.PhoneRecognizer(supported_language="fi", supported_regions=("FI", "SE"))
        )

    return _presidio("fi", add)


def _presidio(language: str, add: Callable[..., None] | None = None) -> clock.Check:
    """Set the analyser up with a blank tokeniser in place of a model."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    tokenizer = SpacyNlpEngine(models=[{"lang_code": language, "model_name": "blank"}])
    tokenizer.nlp = {language: spacy.blank(language)}
    registry = RecognizerRegistry(supported_languages=[language])
    registry.load_predefined_recognizers(languages=[language])
    registry.remove_recognizer("SpacyRecognizer")
    if add:
        add(registry)
    analyzer = AnalyzerEngine(
        registry=registry, nlp_engine=tokenizer, supported_languages=[language]
    )
    return lambda text: len(analyzer.analyze(text, language=language))


def scrubadub() -> clock.Check:
    """The detectors that are on by default."""
    from scrubadub import Scrubber

    scrubber = Scrubber()
    return lambda text: len(list(scrubber.iter_filth(text)))


def datafog() -> clock.Check:
    """The engine of regular expressions."""
    from datafog import scan

    return lambda text: len(scan(text, engine="regex").entities)


def detect_secrets() -> clock.Check:
    """Every plugin and the default filters, line by line, as it reads files."""
    from detect_secrets.core.scan import scan_line
    from detect_secrets.settings import default_settings

    _open.enter_context(default_settings())
    return lambda text: sum(len(list(scan_line(line))) for line in text.splitlines())


def proselint() -> clock.Check:
    """Every check that is on by default."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda text: len(LintFile("post", text).lint())


PEERS = {
    "presidio": (presidio, "presidio-analyzer"),
    "presidio-nordic": (presidio_nordic, "presidio-analyzer"),
    "scrubadub": (scrubadub, "scrubadub"),
    "datafog": (datafog, "datafog"),
    "detect-secrets": (detect_secrets, "detect-secrets"),
    "proselint": (proselint, "proselint"),
}

if __name__ == "__main__":
    name, file, warm_up = sys.argv[1:]
    make, package = PEERS[name]
    clock.run(make(), Path(file), int(warm_up), version(package))
