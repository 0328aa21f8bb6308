"""What the documents say is so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from adapters.cli import main
from adapters.cli.main import _COMMANDS
from rules.detect import KINDS
from tests.conftest import REPOSITORY

PACKS = (REPOSITORY / "docs" / "packs.md").read_text("utf-8")


def test_the_worked_example_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rule of docs/packs.md, put into a new pack, loads and its examples hold."""
    rule = next(b for b in re.findall(r"```yaml\n(.*?)```", PACKS, re.DOTALL) if "rules:" in b)
    folder = tmp_path / "mylly"
    assert main(["pack", "new", str(folder)]) == 0
    (folder / "rules.yaml").write_text(rule, "utf-8")

    assert main(["pack", "check", str(folder)]) == 0
    assert main(["pack", "test", str(folder)]) == 0
    capsys.readouterr()
    shutil.rmtree(folder)


@pytest.mark.parametrize("kind", KINDS)
def test_every_detector_is_documented(kind: str) -> None:
    """Whatever may stand under `detect:` stands in docs/packs.md."""
    assert f"`{kind}`" in PACKS


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    """Every command stands in the README or in a page under docs/."""
    pages = [REPOSITORY / "README.md", *(REPOSITORY / "docs").glob("*.md")]

    assert any(f"somehelp {command}" in page.read_text("utf-8") for page in pages)


def test_every_setting_is_documented() -> None:
    """Every environment variable that the code reads stands in docs/install.md."""
    code = "".join(
        path.read_text("utf-8")
        for room in ("rules", "bot", "adapters")
        for path in (REPOSITORY / room).rglob("*.py")
    )
    page = (REPOSITORY / "docs" / "install.md").read_text("utf-8")

    assert [name for name in set(re.findall(r"SOMEHELP_[A-Z]+", code)) if name not in page] == []
