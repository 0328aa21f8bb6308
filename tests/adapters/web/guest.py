"""Somebody with a browser: what they see, and whether the page kept its promises meanwhile."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page, Request

_LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(event.violatedDirective + " " + event.blockedURI);
});
"""


class Guest:
    """A window of its own cookies. Leaving it fails if anything went wrong on the way."""

    def __init__(self, browser: Browser, url: str, **context: Any) -> None:
        self.url = url
        self.troubles: list[str] = []
        self.expected: tuple[str, ...] = ()
        self._context = browser.new_context(base_url=url, **context)
        self._context.add_init_script(_LISTEN)
        self._context.on("page", self._watch)
        self.page: Page = self._context.new_page()

    def another(self) -> Page:
        """Open another tab."""
        return self._context.new_page()

    def offline(self, *, lost: bool) -> None:
        """Lose the connection, or get it back."""
        self._context.set_offline(lost)

    def forget(self) -> None:
        """Lose what the browser knew, as when a day is over."""
        self._context.clear_cookies()

    def cookies(self) -> list[Any]:
        """Return the cookies."""
        return list(self._context.cookies())

    def leave(self) -> None:
        """Close the window; nothing went wrong in it, and nothing went elsewhere."""
        for page in self._context.pages:
            self.troubles += page.evaluate("window.violations ?? []")
        self._context.close()
        unexpected = [t for t in self.troubles if not any(e in t for e in self.expected)]
        assert unexpected == []

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("console", lambda said: said.type == "error" and self.troubles.append(said.text))
        page.on("request", self._left)

    def _left(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "data:", "blob:")):
            self.troubles.append(f"left for {request.url}")
