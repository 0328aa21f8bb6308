"""Plays the kills, freezes and outages of `tests/kill` in full length, and writes what came of it.

    .venv/bin/python -m tests.soak [--write docs/quality.md]

It takes some ten minutes. `--write` puts the result into the page's section "Crisis".
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import re
import sys
from collections.abc import Awaitable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar

from rich.progress import Progress, TaskID

from benchmarks import machine
from benchmarks.table import markdown
from tests.kill import plays
from tests.kill.plays import Failover, Outage
from tests.kill.proof import Proof
from tests.postgres import Postgres, programs

KILLS, ROUNDS = 10, 6
COMMAND = ".venv/bin/python -m tests.soak --write docs/quality.md"
_Came = TypeVar("_Came")
_SECTION = "## Crisis"
_FIGURES = (
    ("people", "people"),
    ("messages", "sent"),
    ("answers", "answers"),
    ("in flight at a crash", "crashes"),
    ("**lost**", "lost"),
    ("repeated in spite of look-up", "repeated"),
    ("copies without look-up", "copies"),
    ("copies not counted", "uncounted"),
    ("asked after answering", "pestered"),
    ("answers miscounted", "miscounted"),
)


class Soak:
    """All plays, in lanes beside each other, and a bar that shows how far they are."""

    def __init__(self, progress: Progress, task: TaskID, servers: tuple[Postgres, Postgres]):
        self._progress = progress
        self._task = task
        self._shared, self._stopped = servers
        self.proofs: dict[str, Proof] = {}
        self.notes: list[str] = []

    async def play(self) -> None:
        """Play everything."""
        await asyncio.gather(
            self._kills("SQLite", None),
            self._kills("PostgreSQL", self._shared),
            self._instances(),
            self._outages(),
        )

    async def _kills(self, database: str, server: Postgres | None) -> None:
        """Kill one instance 60 times; in the last round each one has a name of its own."""
        total: Proof | None = None
        for number in range(ROUNDS):
            url = server.fresh() if server else "sqlite"
            renamed = number == ROUNDS - 1
            proof = await plays.kills(url, KILLS, number, renamed=renamed, progress=self._step)
            total = plus(total, proof) if total else proof
        assert total
        self.proofs[f"killed {KILLS * ROUNDS} times, {database}"] = total

    async def _instances(self) -> None:
        url, seconds = self._shared.fresh, plays.FROZEN
        name = f"one of two frozen for {seconds:.0f} s"
        self.proofs[f"{name} while sending"] = await self._done(plays.frozen(url(), seconds, 1))
        look_up = plays.frozen_at_look_up(url(), seconds)
        self.proofs[f"{name} between look-up and send"] = await self._done(look_up)
        send = plays.frozen_before_send(url(), seconds)
        self.proofs[f"{name} at the moment of sending"] = await self._done(send)
        failover: Failover = await self._done(plays.failover(url(), 1))
        self.proofs["one of two killed for good"] = failover.proof
        self.notes.append(f"After the kill of one, the other sent on in {failover.after:.1f} s.")

    async def _outages(self) -> None:
        stopped = plays.database_away(self._stopped, plays.DATABASE_AWAY)
        self._outage("PostgreSQL stopped", plays.DATABASE_AWAY, await self._done(stopped))
        failing = plays.chat_away("sqlite", plays.CHAT_AWAY)
        self._outage("chat answering only 500", plays.CHAT_AWAY, await self._done(failing))

    def _outage(self, name: str, seconds: float, outage: Outage) -> None:
        self.proofs[f"{name}, {seconds:.0f} s"] = outage.proof
        seen = {"health red": outage.red, "said so": outage.said, "green again": outage.green}
        words = ", ".join(f"{what}: {'yes' if so else 'NO'}" for what, so in seen.items())
        self.notes.append(f"{name[0].upper()}{name[1:]}: {words}.")

    async def _done(self, play: Awaitable[_Came]) -> _Came:
        came = await play
        self._step()
        return came

    def _step(self) -> None:
        self._progress.advance(self._task)


def plus(one: Proof, other: Proof) -> Proof:
    """Return the figures of two crises together."""
    names = [field.name for field in fields(one)]
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in names})


def report(soak: Soak) -> Iterator[str]:
    """Say what came of it, as a section of a Markdown page."""
    today = datetime.datetime.now(datetime.UTC).date()
    yield f"{_SECTION}\n"
    yield f"Measured on {today.day} {today:%B %Y} with `{COMMAND}`:\n"
    yield from (f"- {fact}" for fact in machine.describe()[1:])
    yield ""
    yield _HOW
    rows = [
        (name, *(_count(getattr(proof, field)) for _, field in _FIGURES))
        for name, proof in soak.proofs.items()
    ]
    yield from markdown(("what was done", *(title for title, _ in _FIGURES)), rows)
    yield ""
    yield from (f"- {note}" for note in soak.notes)


_HOW = """\
Each instance is a process with the real pager on a real database; what it sends goes to a chat
service of our own, another process, which writes each message to disk when it delivers it, takes
0.1 to 0.5 s to answer, and is never killed. Each crisis has 50 people in three steps. Half of them
are reached by a messenger that can look a message up by its key, half by one that cannot. The
processes are ended by SIGKILL at random moments in the first two seconds, and people press
*I have it*, twice each, while none lives. In the last ten of sixty kills each process has a name
of its own, and waits for the lease of the one before to end.

"Lost" are people of a reached step without a ping, messages without an end, and messages said to be
sent that the chat service never saw.
"""


def _count(value: int | tuple[str, ...]) -> str:
    return f"{value if isinstance(value, int) else len(value):,}"


def _written(page: str, section: str) -> str:
    """Return a page with a section put in place of its older self, or at its end."""
    old = re.compile(rf"^{_SECTION}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if old.search(page):
        return old.sub(lambda _: section + "\n", page).rstrip() + "\n"
    return f"{page.rstrip()}\n\n{section}"


async def _played() -> Soak:
    found = programs()
    if found is None:
        sys.exit("PostgreSQL's server programs are not installed.")
    servers = Postgres(found), Postgres(found)
    try:
        for server in servers:
            server.start()
        with Progress() as progress:
            task = progress.add_task("Playing", total=2 * KILLS * ROUNDS + 6)
            soak = Soak(progress, task, servers)
            await soak.play()
        return soak
    finally:
        for server in servers:
            server.remove()


def main() -> int:
    """Play, print, and write where asked; 1 if something does not hold."""
    parser = argparse.ArgumentParser(description="Kills, freezes and outages in full length.")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the page with the section")
    options = parser.parse_args()
    soak = asyncio.run(_played())
    section = "\n".join(report(soak)) + "\n"
    sys.stdout.write(section)
    if options.write:
        page = options.write.read_text("utf-8")
        options.write.write_text(_written(page, section), "utf-8")
    wrong = [name for name, proof in soak.proofs.items() if not proof.holds]
    for name in wrong:
        sys.stderr.write(f"{name}: {soak.proofs[name]}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
