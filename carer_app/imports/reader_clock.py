"""How long a reader process may work, and its end."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

_LOOKS_EVERY = 0.1
_PATIENCE = 6 if sys.platform == "linux" else 2
"""So many times as long it may take by the clock: a busy computer gives it little of its processor. Elsewhere than on
Linux only the clock is known here."""


def watch(
    process: subprocess.Popen[bytes], seconds: float, over: threading.Event, late: threading.Event
) -> None:
    """Kill it once it has had its time, or nobody waits for it any more; `late` is set for the first."""
    begun, worked = time.monotonic(), _processor_seconds(process)
    while not over.wait(_LOOKS_EVERY):
        took = time.monotonic() - begun
        if took >= seconds * _PATIENCE or _processor_seconds(process) - worked >= seconds:
            late.set()
            break
    end(process)


def _processor_seconds(process: subprocess.Popen[bytes]) -> float:
    """So long a processor has worked for it; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0.0
    with contextlib.suppress(OSError, ValueError, IndexError):
        told = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8", errors="replace")
        of_ours, of_systems = told.rpartition(")")[2].split()[11:13]
        return (int(of_ours) + int(of_systems)) / os.sysconf("SC_CLK_TCK")
    return 0.0


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill it, with whatever it may have started. Until it is waited for its number stays its own."""
    if process.returncode is not None:
        return
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
