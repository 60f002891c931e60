"""Standard input, output and error as they are found: closed, missing, or of a terminal that knows only ASCII."""

import codecs
import io
import os
import sys

_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}


def make_safe() -> None:
    """Let anything be printed without an error. Called before any file is opened.

    One that is closed leads nowhere from now on. Otherwise its number goes to the next file that is opened: the
    records, say, and what a library complains of would be written into them.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    codecs.register_error("plain", _in_plain_letters)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed, or a program with windows only
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plain")


def _in_plain_letters(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    found = problem.object[problem.start : problem.end]
    return "".join(_PLAIN.get(letter, "?") for letter in found), problem.end
