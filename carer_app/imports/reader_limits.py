"""Shutting the doors of the reader process, from the inside, before it looks at a foreign file.

What is shut depends on the system; the parent's time limit and its cap on the answer hold everywhere.

- Linux: memory, processor time, no file may be opened or written any more (so no socket either), no new process,
  no core dump, no new privileges, no network where the system lets us leave it, dies with its parent.
- macOS: the same limits as far as its kernel keeps them; it does not enforce the memory limit.
- Windows: a job object caps the memory and forbids further processes. It has no limit on opening files.
  Written from Microsoft's documentation; not yet tried on a Windows computer.

Every step is best effort: a system that refuses one must not stop the carer from reading a paper.
"""

import contextlib
import ctypes
import signal
import sys

if sys.platform != "win32":
    import resource

MEMORY = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 20

_DIE_WITH_PARENT = 1
_DUMPABLE = 4
_NO_NEW_PRIVILEGES = 38
_NEW_NETWORK = 0x40000000
_NEW_USER = 0x10000000


def limit_memory_and_time() -> None:
    """Before anything foreign is read into memory."""
    if sys.platform == "win32":
        _join_job_object()
        return
    _lower(resource.RLIMIT_AS, MEMORY)
    _lower(resource.RLIMIT_CPU, PROCESSOR_SECONDS)
    _lower(resource.RLIMIT_CORE, 0)


def shut_the_doors() -> None:
    """After the last import and the last byte of the request: from here on nothing more can be opened.

    Open files keep working under a limit of 0, so the answer can still be written to the pipe.
    """
    if sys.platform == "win32":
        return
    if sys.platform == "linux":
        _leave_the_network()
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NPROC, 0)
    _lower(resource.RLIMIT_NOFILE, 0)


def write_nothing_and_send_nothing() -> None:
    """For what has to open files and start a program of the system's: no file grows, and there is no network."""
    if sys.platform == "win32":
        return
    if sys.platform == "linux":
        _leave_the_network()
    _lower(resource.RLIMIT_FSIZE, 0)


def _lower(kind: int, most: int) -> None:
    if sys.platform != "win32":
        hard = resource.getrlimit(kind)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))


def _leave_the_network() -> None:
    libc = ctypes.CDLL(None)
    libc.prctl(_DIE_WITH_PARENT, int(signal.SIGKILL), 0, 0, 0)
    libc.prctl(_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if libc.unshare(_NEW_NETWORK) != 0:
        libc.unshare(_NEW_USER | _NEW_NETWORK)


def _join_job_object() -> None:
    if sys.platform == "win32":
        limits = _JobLimits()
        limits.flags = 0x100 | 0x8 | 0x400  # process memory, active processes, die on an unhandled error
        limits.active_processes = 1
        limits.process_memory = MEMORY
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetInformationJobObject.argtypes = (
            ctypes.c_void_p,
            ctypes.c_int,
            ctypes.c_void_p,
            ctypes.c_uint32,
        )
        kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        job = kernel.CreateJobObjectW(None, None)
        if job and kernel.SetInformationJobObject(job, 9, ctypes.byref(limits), ctypes.sizeof(limits)):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())


class _JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, with the names of what is used here."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("working_set_least", ctypes.c_size_t),
        ("working_set_most", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )
