"""A topic: a kind of question, whom it leads to, and what the guideline says about it."""

from __future__ import annotations

from typing import Literal

from rules.model import Audience, Frozen, Localized, Source


class Statement(Frozen):
    """One thing that the guideline says, in our words, with its place."""

    says: Localized
    source: Source


class Route(Frozen):
    """Whom an audience asks, first first; empty where the guideline names nobody."""

    audience: Audience
    roles: tuple[str, ...] = ()


class Topic(Frozen):
    """What a question may be about."""

    id: str
    title: Localized
    scope: Literal["in", "gap"] = "in"
    routes: tuple[Route, ...] = ()
    steps: tuple[Localized, ...] = ()
    statements: tuple[Statement, ...] = ()
    questions: dict[Literal["fi", "sv", "en"], tuple[str, ...]] = {}
