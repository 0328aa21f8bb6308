"""The insights page: the same figures as plot, table and CSV, and none of a person."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml import html

from bot.ports import Count
from tests.adapters.web.stage import PLANNER, Stage, monday
from tests.adapters.web.test_door import token_of

TABLES = ("weeks", "rules", "units", "overrides", "silences", "accounts")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A page after some weeks: one large unit, one of a single person, a rule that few met."""
    stage = Stage(tmp_path_factory.mktemp("insights"))
    for writer in range(4):
        stage.run(stage.store.tally(_week("vapaa-aika", 9), writer=f"web:{writer}"))
    stage.run(stage.store.tally(_week("etsiva", 7), writer="web:alone"))
    rare = Count(monday(2), "finding", "channel/links", "vapaa-aika", 3)
    stage.run(stage.store.tally([rare], writer="web:1"))
    yield stage
    stage.close()


@pytest.fixture
def client(counted: Stage) -> Iterator[httpx.Client]:
    """Somebody who may see insights."""
    with httpx.Client(base_url=counted.url) as made:
        token = token_of(made.get("/en/check").text)
        made.post("/en/be", data={"token": token, "person": PLANNER})
        yield made


def _week(unit: str, times: int) -> list[Count]:
    return [
        Count(monday(2), "check", unit=unit, times=times),
        Count(monday(2), "finding", "channel/length", unit, times),
        Count(monday(2), "silence", "out_of_scope", unit, times),
        Count(monday(2), "override", "channel/length", unit, times),
        Count(monday(2), "account", "paimion-kaupunki-fb", unit, times),
    ]


def tables(page: str) -> list[list[list[str]]]:
    """Return the cells of the tables of a page."""
    found = html.fromstring(page).xpath("//main//table")
    return [
        [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")] for table in found
    ]


def test_csv_has_the_very_cells_of_the_page(client: httpx.Client) -> None:
    """What is hidden on the page is hidden in the file."""
    files = [client.get(f"/en/insights/{name}.csv") for name in TABLES]
    read = [list(csv.reader(io.StringIO(f.content.decode("utf-8-sig")))) for f in files]

    assert [table for table in read if len(table) > 1] == tables(client.get("/en/insights").text)


def test_a_single_persons_unit_is_merged_away(client: httpx.Client) -> None:
    """Neither the page nor a file names the unit of one person beside figures."""
    units = client.get("/en/insights/units.csv").text

    assert "outreach" not in units
    assert "others, merged" in units


def test_a_rule_that_few_met_shows_no_number(client: httpx.Client) -> None:
    """Three findings are a figure too small."""
    assert "<5" in client.get("/en/insights/rules.csv").text


def test_plots_say_what_they_show(client: httpx.Client) -> None:
    """Each plot has words: a title, a description, and text that is text."""
    page = html.fromstring(client.get("/en/insights").text)
    plots = page.xpath("//*[local-name()='svg' and @role='img']")

    assert len(plots) == 4
    for plot in plots:
        named = [page.get_element_by_id(i).text for i in plot.get("aria-labelledby").split()]
        assert all(named)
        assert plot.xpath(".//*[local-name()='text']")
        assert not plot.xpath(".//@style")


def test_a_formula_in_a_name_stays_text(client: httpx.Client, counted: Stage) -> None:
    """A spreadsheet does not run what stands in a cell."""
    evil = Count(monday(2), "account", "=HYPERLINK(1)", "vapaa-aika", 9)
    counted.run(counted.store.tally([evil]))

    assert "'=HYPERLINK(1)" in client.get("/en/insights/accounts.csv").text


def test_nothing_counted_yet_is_said(tmp_path: Path) -> None:
    """A new installation has a page that says so."""
    stage = Stage(tmp_path)
    try:
        with httpx.Client(base_url=stage.url) as client:
            token = token_of(client.get("/sv/check").text)
            client.post("/sv/be", data={"token": token, "person": PLANNER})
            page = client.get("/sv/insights")
    finally:
        stage.close()

    assert page.status_code == 200
    assert "inte en enda gång" in page.text
