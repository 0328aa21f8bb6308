"""Whether the channel reaches those whom the post is for, by the organisation's own table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import Field, field_validator

from rules.channel import canonical
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory


class AudienceSpec(Spec):
    """Per channel, the groups that it is for; `also` are other names of the groups.

    Speaks only where a draft says both its channel and its groups, the table knows both, and the
    channel is for none of them. The message may use {channel}, {target} and {better}, the channels
    that are for the group.
    """

    table: dict[str, tuple[str, ...]] = Field(min_length=1)
    also: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def told(self) -> frozenset[str]:
        """What a message may say of the match."""
        return frozenset({"channel", "target", "better"})

    @field_validator("also")
    @classmethod
    def _lower(cls, value: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {group: tuple(map(str.casefold, names)) for group, names in value.items()}


def compile(entries: Sequence[AudienceSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Make ready the tables of all rules."""

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        channel = canonical(scan.draft.channel)
        if not channel or not scan.draft.target:
            return
        for index, spec in enumerate(entries):
            groups = [group for name in scan.draft.target if (group := _group(spec, name))]
            served = spec.table.get(channel)
            if served is None or not groups or not set(groups).isdisjoint(served):
                continue
            better = [name for name, for_whom in spec.table.items() if groups[0] in for_whom]
            if better:
                values = {"channel": channel, "target": groups[0], "better": ", ".join(better)}
                yield index, Match(0, 0, values=values)

    return find


def _group(spec: AudienceSpec, name: str) -> str | None:
    wanted = name.casefold().strip()
    if any(wanted in groups for groups in spec.table.values()):
        return wanted
    return next((group for group, names in spec.also.items() if wanted in names), None)
