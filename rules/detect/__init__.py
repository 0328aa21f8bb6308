"""The kinds of detectors: a closed set of small data types, a file each."""

from __future__ import annotations

from rules.detect.kinds import KINDS, Detect
from rules.detect.scan import Finder, Match, Scan, Spec

__all__ = ["KINDS", "Detect", "Finder", "Match", "Scan", "Spec"]
