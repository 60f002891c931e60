"""Asking the reader process one question, and believing nothing it says until it has been checked for size and form."""

import contextlib
import importlib.util
import json
import os
import struct
import subprocess
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from carer_app.errors import DocumentRefused
from carer_app.imports import reader
from carer_app.imports.reader_clock import end, watch
from carer_app.words import _

if sys.platform == "linux":
    import fcntl

Message = tuple[dict[str, Any], bytes]

_WAITS_SECONDS = 60.0
_A_LARGE_PART = 1 << 20
_one_at_a_time = threading.Lock()
_ahead: list[tuple[subprocess.Popen[bytes], threading.Event]] = []
"""At most one reader that was started before anybody asked, and what is set once somebody does."""

_starter = ThreadPoolExecutor(1, "starts readers")
"""On Linux a reader ends with the thread that started it, so that none outlives the program: this one stays. A thread
that works for a page may be gone before the rest of the answer is asked for."""

_START = "import sys; sys.path += sys.argv[1:]; from carer_app.imports.reader import main; sys.exit(main())"


def ask(
    heading: dict[str, Any], data: bytes, seconds: float, most: int, over: threading.Event | None = None
) -> list[Message]:
    """The reader's messages up to its `done`, as `ReaderAnswer` has them."""
    return ReaderAnswer(heading, data, seconds, most, over).whole()


class ReaderAnswer:
    """What the reader says to one question. Its first messages can be had while it still works at the others.

    `seconds` is how long a processor may work for it in all, `most` how many bytes its whole answer may have. Whoever
    sets `over`, or lets go of this, does not wait for it any more: the reader is ended at once.
    Raises DocumentRefused where it could not start.
    """

    def __init__(
        self,
        heading: dict[str, Any],
        data: bytes,
        seconds: float,
        most: int,
        over: threading.Event | None = None,
    ) -> None:
        self._process = (_taken() if heading.get("do") in reader.OF_A_PDF else None) or _start()
        self._late, self._over, self._most = threading.Event(), over or threading.Event(), most
        self._heard = b""
        watched = (self._process, seconds, self._over, self._late)
        self._clock = threading.Thread(target=watch, args=watched, daemon=True)
        told = (self._process, heading, data)
        self._teller = threading.Thread(target=_tell, args=told, daemon=True)
        self._clock.start()
        self._teller.start()
        running = (self._process, self._over, self._clock, self._teller)
        self._let_go = weakref.finalize(self, _end_it, *running)

    def first(self, count: int) -> list[Message]:
        """So many messages as soon as they are there; none where there are not so many, or one makes no sense."""
        assert self._process.stdout is not None
        found: list[Message] = []
        with contextlib.suppress(ValueError, TypeError, RecursionError, struct.error):
            for _message in range(count):
                lengths = self._read(reader.LENGTHS.size)
                words, size = reader.LENGTHS.unpack(lengths)
                heading = json.loads(self._read(words))
                found.append((heading, self._read(size)))
                if not isinstance(heading, dict) or heading.get("done") is True or "trouble" in heading:
                    return []
            return found
        return []

    def whole(self) -> list[Message]:
        """Every message up to the reader's `done`; it is ended then.

        Raises DocumentRefused where it took too long, died, answered too much or without sense.
        """
        try:
            assert self._process.stdout is not None
            answer = self._heard + self._process.stdout.read(self._most + 1 - len(self._heard))
        finally:
            self._let_go()
        if self._late.is_set():
            raise DocumentRefused(
                _(
                    "That file took too long to open, so it was stopped. Your records are safe. "
                    "Print it to a new PDF in the program it came from, and use that one."
                )
            )
        try:
            if len(answer) > self._most:
                raise ValueError
            return _messages(answer)
        except (ValueError, KeyError, TypeError, RecursionError) as problem:
            raise DocumentRefused(
                _(
                    "That file could not be opened safely, so it was stopped. Your records are safe. "
                    "Print it to a new PDF in the program it came from, and use that one."
                )
            ) from problem

    def _read(self, size: int) -> bytes:
        """The next bytes; ValueError where they are not all there, or would be too many."""
        assert self._process.stdout is not None
        if len(self._heard) + size > self._most:
            raise ValueError
        came = self._process.stdout.read(size)
        self._heard += came
        if len(came) < size:
            raise ValueError
        return came


