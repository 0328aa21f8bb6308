"""`somehelp pack`: tools for those who write guideline packs."""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from adapters.cli import silent
from adapters.cli.session import Session
from adapters.contract import to_json
from rules import examples, lint, load
from rules.asking import held_out
from rules.cities import example_city, read_city
from rules.directory import Directory
from rules.pack import Pack
from rules.rule import Rule
from rules.schema import pack_schema
from rules.yaml_file import PackError

_TEMPLATE = Path(load.__file__).parent / "template"

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def run(arguments: argparse.Namespace) -> int:
    """Run a verb; return 2 for a pack that does not load, 1 for one that fails, else 0."""
    session = Session.of(arguments)
    try:
        return _VERBS[arguments.verb](arguments, session)
    except PackError as error:
        session.complain("error-pack")
        print(error, file=sys.stderr)
        return 2


def _new(arguments: argparse.Namespace, session: Session) -> int:
    folder = Path(arguments.name)
    if folder.exists():
        session.complain("pack-exists", path=str(folder))
        return 2
    if not _NAME.fullmatch(folder.name):
        session.complain("pack-bad-name", arguments.name)
        return 2
    try:
        folder.mkdir(parents=True)
        for template in sorted(_TEMPLATE.iterdir()):
            text = template.read_text("utf-8").replace("NAME", folder.name)
            (folder / template.name).write_text(text, "utf-8")
    except OSError as error:
        session.complain("error-unwritable", str(folder), reason=error.strerror or "")
        return 2
    print(session.texts.say("pack-made", path=str(folder)))
    return 0


def _check(arguments: argparse.Namespace, session: Session) -> int:
    weak = 0
    sources = Path(arguments.sources) if arguments.sources else None
    if sources is not None and not sources.is_dir():
        session.complain("error-unreadable", str(sources), reason=os.strerror(errno.ENOTDIR))
        return 2
    for name in arguments.packs or load.names():
        pack = load.load(name)
        found = list(lint.weaknesses(pack, sources))
        weak += len(found)
        for weakness in found:
            said = session.texts.say(weakness.key, **weakness.values)
            print(f"{pack.id}: {weakness.entry}: {said}")
        for shadow in held_out.shadows(held_out.led(pack)):
            weak += 1
            said = session.texts.say(
                "lint-shadowed", count=shadow.drawn, all=shadow.of, topic=shadow.by
            )
            print(f"{pack.id}: {shadow.topic}: {said}")
        print(
            session.texts.say("pack-checked", pack=pack.id, rules=len(pack.rules), weak=len(found))
        )
    return 1 if weak else 0


def _test(arguments: argparse.Namespace, session: Session) -> int:
    console, failed = Console(stderr=True), 0
    names = arguments.packs or load.names()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        for name in progress.track(names):
            pack = load.load(name)
            found = list(examples.failures(pack, _city(name, pack)))
            failed += len(found)
            for failure in found:
                said = session.texts.say(failure.key, example=failure.example, got=failure.got)
                print(f"{pack.id}: {failure.rule}: {said}")
            count = sum(_examples(rule) for rule in pack.rules)
            print(
                session.texts.say(
                    "pack-tested",
                    pack=pack.id,
                    rules=len(pack.rules),
                    examples=count,
                    failed=len(found),
                )
            )
            _test_questions(pack, session)
    return 1 if failed else 0


def _test_questions(pack: Pack, session: Session) -> None:
    """Show which example questions the others lead astray.

    They fail no test: where two topics are near each other, some question always is between them.
    """
    found = held_out.led(pack)
    astray = [each for each in found if each.got != each.topic]
    for each in astray:
        said = session.texts.say("example-ask-wrong", example=each.question, got=each.got)
        print(f"{pack.id}: {each.topic}: {said}")
    counts = {"topics": len(pack.topics), "examples": len(found), "failed": len(astray)}
    print(session.texts.say("topics-tested", pack=pack.id, **counts))


def _examples(rule: Rule) -> int:
    return len(rule.examples.bad) + len(rule.examples.good) + len(rule.examples.fixed)


def _city(name: str, pack: Pack) -> Directory:
    own = Path(name) / "city.yaml"
    return read_city(own) if own.is_file() else example_city(pack.id)


def _show(arguments: argparse.Namespace, session: Session) -> int:
    pack = load.load(arguments.pack)
    console = Console(highlight=False, markup=False, emoji=False)
    if arguments.rule is None:
        console.print(_listing(pack, session))
        return 0
    rule = pack.rule(arguments.rule)
    if rule is None:
        session.complain("error-unknown-rule", arguments.rule)
        return 2
    for line in _rule_lines(rule, pack, session):
        console.print(line)
    return 0


def _listing(pack: Pack, session: Session) -> Table:
    table = Table(box=None, pad_edge=False)
    for key in ("audit-rule", "label-severity", "label-source", "label-ask"):
        table.add_column(session.texts.say(key))
    for rule in pack.rules:
        on = "" if rule.on else f" ({session.texts.say('pack-off')})"
        where = f"{rule.source.document} {rule.source.section}"
        table.add_row(
            rule.id + on, session.texts.say(f"severity-{rule.severity}"), where, rule.owner
        )
    return table


def _rule_lines(rule: Rule, pack: Pack, session: Session) -> list[Text]:
    say, language = session.texts.say, session.language
    document = pack.document(rule.source.document)
    title = document.title.get(language) if document else rule.source.document
    basis = say(f"basis-{rule.source.basis}")
    lines = [
        Text(rule.id, style="bold"),
        Text(rule.says.get(language)),
        Text(f"{say('label-severity')}: {say(f'severity-{rule.severity}')}"),
        Text(f"{say('label-source')}: {title}, {rule.source.section} ({basis})"),
        Text(f"{say('label-ask')}: {rule.owner or say('ask-nobody')}"),
    ]
    lines += [Text(f"✖ {example.text}", style="red") for example in rule.examples.bad]
    lines += [Text(f"✔ {example.text}", style="green") for example in rule.examples.good]
    return lines


def _schema(arguments: argparse.Namespace, session: Session) -> int:  # noqa: ARG001
    print(to_json(pack_schema(), indent=2))
    return 0


_VERBS = {
    "new": _new,
    "check": _check,
    "test": _test,
    "show": _show,
    "silent": silent.run,
    "schema": _schema,
}
