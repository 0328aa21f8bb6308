"""The image: small, for one ordinary user, and nothing in it that does not belong there."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

import pytest

from tests.conftest import REPOSITORY


class Instruction(NamedTuple):
    """One instruction of a Dockerfile, its continued lines joined."""

    name: str
    rest: str


def _read() -> list[Instruction]:
    text = (REPOSITORY / "deploy" / "Dockerfile").read_text("utf-8")
    code = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    joined = re.sub(r"\s*\\\n\s*", " ", code)
    lines = [line.partition(" ") for line in joined.splitlines() if line.strip()]
    return [Instruction(name, rest.strip()) for name, _, rest in lines]


INSTRUCTIONS = _read()
_STARTS = [at for at, each in enumerate(INSTRUCTIONS) if each.name == "FROM"]
FINAL = INSTRUCTIONS[_STARTS[-1] :]


def _all(name: str, among: list[Instruction] = INSTRUCTIONS) -> list[str]:
    return [each.rest for each in among if each.name == name]


def test_every_instruction_is_known() -> None:
    """A mistyped instruction fails here and not at the admin's."""
    known = "ARG FROM ENV RUN WORKDIR COPY USER VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD".split()

    assert {each.name for each in INSTRUCTIONS} <= set(known)


def test_the_base_is_a_release() -> None:
    """The base is one Python on one Debian, never whatever is newest that day."""
    base = _all("ARG")[0].partition("=")[2]

    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+", base)
    assert {start.split(" AS ")[0] for start in _all("FROM")} == {"${PYTHON}", "base"}


def test_it_does_not_run_as_root() -> None:
    """The program runs as a user with a number, so that Kubernetes can see that it is not root."""
    user = _all("USER", FINAL)[-1]

    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    after = FINAL[FINAL.index(Instruction("USER", user)) :]
    assert not _all("RUN", after) and not _all("COPY", after)


def test_its_health_is_asked_as_the_documents_say() -> None:
    """Docker asks /health in the image's own Python, never through a proxy."""
    options, _, command = _all("HEALTHCHECK", FINAL)[0].partition(" CMD ")
    words = json.loads(command)

    assert words[:2] == ["python3", "-c"] and "'/health'" in words[2]
    compile(words[2], "HEALTHCHECK", "exec")
    assert "--interval" in options and "--timeout" in options


def test_its_command_is_no_shell() -> None:
    """The end of a container reaches the server itself, which then finishes what it began."""
    assert json.loads(_all("ENTRYPOINT", FINAL)[0]) == ["somehelp"]
    assert json.loads(_all("CMD", FINAL)[0]) == ["serve"]


def test_libraries_are_the_locked_ones() -> None:
    """What is installed is what was tested: each library by its hash, nothing by its name."""
    for command in re.findall(r"pip install ([^&]*)", " && ".join(_all("RUN"))):
        assert "--require-hashes" in command or "--no-deps" in command


def test_system_packages_leave_no_lists() -> None:
    """Package lists do not end up in a layer, and nothing is installed that nobody asked for."""
    for run in (run for run in _all("RUN") if "apt-get install" in run):
        assert "--no-install-recommends" in run and "rm -rf /var/lib/apt/lists/*" in run


@pytest.mark.parametrize("copied", [word for rest in _all("COPY") for word in rest.split()[:-1]])
def test_what_is_copied_is_there_and_let_in(copied: str) -> None:
    """Each thing that the image is made of is in the repository, and not shut out of the build."""
    if copied.startswith(("--from", "/")):
        return
    ignore = (REPOSITORY / ".dockerignore").read_text("utf-8").splitlines()

    assert (REPOSITORY / copied).exists()
    assert f"!{copied}" in ignore


def test_nothing_else_enters_the_build() -> None:
    """A secret or a database lying in the working copy cannot become part of an image."""
    lines = (REPOSITORY / ".dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]

    assert rules[0] == "*"
    assert {"!.", "!deploy", "!docs", "!*"}.isdisjoint(rules)