def _end_it(
    process: subprocess.Popen[bytes],
    over: threading.Event,
    clock: threading.Thread,
    teller: threading.Thread,
) -> None:
    over.set()
    clock.join()  # so that it never ends a process that took over the number
    end(process)
    teller.join()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def start_ahead() -> None:
    """A PDF is likely to be opened soon: a reader starts now and waits a minute for its question, knowing nothing.

    Quick.
    """
    with _one_at_a_time:
        if _ahead:
            return
        try:
            process, taken = _start(), threading.Event()
        except DocumentRefused:
            return  # whoever opens a file is told
        _ahead.append((process, taken))
    assert process.stdin is not None
    with contextlib.suppress(OSError):
        process.stdin.write(reader.pack({"do": "wait"}, 0))
        process.stdin.flush()
    threading.Thread(target=_end_in_time, args=(process, taken), daemon=True).start()


def _end_in_time(process: subprocess.Popen[bytes], taken: threading.Event) -> None:
    if taken.wait(_WAITS_SECONDS):
        return
    with _one_at_a_time:
        if taken.is_set():
            return
        _ahead.clear()
    end(process)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.wait()


def _taken() -> subprocess.Popen[bytes] | None:
    """The reader that waits, where one does."""
    with _one_at_a_time:
        if not _ahead:
            return None
        process, taken = _ahead.pop()
        taken.set()
    if process.poll() is None:
        return process
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    return None


def command() -> list[str]:
    """How a reader is started: without site-packages' start-up files, the surroundings or the working folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reader"]
    found = importlib.util.find_spec("pypdfium2_raw")
    if found is None or found.origin is None:
        raise OSError("pypdfium2_raw is not installed")
    places = {str(Path(__file__).parents[2]): None, str(Path(found.origin).parents[1]): None}
    return [sys.executable, "-I", "-S", "-c", _START, *places]


def _start() -> subprocess.Popen[bytes]:
    return _starter.submit(_start_here).result()


def _start_here() -> subprocess.Popen[bytes]:
    # Windows cannot start a Python without knowing where Windows is.
    surroundings = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    try:
        process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        _widen(process.stdout)
        return process
    except OSError as problem:
        raise DocumentRefused(
            _(
                "The part of PEP Companion that opens files could not start. Your records are safe. "
                "Close other programs and try again."
            )
        ) from problem


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a picture come in a few large parts: for each small one the two programs would wait for each other."""
    if sys.platform == "linux" and pipe is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _A_LARGE_PART)


def _tell(process: subprocess.Popen[bytes], heading: dict[str, Any], data: bytes) -> None:
    assert process.stdin is not None
    # A reader that stopped listening is found out by its answer.
    with contextlib.suppress(OSError):
        process.stdin.write(reader.pack(heading, len(data)))
        process.stdin.write(data)
    with contextlib.suppress(OSError):
        process.stdin.close()


def _messages(answer: bytes) -> list[Message]:
    """Taken apart; ValueError where it does not end as a whole answer does."""
    found: list[Message] = []
    at = 0
    while at < len(answer):
        start = at + reader.LENGTHS.size
        if start > len(answer):
            raise ValueError("cut short")
        words, size = reader.LENGTHS.unpack(answer[at:start])
        at = start + words + size
        if at > len(answer):
            raise ValueError("cut short")
        heading = json.loads(answer[start : start + words])
        if not isinstance(heading, dict):
            raise TypeError("no heading")
        if heading.get("done") is True or "trouble" in heading:
            found.append((heading, b""))
            return found
        found.append((heading, answer[start + words : at]))
    raise ValueError("no end")
