"""Streams of events, on both databases."""

from __future__ import annotations

import asyncio
import datetime

import pytest

from adapters.store import SqlStore, open_store
from bot.ports import Conflict

_NOON = datetime.datetime(2026, 3, 2, 12, 0, 0, 123457, tzinfo=datetime.UTC)
_MINUTE = datetime.timedelta(minutes=1)


async def test_what_is_appended_is_read_back_in_order(store: SqlStore) -> None:
    """Events come back as they were written, in order, with the database's time."""
    before = await store.now()
    assert await store.append("crisis/1", [{"kind": "opened"}, {"kind": "noted"}], 0) == 2
    assert await store.append("crisis/1", [{"kind": "closed", "who": ["Äijä", None]}], 2) == 3

    events = await store.read("crisis/1")

    assert [event.version for event in events] == [1, 2, 3]
    assert [event.data["kind"] for event in events] == ["opened", "noted", "closed"]
    assert events[2].data == {"kind": "closed", "who": ["Äijä", None]}
    assert before <= events[0].at <= events[2].at <= await store.now()
    assert await store.read("crisis/1", after=2) == events[2:]
    assert await store.read("crisis/2") == ()


async def test_whoever_comes_second_is_told(store: SqlStore) -> None:
    """An append after an old version, or after one that is not there yet, writes nothing."""
    await store.append("crisis/1", [{"kind": "opened"}], 0)

    for after in (0, 2):
        with pytest.raises(Conflict):
            await store.append("crisis/1", [{"kind": "late"}], after)
    with pytest.raises(Conflict):
        await store.append("crisis/new", [{"kind": "late"}], 1)

    assert [event.data["kind"] for event in await store.read("crisis/1")] == ["opened"]
    assert [head.stream for head in await store.streams("")] == ["crisis/1"]


async def test_of_twenty_writers_one_wins_each_version(url: str, store: SqlStore) -> None:
    """Twenty writers on two instances race for ten versions: each is won once, none is lost."""
    other = await open_store(url)
    stores = [store, other] * 10
    won: list[str] = []

    async def write(number: int) -> None:
        for after in range(10):
            try:
                await stores[number].append("crisis/1", [{"by": number}], after)
                won.append(f"{after + 1}: {number}")
            except Conflict:
                pass

    await asyncio.gather(*map(write, range(20)))
    await other.close()

    kept = [f"{event.version}: {event.data['by']}" for event in await store.read("crisis/1")]
    assert kept == sorted(won, key=lambda line: int(line.split(":")[0]))
    assert len(kept) == 10


async def test_streams_come_in_the_order_they_are_due(store: SqlStore) -> None:
    """The earliest due comes first, those with nothing due last; other kinds stay out."""
    for name, due in {"b": _NOON, "a": None, "c": _NOON - _MINUTE, "d": _NOON + _MINUTE}.items():
        await store.append(f"crisis/{name}", [{}], 0, due=due)
    await store.append("crises", [{}], 0, due=_NOON - _MINUTE)

    every = await store.streams("crisis/")
    ripe = await store.streams("crisis/", due_by=_NOON)

    assert [head.stream[-1] for head in every] == ["c", "b", "d", "a"]
    assert [(head.stream[-1], head.due) for head in ripe] == [("c", _NOON - _MINUTE), ("b", _NOON)]
    assert [head.stream[-1] for head in await store.streams("crisis/", limit=1)] == ["c"]
    assert len(await store.streams("")) == 5


async def test_what_is_due_can_change_without_an_event(store: SqlStore) -> None:
    """Every append says anew what is due, also one that writes no event."""
    assert await store.append("crisis/1", [{}], 0, due=_NOON) == 1
    assert await store.append("crisis/1", [], 1, due=_NOON + _MINUTE) == 1
    assert (await store.streams("crisis/"))[0].due == _NOON + _MINUTE

    await store.append("crisis/1", [{}], 1)

    assert await store.streams("crisis/", due_by=_NOON + _MINUTE) == ()
    assert await store.append("crisis/2", [], 0, due=_NOON) == 0
    assert await store.append("crisis/2", [{}], 0) == 1


async def test_a_deleted_stream_is_gone_and_can_begin_anew(store: SqlStore) -> None:
    """A deleted stream has no events and no name left; the next one of its name begins at 1."""
    await store.append("person/slack:U1", [{"unit": "kirjasto"}, {}], 0, due=_NOON)
    await store.append("person/slack:U2", [{}], 0)

    await store.delete("person/slack:U1")

    assert await store.read("person/slack:U1") == ()
    assert [head.stream for head in await store.streams("person/")] == ["person/slack:U2"]
    assert await store.append("person/slack:U1", [{}], 0) == 1


@pytest.mark.parametrize(
    "typed", ["\0", "half \ud83d", "'; DROP TABLE events; --", "%_\\", "ä" * 5000, "\u202eשלום", ""]
)
async def test_nothing_typed_breaks_the_store(store: SqlStore, typed: str) -> None:
    """Whatever somebody typed is kept as it is in an event, and does no harm as a name."""
    stream = f"person/{typed}"
    assert await store.append(stream, [{"said": typed, typed: [typed]}], 0) == 1
    assert await store.append(stream, [{}], 1) == 2

    assert (await store.read(stream))[0].data == {"said": typed, typed: [typed]}
    (head,) = await store.streams("person/")
    assert len(await store.read(head.stream)) == 2
    assert await store.claim(typed, typed, _MINUTE)
    assert not await store.claim(typed, "another", _MINUTE)


async def test_names_that_begin_alike_stay_apart(store: SqlStore) -> None:
    """Two names differ however long they are, and capitals count."""
    for name in ("x" * 1000 + "a", "x" * 1000 + "b", "Å", "å", "A", "a"):
        assert await store.append(f"person/{name}", [{}], 0) == 1

    assert len(await store.streams("person/")) == 6


async def test_an_event_that_is_no_json_is_refused(store: SqlStore) -> None:
    """What cannot be read back is never written, nor anything beside it."""
    for wrong in ({"at": _NOON}, {"number": float("nan")}):
        with pytest.raises((TypeError, ValueError)):
            await store.append("crisis/1", [{"kind": "opened"}, wrong], 0)

    assert await store.read("crisis/1") == ()
    assert await store.streams("") == ()
