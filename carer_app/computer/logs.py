"""A small log that says where something failed, never what the records say."""

import logging
import logging.handlers
import os
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

OUR_LOGGERS = ("carer_app", "ui")
_FILE_NAME = "pep-companion.log"
_MOST_BYTES = 256 * 1024
_OLDER_FILES = 2
_MOST_FRAMES = 12


def say_where(error: BaseException) -> str:
    """Exception types, modules and lines, with the chain of causes.

    Messages, arguments, SQL and its parameters, notes, and file names (a home folder holds a person's name)
    are left out: any of them may quote what the carer wrote.
    """
    return "; because of ".join(_one(each) for each in _chain(error))


def start_logging(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Log to a small rotating file in `folder`.

    Give the answer to `stop_logging` to end it. Raises OSError.
    """
    handler = _OwnerOnlyFile(
        folder / _FILE_NAME, maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8", delay=True
    )
    handler.setLevel(level)
    handler.setFormatter(WhereFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    for name in OUR_LOGGERS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Stop writing to this file and close it."""
    logging.getLogger().removeHandler(handler)
    logging.captureWarnings(False)
    handler.close()


class WhereFormatter(logging.Formatter):
    """Time, level, module and line, our own fixed words, and exception types.

    Our messages keep their fixed words and their numbers; any other argument becomes "…". What other
    packages have to say is left out whole, because they quote what they were given.
    """

    def format(self, record: logging.LogRecord) -> str:
        parts = [
            self.formatTime(record),
            record.levelname,
            f"{record.name}:{record.lineno}",
            self._words(record),
        ]
        if record.exc_info and record.exc_info[1] is not None:
            parts.append(say_where(record.exc_info[1]))
        return " ".join(part for part in parts if part)

    @staticmethod
    def _words(record: logging.LogRecord) -> str:
        if isinstance(record.msg, BaseException):
            return say_where(record.msg)
        if record.name.partition(".")[0] not in OUR_LOGGERS or not isinstance(record.msg, str):
            return ""
        if not record.args or not isinstance(record.args, tuple):
            return "" if record.args else record.msg
        try:
            return record.msg % tuple(arg if isinstance(arg, int | float) else "…" for arg in record.args)
        except (TypeError, ValueError):
            return ""


class _OwnerOnlyFile(logging.handlers.RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        # In binary, then as text, so that the type is the one that logging promises.
        raw = open(self.baseFilename, "ab", opener=_owner_only)  # noqa: SIM115
        return TextIOWrapper(raw, encoding="utf-8", newline="\n")

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that cannot be written is dropped: the default would print the message and its arguments."""


def _owner_only(name: str, flags: int) -> int:
    # Through no link: what is logged would land in somebody's file.
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o600)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _one(error: BaseException) -> str:
    kind = type(error)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    frames = list(_frames(error.__traceback__))[-_MOST_FRAMES:]
    where = " > ".join(frames)
    inner = (
        f" [{', '.join(_one(each) for each in error.exceptions)}]"
        if isinstance(error, BaseExceptionGroup)
        else ""
    )
    return (f"{name} at {where}" if where else name) + inner


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        yield f"{traceback.tb_frame.f_globals.get('__name__', '?')}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
