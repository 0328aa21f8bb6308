"""Somehelp measured from inside: one question to a process.

`python -m benchmarks.own speed POSTS WARM_UP`, `length POSTS`, `memory POSTS`, `quality FOLDER`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import clock
from rules import evaluate
from rules.check import Checker
from rules.cities import example_city
from rules.load import load
from rules.model import Draft
from rules.text import finnish

PACK = "paimio"
SHORT, LONG = 400, 40_000


def _checker() -> Checker:
    return Checker(load(PACK), example_city(PACK))


def speed(posts: Path, warm_up: int) -> None:
    """Time a check of each post, a draft without unit, account or channel."""
    checker = _checker()
    clock.run(
        lambda text: len(checker.check(Draft(text)).findings),
        posts,
        warm_up,
        f"{version('somehelp')} ({finnish.analyser_name()})",
    )


def length(posts: Path) -> None:
    """Time the same text in pieces of 400 characters and in one of 40,000, per character."""
    checker = _checker()
    whole = "\n\n".join(_texts(posts))
    long = whole[:LONG]
    short = [long[at : at + SHORT] for at in range(0, LONG, SHORT)]
    times: dict[int, list[float]] = {SHORT: [], LONG: []}
    for round_ in range(6):
        for size, texts in ((SHORT, short), (LONG, [long])):
            begun = perf_counter()
            for text in texts:
                checker.check(Draft(text))
            if round_:  # the first is the warm-up
                times[size].append((perf_counter() - begun) / LONG)
    _say({str(size): median(each) for size, each in times.items()})


def memory(posts: Path) -> None:
    """Read the memory of this process with a checker, before and after checking every post."""
    checker = _checker()
    loaded = _resident()
    texts = _texts(posts)
    for text in texts:
        checker.check(Draft(text))
    _say({"loaded": loaded, "after": _resident(), "posts": len(texts)})


def quality(folder: Path) -> None:
    """Score the checker on labelled Finnish posts, as `somehelp eval` does."""
    checker, scores = _checker(), {"personal": evaluate.Score(), "plain": evaluate.Score()}
    for file in sorted(folder.glob("*_fi.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            post = json.loads(line)
            kind = evaluate.kind_of(post)
            if kind in scores:
                report = checker.check(Draft(post["text"], channel=post.get("channel")))
                evaluate.SCORERS[kind](post, report, scores[kind])
    _say({kind: evaluate.f1(score) for kind, score in scores.items()})


def _texts(posts: Path) -> list[str]:
    return [json.loads(line)["text"] for line in posts.read_text("utf-8").splitlines()]


def _resident() -> float:
    """Return this process's resident memory in MB (10⁶ bytes), what files are mapped included."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise OSError("this system does not tell a process's memory")


def _say(found: Mapping[str, object]) -> None:
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    question, path, *rest = sys.argv[1:]
    if question == "speed":
        speed(Path(path), int(rest[0]))
    else:
        {"length": length, "memory": memory, "quality": quality}[question](Path(path))
