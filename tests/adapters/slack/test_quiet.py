"""The libraries that talk to Slack write down nothing of what people say."""

from __future__ import annotations

import json
import logging

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from structlog.testing import capture_logs

from adapters.slack import quiet
from adapters.slack.client import Pulse, web_client
from adapters.slack.edge import bolt
from adapters.slack.work import Work
from tests.adapters.slack.shim import signed

MARKER = "Salaisuus-XYZZY"


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything is logged that anybody wants to log, down to debug."""
    caplog.set_level(logging.DEBUG)
    return caplog


async def _dispatch(app: AsyncApp, payload: dict[str, object], secret: str) -> int:
    body = json.dumps(payload)
    headers = {"Content-Type": "application/json", **signed(body, secret=secret)}
    return (await app.async_dispatch(AsyncBoltRequest(body=body, headers=dict(headers)))).status


async def test_bolt_logs_no_body_at_any_level(loud: pytest.LogCaptureFixture) -> None:
    """A wrongly signed request and one that breaks a listener leave no word in the log."""

    class Breaks:
        language = "fi"

        async def serve(self, asked: object) -> None:
            """Fail with the words in the message."""
            raise RuntimeError(f"{MARKER} {asked}")

    own = AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="U0", bot_id="B0")
    client = web_client("xoxb-x", "http://127.0.0.1:9/api/", Pulse(), patient=False)
    work = Work()
    app = bolt(client, "right", own, Breaks(), work)  # type: ignore[arg-type]
    said = {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "text": MARKER}
    event = {"type": "event_callback", "team_id": "T1", "event_id": "E1", "event": said}

    with capture_logs() as ours:
        assert await _dispatch(app, event, "wrong") == 401
        assert await _dispatch(app, event, "right") == 200
        await work.finish(5)

    assert MARKER not in loud.text
    assert [entry["event"] for entry in ours] == ["work_failed"]


def test_a_library_record_says_only_where_it_was_written(
    loud: pytest.LogCaptureFixture,
) -> None:
    """Even an error of a library is logged without its words."""
    try:
        raise ValueError(MARKER)
    except ValueError:
        quiet.logger().exception("failed with %s", MARKER)

    assert "ValueError" in loud.text
    assert MARKER not in loud.text
