"""Floor 1: text with provenance, figures, scripts, sentences, widths and lines."""
