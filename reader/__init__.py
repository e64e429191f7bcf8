"""A keyboard-driven terminal reader for the figures in Chinese news."""

__version__ = "0.1.0"
