"""Killing a process at the n-th time that it asks the system to change the disk: also inside SQLite, also at an fsync.

Or telling it from the n-th time on that the disk is full.

For Linux on the usual kind of processor; `can_watch` says whether this is one.
"""

import ctypes
import errno
import os
import platform
import signal
import sys
from collections.abc import Callable
from functools import cache

_TRACEME, _PEEKUSER, _POKEUSER, _DETACH, _SYSCALL, _SETOPTIONS = 0, 3, 6, 17, 24, 0x4200
_MARK_CALLS, _DIE_WITH_ME = 1, 0x100000
_CALL = signal.SIGTRAP | 0x80
_WHICH, _FIRST, _SECOND, _THIRD = 15 * 8, 14 * 8, 13 * 8, 12 * 8
_WRITE, _OPENAT = 1, 257
_OPENS_A_FILE = {2: _SECOND, _OPENAT: _THIRD}
_CHANGE_THE_DISK = {
    _WRITE, 18, 20, 74, 75, 76, 77, 82, 83, 87, 90, 91, 263, 264, 285, 316,
}  # fmt: skip

_NO_CALL, _ANSWER = -1, 10 * 8
_TAKE_ROOM = {_WRITE, 18, 20, 40, 83, 85, 258, 285, 296, 326, 328}

can_watch = sys.platform == "linux" and platform.machine() == "x86_64"


@cache
def _ptrace_call() -> Callable[[int, int, int, int], int]:
    call = ctypes.CDLL(None, use_errno=True).ptrace
    call.restype = ctypes.c_long
    call.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    return call


def _ptrace(request: int, process: int, where: int = 0, what: int = 0) -> int:
    return int(_ptrace_call()(request, process, where, what))


def be_watched() -> None:
    """In the child: stop until the parent watches."""
    _ptrace(_TRACEME, 0)
    os.kill(os.getpid(), signal.SIGSTOP)


def watch(child: int, kill_at: int, look: Callable[[int], None] | None = None) -> tuple[int, int]:
    """Let a child that waits in `be_watched` go on, and kill it before that call. Its status, and how many it came to.

    What it writes into a pipe does not count. 0 lets it live. `look` is told of each call while the child stands still
    before it: what is on the disk then is what a kill there would leave.
    """
    os.waitpid(child, 0)
    _ptrace(_SETOPTIONS, child, 0, _MARK_CALLS | _DIE_WITH_ME)
    calls, entering, signal_for_it = 0, True, 0
    while True:
        _ptrace(_SYSCALL, child, 0, signal_for_it)
        status = os.waitpid(child, 0)[1]
        if not os.WIFSTOPPED(status):
            return status, calls
        signal_for_it = 0
        if os.WSTOPSIG(status) != _CALL:
            signal_for_it = os.WSTOPSIG(status)
        else:
            if entering and _changes_the_disk(child):
                calls += 1
                if look is not None:
                    look(calls)
                if calls == kill_at:
                    os.kill(child, signal.SIGKILL)
            entering = not entering


def fill_up(child: int, full_from: int, once: bool) -> tuple[int, int]:
    """As `watch`, but from that call on the disk is full: whatever takes room is not done, and says so.

    Only that one call where it is `once`. Until the child says by `has_room` that there is room again: it is not
    watched any more then. Its status, and how many calls took room, or asked for it.
    """
    os.waitpid(child, 0)
    _ptrace(_SETOPTIONS, child, 0, _MARK_CALLS | _DIE_WITH_ME)
    calls, entering, refused, signal_for_it = 0, True, False, 0
    while True:
        _ptrace(_SYSCALL, child, 0, signal_for_it)
        status = os.waitpid(child, 0)[1]
        if not os.WIFSTOPPED(status):
            return status, calls
        signal_for_it = 0
        if os.WSTOPSIG(status) == signal.SIGSTOP:
            _ptrace(_DETACH, child)
            return os.waitpid(child, 0)[1], calls
        if os.WSTOPSIG(status) != _CALL:
            signal_for_it = os.WSTOPSIG(status)
            continue
        if entering and _takes_room(child):
            calls += 1
            refused = calls == full_from if once else calls >= full_from > 0
            if refused:
                _ptrace(_POKEUSER, child, _WHICH, _NO_CALL)
        elif refused:
            _ptrace(_POKEUSER, child, _ANSWER, -errno.ENOSPC)
            refused = False
        entering = not entering


def has_room() -> None:
    """In the child: from now on there is room on the disk. Nobody would wake it up where nobody watches any more."""
    with open("/proc/self/status", encoding="ascii") as status:
        is_watched = "TracerPid:\t0\n" not in status.read()
    if is_watched:
        os.kill(os.getpid(), signal.SIGSTOP)


def _takes_room(child: int) -> bool:
    which = _ptrace(_PEEKUSER, child, _WHICH)
    if which == _OPENAT and _ptrace(_PEEKUSER, child, _THIRD) & os.O_CREAT:
        return not os.path.lexists(_text(child, _ptrace(_PEEKUSER, child, _SECOND)))
    if which == _WRITE:
        return os.path.isfile(f"/proc/{child}/fd/{_ptrace(_PEEKUSER, child, _FIRST)}")
    return which in _TAKE_ROOM


def _text(child: int, where: int) -> bytes:
    """A path, as the child has it in its memory."""
    with open(f"/proc/{child}/mem", "rb", buffering=0) as memory:
        memory.seek(where)
        return memory.read(4096).partition(b"\0")[0]


def _changes_the_disk(child: int) -> bool:
    which = _ptrace(_PEEKUSER, child, _WHICH)
    if which in _OPENS_A_FILE:
        return bool(_ptrace(_PEEKUSER, child, _OPENS_A_FILE[which]) & os.O_CREAT)
    if which == _WRITE:
        return os.path.isfile(f"/proc/{child}/fd/{_ptrace(_PEEKUSER, child, _FIRST)}")
    return which in _CHANGE_THE_DISK
