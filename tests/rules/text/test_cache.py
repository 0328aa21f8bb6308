"""The dictionaries that set-up builds."""

import sys
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
import pytest

from rules.text import cache, finnish, voikko


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SOMEHELP_CACHE", str(tmp_path / "cache"))
    makers = {"names.trie": lambda: marisa_trie.BytesTrie([("matti", b"f")])}
    monkeypatch.setattr(cache, "_MAKERS", makers)
    cache._load.cache_clear()
    cache._announce.cache_clear()
    yield tmp_path / "cache"
    cache._load.cache_clear()


def test_set_up_builds_once(place: Path) -> None:
    """A second set-up finds the dictionaries and does nothing."""
    steps: list[str] = []

    assert cache.build(steps.append)
    assert not cache.build(steps.append)
    assert steps == ["names.trie"]
    assert sorted(file.name for file in place.iterdir()) == ["VERSION", "names.trie"]


def test_dictionaries_of_another_version_are_built_anew(place: Path) -> None:
    """After an upgrade the old data is replaced."""
    cache.build()
    (place / "VERSION").write_text("0 simplemma-0 faker-0\n")

    assert cache.names()["matti"] == [b"f"]
    assert (place / "VERSION").read_text().startswith(cache.FORMAT)


def test_the_first_check_builds_what_set_up_did_not(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without set-up the first check says that it builds, on standard error, and works."""
    assert cache.names()["matti"] == [b"f"]

    output = capsys.readouterr()
    assert output.out == ""
    assert len(output.err.splitlines()) == 1


def test_where_nothing_can_be_written_memory_is_used(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A read-only installation works, too."""
    place.write_text("a file where the directory would be")

    assert cache.names()["matti"] == [b"f"]
    assert capsys.readouterr().err


def test_the_analyser_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs Somehelp can tell which analyser reads Finnish, and whether it is the fast."""
    monkeypatch.setenv("SOMEHELP_ANALYSER", "pyvoikko")
    assert (finnish.analyser_name(), finnish.is_fast()) == ("pyvoikko", False)

    monkeypatch.delenv("SOMEHELP_ANALYSER")
    monkeypatch.setattr(voikko, "is_available", lambda: False)
    assert (finnish.analyser_name(), finnish.is_fast()) == ("pyvoikko", False)

    monkeypatch.setattr(voikko, "is_available", lambda: True)
    assert (finnish.analyser_name(), finnish.is_fast()) == ("voikko", True)


def test_without_any_analyser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Finnish cannot be read at all, the message names the packages to install."""
    monkeypatch.setenv("SOMEHELP_ANALYSER", "pyvoikko")
    monkeypatch.setitem(sys.modules, "rules.text.pyvoikko", None)
    monkeypatch.delattr(sys.modules["rules.text"], "pyvoikko", raising=False)
    finnish._analyser.cache_clear()
    try:
        with pytest.raises(finnish.AnalyserMissingError, match="libvoikko1"):
            finnish.read("kirjasto")
    finally:
        finnish._analyser.cache_clear()
