"""Signing in: who comes in, as whom, for how long, and who does not."""

from __future__ import annotations

import base64
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, expect
from pydantic import SecretStr

from adapters.settings import Settings
from adapters.web.person import NotOursError, who_of_claims
from adapters.web.session import Cookies
from adapters.web.sign_in import own_path
from tests.adapters.web.guest import Guest
from tests.adapters.web.issuer import CLIENT, SECRET, TestIssuer
from tests.adapters.web.stage import Stage

AUNE = {
    "sub": "aune-1",
    "name": "Aune Sanala",
    "email": "aune.sanala@paimio.example",
    "email_verified": True,
}


@pytest.fixture(scope="module")
def issuer() -> Iterator[TestIssuer]:
    """Somebody who vouches for people."""
    made = TestIssuer()
    yield made
    made.close()


@pytest.fixture(scope="module")
def signing(issuer: TestIssuer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The page as a city runs it: everybody signs in."""
    stage = Stage(tmp_path_factory.mktemp("signing"), **settings(issuer))
    yield stage
    stage.close()


def settings(issuer: TestIssuer) -> dict[str, Any]:
    """Return the settings of a page with sign-in."""
    return {
        "public_url": "{url}",
        "oidc_issuer": issuer.url,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": SecretStr(SECRET),
        "session_secret": SecretStr(base64.b64encode(secrets.token_bytes(32)).decode()),
    }


@pytest.fixture
def client(signing: Stage, issuer: TestIssuer) -> Iterator[httpx.Client]:
    """Somebody with cookies; the issuer takes them for Aune and tells no lies."""
    issuer.claims, issuer.lies = dict(AUNE), {}
    with httpx.Client(base_url=signing.url, follow_redirects=True) as made:
        yield made


@pytest.mark.parametrize("path", ["", "check", "ask", "rules", "crisis", "insights", "override"])
def test_nothing_is_seen_without_signing_in(client: httpx.Client, path: str) -> None:
    """Every page sends a stranger to the issuer first."""
    answer = client.get(f"/fi/{path}", follow_redirects=False)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/fi/sign-in?to=/fi/")


@pytest.mark.parametrize("path", ["check/live", "crisis/live"])
def test_scripts_are_told_that_nobody_is_signed_in(client: httpx.Client, path: str) -> None:
    """What a script asks for is refused, not sent elsewhere."""
    method = "GET" if path.startswith("crisis") else "POST"

    assert client.request(method, f"/fi/{path}", json={"text": "x"}).status_code == 401


def test_whoever_signs_in_gets_to_where_they_were_going(client: httpx.Client) -> None:
    """After the issuer, the page that was asked for, as the person of the city's data."""
    answer = client.get("/sv/insights")

    assert answer.status_code == 200
    assert str(answer.url).endswith("/sv/insights")
    assert "Aune Sanala" in answer.text


def test_an_unknown_key_is_looked_up_once_more(client: httpx.Client, issuer: TestIssuer) -> None:
    """When the issuer changes its keys, people go on signing in."""
    client.get("/fi/check")
    client.cookies.clear()
    issuer.turn_keys()

    assert client.get("/fi/check").status_code == 200


@pytest.mark.parametrize(
    "lies",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"iss": "http://127.0.0.1:1"},
        {"exp": int(time.time()) - 3600},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"sub": ""},
    ],
)
def test_a_false_word_of_the_issuer_lets_nobody_in(
    client: httpx.Client, issuer: TestIssuer, lies: dict[str, Any]
) -> None:
    """A token for somebody else, from somebody else, or too old is no sign-in."""
    issuer.lies = lies

    assert client.get("/fi/check").status_code in (403, 502)
    assert client.get("/fi/check", follow_redirects=False).status_code == 302


def test_a_forged_token_lets_nobody_in(client: httpx.Client, issuer: TestIssuer) -> None:
    """Signed by a key that the issuer does not publish, a token is nothing."""
    published = issuer.published
    issuer.turn_keys()
    issuer.published = published
    try:
        assert client.get("/fi/check").status_code == 502
    finally:
        issuer.published = [issuer.key]


def test_coming_back_with_another_state_is_no_sign_in(client: httpx.Client) -> None:
    """Somebody else's link with a code does not sign anybody in."""
    client.get("/fi/sign-in", follow_redirects=False)

    assert client.get("/sign-in/back?code=x&state=other").status_code == 400
    assert client.get("/sign-in/back?code=x").status_code == 400


def test_two_tabs_can_sign_in_at_once(client: httpx.Client) -> None:
    """Each way to the issuer and back is one of its own."""
    first = client.get("/fi/sign-in?to=/fi/ask", follow_redirects=False)
    second = client.get("/fi/sign-in?to=/fi/rules", follow_redirects=False)

    assert str(client.get(first.headers["Location"]).url).endswith("/fi/ask")
    assert str(client.get(second.headers["Location"]).url).endswith("/fi/rules")


def test_signing_out_ends_it(client: httpx.Client) -> None:
    """After signing out the next page asks to sign in again."""
    page = client.get("/fi/check").text
    token = page.partition('name="token" value="')[2].partition('"')[0]
    client.post("/fi/sign-out", data={"token": token})

    assert client.get("/fi/check", follow_redirects=False).status_code == 302


