"""Files sent to the bot: texts and Word files are drafts, images get advice."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from adapters.teams import files
from bot.card import Card
from bot.request import Request
from tests.adapters.teams.world import Connector, Echo, bot

INFO = "application/vnd.microsoft.teams.file.download.info"


def _word(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Aika", "klo 18"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _bomb() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * (60 * 1024 * 1024))
    return out.getvalue()


def _merged(cells: int) -> bytes:
    """Return a Word file with a table whose one cell says it is as wide as many."""
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Kirjasto on auki"
    cell._tc.grid_span = cells
    out = BytesIO()
    document.save(out)
    return out.getvalue()


async def _sent(far: Connector, name: str, raw: bytes | None, **content: Any) -> Request:
    echo = Echo(Card("Vastaus"))
    if raw is not None:
        far.files[name] = raw
    content = {"downloadUrl": f"{far.url}files/{name}", **content}
    file = {"contentType": INFO, "name": name, "content": content}
    async with bot(echo, far) as made:
        await made.say("", attachments=[file])
    return echo.requests[0]


@pytest.mark.parametrize(
    ("name", "raw", "text"),
    [
        ("luonnos.txt", "Kirjasto on auki åäö".encode(), "Kirjasto on auki åäö"),
        ("luonnos.md", b"\xef\xbb\xbfHei", "Hei"),
        ("vanha.txt", "päivä".encode("cp1252"), "päivä"),
        ("windows.txt", "päivä".encode("utf-16"), "päivä"),
        (
            "LUONNOS.DOCX",
            _word("Kirjasto on auki.", "Tervetuloa!"),
            "Kirjasto on auki.\nTervetuloa!\nAika klo 18",
        ),
        ("yhdistetty.docx", _merged(2_000_000_000), "Kirjasto on auki"),
    ],
)
async def test_a_file_is_a_draft(far: Connector, name: str, raw: bytes, text: str) -> None:
    """A text or Word file is checked as if its words had been sent."""
    request = await _sent(far, name, raw)

    assert (request.verb, request.text) == ("file.text", text)


@pytest.mark.parametrize(
    ("name", "raw", "verb"),
    [
        ("kuva.png", None, "file.image"),
        ("kuva.HEIC", None, "file.image"),
        ("taulukko.xlsx", None, "file.unknown"),
        ("nimi", None, "file.unknown"),
        ("rikki.docx", b"PK\x03\x04 no zip", "file.unknown"),
        ("tyhja.docx", b"", "file.unknown"),
        ("pommi.docx", _bomb(), "file.unknown"),
        ("ohjelma.txt", b"MZ\0\0", "file.unknown"),
        ("suuri.txt", b"x" * (files.LARGEST + 1), "too_long"),
    ],
)
async def test_what_is_no_draft(far: Connector, name: str, raw: bytes | None, verb: str) -> None:
    """An image gets advice; what cannot be read, or is too much, is said to be so."""
    request = await _sent(far, name, raw)

    assert (request.verb, request.text) == (verb, "")


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/x.txt",
        "http://paimio.sharepoint.com/x.txt",
        "https://sharepoint.com.evil.example/x.txt",
        "https://evilsharepoint.com/x.txt",
        "http://169.254.169.254/latest/meta-data/x.txt",
        "file:///etc/passwd",
        "https://[",
        "",
        5,
    ],
)
async def test_files_come_from_microsoft_alone(far: Connector, url: Any) -> None:
    """A file's address cannot make the bot fetch anything from elsewhere."""
    request = await _sent(far, "x.txt", b"salainen", downloadUrl=url)

    assert request.verb == "file.unknown"


def test_what_was_opened_prints_without_its_text() -> None:
    """A file's words cannot end in a log."""
    assert "KANARIA" not in repr(files.Opened("file.text", "KANARIA"))
