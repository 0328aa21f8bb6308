"""Posts to measure on: hand-written sentences put together the same way every time."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from random import Random
from typing import Literal

WANTED = 300
"""About how many characters a post has."""

_TEXTS = Path(__file__).parent / "texts"
_SLOT = re.compile(r"\{(\w+)\}")


def posts(language: Literal["fi", "en"], count: int, seed: int = 2026) -> list[str]:
    """Return `count` different posts of about 300 characters; the same ones for the same seed."""
    data = tomllib.loads((_TEXTS / f"{language}.toml").read_text("utf-8"))
    random = Random(seed)  # noqa: S311
    made: dict[str, None] = {}
    while len(made) < count:
        made[_post(data["sentences"], data["slots"], random)] = None
    return list(made)


def _post(sentences: list[str], slots: dict[str, list[str]], random: Random) -> str:
    goal = random.gauss(WANTED, 40)
    parts: list[str] = []
    for sentence in random.sample(sentences, 20):
        filled = _SLOT.sub(lambda slot: _value(slot[1], slots, random), sentence)
        parts += [filled, random.choice((" ", " ", " ", "\n", "\n\n"))]
        if sum(map(len, parts)) > goal - 30:
            break
    return "".join(parts).strip()


def _value(slot: str, slots: dict[str, list[str]], random: Random) -> str:
    if slot == "person":
        return f"{random.choice(slots['first'])} {random.choice(slots['last'])}"
    made = _MADE.get(slot)
    return made(random) if made else random.choice(slots[slot])


_MADE = {
    "date": lambda random: f"{random.randint(1, 28)}.{random.randint(1, 12)}.",
    "time": lambda random: f"{random.randint(7, 14)}.{random.choice(('00', '15', '30'))}",
    "price": lambda random: f"{random.randint(2, 29)},{random.choice(('50', '80', '20'))}",
    "number": lambda random: str(random.randint(3, 480)),
    "week": lambda random: str(random.randint(1, 52)),
    "diary": lambda random: f"{random.randint(100, 4000)}/10.02.03/202{random.randint(3, 6)}",
    "phone": lambda random: f"02 474 {random.randint(1000, 9999)}",
    "mobile": lambda random: f"040 {random.randint(100, 999)} {random.randint(1000, 9999)}",
}


def labelled(folder: Path) -> list[str]:
    """Return the Finnish posts of a labelled corpus, put together to about 300 characters each.

    They share few words with the sentences here, so a checker meets most for the first time.
    """
    texts = [
        json.loads(line)["text"]
        for file in sorted(folder.rglob("*_fi.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    made: list[str] = []
    parts: list[str] = []
    for text in texts:
        parts.append(text)
        if sum(map(len, parts)) > WANTED - 50:
            made.append("\n".join(parts))
            parts = []
    return made
