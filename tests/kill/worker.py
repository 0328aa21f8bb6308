"""One instance: the real pager on a real store, as a process that can be killed.

    python -m tests.kill.worker --database URL --sink SOCKET --pulse FILE [--holder NAME]

`--people` is the size of the city whose absences it looks after. Twice a second it writes to
`--pulse` whether it is well, and how much of a processor it has used.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
import traceback
from pathlib import Path

from adapters.store import open_store
from bot.city import City
from bot.crises import Crises
from bot.letter_card import draw
from bot.pager import Pager
from bot.sweep import Sweep
from tests.kill.chat import Chat
from tests.kill.sink import arguments, end_with_parent
from tests.kill.town import CANNOT_FIND, FINDS, PEOPLE, PLANNING, city

_BEAT = 0.5  # seconds


async def _work(told: argparse.Namespace) -> None:
    store = await open_store(told.database)
    chats = [
        Chat(FINDS, told.sink, can_find=True, stop_at=told.stop_at),
        Chat(CANNOT_FIND, told.sink, can_find=False),
    ]
    crises = Crises(store)
    town = city(told.people, steps=1, wait=1, remind=None)

    async def today() -> City:
        return town

    sweep = Sweep(crises, today, PLANNING)
    pager = Pager(crises, chats, draw, sweep, holder=told.holder, failed=_failed)
    running = asyncio.create_task(pager.run())
    with told.pulse.open("a", buffering=1, encoding="ascii") as file:
        while not running.done():
            health = pager.health()
            line = {"ok": health.ok, "key": health.key, "cpu": time.process_time()}
            file.write(json.dumps({**line, "at": time.time()}) + "\n")
            await asyncio.sleep(_BEAT)
    await running


def _failed(error: BaseException) -> None:
    traceback.print_exception(error, file=sys.stderr)


if __name__ == "__main__":
    told = arguments(database=str, sink=str, pulse=Path, holder="", stop_at=0, people=PEOPLE)
    end_with_parent()
    asyncio.run(_work(told))
