"""Nobody but Teams gets in: every kind of token, through a real socket."""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from adapters.part import CannotRunError
from adapters.settings import Settings
from adapters.teams.part import TeamsPart
from bot.card import Card
from tests.adapters.teams.world import APP, Bot, Connector, Echo, Signer, bot, signed_settings
from tests.bot.memory_store import MemoryStore

Make = Callable[[Signer, str], str | None]
_NOW = int(time.time())


@pytest.fixture
async def guarded(far: Connector, signer: Signer) -> AsyncIterator[Bot]:
    """Return a bot that asks for a token."""
    async with bot(Echo(Card("Hei")), far, signed_settings(far, signer)) as made:
        yield made


def _claims(signer: Signer, url: str) -> dict[str, Any]:
    return dict(jwt.decode(signer.token(url), options={"verify_signature": False}))


def _packed(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _raw(head: Mapping[str, Any], claims: Mapping[str, Any], sign: Callable[[bytes], bytes]) -> str:
    """Make a token by hand, as no decent library would."""
    signed = f"{_packed(json.dumps(head).encode())}.{_packed(json.dumps(claims).encode())}"
    return f"{signed}.{_packed(sign(signed.encode()))}"


def _hmac(signer: Signer, url: str) -> str:
    """Sign with the public key as if it were a shared secret."""
    public = signer.key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    head = {"alg": "HS256", "typ": "JWT", "kid": "k1"}
    return _raw(head, _claims(signer, url), lambda text: hmac.digest(public, text, "sha256"))


def _key_id(kid: Any) -> Make:
    head = {"alg": "RS256", "typ": "JWT"} | ({} if kid is None else {"kid": kid})

    def made(signer: Signer, url: str) -> str:
        def sign(text: bytes) -> bytes:
            return signer.key.sign(text, padding.PKCS1v15(), hashes.SHA256())

        return _raw(head, _claims(signer, url), sign)

    return made


def _unsigned(signer: Signer, url: str) -> str:
    claims = _claims(signer, url)
    return jwt.encode(claims, None, algorithm="none", headers={"kid": "k1"})  # type: ignore[arg-type]


def _other_key(signer: Signer, url: str) -> str:
    claims = _claims(signer, url)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims, key, algorithm="RS256", headers={"kid": "k1"})


def _with(headers: Mapping[str, Any] = {}, **claims: Any) -> Make:
    return lambda signer, url: signer.token(url, headers, **claims)


_EMULATOR = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"
_EMULATOR_V2 = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"

REFUSED: Mapping[str, Make] = {
    "none": lambda _signer, _url: None,
    "garbage": lambda _signer, _url: "garbage",
    "three parts of garbage": lambda _signer, _url: "a.b.c",
    "unsigned": _unsigned,
    "signed with the public key": _hmac,
    "signed with another key": _other_key,
    "unknown key": _with({"kid": "k9"}),
    "no key id": _key_id(None),
    "key id that is no text": _key_id(["k1"]),
    "expired": _with(exp=_NOW - 600),
    "no expiry": _with(exp=None),
    "not valid yet": _with(nbf=_NOW + 3600),
    "wrong audience": _with(aud="99999999-2222-3333-4444-555555555555"),
    "no audience": _with(aud=None),
    "two audiences": _with(aud=[APP, "other"]),
    "wrong issuer": _with(iss="https://issuer.example"),
    "no issuer": _with(iss=None),
    "emulator": _with(iss=_EMULATOR, appid=APP, ver="1.0"),
    "emulator, newer": _with(iss=_EMULATOR_V2, azp=APP, ver="2.0"),
    "another service": _with(serviceurl="https://smba.trafficmanager.net/emea/"),
    "no service": _with(serviceurl=None),
}


async def test_teams_gets_in(guarded: Bot, signer: Signer, far: Connector) -> None:
    """What Teams has signed for this app is answered, with a token of the app's own."""
    token = signer.token(far.url)

    assert await guarded.post(guarded.activity("Hei"), token) == (200, None)
    assert [call.token for call in await far.sent()] == ["Bearer token-1"]


@pytest.mark.parametrize("form", ["api://{}", "api://botid-{}"])
async def test_other_forms_of_the_audience(
    guarded: Bot, signer: Signer, far: Connector, form: str
) -> None:
    """The app's id is also recognised in the forms that newer registrations use."""
    token = signer.token(far.url, aud=form.format(APP))

    assert (await guarded.post(guarded.activity("Hei"), token))[0] == 200


@pytest.mark.parametrize("case", REFUSED)
async def test_nobody_else_gets_in(guarded: Bot, signer: Signer, far: Connector, case: str) -> None:
    """A token that is forged, old, or for somebody else is refused, and nothing is done."""
    token = REFUSED[case](signer, far.url)

    status, body = await guarded.post(guarded.activity("salaista"), token)

    assert (status, body) == (401, None)
    assert far.calls == []


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic abc", "bearer {}", "Bearer {} x"]
)
async def test_odd_headers(guarded: Bot, signer: Signer, far: Connector, header: str) -> None:
    """A header of another shape is no token."""
    headers = {"Authorization": header.format(signer.token(far.url))}

    async with guarded.http.post(
        guarded.url, json=guarded.activity("Hei"), headers=headers
    ) as answer:
        assert answer.status == 401


