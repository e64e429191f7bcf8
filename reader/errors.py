"""The one kind of error that is meant for the user.

Every floor raises `ReaderError` with a code and the parameters that its message needs; `reader.messages` turns it into
one line, at the edges only.
"""

from functools import partial


class ReaderError(Exception):
    """Something went wrong that the user can understand and act on.

    Attributes:
        code: Which message it is, a key of `reader.messages.MESSAGES`.
        parameters: What the message names (files, counts, reasons), still untrusted text.
    """

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def __reduce__(self) -> tuple[object, ...]:
        """Errors go from one process to another with their parameters."""
        return partial(type(self), self.code, **self.parameters), ()


class UsageError(ReaderError):
    """The words of the command line are wrong: exit code 2 instead of 1."""
