"""The last test of reach: who of a crisis was not reached."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.doctor.finding import Found, bad, good, off
from adapters.settings import Settings
from adapters.store import open_store
from bot.crises import Crises
from bot.ports import StoreDownError
from bot.reach import last_test


async def look(settings: Settings) -> Iterator[Found]:
    """Name those who never saw the last test, or say that there has not been one."""
    try:
        store = await open_store(settings.database_url)
    except StoreDownError:
        return iter(())  # the look at the database says so
    try:
        tested = await last_test(Crises(store))
    finally:
        await store.close()
    if tested is None:
        return iter((off("doctor-reach-never"),))
    if not tested.unseen:
        return iter((good("doctor-reach-all", count=tested.asked),))
    return iter([bad("doctor-reach-unseen", person=person) for person in tested.unseen])
