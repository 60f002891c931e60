"""The file a carer chose: read whole, with a limit, or refused with a sentence that says what to do."""

import errno
import math
import os
import stat
from pathlib import Path

from carer_app.errors import DocumentRefused
from carer_app.words import _

MEGABYTE = 1024 * 1024
MOST_BYTES = 25 * MEGABYTE
_CHUNK = MEGABYTE


def is_pdf(data: bytes) -> bool:
    """Whether it begins as a PDF does."""
    return b"%PDF-" in data[:1024]


def read_file(path: Path) -> bytes:
    """All bytes of any file that was chosen. Raises DocumentRefused with a sentence."""
    try:
        data = _read(path)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise DocumentRefused(
            _(
                "That file is not there any more. Nothing was added. Find it on this computer and choose it again."
            )
        ) from problem
    except PermissionError as problem:
        raise DocumentRefused(
            _(
                "This computer does not let PEP Companion read that file. Nothing was added. "
                "Copy it into your own Documents folder and choose the copy."
            )
        ) from problem
    except (OSError, ValueError) as problem:  # ValueError: a name that no file can have
        raise DocumentRefused(
            _(
                "That file could not be read to its end. Nothing was added. "
                "If it is on a memory stick, check that the stick is still plugged in. Then choose the file again."
            )
        ) from problem
    if not data:
        raise DocumentRefused(
            _("That file is empty. Nothing was added. Ask the person who sent it to send it again.")
        )
    return data


def _read(path: Path) -> bytes:
    """At most one byte more than is allowed is ever held, however big the file claims to be or grows."""
    # Without O_NONBLOCK opening a named pipe would wait for ever.
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    )
    if path.is_dir():
        raise _not_a_file()
    try:
        opened = os.open(path, flags)
    except OSError as problem:
        if problem.errno in (errno.ENXIO, errno.EOPNOTSUPP):  # a socket or a device
            raise _not_a_file() from problem
        raise
    with open(opened, "rb", buffering=0) as file:
        about = os.fstat(opened)
        if not stat.S_ISREG(about.st_mode):
            raise _not_a_file()
        if about.st_size > MOST_BYTES:
            raise _too_big(about.st_size)
        data = bytearray()
        while chunk := file.read(min(_CHUNK, MOST_BYTES + 1 - len(data))):
            data += chunk
            if len(data) > MOST_BYTES:
                raise _too_big(len(data))
        after = os.fstat(opened)
        if (after.st_size, after.st_mtime_ns) != (len(data), about.st_mtime_ns):
            raise DocumentRefused(
                _(
                    "That file was changed while it was read. Nothing was added. "
                    "Close it in other programs, wait a moment, and choose it again."
                )
            )
    return bytes(data)


def _not_a_file() -> DocumentRefused:
    return DocumentRefused(
        _("That is a folder or a device, not a file. Nothing was added. Open it and choose the file inside.")
    )


def _too_big(size: int) -> DocumentRefused:
    return DocumentRefused(
        _(
            "That file is {size} MB. The most you can add is {most} MB. Nothing was added. "
            "Ask for a smaller copy, or scan it again in black and white."
        ).format(size=math.ceil(size / MEGABYTE), most=MOST_BYTES // MEGABYTE)
    )
