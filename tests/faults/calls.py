"""Killing a process at the n-th time that it asks the system to change the disk: also inside SQLite, also at an fsync.

For Linux on the usual kind of processor; `can_watch` says whether this is one.
"""

import ctypes
import os
import platform
import signal
import sys

_TRACEME, _PEEKUSER, _SYSCALL, _SETOPTIONS = 0, 3, 24, 0x4200
_MARK_CALLS, _DIE_WITH_ME = 1, 0x100000
_CALL = signal.SIGTRAP | 0x80
_WHICH, _FIRST, _THIRD = 15 * 8, 14 * 8, 12 * 8
_WRITE, _OPENAT = 1, 257
_OPENS_A_FILE = {2: 13 * 8, _OPENAT: _THIRD}
_CHANGE_THE_DISK = {
    _WRITE, 18, 20, 74, 75, 76, 77, 82, 83, 87, 90, 91, 263, 264, 285, 316,
}  # fmt: skip

can_watch = sys.platform == "linux" and platform.machine() == "x86_64"


def _ptrace(request: int, process: int, where: int = 0, what: int = 0) -> int:
    call = ctypes.CDLL(None, use_errno=True).ptrace
    call.restype = ctypes.c_long
    call.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    return int(call(request, process, where, what))


def be_watched() -> None:
    """In the child: stop until the parent watches."""
    _ptrace(_TRACEME, 0)
    os.kill(os.getpid(), signal.SIGSTOP)


def watch(child: int, kill_at: int) -> tuple[int, int]:
    """Let a child that waits in `be_watched` go on, and kill it before that call. Its status, and how many it came to.

    What it writes into a pipe does not count. 0 lets it live.
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
                if calls == kill_at:
                    os.kill(child, signal.SIGKILL)
            entering = not entering


def _changes_the_disk(child: int) -> bool:
    which = _ptrace(_PEEKUSER, child, _WHICH)
    if which in _OPENS_A_FILE:
        return bool(_ptrace(_PEEKUSER, child, _OPENS_A_FILE[which]) & os.O_CREAT)
    if which == _WRITE:
        return os.path.isfile(f"/proc/{child}/fd/{_ptrace(_PEEKUSER, child, _FIRST)}")
    return which in _CHANGE_THE_DISK
