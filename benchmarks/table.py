"""The measured figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.measure import Absent, Timed


def speed(rows: Sequence[Timed | Absent]) -> list[str]:
    """Return a table of tools; the first row is the one that the others are compared with."""
    first = next((row for row in rows if isinstance(row, Timed)), None)
    lines = markdown(
        (
            "tool",
            "what runs",
            "posts/s",
            "p50 ms",
            "p99 ms",
            "p99/p50",
            "findings",
            "Somehelp is",
        ),
        (
            (
                f"{row.tool.name} {row.version}",
                row.tool.what,
                f"{row.per_second:,.0f}",
                f"{row.p50:.3f}",
                f"{row.p99:.3f}",
                f"{row.p99 / row.p50:.1f}",
                f"{row.findings:,}",
                ""
                if row is first or first is None
                else f"{first.per_second / row.per_second:.1f}×",
            )
            for row in rows
            if isinstance(row, Timed)
        ),
        left=2,
    )
    absent = [f"- {row.name} did not run: {row.reason}" for row in rows if isinstance(row, Absent)]
    return [*lines, "", *absent, ""] if absent else [*lines, ""]


def markdown(headings: Sequence[str], rows: Iterable[Sequence[str]], left: int = 1) -> list[str]:
    """Return the lines of a Markdown table whose first `left` columns are text."""
    rule = ["---"] * left + ["---:"] * (len(headings) - left)
    return [f"| {' | '.join(cells)} |" for cells in (headings, rule, *rows)]
