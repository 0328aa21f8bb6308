"""What docs/privacy.md promises is what the code does."""

from __future__ import annotations

import datetime
import re

import pytest

from adapters.store import KEPT
from adapters.web.session import LASTS
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "privacy.md").read_text("utf-8")
_DAYS = {"year": 365, "day": 1}


def _told() -> dict[str, datetime.timedelta]:
    rows = re.findall(
        r"^\|[^|]*\| `(\w+)` \|.*\| (\d+) (year|day)s? after [^|]*\|$", PAGE, re.MULTILINE
    )
    return {kind: datetime.timedelta(days=int(n) * _DAYS[unit]) for kind, n, unit in rows}


def test_every_kind_of_data_is_told_with_its_time() -> None:
    """The table lists every kind that is kept, and as long as the store keeps it."""
    assert _told() == dict(KEPT)


def test_the_cookie_lasts_as_long_as_told() -> None:
    """Whoever signed in is signed out after the hours that the page names."""
    hours = re.search(r"cookie of the web page \|.*\| (\d+) hours \|", PAGE)

    assert hours and int(hours[1]) * 3600 == LASTS


@pytest.mark.parametrize(("task", "kind"), [
    ("Omat valinnat", "person"), ("Poissaolot", "absences"), ("Perustelut", "overrides"),
    ("Kriisihälytys", "crisis"), ("Luonnoksen tarkistus", "tally"), ("Neuvonta", "tally"),
])  # fmt: skip
def test_the_assessment_says_the_same(task: str, kind: str) -> None:
    """The draft of the impact assessment names the same times, in Finnish."""
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {task}"))
    years = re.search(r"(\d+) vuo(?:si|tta)", row)

    assert years and datetime.timedelta(days=365 * int(years[1])) == KEPT[kind]
