"""Keep this program's memory, with the key in it, from being written to disk when something crashes."""

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Call once at the start. No core dump is written, and on Linux no other program reads our memory.

    Best effort: where a system has no such switch the program still runs.
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # RLIMIT_CORE alone does not stop a crash reporter that the kernel pipes the dump to.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
