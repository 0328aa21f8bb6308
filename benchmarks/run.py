"""Measures Somehelp and its peers on the same posts and prints one Markdown page.

    .venv/bin/python -m benchmarks.run [--write docs/benchmarks.md] [--rounds 3]

Environments for the peers are made in `benchmarks/.peers/` at the first run.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import environments, machine, measure, posts, table
from benchmarks.environments import HERE, ROOT, MissingError
from benchmarks.measure import WARM_UP, Absent, Timed, Tool

SERVER = "# The server\n"
COMMAND = ".venv/bin/python -m benchmarks.run --write docs/benchmarks.md"
DRAFT = "Hakemus tulee toimittaa kirjaamoon 14.3. mennessä. Asiakkaan tunnus on 131052-308T.\n"
PIP_ONLY = (("SOMEHELP_ANALYSER", "pyvoikko"),)

PERSONAL = {
    "presidio": "pattern recognisers that are on by default (English)",
    "presidio-nordic": "general pattern recognisers, the Finnish and Swedish ones, phones FI + SE",
    "scrubadub": "default detectors",
    "datafog": "regex engine",
    "detect-secrets": "all plugins, `scan_line` on each line",
}
ENGLISH = {"proselint": "default checks"}
ENGLISH_NODE = {
    "write-good": "default checks",
    "alex": "plain text",
    "textlint": "plain text, with the rule that runs write-good",
}


def main() -> int:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description="Somehelp's speed and memory beside its peers'.")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the page here")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each tool (default 3)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            page = "\n".join(_page(Path(scratch), options.rounds)) + "\n"
        except MissingError as reason:
            print(f"Somehelp itself did not run: {reason}", file=sys.stderr)
            return 2
    print(page)
    if options.write:
        options.write.write_text(page + _server(options.write), "utf-8")
    return 0


def _page(scratch: Path, count: int) -> Iterator[str]:
    own, slow = _own("Somehelp", Path(sys.executable)), _pip_only()
    peers = [own, *_python(PERSONAL)]
    prose = [own, *_python(ENGLISH), *_node(ENGLISH_NODE)]
    yield from _opening(count)
    finnish = _write(scratch / "fi.jsonl", posts.posts("fi", WARM_UP + 1500))
    yield "## Personal data and secrets: 1,500 Finnish posts of about 300 characters\n"
    rows = measure.rounds([*peers, slow], finnish, count)
    yield from table.speed(rows)
    english = _write(scratch / "en.jsonl", posts.posts("en", WARM_UP + 300))
    yield "## Plain language: 300 English posts of about 300 characters\n"
    yield from table.speed(measure.rounds(prose, english, count))
    known = posts.posts("fi", WARM_UP)
    unmet = _write(scratch / "unmet.jsonl", [*known, *posts.labelled(ROOT / "tests" / "corpus")])
    yield "## What was asked\n"
    yield from _figures(rows, measure.rounds([own], unmet, count)[0], finnish)
    yield "\n## With the analyser that pip alone can install\n"
    yield from _compared([own, slow], finnish)


def _own(name: str, python: Path, settings: tuple[tuple[str, str], ...] = ()) -> Tool:
    command = (str(python), "-m", "benchmarks.own")
    return Tool(name, "the whole Paimio pack", (*command, "speed"), settings)


def _pip_only() -> Tool | Absent:
    try:
        return _own("Somehelp, pip only", environments.pip_only_python(), PIP_ONLY)
    except MissingError as reason:
        return Absent("Somehelp, pip only", str(reason))


def _python(peers: Mapping[str, str]) -> list[Tool | Absent]:
    try:
        command = (str(environments.peers_python()), "-m", "benchmarks.peers")
    except MissingError as reason:
        return [Absent(name, str(reason)) for name in peers]
    return [Tool(name, what, (*command, name)) for name, what in peers.items()]


def _node(peers: Mapping[str, str]) -> list[Tool | Absent]:
    try:
        command = ("node", str(HERE / "peers.mjs"), str(environments.node_folder()))
    except MissingError as reason:
        return [Absent(name, str(reason)) for name in peers]
    return [Tool(name, what, (*command, name)) for name, what in peers.items()]


def _opening(count: int) -> Iterator[str]:
    yield "# Speed and memory\n"
    yield f"Made by `{COMMAND}`:\n"
    yield from (f"- {fact}" for fact in machine.describe())
    yield f"- load average when the measuring began: {machine.load():.1f}"
    yield f"- {measure.one_core()}\n"
    yield (
        "Every tool reads the same posts in a process of its own. The first "
        f"{WARM_UP} posts are the warm-up and are not counted; each of the others is checked once "
        "and timed by itself, the garbage collector on. The posts are put together from hand-"
        "written sentences (`benchmarks/texts/`), no two are the same; about one in four has "
        f"something in it that should be found. Tools take turns, each has {count} rounds, and the "
        "one in the middle by posts/s counts. The number of findings says that a tool was at work, "
        "not how right it was; what the tools look for differs.\n"
    )


def _figures(rows: Sequence[Timed | Absent], unmet: Timed | Absent, finnish: Path) -> Iterator[str]:
    own, presidio, nordic, *_ = rows
    found: list[tuple[str, str, str]] = []
    if isinstance(own, Timed):
        for row in (presidio, nordic):
            if isinstance(row, Timed):
                times = own.per_second / row.per_second
                found.append((f"posts/s beside {row.tool.name}", "≥ 5×, goal 10×", f"{times:.1f}×"))
        found.append(("p99 / p50", "≤ 5", f"{own.p99 / own.p50:.1f}"))
    if isinstance(unmet, Timed):
        met = f"{unmet.p50:.3f} ms, p99 {unmet.p99:.3f} ms"
        found.append(("p50, most words met for the first time", "", met))
    inside = (sys.executable, "-m", "benchmarks.own")
    length = measure.ask([*inside, "length", str(finnish)])
    short, long = length["400"] * 1e6, length["40000"] * 1e6
    found.append(("time per character, 400 characters", "", f"{short:.2f} µs"))
    found.append(("time per character, 40,000 characters", "", f"{long:.2f} µs"))
    found.append(("the ratio of the two", "≤ 1.5", f"{long / short:.2f}"))
    command = [str(Path(sys.executable).with_name("somehelp")), "check", "-"]
    least, middle = measure.cold(command, DRAFT)
    found.append(("cold `somehelp check`, whole process", "< 1 s", f"{middle:.2f} s"))
    found.append(("the fastest of the ten", "", f"{least:.2f} s"))
    found += _memory(measure.ask([*inside, "memory", str(finnish)]))
    yield from table.markdown(("figure", "wanted", "measured"), found)


def _memory(told: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    return [
        ("memory with a loaded checker", "< 200 MB", f"{told['loaded']:.0f} MB"),
        (f"memory after {told['posts']:,} posts", "< 200 MB", f"{told['after']:.0f} MB"),
    ]


def _compared(tools: Iterable[Tool | Absent], finnish: Path) -> Iterator[str]:
    rows: list[Sequence[str]] = []
    for tool in tools:
        if isinstance(tool, Absent):
            yield f"{tool.name} did not run: {tool.reason}\n"
            continue
        inside, settings = tool.command[:-1], dict(tool.settings)
        quality = measure.ask([*inside, "quality", "tests/corpus/dev"], settings)
        told = measure.ask([*inside, "memory", str(finnish)], settings)
        check = [str(Path(inside[0]).with_name("somehelp")), "check", "-"]
        _, middle = measure.cold(check, DRAFT, settings=settings)
        scores = (f"{p:.3f} / {r:.3f} / {f:.3f}" for p, r, f in quality.values())
        rows.append((tool.name, f"{middle:.2f} s", f"{told['after']:.0f} MB", *scores))
    yield from table.markdown(
        (
            "analyser",
            "cold check",
            "memory",
            "personal data, Finnish P / R / F1",
            "plain language, Finnish P / R / F1",
        ),
        rows,
    )
    yield "\nThe scores are of `tests/corpus/dev`; posts per second are in the first table."


def _server(page: Path) -> str:
    """Return what the other benchmarks have put at the end of the page."""
    _, mark, rest = page.read_text("utf-8").partition(SERVER) if page.exists() else ("", "", "")
    return f"\n{mark}{rest}" if mark else ""


def _write(file: Path, texts: Iterable[str]) -> Path:
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    return file


if __name__ == "__main__":
    sys.exit(main())
