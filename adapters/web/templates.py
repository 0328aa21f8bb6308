"""The pages' templates: Jinja with everything escaped and nothing undefined let through."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).parent / "pages"


class Templates:
    """The templates of `pages/`, compiled when first used."""

    def __init__(self) -> None:
        self._jinja = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Return a page or a piece of one."""
        return self._jinja.get_template(name).render(values)