@pytest.mark.parametrize(
    "changes",
    [
        {"channelData": {"tenant": {"id": "other"}}},
        {"conversation": {"id": "a:1", "tenantId": "other"}},
        {"conversation": {"id": "a:1"}, "channelData": None},
        {"channelId": "emulator"},
        {"channelId": "webchat"},
    ],
)
async def test_other_tenants_and_channels(
    guarded: Bot, signer: Signer, far: Connector, changes: dict[str, Any]
) -> None:
    """A good token does not let in another tenant, or another channel than Teams."""
    activity = guarded.activity("Hei", **changes)

    assert (await guarded.post(activity, signer.token(far.url)))[0] == 401


async def test_a_further_tenant(far: Connector, signer: Signer) -> None:
    """A tenant that is listed is let in beside the app's own."""
    settings = signed_settings(far, signer, teams_tenants="other, third")
    async with bot(Echo(Card("Hei")), far, settings) as made:
        activity = made.activity(
            "Hei", channelData={"tenant": {"id": "third"}}, conversation={"id": "a:1"}
        )

        assert (await made.post(activity, signer.token(far.url)))[0] == 200


@pytest.mark.parametrize("missing", ["serviceUrl", "channelId", "conversation", "from", "type"])
async def test_what_is_incomplete(
    guarded: Bot, signer: Signer, far: Connector, missing: str
) -> None:
    """What lacks a part that is checked or needed is malformed, token or not."""
    activity = guarded.activity("Hei", **{missing: None})

    assert (await guarded.post(activity, signer.token(far.url)))[0] == 400


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.trafficmanager.net/",
        "http://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://user:x@smba.trafficmanager.net/",
        "https://evil.example/smba.trafficmanager.net",
        "//smba.trafficmanager.net",
        "https://[",
        "file:///etc/passwd",
    ],
)
async def test_answers_go_to_teams_alone(far: Connector, signer: Signer, url: str) -> None:
    """An answer and its token never go to a host that is not listed, whatever was signed."""
    settings = signed_settings(far, signer, teams_service_hosts="smba.trafficmanager.net,127.0.0.1")
    async with bot(Echo(Card("Hei")), far, settings) as made:
        activity = made.activity("Hei", serviceUrl=url)

        assert (await made.post(activity, signer.token(url)))[0] == 401


async def test_a_new_key_counts_at_once(guarded: Bot, signer: Signer, far: Connector) -> None:
    """When Microsoft begins to sign with another key, nobody is refused for it."""
    await guarded.post(guarded.activity("Hei"), signer.token(far.url))
    guarded.part._keys._now = lambda: time.monotonic() + 120  # type: ignore[union-attr]
    signer.publish("k2", ["msteams"])

    status, _ = await guarded.post(guarded.activity("Hei"), signer.token(far.url, {"kid": "k2"}))

    assert status == 200


async def test_made_up_keys_cost_nothing(guarded: Bot, signer: Signer, far: Connector) -> None:
    """Strangers who make up key ids cannot make the bot fetch keys over and over."""
    for number in range(20):
        await guarded.post(guarded.activity("x"), signer.token(far.url, {"kid": f"x{number}"}))

    assert signer.fetched <= 2


@pytest.mark.parametrize("endorsements", [[], ["webchat"]])
async def test_a_key_for_another_channel(
    guarded: Bot, signer: Signer, far: Connector, endorsements: list[str]
) -> None:
    """A key that does not speak for Teams opens nothing."""
    signer.publish("k3", endorsements)
    guarded.part._keys._now = lambda: time.monotonic() + 120  # type: ignore[union-attr]

    status, _ = await guarded.post(guarded.activity("x"), signer.token(far.url, {"kid": "k3"}))

    assert status == 401


async def test_without_keys_nobody_gets_in(far: Connector, signer: Signer) -> None:
    """While the keys cannot be fetched everybody is refused."""
    settings = signed_settings(far, signer, teams_openid_metadata="http://127.0.0.1:9/metadata")
    async with bot(Echo(Card("Hei")), far, settings) as made:
        assert (await made.post(made.activity("x"), signer.token(far.url)))[0] == 401


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"teams_without_auth": True, "host": "0.0.0.0"},  # noqa: S104 - refused
        {"teams_app_id": APP},
        {"teams_app_id": APP, "teams_app_password": "x"},
        {"teams_app_id": APP, "teams_tenant": "t", "teams_without_auth": True},
    ],
)
def test_it_does_not_start_unsafe(settings: dict[str, Any]) -> None:
    """Without an app id it starts only where told to, and where nobody else can reach it."""
    with pytest.raises(CannotRunError, match="teams-missing"):
        TeamsPart(Settings(**settings), Echo(Card("Hei")), MemoryStore())
