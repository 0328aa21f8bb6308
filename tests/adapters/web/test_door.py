"""Who is let in and how: the local mode, headers, limits, forms of strangers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from adapters.settings import Settings
from adapters.web.door import Entrance, UnsafeError
from adapters.web.limits import Limits
from adapters.web.routes import ROUTES
from tests.adapters.web.stage import PLANNER, Stage

SIGN_IN = {
    "oidc_issuer": "https://login.example",
    "oidc_client_id": "c",
    "session_secret": "x" * 44,
}


@pytest.fixture
def client(local: Stage) -> Iterator[httpx.Client]:
    """Somebody on this machine."""
    with httpx.Client(base_url=local.url) as made:
        yield made


def token_of(page: str) -> str:
    """Return the secret of a page's forms."""
    return page.partition('name="token" value="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({"host": "0.0.0.0"}, "web-unsafe-no-sign-in"),  # noqa: S104
        ({"public_url": "https://some.example"}, "web-unsafe-no-sign-in"),
        ({"public_url": "http://some.example", **SIGN_IN}, "web-unsafe-http"),
        (SIGN_IN, "web-unsafe-no-address"),
        ({"host": "0.0.0.0", "web_open": True}, "web-unsafe-no-address"),  # noqa: S104
        (
            {"public_url": "https://a.example", **SIGN_IN, "session_secret": None},
            "web-unsafe-no-secret",
        ),
        (
            {"public_url": "https://a.example", **SIGN_IN, "oidc_issuer": "https://slack.com"},
            "web-unsafe-no-team",
        ),
    ],
)
def test_the_page_refuses_to_stand_open(settings: dict[str, Any], why: str) -> None:
    """Beyond loopback there is signing in, under an https address, or a setting that says no."""
    with pytest.raises(UnsafeError) as refused:
        Entrance.of(Settings(**settings))

    assert refused.value.key == why


def test_behind_a_proxy_nothing_is_local() -> None:
    """A server on loopback with a public address is not in the local mode."""
    entrance = Entrance.of(Settings(public_url="https://some.example", **SIGN_IN))

    assert not entrance.local


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "192.168.1.5", "", "[x"]
)
def test_the_local_mode_answers_to_its_own_name_alone(client: httpx.Client, host: str) -> None:
    """A page elsewhere that points its name at this machine is not answered."""
    assert client.get("/fi/check", headers={"Host": host}).status_code in (400, 421)


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "Via"])
def test_the_local_mode_is_not_for_proxies(client: httpx.Client, name: str) -> None:
    """A proxy that nobody meant does not bring the world to the local mode."""
    assert client.get("/fi/check", headers={name: "1.2.3.4"}).status_code == 421


@pytest.mark.parametrize(
    "path", ["/", "/fi/ask", "/sv/insights", "/fi/crisis/act", "/fi/rules?q=x"]
)
def test_every_answer_carries_the_headers_that_protect(client: httpx.Client, path: str) -> None:
    """No script but ours, no frame, no guessing of types, nothing kept by the browser."""
    headers = client.get(path).headers if "act" not in path else client.post(path).headers
    policy = headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("route", [r for r in ROUTES if r.form], ids=lambda r: r.path)
def test_a_form_of_another_site_does_nothing(client: httpx.Client, route: Any) -> None:
    """What a page elsewhere sends in a visitor's name is refused, whatever it asks."""
    client.get("/fi/check")
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        answer = client.post(f"/fi/{route.path}", data={"verb": "crisis.open"}, headers=headers)

        assert answer.status_code == 403


@pytest.mark.parametrize("token", ["", "00", "zz", "0" * 64])
def test_a_form_without_its_secret_does_nothing_and_is_handed_back(
    client: httpx.Client, token: str
) -> None:
    """A form that is not of this session is shown again, with what was written, to be sent anew."""
    client.get("/fi/check")
    answer = client.post("/fi/ask", data={"text": "Kuka päättää?", "token": token})

    assert answer.status_code == 403
    assert "Kuka päättää?" in answer.text
    again = client.post("/fi/ask", data={"text": "Kuka päättää?", "token": token_of(answer.text)})
    assert again.status_code == 200


def test_nobody_becomes_somebody_else_where_people_sign_in(tmp_path: Path) -> None:
    """Choosing who one is exists in the local mode alone."""
    stage = Stage(tmp_path, web_open=True, public_url="https://some.example")
    try:
        answer = httpx.post(
            f"{stage.url}/fi/be", data={"person": PLANNER}, headers={"Host": "some.example"}
        )
    finally:
        stage.close()

    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_insights_are_for_those_who_may(client: httpx.Client) -> None:
    """Without the right there is no page, no CSV, and nothing of it in the menu."""
    page = client.get("/fi/check")
    client.post("/fi/be", data={"token": token_of(page.text), "person": "rehtori"})

    assert client.get("/fi/insights").status_code == 403
    assert client.get("/fi/insights/weeks.csv").status_code == 403
    assert "/fi/insights" not in client.get("/fi/check").text


def test_too_many_requests_are_slowed_down(tmp_path: Path) -> None:
    """One visitor cannot keep the server busy; they are told when to come again."""
    stage = Stage(tmp_path, limits=Limits({"send": "2/minute"}))
    try:
        with httpx.Client(base_url=stage.url) as client:
            data = {"text": "Hei", "token": token_of(client.get("/fi/check").text)}
            statuses = [client.post("/fi/check", data=data).status_code for _ in range(3)]
            refused = client.post("/fi/check", data=data)
    finally:
        stage.close()

    assert statuses == [200, 200, 429]
    assert refused.headers["Retry-After"]
    assert "Hei" not in refused.text or "textarea" in refused.text


@pytest.mark.parametrize(
    ("body", "type_", "status"),
    [
        ("text=" + "x" * 4_000_001, "application/x-www-form-urlencoded", 413),
        ("text=x", "text/plain", 415),
        ("&".join(f"a{n}=1" for n in range(200)), "application/x-www-form-urlencoded", 400),
    ],
)
def test_what_is_no_form_is_refused(
    client: httpx.Client, body: str, type_: str, status: int
) -> None:
    """Too long, of another kind or broken: refused, and the server goes on."""
    answer = client.post("/fi/check", content=body, headers={"Content-Type": type_})

    assert answer.status_code == status


def test_a_form_of_a_megabyte_is_handed_back_with_what_to_do(client: httpx.Client) -> None:
    """Without scripts, too, a draft that is too long is not lost."""
    text = "ä" * 500_000
    data = {"text": text, "token": token_of(client.get("/fi/check").text)}
    answer = client.post("/fi/check", data=data)

    assert answer.status_code == 200
    assert text in answer.text
    assert "100000" in answer.text


def test_files_change_their_address_with_their_content(client: httpx.Client, local: Stage) -> None:
    """Style and scripts are kept for long by browsers, and are new at once when they change."""
    for file in local.part.site.files.values():
        answer = client.get(file.address)

        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert client.get(file.address + "x").status_code == 404
