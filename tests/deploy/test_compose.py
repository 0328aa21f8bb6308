"""Docker Compose: one instance, or several behind a proxy."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import REPOSITORY

FILE = REPOSITORY / "deploy" / "compose.yaml"
COMPOSE: dict[str, Any] = YAML(typ="safe").load(FILE.read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if service["image"].startswith("somehelp:")]


def test_it_is_what_compose_reads() -> None:
    """The file follows the schema of the Compose specification."""
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*check, str(FILE)], check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_no_container_can_do_more_than_it_must(name: str) -> None:
    """Every container has a read-only file system, no capability it does not need, and limits."""
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit", "restart"} <= service.keys()
    assert "privileged" not in service and service.get("network_mode") != "host"


@pytest.mark.parametrize("name", OURS)
def test_somehelp_needs_no_capability(name: str) -> None:
    """Somehelp itself gets no capability back, and its secrets and city only to read."""
    service = SERVICES[name]

    assert "cap_add" not in service
    assert all(mount.endswith(":ro") for mount in service["volumes"] if mount.startswith("./"))


def test_the_two_ways_never_run_together() -> None:
    """Two databases, each of which sees half of Slack, never run: no service is in both."""
    profiles = {name: service["profiles"] for name, service in SERVICES.items()}

    assert all(len(each) == 1 for each in profiles.values())
    assert [name for name, each in profiles.items() if each == ["single"]] == ["somehelp"]


def test_only_the_proxy_is_reached_from_outside() -> None:
    """One instance listens on this machine alone; of several only the proxy is reached."""
    published = {name: s["ports"] for name, s in SERVICES.items() if "ports" in s}

    assert published.keys() == {"somehelp", "proxy"}
    assert all(port.startswith("127.0.0.1:") for port in published["somehelp"])


def test_the_database_reaches_nobody() -> None:
    """The database is on a network of its own, without a way out."""
    assert SERVICES["database"]["networks"] == ["database"]
    assert COMPOSE["networks"]["database"] == {"internal": True}


@pytest.mark.parametrize("name", SERVICES)
def test_every_image_has_a_version(name: str) -> None:
    """No image is whatever is newest that day."""
    _, _, tag = SERVICES[name]["image"].partition(":")

    assert tag and tag != "latest"


def test_what_is_named_is_declared() -> None:
    """Every volume and network that a service names is declared, and each file is there."""
    for service in SERVICES.values():
        for mount in service.get("volumes", []):
            source = mount.partition(":")[0]
            if source.startswith("./secrets"):
                continue  # the admin makes it
            if source.startswith("./"):
                assert (FILE.parent / source).exists()
            else:
                assert source in COMPOSE["volumes"]
        assert set(service.get("networks", [])) <= COMPOSE["networks"].keys()


def test_pg_dump_in_the_image_knows_the_database() -> None:
    """The image's pg_dump is of the database's major version, so that a backup works."""
    release = SERVICES["database"]["image"].partition(":")[2].partition("-")[0]
    dockerfile = (REPOSITORY / "deploy" / "Dockerfile").read_text("utf-8")

    assert f"postgresql-client-{release}" in dockerfile
