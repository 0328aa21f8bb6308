"""How quick the web page is, measured in the browser, and how soon and how light it comes.

    .venv/bin/python -m benchmarks.web [--keys 300]

Starts `somehelp serve` with nothing set, as the README's first command does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import machine
from benchmarks.table import markdown

LENGTH = 500
DRAFT = (
    "Uimahalli on suljettu huoltotöiden johdosta 3.8. alkaen. Ilmoittautumiset suoritetaan "
    "Liisa Virtaselle, p. 040 123 4567. Kirjaston uudet aukioloajat julkaistaan verkkosivuilla. "
)
LETTERS = "kesä tulee pian "

# From the event of the key to the frame in which the marks of the answer stand.
_STOPWATCH = """
() => {
  window.times = [];
  let begun = 0;
  const form = document.getElementById("check");
  form.addEventListener("input", () => { begun = performance.now(); }, true);
  form.addEventListener("checked", () => requestAnimationFrame(() => setTimeout(() => {
    window.times.push(performance.now() - begun);
  })));
}
"""


def main() -> int:
    """Measure and print a page of Markdown."""
    parser = argparse.ArgumentParser(description="The web page's speed in the browser.")
    parser.add_argument("--keys", type=int, default=300, help="keys to time (default 300)")
    options = parser.parse_args()
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        print("Chromium is missing; ./setup --dev installs it", file=sys.stderr)
        return 2
    with served() as (url, ready), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        times = _keystrokes(browser, url, options.keys)
        requests, weight = _weight(browser, url)
        browser.close()
    print("\n".join(_told(times, ready, requests, weight)))
    return 0


@contextmanager
def served(folder: Path | None = None) -> Iterator[tuple[str, float]]:
    """Start a server as a newcomer does; yield its address and how long it took, in seconds.

    `folder` is where it keeps what it keeps, one of its own without it.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as fresh:
        state = str(folder or fresh)
        environment = {**os.environ, "SOMEHELP_STATE": state, "SOMEHELP_PORT": str(port)}
        command = [str(Path(sys.executable).with_name("somehelp")), "serve"]
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait(url, process)
            yield url, time.perf_counter() - begun
        finally:
            process.terminate()
            process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/fi/check", timeout=5).close()  # noqa: S310
        except urllib.error.URLError:
            time.sleep(0.02)
        else:
            return
    raise SystemExit("somehelp serve did not start")


def _keystrokes(browser: Browser, url: str, keys: int) -> list[float]:
    """Return the milliseconds from each key to its marks."""
    page = browser.new_page()
    page.goto(f"{url}/fi/check")
    text = (DRAFT * (LENGTH // len(DRAFT) + 1))[: LENGTH - 20]
    page.fill("#text", text)
    page.wait_for_selector(".mirror mark")
    page.wait_for_timeout(1000)
    page.evaluate(_STOPWATCH)
    page.locator("#text").evaluate("(box) => box.setSelectionRange(0, 0)")
    for number in range(keys + 20):
        letter = LETTERS[number % len(LETTERS)]
        _press(page, letter if number % 40 < 20 else "Backspace")
    times: list[float] = page.evaluate("times")
    page.close()
    return times[20:]  # the first ones warm up


def _press(page: Page, key: str) -> None:
    before = page.evaluate("times.length")
    if key == "Backspace":
        page.keyboard.press(key)
    else:
        page.keyboard.type(key)
    page.wait_for_function("(before) => times.length > before", arg=before, timeout=10_000)


def _weight(browser: Browser, url: str) -> tuple[int, int]:
    """Return how many requests an empty browser makes, and the bytes that come."""
    page = browser.new_page()
    weights: list[int] = []
    page.on("requestfinished", lambda request: weights.append(_bytes(request.sizes())))
    page.goto(f"{url}/fi/check", wait_until="networkidle")
    page.close()
    return len(weights), sum(weights)


def _bytes(sizes: dict[str, int]) -> int:
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def _told(times: Sequence[float], ready: float, requests: int, weight: int) -> Iterator[str]:
    cuts = quantiles(times, n=100)
    yield from (f"- {fact}" for fact in machine.describe())
    yield f"- load before: {machine.load():.1f} processes wanting a core"
    yield ""
    yield from markdown(
        ("what", "measured", "promised"),
        (
            (
                f"key to marks on screen, draft of {LENGTH} characters, median of {len(times)}",
                f"{median(times):.0f} ms",
                "",
            ),
            ("– 95 of 100 keys", f"{cuts[94]:.0f} ms", "< 100 ms"),
            ("– 99 of 100 keys", f"{cuts[98]:.0f} ms", ""),
            ("`somehelp serve` from start to the first page", f"{ready:.1f} s", "< 3 s"),
            (f"the page in {requests} requests of an empty browser", f"{weight / 1000:.0f} kB",
             "< 150 kB"),
        ),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
