"""What opens something (passwords, codes, keys), and the addresses that only insiders reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, Literal

from rules.detect.cues import Cue, Cues
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.detect.secrets import beside, host, password, spoken, token
from rules.directory import Directory
from rules.shorthand import Shorthand


class SecretSpec(Shorthand, Spec):
    """Which secret, and for prose the words that announce it (see `rules.detect.cues`).

    `words` announce a value by themselves (password, door code); `weak` ones (code, key) only where
    the line names what is opened (`access`) or the value ends in # or *; `login` ones only before a
    value that looks like nothing else. `public` words keep it quiet (a discount, a version).
    Beside `accounts` (a network, a service) an ordinary word is a password, too.
    """

    name: Literal["password", "token", "host"]
    words: tuple[Cue, ...] = ()
    weak: tuple[Cue, ...] = ()
    login: tuple[Cue, ...] = ()
    access: tuple[Cue, ...] = ()
    public: tuple[Cue, ...] = ()
    accounts: tuple[Cue, ...] = ()

    shorthand: ClassVar[str] = "name"


def compile(entries: Sequence[SecretSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Compile the words of all rules."""
    finders = [_finder(spec) for spec in entries]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        for index, finder in enumerate(finders):
            for match in finder(scan):
                yield index, match

    return find


def _finder(spec: SecretSpec) -> Callable[[Scan], Iterable[Match]]:
    public = Cues(spec.public)
    if spec.name == "token":
        return token.find
    if spec.name == "host":
        return lambda scan: host.find(scan, public)
    words = password.Words(
        Cues(spec.words), Cues(spec.weak), Cues(spec.login), Cues(spec.access), public
    )
    accounts = Cues((*spec.login, *spec.accounts))

    def find(scan: Scan) -> Iterator[Match]:
        yield from password.find(scan, words)
        yield from spoken.find(scan, words.words, accounts)
        yield from beside.find(scan, accounts)

    return find
