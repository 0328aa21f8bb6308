"""Matplotlib, with its cache beside ours: nothing of it stands in the login user's home."""

from __future__ import annotations

import os

from rules.text.cache import location

os.environ.setdefault("MPLCONFIGDIR", str(location() / "matplotlib"))

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

__all__ = ["Figure", "FigureCanvasAgg", "MaxNLocator", "mpl"]
