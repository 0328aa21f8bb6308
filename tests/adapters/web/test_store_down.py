"""The database cannot be reached: what needs it says so, what does not goes on."""

from __future__ import annotations

import httpx
import pytest

from bot.ports import StoreDownError
from tests.adapters.web.stage import PLANNER, Stage
from tests.adapters.web.test_board import become_by_form

CALLS = ("append", "read", "streams", "tally", "tallies", "writers", "now")


def test_checks_go_on_without_the_database(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft is checked and a question answered; board and insights say what is wrong."""

    async def down(*_: object, **__: object) -> None:
        raise StoreDownError

    with httpx.Client(base_url=stage.url) as client:
        become_by_form(client, PLANNER)
        for call in CALLS:
            monkeypatch.setattr(stage.store, call, down)
        live = client.post("/en/check/live", json={"text": "Liisa Virtanen", "count": "1"})
        rules, board = client.get("/en/rules"), client.get("/en/crisis")
        insights = client.get("/en/insights")

    assert "Liisa Virtanen" in live.json()["advice"]
    assert rules.status_code == board.status_code == 200
    assert insights.status_code == 503
    assert "database cannot be reached" in insights.text
