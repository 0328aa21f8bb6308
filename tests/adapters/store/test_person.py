"""A person's right to see and to erase what is kept of them, on both databases."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from adapters.store import SqlStore, open_store
from bot.ports import Count

_KEYS = ("slack:U1", "maija.virtanen")


@pytest.fixture
async def known(store: SqlStore) -> SqlStore:
    """Give a store that knows Maija, and others."""
    await store.append("person/slack:U1", [{"kind": "unit", "unit": "kirjasto"}], 0)
    await store.append("person/slack:U2", [{"kind": "unit", "unit": "kirjasto"}], 0)
    absence = {"person": "maija.virtanen", "first": "2026-07-01", "last": "2026-07-31"}
    other = {**absence, "person": "maija.virtanen2"}
    entries = [{"absence": absence, "by": "slack:U1"}, {"absence": other, "by": "slack:u1"}]
    await store.append("absences", entries, 0)
    asked = {"kind": "pinging", "people": ["matti", "maija.virtanen"], "sent": {"slack:U1": 1}}
    await store.append("crisis/1", [{"kind": "opened"}, asked], 0)
    this_week = (await store.now()).date()
    for writer in ("slack:U1", "slack:U2"):
        await store.tally([Count(this_week, "check", unit="kirjasto")], writer=writer)
    return store


async def test_a_person_sees_all_that_is_kept(known: SqlStore) -> None:
    """An export holds a person's own stream, every mention and where they were counted."""
    export = await known.export(*_KEYS)

    assert export["person"] == list(_KEYS)
    versions = {name: [e["version"] for e in events] for name, events in export["streams"].items()}
    assert versions == {"person/slack:U1": [1], "absences": [1], "crisis/1": [2]}
    assert [place["unit"] for place in export["counted"]] == ["kirjasto"]
    assert json.loads(json.dumps(export)) == export


async def test_an_erased_person_is_in_official_records_alone(known: SqlStore) -> None:
    """Erasing takes a person out of everything but crisis records, and says where those are."""
    erasure = await known.erase(*_KEYS)

    assert erasure["streams"] == ["person/slack:U1"]
    assert (erasure["mentions"], erasure["marks"]) == (1, 1)
    assert erasure["kept"] == {"crisis/1": 1}
    assert list((await known.export(*_KEYS))["streams"]) == ["crisis/1"]
    first, second = [event.data for event in await known.read("absences")]
    assert (first["absence"]["person"], first["by"]) == ("erased", "erased")
    assert (second["absence"]["person"], second["by"]) == ("maija.virtanen2", "slack:u1")


async def test_erasing_one_leaves_the_others(known: SqlStore) -> None:
    """Others keep what is theirs, and the counts go on."""
    await known.erase(*_KEYS)

    assert list((await known.export("slack:U2"))["streams"]) == ["person/slack:U2"]
    assert await known.writers(datetime.date(2026, 1, 1)) == {"kirjasto": 1}
    assert (await known.tallies(datetime.date(2026, 1, 1)))[0].times == 2


@pytest.mark.parametrize("key", ["nobody", "%", "_", "", "\\", "\0", "half \ud83d", '"', "ä"])
async def test_a_stranger_has_nothing(known: SqlStore, key: str) -> None:
    """Whatever is typed as a name, only what stands under exactly that name is found."""
    assert (await known.export(key))["streams"] == {}
    erasure = await known.erase(key)

    assert erasure == {"streams": [], "mentions": 0, "marks": 0, "kept": {}}
    assert await known.export() == {"person": [], "streams": {}, "counted": []}


@pytest.mark.parametrize("key", ["Päivi Öster", 'with "quotes" \\ and %', "half \ud83d"])
async def test_a_person_of_any_name_is_found(store: SqlStore, key: str) -> None:
    """A key is found where it stands, whatever characters it has."""
    await store.append("absences", [{"by": key}], 0)

    assert list((await store.export(key))["streams"]) == ["absences"]
    assert (await store.erase(key))["mentions"] == 1


async def test_what_is_erased_is_nowhere_in_the_file(tmp_path: Path) -> None:
    """After an erasure not a byte of it is left in SQLite's files."""
    store = await open_store(f"sqlite:///{tmp_path}/somehelp.sqlite")
    await store.append("person/CANARY-1", [{"said": "CANARY-2"}] * 20, 0)
    await store.append("absences", [{"by": "CANARY-1"}], 0)
    before = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    await store.erase("CANARY-1")
    await store.append("person/other", [{}], 0)
    after = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    await store.close()

    assert b"CANARY-2" in before
    assert b"CANARY" not in after
