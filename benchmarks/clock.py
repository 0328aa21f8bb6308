"""The one clock for every tool: a warm-up, then each post timed once. Standard library only."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns

Check = Callable[[str], int]
"""Checks a post and returns how many findings it has."""


def run(check: Check, posts: Path, warm_up: int, version: str) -> None:
    """Time `check` on a JSONL file of posts and print the result as one line of JSON.

    The first `warm_up` posts are checked and not counted. The collector of garbage stays on.
    """
    texts = [json.loads(line)["text"] for line in posts.read_text("utf-8").splitlines()]
    for text in texts[:warm_up]:
        check(text)
    findings = 0
    times: list[int] = []
    for text in texts[warm_up:]:
        begun = perf_counter_ns()
        findings += check(text)
        times.append(perf_counter_ns() - begun)
    json.dump({"version": version, "findings": findings, "ns": times}, sys.stdout)
