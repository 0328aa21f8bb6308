"""The plot of a simulation: a line for each person, from being asked to answering."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.plotting import Figure, FigureCanvasAgg
from bot.crisis import Crisis
from bot.crisis_words import Words
from bot.simulate import reached

_ASKED, _HAVE, _NEVER = "#1f5f8b", "#2e7d4f", "#b3261e"
_FAINT = 0.12


def plot(runs: Sequence[Crisis], words: Words, path: str) -> None:
    """Draw the first run boldly over all runs faintly; `path` ends in .svg or .png.

    Raises:
        OSError: the file cannot be written.
    """
    first = {row.person: row for row in reached(runs[0])}
    people = list(first)[::-1]
    last = max((row.answered or row.asked for run in runs for row in reached(run)), default=1)
    end = max(5.0, last) * 1.05
    figure = Figure(figsize=(9, 1.6 + 0.42 * len(people)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for run in runs:
        for row in reached(run):
            if row.person in first and row.answered is not None:
                y = people.index(row.person)
                axes.plot(row.answered, y, "|", color=_HAVE, markersize=11, alpha=_FAINT)
    for y, person in enumerate(people):
        row = first[person]
        until = end if row.answered is None else row.answered
        colour = _NEVER if row.answered is None else _HAVE
        style = ":" if row.answered is None else "-"
        axes.plot([row.asked, until], [y, y], style, color=colour, linewidth=2.5)
        axes.plot(row.asked, y, "o", color=_ASKED, markersize=7)
        if row.answered is not None:
            axes.plot(row.answered, y, "D", color=_HAVE, markersize=8)
    axes.set_yticks(range(len(people)), [words.who(person) for person in people])
    axes.set_xlim(-0.02 * end, end)
    axes.set_xlabel(f"{words.say('cli-minutes')}\n{words.say('cli-legend')}", fontsize=8)
    axes.set_title(words.say("cli-title", policy=words.what, runs=len(runs)), loc="left")
    axes.grid(axis="x", alpha=0.3)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    figure.savefig(path, metadata={"Date": None} if path.endswith(".svg") else None, dpi=120)
