"""Promises about `somehelp data`: a person gets what is kept of them, or has it erased."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from adapters.cli import main
from adapters.store import SqlStore, open_store
from bot.city_today import STREAM
from bot.remembered import choose
from bot.request import Who

AUNE = Who("slack", "U0EXAMPLE05")  # of the example city
STRANGER = Who("slack", "U999")
CRISIS = "crisis/7"


@pytest.fixture
async def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database in which two people have chosen, and one is away and reported a crisis."""
    for name in [name for name in os.environ if name.startswith("SOMEHELP_")]:
        if name != "SOMEHELP_CACHE":
            monkeypatch.delenv(name)
    url = f"sqlite:///{tmp_path / 'somehelp.sqlite'}"
    monkeypatch.setenv("SOMEHELP_DATABASE", url)
    store = await open_store(url)
    for who in (AUNE, STRANGER):
        await choose(store, who, unit="tekniset")
    await store.append(STREAM, [{"person": "viestintasuunnittelija", "first": "2026-07-01"}], 0)
    await store.append(CRISIS, [{"kind": "reported", "by": "viestintasuunnittelija"}], 0)
    await store.close()
    return url


async def read(url: str, *streams: str) -> list[int]:
    """Return how many events stand in each stream."""
    store: SqlStore = await open_store(url)
    counts = [len(await store.read(stream)) for stream in streams]
    await store.close()
    return counts


async def run(*arguments: str) -> int:
    """Run the command beside the test's own loop."""
    import asyncio

    return await asyncio.to_thread(main, ["data", arguments[0], "--ui", "en", *arguments[1:]])


async def test_a_person_gets_all_that_is_kept(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name is enough to find a person under every key, crisis records included."""
    assert await run("export", "Aune Sanala") == 0

    found = json.loads(capsys.readouterr().out)["streams"]
    assert set(found) == {f"person/{AUNE.key}", STREAM, CRISIS}


async def test_a_person_is_erased_and_records_stay(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is theirs goes, others keep theirs, and what must stay is named."""
    assert await run("erase", "--yes", "aune.sanala@paimio.example") == 0

    said = capsys.readouterr().out
    assert CRISIS in said
    streams = (f"person/{AUNE.key}", f"person/{STRANGER.key}", CRISIS)
    assert await read(url, *streams) == [0, 1, 1]
    await run("export", "Aune Sanala")
    assert set(json.loads(capsys.readouterr().out)["streams"]) == {CRISIS}


async def test_nothing_is_erased_without_a_yes(url: str) -> None:
    """Where nobody can be asked, nothing is erased."""
    assert await run("erase", "Aune Sanala") == 1
    assert await read(url, f"person/{AUNE.key}") == [1]


async def test_somebody_whom_the_city_does_not_know_is_found_by_key(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person without an entry in the city's data is found by the platform's id."""
    assert await run("export", STRANGER.key) == 0

    assert set(json.loads(capsys.readouterr().out)["streams"]) == {f"person/{STRANGER.key}"}


async def test_what_is_too_old_is_erased_on_demand(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The retention of the settings is said, and nothing younger goes."""
    monkeypatch.setenv("SOMEHELP_KEEP_CHOICES", "30")
    assert await run("forget") == 0

    assert "person: 0 erased; kept for 30 days." in capsys.readouterr().out
    assert await read(url, f"person/{AUNE.key}") == [1]


async def test_a_database_that_is_away_is_said(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever answers a person's request learns that it could not be done."""
    monkeypatch.setenv("SOMEHELP_DATABASE", "postgresql://u:salainen@127.0.0.1:1/x")
    assert await run("export", "Aune Sanala") == 1

    assert "salainen" not in capsys.readouterr().err
