"""Measurements; `python -m benchmarks` runs all that can run here."""
