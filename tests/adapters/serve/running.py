"""`somehelp serve` as a process of its own, as an admin runs it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import aiohttp

from tests.conftest import REPOSITORY

_PATIENCE = 60.0


class Running:
    """A server that runs; `said` is what it has told its admin, `url` its address."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self.process = process
        self.log = log
        self.said: list[str] = []
        self.url = ""

    async def started(self) -> None:
        """Wait until it says its address."""
        assert self.process.stdout
        async with asyncio.timeout(_PATIENCE):
            while line := (await self.process.stdout.readline()).decode():
                self.said.append(line)
                words = [word.rstrip(".") for word in line.split() if word.startswith("http")]
                if words and not line.startswith(" "):
                    self.url = words[0].rstrip("/")
                    return
        raise AssertionError(f"it ended: {''.join(self.said)}{self.log.read_text()}")

    async def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to stop and wait; return its exit status."""
        self.process.send_signal(sign)
        async with asyncio.timeout(_PATIENCE):
            rest, _ = await self.process.communicate()
        self.said += rest.decode().splitlines(keepends=True)
        return self.process.returncode or 0

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Return the status and the text of an address of the server."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(self.url + path, headers=headers) as response,
        ):
            return response.status, await response.text()

    def logged(self) -> list[dict[str, Any]]:
        """Return the lines of its log."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]


@contextlib.asynccontextmanager
async def running(
    folder: Path, settings: Mapping[str, str] | None = None, *, ui: str = "en"
) -> AsyncIterator[Running]:
    """Run a server on a free port, its data in `folder`; end it afterwards."""
    process, log = await begin(folder, {"SOMEHELP_PORT": "0", **(settings or {})}, ui=ui)
    server = Running(process, log)
    try:
        await server.started()
        yield server
    finally:
        if process.returncode is None:
            await server.stop()


_COMMAND = (
    sys.executable,
    "-c",
    "from adapters.cli import main; raise SystemExit(main())",
    "serve",
)


async def begin(
    folder: Path, settings: Mapping[str, str], *, ui: str, command: Sequence[str] = _COMMAND
) -> tuple[asyncio.subprocess.Process, Path]:
    """Start a server with these settings and no others; return it and its log."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SOMEHELP_")}
    if "SOMEHELP_CACHE" in os.environ:
        kept["SOMEHELP_CACHE"] = os.environ["SOMEHELP_CACHE"]
    log = folder / "log.jsonl"
    with log.open("wb") as stream:
        process = await asyncio.create_subprocess_exec(
            *(*command, "--ui", ui),
            cwd=REPOSITORY,
            env={**kept, "SOMEHELP_STATE": str(folder / "state"), **settings},
            stdout=asyncio.subprocess.PIPE,
            stderr=stream,
        )
    return process, log
