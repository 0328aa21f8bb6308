"""The linter and the guideline: plain synchronous Python over immutable values."""
