"""Whatever is sent, the server answers, and nothing of a draft stays behind."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.web.stage import PLANNER, Stage
from tests.adapters.web.test_door import token_of

SECONDS = os.environ.get("FUZZ_SECONDS", "8")

_API = Path(__file__).parent / "openapi.yaml"

CANARY = "Kanarialintu Keltanen"


def test_nothing_that_is_sent_breaks_the_server(stage: Stage, tmp_path: Path) -> None:
    """A fuzzer that knows every form as somebody who may do everything gets no 5xx."""
    with httpx.Client(base_url=stage.url) as client:
        token = token_of(client.get("/fi/check").text)
        client.post("/fi/be", data={"token": token, "person": PLANNER})
        token = token_of(client.get("/fi/check").text)
        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    api = tmp_path / "openapi.yaml"
    api.write_text(_API.read_text("utf-8").replace("TOKEN", token), "utf-8")
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "run", str(api), "--url", stage.url),
        *("--checks", "not_a_server_error", "--max-time", SECONDS, "--seed", "7"),
        *("--header", f"Cookie: {cookie}", "--suppress-health-check", "all", "--no-color"),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


HEADERS = st.dictionaries(
    st.sampled_from(
        ["Cookie", "Accept-Language", "Origin", "Sec-Fetch-Site", "Content-Type", "Accept-Encoding"]
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80).map(str.strip)
    | st.sampled_from(["somehelp=x", "somehelp=gAAAAA==", "http://[", "application/json"]),
)


@given(headers=HEADERS, body=st.binary(max_size=200), language=st.sampled_from(["fi", "sv", "xx"]))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_header_and_no_bytes_break_the_server(
    local: Stage, headers: dict[str, str], body: bytes, language: str
) -> None:
    """Cookies, languages, origins and bodies may be anything."""
    for path in ("check", "check/live", "ask/act"):
        answer = httpx.post(f"{local.url}/{language}/{path}", headers=headers, content=body)

        assert answer.status_code < 500


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b'{"text": 1}', b'{"text": "\\ud800"}', b"[" * 100_000, b"\xff"]
)
def test_what_is_no_draft_is_refused(local: Stage, body: bytes) -> None:
    """A script that sends nonsense is told so."""
    answer = httpx.post(
        f"{local.url}/en/check/live", content=body, headers={"Content-Type": "application/json"}
    )

    assert answer.status_code in (200, 400)


def test_nothing_of_a_draft_stays_behind(
    stage: Stage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither a log nor the database has a word of what was checked or asked."""
    caplog.set_level(logging.DEBUG)
    with httpx.Client(base_url=stage.url) as client:
        token = token_of(client.get("/fi/check").text)
        live = {"text": f"{CANARY}, 131052-308T", "count": "1"}
        answers = [
            client.post("/fi/check", data={"text": CANARY, "token": token}),
            client.post("/fi/check/live", json=live),
            client.post("/fi/ask", data={"text": f"Kuka on {CANARY}?", "token": token}),
            client.post("/fi/check", data={"text": CANARY, "token": "00"}),
            client.post("/fi/check", data={"text": CANARY}, headers={"Origin": "http://evil"}),
        ]
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert [answer.status_code for answer in answers] == [200, 200, 200, 403, 403]
    assert CANARY not in caplog.text
    assert CANARY.encode() not in kept
    assert b"131052" not in kept
