"""Runs each tool in a process of its own, all on one core, and sums up what they measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.environments import ROOT, MissingError

WARM_UP = 300
"""Posts that each process checks before the clock starts."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, what of it runs, and the command to which POSTS WARM_UP are added."""

    name: str
    what: str
    command: tuple[str, ...]
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Timed:
    """One tool's round: posts per second, and milliseconds per post."""

    tool: Tool
    version: str
    per_second: float
    p50: float
    p99: float
    findings: int


@dataclass(frozen=True, slots=True)
class Absent:
    """A tool that could not be run here, and why."""

    name: str
    reason: str


def one_core() -> str:
    """Keep this process and all that it starts on one core, where the system can; say so."""
    if not hasattr(os, "sched_setaffinity"):
        return "the system cannot keep processes on one core"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return "every process kept on one core"


def rounds(tools: Sequence[Tool | Absent], posts: Path, count: int) -> list[Timed | Absent]:
    """Run the tools in turn, `count` times over; keep each tool's middle round."""
    done: dict[str, list[Timed]] = {tool.name: [] for tool in tools}
    absent = {tool.name: tool for tool in tools if isinstance(tool, Absent)}
    for number in range(count):
        for tool in tools:
            if isinstance(tool, Absent) or tool.name in absent:
                continue
            print(f"round {number + 1}: {tool.name}", file=sys.stderr)
            try:
                done[tool.name].append(_time(tool, posts))
            except MissingError as reason:
                absent[tool.name] = Absent(tool.name, str(reason))
    return [absent.get(tool.name) or _middle(done[tool.name]) for tool in tools]


def _middle(rows: list[Timed]) -> Timed:
    return sorted(rows, key=lambda row: row.per_second)[len(rows) // 2]


def _time(tool: Tool, posts: Path) -> Timed:
    told = ask([*tool.command, str(posts), str(WARM_UP)], dict(tool.settings))
    times = sorted(told["ns"])
    return Timed(
        tool,
        told["version"],
        len(times) * 1e9 / sum(times),
        times[len(times) // 2] / 1e6,
        times[int(len(times) * 0.99)] / 1e6,
        told["findings"],
    )


def ask(command: Sequence[str], settings: dict[str, str] | None = None) -> dict[str, Any]:
    """Run a command and read its answer, the last line, as JSON.

    Raises:
        MissingError: it failed; the message is the last line of its complaint.
    """
    env = {**os.environ, "OMP_NUM_THREADS": "1", **(settings or {})}
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if ran.returncode:
        complaint = [line for line in ran.stderr.splitlines() if line.strip()]
        raise MissingError(complaint[-1].strip() if complaint else f"exit status {ran.returncode}")
    answer: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return answer


def cold(
    command: Sequence[str], draft: str, count: int = 10, settings: dict[str, str] | None = None
) -> tuple[float, float]:
    """Return the least and the middle of the seconds that a whole process takes.

    One run before them is not counted: it may write what the others read.
    """
    times: list[float] = []
    env = {**os.environ, **(settings or {})}
    for _ in range(count + 1):
        begun = perf_counter()
        subprocess.run(
            command, input=draft, cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )
        times.append(perf_counter() - begun)
    return min(times[1:]), median(times[1:])
