"""A pack's files change while the server runs: the new one is used, or what is wrong is told."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.desk import Desk
from rules.layers import BUILT_IN, files_of, folder_of
from rules.yaml_file import PackError, Problem

EVERY = 2.0
"""Seconds between two looks."""

Stamp = tuple[tuple[str, int, int], ...]


class Watch:
    """Looks at the files of a pack and of its layers; `problems` are those of the newest files.

    While there are problems, the last pack without them is used.
    """

    def __init__(self, desk: Desk, pack: str) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._desk = desk
        self._pack = pack
        self._seen: Stamp = stamp(pack)

    async def run(self, every: float = EVERY) -> None:
        """Look again and again."""
        while True:
            await asyncio.sleep(every)
            await self.look()

    async def look(self) -> None:
        """Read the pack anew if a file changed since it was last read."""
        now = await asyncio.to_thread(stamp, self._pack)
        if now == self._seen:
            return
        self._seen = now
        try:
            await asyncio.to_thread(self._desk.reload, self._pack)
        except PackError as error:
            self.problems = error.problems
        except OSError:
            self._seen = ()  # a file went away while it was read: look again
        else:
            self.problems = ()


def stamp(pack: str) -> Stamp:
    """Return which files a pack may be made of, and when each was written."""
    folder = folder_of(pack, Path())
    if folder is None:
        return ()
    around = (*BUILT_IN.iterdir(), *folder.resolve().parent.iterdir())
    folders = {found.resolve() for path in around if (found := folder_of(path.name, path.parent))}
    paths = sorted(path for each in {folder.resolve(), *folders} for path in files_of(each))
    return tuple((str(path), *_written(path)) for path in paths)


def _written(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
