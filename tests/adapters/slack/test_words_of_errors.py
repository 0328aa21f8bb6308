"""A failure is one word in a log, whatever stood in Slack's answer."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.client import error_of


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({"ok": False, "error": "ratelimited"}, "ratelimited"),
        ("<html>502 Bad Gateway</html>", "unexpected_body"),
        (None, "unexpected_body"),
    ],
)
def test_an_answer_that_is_no_json_is_a_failure_like_others(body: Any, word: str) -> None:
    """A proxy's error page in place of Slack's answer breaks nothing further."""
    response = AsyncSlackResponse(
        client=AsyncWebClient(),
        http_verb="POST",
        api_url="http://127.0.0.1/api/views.open",
        req_args={},
        data=body,
        headers={},
        status_code=500,
    )

    assert error_of(SlackApiError("no", response)) == word
