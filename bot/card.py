"""An answer in a few plain pieces that any platform can draw, without knowing what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rules.model import Language, Severity

Tone = Literal["plain", "good", "notice", "warning", "error"]
"""What a piece feels like; drawn as a colour and always as a sign or word beside it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of plain words; a line break in it is a line break."""

    text: str
    style: Literal["body", "heading", "strong", "subtle"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points under each other, numbered where their order matters."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words from a document, and where they stand."""

    text: str
    source: str


class Part(NamedTuple):
    """A stretch of a marked text: plain where `severity` is None, else a finding with its number.

    The number is the one that the finding has in the card; overlapping findings share a stretch.
    """

    text: str
    severity: Severity | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A draft with its findings shown in place; the worst values are masked already."""

    parts: tuple[Part, ...]
    language: Language = "fi"


@dataclass(frozen=True, slots=True)
class Copyable:
    """A text to copy as it is: the corrected draft. `name` is the form field that it fills."""

    label: str
    text: str
    name: str = "text"


@dataclass(frozen=True, slots=True)
class Fields:
    """A few facts, each a label and a value."""

    rows: tuple[tuple[str, str], ...]


class Cell(NamedTuple):
    """One cell of a table; `url` makes it a link, for `tel:` and `https:` alone."""

    text: str
    tone: Tone = "plain"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, with a caption that a screen reader says first."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence that must be seen: a warning, a confirmation, what is kept and what is not."""

    text: str
    tone: Tone = "notice"


@dataclass(frozen=True, slots=True)
class Button:
    """Something that the person can do next.

    Pressing it makes a `Request` with this verb and payload as `args`; the payload is small (at
    most 1,500 characters in all) and never holds a draft. With `url` it is a link instead.
    `confirm` is a question to answer with yes first.
    """

    verb: str
    label: str
    payload: Mapping[str, str] = field(default_factory=dict)
    style: Literal["default", "primary", "danger"] = "default"
    confirm: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons beside each other, the most wanted first."""

    buttons: tuple[Button, ...]


class Option(NamedTuple):
    """One choice: what is sent, what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose one of a list. With a `verb`, choosing acts at once; in a form it is a field.

    The chosen value arrives in `args` under `name`.
    """

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str | None = None
    verb: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """A field to write in; what was written arrives in `args` under `name`.

    A field named `text` holds a draft or a question and arrives as the request's text.
    """

    name: str
    label: str
    value: str = ""
    lines: int = 1
    longest: int = 3000
    hint: str = ""
    optional: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """Pieces that are shown on demand.

    A platform that can unfold by itself draws `pieces`; one that cannot draws `button`, whose
    answer is a card with the same pieces, as far as they hold nothing of a draft.
    """

    label: str
    pieces: tuple[Piece, ...]
    button: Button


Piece = (
    Text
    | Bullets
    | Quote
    | Marked
    | Copyable
    | Fields
    | Table
    | Note
    | Buttons
    | Choice
    | Input
    | Fold
)

Mode = Literal["answer", "replace", "form", "erase", "toast"]
"""What to do with a card.

`answer`: a new message; `replace`: in place of the card whose button was pressed; `form`: a dialog
with a submit button; `erase`: delete the message whose button was pressed, `title` confirms it;
`toast`: a short confirmation that need not stay. Where a platform lacks one it draws an answer.
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One answer.

    `title` is also what a notification and a screen reader say first, so it never quotes a draft.
    `submit` is the button of a form; its verb gets the form's fields as `args` and its own payload.
    `private` cards are for the person alone (drawn so that only they see them).
    """

    title: str
    pieces: tuple[Piece, ...] = ()
    mode: Mode = "answer"
    submit: Button | None = None
    language: Language = "fi"
    private: bool = True
