"""A real PostgreSQL for tests: started once per session, with a fresh database per test."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import psycopg
import pytest

from tests import needs

_READY = 30  # seconds until a server must take connections, or have stopped
_SETTINGS = {
    "listen_addresses": "",  # a socket in our own folder alone: nothing listens on the network
    "fsync": "off",  # a killed server loses nothing by it, only a machine that loses power
    "max_connections": "200",
    "log_min_messages": "fatal",
}


class Postgres:
    """A PostgreSQL server of our own, in a temporary folder.

    It can be stopped and started again (an outage), and frozen and thawed (a database that takes
    connections and never answers).
    """

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="somehelp-pg-"))
        self._server: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            user = pwd.getpwnam(_unprivileged())
            os.chown(self._folder, user.pw_uid, user.pw_gid)
        initdb = ["-D", str(self._data), "-U", "somehelp", "-A", "trust"]
        initdb += ["-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(
            [*_as_somebody(), str(programs / "initdb"), *initdb], check=True, capture_output=True
        )

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database, as `open_store` takes it."""
        return f"postgresql+psycopg://somehelp@/{database}?host={self._folder}"

    def fresh(self) -> str:
        """Make an empty database and return its address."""
        name = f"test_{next(self._numbers)}"
        with self._connect() as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def start(self) -> None:
        """Start the server, and wait until it takes connections; harmless if it runs."""
        if self._server is not None:
            return
        settings = [f"-c{name}={value}" for name, value in _SETTINGS.items()]
        program = str(self._programs / "postgres")
        command = [*_as_somebody(), program, "-D", str(self._data), "-k", str(self._folder)]
        with (self._folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [*command, *settings], stdout=subprocess.DEVNULL, stderr=log
            )
        deadline = time.monotonic() + _READY
        while True:
            try:
                self._connect().close()
                return
            except psycopg.OperationalError:
                if self._server.poll() is not None or time.monotonic() > deadline:
                    why = (self._folder / "log").read_text("utf-8", "replace")
                    raise AssertionError(f"PostgreSQL does not start: {why}") from None
                time.sleep(0.02)

    def stop(self) -> None:
        """Stop the server at once, as a crash would; harmless if it does not run."""
        if self._server is None:
            return
        self.thaw()
        self._server.send_signal(signal.SIGQUIT)
        self._server.wait(_READY)
        self._server = None

    def freeze(self) -> None:
        """Make the server and all its connections stand still (Linux only)."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on; harmless if it is not frozen."""
        self._signal(signal.SIGCONT)

    def remove(self) -> None:
        """Stop the server and delete its folder."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _signal(self, number: signal.Signals) -> None:
        if self._server is None:
            return
        pid = self._server.pid
        children = Path(f"/proc/{pid}/task/{pid}/children")
        os.kill(pid, number)  # first, so that it forks no more
        for child in children.read_text("ascii").split() if children.exists() else ():
            with suppress(ProcessLookupError):  # a connection that has just ended
                os.kill(int(child), number)

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self._folder), user="somehelp", dbname="postgres", autocommit=True
        )


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """Start one PostgreSQL for the session; without the program, skip, but fail in CI."""
    found = programs()
    if found is None:
        needs.missing("PostgreSQL's server")
    server = Postgres(found)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def postgres(postgres_server: Postgres) -> Iterator[Postgres]:
    """Give the running server, and see to it that it runs again after an outage."""
    yield postgres_server
    postgres_server.thaw()
    postgres_server.start()


@pytest.fixture
def postgres_url(postgres: Postgres) -> str:
    """Make a fresh database, and give its address."""
    return postgres.fresh()


def programs() -> Path | None:
    """Return the folder of the newest installed server, which is often not in PATH."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    newest = sorted(debian, key=lambda path: int(path.parts[-3]))
    found = str(newest[-1]) if newest else shutil.which("postgres")
    return Path(found).parent if found else None


def _unprivileged() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_somebody() -> list[str]:
    """Return what to put before a command so that it dies with us and does not run as root."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        if os.geteuid() == 0:
            pytest.fail("PostgreSQL needs setpriv to run as another user than root")
        return []
    user = _unprivileged() if os.geteuid() == 0 else None
    drop = (
        [f"--reuid={user}", f"--regid={pwd.getpwnam(user).pw_gid}", "--clear-groups"]
        if user
        else []
    )
    return [setpriv, "--pdeathsig=QUIT", *drop, "--"]
