"""Where the dictionaries live that set-up builds from the libraries' data, and how they are built.

The libraries ship their data for other uses: simplemma as compressed lists that take seconds to
unpack, Faker as one module per locale. Once built, the same data is three files that are mapped
into memory in a millisecond and shared between processes.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock

import marisa_trie

from rules.model import Language

FORMAT = "1"
"""Raised whenever what the files hold changes."""


_VERSION_FILE = "VERSION"
_lock = Lock()


def location() -> Path:
    """Return the directory of the built data: `$SOMEHELP_CACHE`, else inside this environment."""
    chosen = os.environ.get("SOMEHELP_CACHE")
    return Path(chosen) if chosen else Path(sys.prefix) / "var" / "cache" / "somehelp"


def build(progress: Callable[[str], object] = str) -> bool:
    """Build the data unless it already stands for these versions of the libraries.

    `progress` is told each step. Return True if something was written; where nothing can be
    written raise `OSError`.
    """
    version = _library_versions()
    target = location()
    if _stands(target, version):
        return False
    target.mkdir(parents=True, exist_ok=True)
    for name, make in _MAKERS.items():
        progress(name)
        _write(target / name, make().tobytes())
    _write(target / _VERSION_FILE, version.encode())
    return True


def lemmas(language: Language) -> marisa_trie.BytesTrie:
    """Return the base forms of `language` (sv, en), form to lemma in UTF-8."""
    return _load(f"lemmas-{language}.trie")


def names() -> marisa_trie.BytesTrie:
    """Return the name lists: lower-case name to `f`, `l` or `fl` (first name, last name, both)."""
    return _load("names.trie")


@cache
def _load(name: str) -> marisa_trie.BytesTrie:
    with _lock:
        path = location() / name
        if not _readable(path):
            built = _build_lazily(name)
            if built is not None:
                return built
        trie = marisa_trie.BytesTrie()
        trie.mmap(str(path))
        return trie


def _readable(path: Path) -> bool:
    try:
        version = (path.parent / _VERSION_FILE).read_text()
    except OSError:
        return False
    return version.split()[0] == FORMAT and path.exists()


def _build_lazily(name: str) -> marisa_trie.BytesTrie | None:
    """Build everything at first use; where the place is not writable, only `name`, in memory."""
    _announce()
    try:
        build()
    except OSError:
        return _MAKERS[name]()
    return None


@cache
def _announce() -> None:
    print("somehelp: building the dictionaries, once, some ten seconds", file=sys.stderr)


def _stands(target: Path, version: str) -> bool:
    try:
        return (target / _VERSION_FILE).read_text() == version
    except OSError:
        return False


def _library_versions() -> str:
    from importlib.metadata import version

    return f"{FORMAT} simplemma-{version('simplemma')} faker-{version('faker')}\n"


def _write(path: Path, data: bytes) -> None:
    """Write a file at once: a reader sees the old one or the new one, never a part."""
    handle, partial = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(partial).chmod(0o644)
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink()
        raise


def _make_lemmas(language: Language) -> marisa_trie.BytesTrie:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    return marisa_trie.BytesTrie((form, lemma.encode()) for form, lemma in dictionary.items())


def _make_names() -> marisa_trie.BytesTrie:
    from rules.text import namelists

    return marisa_trie.BytesTrie(namelists.collect())


_MAKERS: dict[str, Callable[[], marisa_trie.BytesTrie]] = {
    "lemmas-sv.trie": lambda: _make_lemmas("sv"),
    "lemmas-en.trie": lambda: _make_lemmas("en"),
    "names.trie": _make_names,
}
