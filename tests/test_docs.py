"""What the documents say is so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from adapters.cli import main
from adapters.cli.main import _COMMANDS
from adapters.settings import Settings
from adapters.store import KEPT
from bot.policy import Policy, Readiness, Step
from rules.detect import KINDS
from tests.conftest import REPOSITORY
from tools.settings_table import with_table

_SETTINGS = ("install.md", "admin.md")
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
    """Every variable that the code names stands in docs/install.md or docs/admin.md."""
    code = "".join(
        path.read_text("utf-8")
        for room in ("rules", "bot", "adapters")
        for path in (REPOSITORY / room).rglob("*")
        if path.suffix in (".py", ".ftl")
    )
    pages = "".join((REPOSITORY / "docs" / page).read_text("utf-8") for page in _SETTINGS)
    named = {name.removesuffix("_FILE") for name in re.findall(r"SOMEHELP_[A-Z_]*[A-Z]", code)}

    assert [name for name in sorted(named) if f"`{name}`" not in pages] == []


def test_the_table_of_settings_is_that_of_the_code() -> None:
    """The table in docs/admin.md is what `python -m tools.settings_table` writes."""
    page = (REPOSITORY / "docs" / "admin.md").read_text("utf-8")

    assert page == with_table(page)


def test_the_retention_in_the_settings_is_that_of_the_store() -> None:
    """What docs/admin.md says of how long data is kept is what the store does by itself."""
    assert Settings().kept == KEPT


@pytest.mark.parametrize("page", sorted((REPOSITORY / "docs").glob("*.md")), ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Whoever follows a link in the documents finds a page."""
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_example_of_a_crisis_holds() -> None:
    """The data in docs/crisis.md is data that a city can have, and every field is explained."""
    page = (REPOSITORY / "docs" / "crisis.md").read_text("utf-8")
    [example] = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    data = YAML(typ="safe").load(example)

    ready = Readiness.model_validate(data["crisis"])
    assert ready.policies[0].steps[1].acknowledge == "any" and not ready.policies[1].steps
    for model in (Readiness, Policy, Step):
        for field in set(model.model_fields) - {"id", "name", "policies", "timezone", "steps"}:
            assert f"`{field}`" in page or field == "advice", field
