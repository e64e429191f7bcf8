"""The command `reader`."""


def run() -> None:
    """Run the program."""
