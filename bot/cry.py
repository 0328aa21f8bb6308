"""A cry for help: somebody tells of something grave that happens now, in a few words."""

from __future__ import annotations

import re

from rules.text import Document

_LONGEST = 200

_GRAVE = re.compile(
    r"\b(koulu(lla|ssa)?|päiväkodi(ssa|lla)|kirjasto(ssa)?) palaa\b|det brinner|on fire\b|"
    r"\bfire at\b|\btulipalo\b",
    re.IGNORECASE,
)
_CALM = re.compile(r"harjoitu|övning|drill", re.IGNORECASE)


def is_cry(doc: Document) -> bool:
    """Tell whether a message is a cry for help."""
    text = doc.norm
    return len(text) <= _LONGEST and bool(_GRAVE.search(text)) and not _CALM.search(text)
