"""Floor 3: the numeric claims of an article."""
