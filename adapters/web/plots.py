"""Bars as SVG that stands in the page: its words are words, its colours the page's own."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Sequence
from typing import Any

from lxml import etree
from markupsafe import Markup

from bot.insights import FEWEST_CHECKS, Cell

_SVG = "{http://www.w3.org/2000/svg}"
_INK, _BAR, _FEW, _GRID = "#010101", "#020202", "#030303", "#040404"
_CLASSES = {_BAR: "bar", _FEW: "few", _GRID: "grid"}
_WIDE = 9.0  # inches; the page stretches it
_DRAWN_AS = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray", "text-anchor")

_one_at_a_time = threading.Lock()  # matplotlib's settings are shared by all threads


def bars(
    title: str, told: str, values: Sequence[tuple[str, Cell]], name: str, *, upright: bool
) -> Markup:
    """Draw bars; a figure that is too small to be shown is a short bar of another kind.

    `title` and `told` are read by a screen reader, `name` makes ids of their own.
    """
    with _one_at_a_time:
        raw = _matplotlib_svg(values, upright=upright)
    return Markup(_at_home(raw, title, told, name))  # noqa: S704 - built by lxml, which escapes


def _matplotlib_svg(values: Sequence[tuple[str, Cell]], *, upright: bool) -> bytes:
    from adapters.plotting import Figure, MaxNLocator, mpl

    labels = [label for label, _ in values]
    heights = [FEWEST_CHECKS / 2 if value is None else value for _, value in values]
    colours = [_FEW if value is None else _BAR for _, value in values]
    places = range(len(values))
    looks: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "somehelp",
        "font.size": 10.5,
        "text.color": _INK,
        "text.parse_math": False,
        "axes.labelcolor": _INK,
        "xtick.color": _INK,
        "ytick.color": _INK,
        "grid.color": _GRID,
    }
    with mpl.rc_context(looks):
        inches = 3.0 if upright else 0.5 + 0.36 * len(values)
        figure = Figure(figsize=(_WIDE, inches))
        left, below = (0.05, 0.12) if upright else (0.44, 0.32 / inches)
        axes = figure.add_axes((left, below, 0.98 - left, 0.96 - below))
        if upright:
            axes.bar(places, heights, color=colours, width=0.75)
            step = len(labels) // 9 + 1
            axes.set_xticks(list(places)[::step], labels[::step])
            axes.yaxis.grid(visible=True)
        else:
            axes.barh(places, heights, color=colours, height=0.7)
            axes.set_yticks(list(places), labels)
            axes.invert_yaxis()
            axes.xaxis.grid(visible=True)
        (axes.yaxis if upright else axes.xaxis).set_major_locator(MaxNLocator(6, integer=True))
        axes.set_axisbelow(True)
        for edge in axes.spines.values():
            edge.set_visible(False)
        axes.tick_params(length=0)
        out = io.BytesIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return out.getvalue()


def _at_home(raw: bytes, title: str, told: str, name: str) -> str:
    """Make a drawing part of the page: no style of its own, which the page's policy forbids."""
    root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter(f"{_SVG}metadata", f"{_SVG}style")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter():
        if isinstance(element.tag, str):
            _plain(element, name)
    for attribute in ("width", "height"):
        root.attrib.pop(attribute, "")
    for position, (tag, words) in enumerate((("title", title), ("desc", told))):
        said = etree.Element(f"{_SVG}{tag}", {"id": f"{name}-{tag}"})
        said.text = words
        root.insert(position, said)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _style(text: str | bytes) -> dict[str, str]:
    parts = (part.partition(":") for part in str(text).split(";"))
    return {key.strip(): value.strip() for key, _, value in parts if value}


def _plain(element: etree._Element, name: str) -> None:
    """Turn a style into attributes, and colours into classes of the page."""
    style = _style(element.attrib.pop("style", ""))
    if size := re.search(r"(\d+(?:\.\d+)?)px", style.get("font", style.get("font-size", ""))):
        element.set("font-size", size[1])
    for key in _DRAWN_AS:
        if key in style:
            element.set(key, style[key])
    for key in ("fill", "stroke"):
        colour = element.get(key) or ""
        if colour in _CLASSES:
            element.set("class", _CLASSES[colour])
            del element.attrib[key]
        elif colour == _INK:
            element.set(key, "currentColor")
    if element.tag == f"{_SVG}text" and "fill" not in element.attrib:
        element.set("fill", "currentColor")
    # Ids are the page's: every drawing gets names of its own.
    if "id" in element.attrib:
        element.set("id", f"{name}-{element.get('id')}")
    for key in ("{http://www.w3.org/1999/xlink}href", "clip-path"):
        if value := element.get(key):
            element.set(key, value.replace("#", f"#{name}-"))