def test_the_cookie_is_nobodys_to_read(client: httpx.Client) -> None:
    """The cookie is encrypted, closed to scripts and to other sites."""
    answer = client.get("/fi/check")
    cookie = next(h for each in answer.history for h in each.headers.get_list("Set-Cookie")
                  if h.startswith("somehelp="))  # fmt: skip

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Aune" not in base64.urlsafe_b64decode(cookie[9:].partition(";")[0]).decode("latin-1")


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/fi/check?crisis=1", True),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("https://evil.example", False),
        ("/x\r\nSet-Cookie: a=b", False),
        ("", False),
    ],
)
def test_signing_in_leads_to_our_own_pages_alone(path: str, own: bool) -> None:
    """A link that signs in and then leads elsewhere leads home."""
    assert (own_path(path) == path) is own


def test_a_cookie_of_another_secret_is_nothing() -> None:
    """A server with another secret does not know anybody of this one; a short one is refused."""
    with pytest.raises(ValueError, match="32"):
        Cookies("c2hvcnQ=", secure=True)


def test_slack_and_entra_name_the_person_of_the_chat() -> None:
    """Who signs in with Slack or Entra ID is the same person as in Slack or Teams."""
    slack = Settings(oidc_issuer="https://slack.com", slack_team="T1")
    claims = {"https://slack.com/user_id": "U1", "https://slack.com/team_id": "T1", "sub": "U1"}
    entra = Settings(oidc_issuer="https://login.microsoftonline.com/tid-1/v2.0")

    assert who_of_claims(claims, slack).key == "slack:U1"
    assert who_of_claims({"oid": "o-1", "tid": "tid-1", "sub": "x"}, entra).key == "teams:o-1"


@pytest.mark.parametrize(
    ("issuer", "claims"),
    [
        ("https://slack.com", {"https://slack.com/user_id": "U1", "sub": "U1"}),
        (
            "https://slack.com",
            {"https://slack.com/user_id": "U1", "https://slack.com/team_id": "T2"},
        ),
        ("https://login.microsoftonline.com/tid-1/v2.0", {"oid": "o-1", "tid": "tid-2"}),
        ("https://login.microsoftonline.com/tid-1/v2.0", {"oid": "o-1", "tid": "v"}),
        ("https://login.microsoftonline.com/tid-1/v2.0", {"tid": "tid-1"}),
    ],
)
def test_another_workspace_or_tenant_is_not_let_in(issuer: str, claims: dict[str, str]) -> None:
    """Only the city's own workspace or tenant is served."""
    with pytest.raises(NotOursError):
        who_of_claims(claims, Settings(oidc_issuer=issuer, slack_team="T1"))


def test_an_address_that_nobody_verified_is_no_address() -> None:
    """An e-mail address that the issuer does not vouch for makes nobody a person of the city."""
    who = who_of_claims(
        {"sub": "1", "email": "a@b.example"}, Settings(oidc_issuer="https://x.example")
    )

    assert who.email is None


def test_an_expired_sign_in_loses_no_text_while_typing(
    browser: Browser, signing: Stage, issuer: TestIssuer
) -> None:
    """Signed out in the middle of a draft, one signs in in another tab and goes on."""
    issuer.claims, issuer.lies = dict(AUNE), {}
    guest = Guest(browser, signing.url)
    guest.expected = ("401", issuer.url)
    guest.page.goto("/fi/check")
    guest.page.locator("#text").fill("Liisa Virtanen")
    guest.page.wait_for_selector(".mirror mark")
    guest.forget()
    guest.page.locator("#text").fill("Liisa Virtanen tuli.")
    expect(guest.page.locator("#state")).to_contain_text("tallessa")
    with guest.page.context.expect_page() as opened:
        guest.page.click("#state a")
    opened.value.wait_for_load_state()
    expect(opened.value.locator("h1")).to_contain_text("Olet kirjautunut")
    guest.page.locator("#text").fill("Liisa Virtanen tuli sitten.")

    guest.page.wait_for_selector(".mirror mark")
    guest.leave()


def test_an_expired_sign_in_loses_no_form(
    browser: Browser, signing: Stage, issuer: TestIssuer
) -> None:
    """A question sent after the day was over is handed back, and can be sent again."""
    issuer.claims, issuer.lies = dict(AUNE), {}
    guest = Guest(browser, signing.url)
    guest.expected = ("401", "403", issuer.url)
    page = guest.page
    page.goto("/fi/ask")
    page.locator("#question").fill("Kuka vastaa toimittajalle?")
    guest.forget()
    page.click("main .primary")
    expect(page.locator("textarea")).to_have_value("Kuka vastaa toimittajalle?")
    with page.context.expect_page() as opened:
        page.click("main a.primary")
    opened.value.wait_for_load_state()
    page.click("form .primary")  # the form is still the signed-out one: once more, and it goes
    page.click("form .primary")

    expect(page.locator("article.card")).to_contain_text("kaupunginjohtaja")
    guest.leave()


def test_open_pages_name_roles_only(tmp_path: Path) -> None:
    """Where check, ask and rule book are open to all, no name, number or address is given."""
    stage = Stage(tmp_path, web_open=True, public_url="https://some.example")
    try:
        with httpx.Client(base_url=stage.url, headers={"Host": "some.example"}) as client:
            told = "".join(
                [
                    client.post("/en/ask", data={"text": "Who may answer a reporter?"}).text,
                    client.get("/en/rules").text,
                    client.post("/en/check", data={"text": "Liisa Virtanen, 040 123 4567"}).text,
                ]
            )
            assert client.get("/en/crisis").status_code == 403
    finally:
        stage.close()

    people = stage.city.people
    assert "city manager" in told
    assert [p.name for p in people if p.name in told] == []
    assert [p.reach.phone for p in people if p.reach.phone and p.reach.phone in told] == []
    assert "@paimio.example" not in told
