"""`python -m reader` is `reader`."""

from reader.cli.main import run

if __name__ == "__main__":
    run()
