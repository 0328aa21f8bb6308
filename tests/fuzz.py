"""A minute of coverage-guided fuzzing of what reads what people type.

`python -m tests.fuzz --seconds 60` runs every target in a process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_TARGETS = ("checker", "loader", "line")


def main() -> int:
    """Run one target, or share the time among all of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--target", choices=_TARGETS)
    options = parser.parse_args()
    if options.target:
        return _fuzz(options.target, options.seconds)
    for target in _TARGETS:
        seconds = str(max(1, options.seconds // len(_TARGETS)))
        command = [sys.executable, "-m", "tests.fuzz", "--target", target, "--seconds", seconds]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode != 0:
            sys.stderr.write(f"fuzz {target} failed:\n{_shortened(done.stderr)}\n")
            return done.returncode
        runs = next((s for s in done.stderr.splitlines() if s.startswith("Done ")), "")
        sys.stdout.write(f"fuzz {target}: {runs}\n")
    return 0


def _shortened(log: str) -> str:
    """The traceback and the input, without the fuzzer's own progress."""
    return "\n".join(line for line in log.splitlines() if not line.startswith(("#", "INFO")))


def _fuzz(target: str, seconds: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["rules", "adapters"]):
        from adapters.contract import parse_line
        from adapters.json_line import BadLineError
        from rules.check import Checker
        from rules.cities import example_city
        from rules.load import load, read
        from rules.model import Draft
        from rules.yaml_file import PackError
    from tests.invariants import assert_sound

    checker = Checker(load("paimio"), example_city("paimio"))
    scratch = TemporaryDirectory()
    folder = Path(scratch.name) / "pack"
    folder.mkdir()

    def fuzz_checker(data: bytes) -> None:
        text = atheris.FuzzedDataProvider(data).ConsumeUnicode(2000)
        assert_sound(checker, Draft(text))

    def fuzz_loader(data: bytes) -> None:
        (folder / "pack.yaml").write_bytes(data)
        try:
            read(folder)
        except PackError as error:
            assert error.problems

    def fuzz_line(data: bytes) -> None:
        try:
            parse_line(data)
        except BadLineError as error:
            assert error.key

    one_input = {"checker": fuzz_checker, "loader": fuzz_loader, "line": fuzz_line}[target]
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds}",
            "-timeout=20",
            f"-artifact_prefix={scratch.name}/",
        ],
        one_input,
    )
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
