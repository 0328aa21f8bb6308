"""A store in memory for tests of `bot`: it keeps the promises of `bot.ports.Store`."""

from __future__ import annotations

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from bot.ports import Conflict, Count, Head, Store, Stored, StoreDownError

START = datetime.datetime(2026, 6, 3, 9, 0, tzinfo=datetime.UTC)  # a Wednesday


class MemoryStore:
    """Streams, leases and counts in dictionaries; `clock` is moved by the test.

    With `down` every call raises StoreDownError, as a database that cannot be reached.
    """

    def __init__(self, clock: datetime.datetime = START) -> None:
        self.clock = clock
        self.down = False
        self._streams: dict[str, list[Stored]] = {}
        self._due: dict[str, datetime.datetime | None] = {}
        self._leases: dict[str, tuple[str, datetime.datetime]] = {}
        self._counts: Counter[tuple[datetime.date, str, str, str]] = Counter()
        self._writers: defaultdict[tuple[datetime.date, str], set[str]] = defaultdict(set)

    async def append(
        self,
        stream: str,
        events: Sequence[Mapping[str, Any]],
        after: int,
        *,
        due: datetime.datetime | None = None,
    ) -> int:
        """Write events; what JSON cannot say is an error here, too."""
        self._reached()
        written = self._streams.get(stream, [])
        if len(written) != after:
            raise Conflict(stream)
        for event in events:
            data = json.loads(json.dumps(event))
            written = [*written, Stored(len(written) + 1, self.clock, data)]
        self._streams[stream] = written
        self._due[stream] = due
        return len(written)

    async def read(self, stream: str, after: int = 0) -> tuple[Stored, ...]:
        """Return the events above `after`."""
        self._reached()
        return tuple(self._streams.get(stream, [])[after:])

    async def streams(
        self, prefix: str, *, due_by: datetime.datetime | None = None, limit: int = 1000
    ) -> tuple[Head, ...]:
        """Return heads, the earliest due first, those never due last."""
        self._reached()
        heads = [
            Head(name, len(events), self._due.get(name))
            for name, events in self._streams.items()
            if name.startswith(prefix)
        ]
        if due_by is not None:
            heads = [h for h in heads if h.due and h.due <= due_by and not self._held(h.stream)]
        latest = datetime.datetime.max.replace(tzinfo=datetime.UTC)
        return tuple(sorted(heads, key=lambda h: (h.due or latest, h.stream))[:limit])

    async def claim(self, key: str, holder: str, ttl: datetime.timedelta) -> bool:
        """Take or prolong a lease."""
        self._reached()
        if self._held(key) and self._leases[key][0] != holder:
            return False
        self._leases[key] = (holder, self.clock + ttl)
        return True

    async def release(self, key: str, holder: str) -> None:
        """Give back a lease of one's own."""
        self._reached()
        if key in self._leases and self._leases[key][0] == holder:
            del self._leases[key]

    async def now(self) -> datetime.datetime:
        """Return the test's clock."""
        self._reached()
        return self.clock

    async def tally(self, counts: Sequence[Count], *, writer: str = "") -> None:
        """Add to counts."""
        self._reached()
        for count in counts:
            self._counts[count.week, count.kind, count.subject, count.unit] += count.times
            if writer:
                self._writers[count.week, count.unit].add(writer)

    async def tallies(self, since: datetime.date) -> tuple[Count, ...]:
        """Return the counts from a week on."""
        self._reached()
        return tuple(
            Count(*key, times) for key, times in sorted(self._counts.items()) if key[0] >= since
        )

    async def writers(self, since: datetime.date) -> Mapping[str, int]:
        """Return per unit the most writers of a week."""
        self._reached()
        most: dict[str, int] = {}
        for (week, unit), who in self._writers.items():
            if week >= since:
                most[unit] = max(most.get(unit, 0), len(who))
        return most

    async def delete(self, stream: str) -> None:
        """Erase a stream."""
        self._reached()
        self._streams.pop(stream, None)
        self._due.pop(stream, None)

    async def forget(self, kept: Mapping[str, datetime.timedelta]) -> Mapping[str, int]:
        """Erase streams whose last event is older than their kind is kept, counts and leases."""
        self._reached()
        gone: Counter[str] = Counter()
        for name, events in list(self._streams.items()):
            kind = name.partition("/")[0]
            if kind in kept and events and events[-1].at < self.clock - kept[kind]:
                del self._streams[name]
                gone[kind] += 1
        gone.update(self._forget_counts(kept))
        return dict(gone)

    def _forget_counts(self, kept: Mapping[str, datetime.timedelta]) -> dict[str, int]:
        gone = {}
        if "tally" in kept:
            first = (self.clock - kept["tally"]).date()
            old = [key for key in self._counts if key[0] < first]
            for key in old:
                del self._counts[key]
            gone["tally"] = len(old)
        if "lease" in kept:
            over = [k for k, (_, end) in self._leases.items() if end < self.clock - kept["lease"]]
            for name in over:
                del self._leases[name]
            gone["lease"] = len(over)
        return gone

    def everything(self) -> str:
        """Return all that is kept, as text: where a test looks for what must not be there."""
        events = {name: [dict(e.data) for e in stream] for name, stream in self._streams.items()}
        counts = [list(map(str, key)) for key in self._counts]
        return json.dumps([events, counts, list(self._leases)], ensure_ascii=False)

    def _held(self, key: str) -> bool:
        return key in self._leases and self._leases[key][1] > self.clock

    def _reached(self) -> None:
        if self.down:
            raise StoreDownError


def conforms(store: MemoryStore) -> Store:
    """Let the type checker say whether the store has every method of the port."""
    return store
