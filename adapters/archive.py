"""Archives of published posts: CSV, JSON lines, and the JSON of a Facebook page export."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_TEXT = ("text", "message", "post", "content", "teksti", "viesti", "julkaisu", "inlägg")
_DATE = ("date", "created_time", "published", "timestamp", "päivä", "päiväys", "datum", "time")
_COLUMNS = {
    "id": ("id", "post_id", "post id"),
    "unit": ("unit", "yksikkö", "enhet"),
    "account": ("account", "tili", "konto", "page", "sivu"),
    "channel": ("channel", "kanava", "kanal", "platform"),
}
_DAY_FIRST = ("%d.%m.%Y", "%d.%m.%Y %H:%M", "%d/%m/%Y")


class Post(NamedTuple):
    """One published post; `month` is `2025-11`, None where no date is given."""

    id: str
    text: str
    month: str | None = None
    unit: str | None = None
    account: str | None = None
    channel: str | None = None


class ArchiveError(ValueError):
    """The file is in none of the known forms; the argument says why."""


def read_posts(data: bytes) -> tuple[list[Post], int]:
    """Return the posts of a file's content, and how many rows could not be read.

    Raises:
        ArchiveError: the content is in none of the known forms.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArchiveError(f"not UTF-8 at byte {error.start}") from None
    start = text.lstrip()[:1]
    try:
        rows = list(_json_rows(text) if start in ("{", "[") else _csv_rows(text))
    except (ValueError, RecursionError, csv.Error) as error:
        raise ArchiveError(str(error) or type(error).__name__) from None
    posts = [post for number, row in enumerate(rows, 1) if (post := _post(row, number))]
    return posts, sum(row is None for row in rows)


def _csv_rows(text: str) -> Iterator[dict[str, Any] | None]:
    csv.field_size_limit(max(len(text), 1))  # one long post must not hide the others
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    for row in csv.DictReader(io.StringIO(text), delimiter=delimiter):
        yield {k.strip().lower(): v for k, v in row.items() if k and isinstance(v, str)}


def _json_rows(text: str) -> Iterator[dict[str, Any] | None]:
    try:
        whole = json.loads(text)
    except ValueError:
        whole = None
    if whole is None or (isinstance(whole, dict) and "text" in whole):
        yield from map(_json_line, filter(str.strip, text.split("\n")))
        return
    for item in _items(whole):
        yield _facebook(item) if isinstance(item, dict) else None


def _json_line(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _items(whole: Any) -> list[Any]:
    """The list of posts in an export, wherever its one list stands."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict):
        return next((value for value in whole.values() if isinstance(value, list)), [])
    return []


def _facebook(item: Mapping[str, Any]) -> dict[str, Any]:
    """Flatten a post of a page export, whose letters are UTF-8 bytes written as Latin-1."""
    row = {key: value for key, value in item.items() if not isinstance(value, (dict, list))}
    data = item.get("data")
    for part in data if isinstance(data, list) else ():
        if isinstance(part, dict) and isinstance(part.get("post"), str):
            row["text"] = _demojibaked(part["post"])
    return row


def _demojibaked(text: str) -> str:
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


def _post(row: Mapping[str, Any] | None, number: int) -> Post | None:
    text = _first(row or {}, _TEXT)
    if not isinstance(text, str) or not text.strip():
        return None
    fields = {name: _first(row or {}, keys) for name, keys in _COLUMNS.items()}
    named = {name: str(value) if value else None for name, value in fields.items()}
    return Post(
        id=named["id"] or str(number),
        text=text,
        month=_month(_first(row or {}, _DATE)),
        unit=named["unit"],
        account=named["account"],
        channel=named["channel"],
    )


def _first(row: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((row[key] for key in keys if row.get(key) not in (None, "")), None)


def _month(value: Any) -> str | None:
    """Return the month of a date in any usual form; None for what is no date."""
    if isinstance(value, (int, float)) or (isinstance(value, str) and value.isdecimal()):
        try:
            return datetime.datetime.fromtimestamp(float(value), datetime.UTC).strftime("%Y-%m")
        except (OverflowError, ValueError, OSError):
            return None
    if not isinstance(value, str):
        return None
    try:
        return datetime.datetime.fromisoformat(value.strip()).strftime("%Y-%m")
    except ValueError:
        pass
    for form in _DAY_FIRST:
        try:
            return datetime.datetime.strptime(value.strip(), form).strftime("%Y-%m")  # noqa: DTZ007
        except ValueError:
            continue
    return None
