"""After locking, what lies in memory that nobody uses any more is written over.

What Python, SQLite and Qt let go of stays where it was until something else needs the room. So all the room is asked
for, filled with nothing, and given back. A best effort and no promise: what is still in use stays as it is.
"""

import ctypes
import gc
import sys
from contextlib import suppress

# Python's own small objects come in sizes of 16 bytes; so much of each is asked for.
_SIZES_OF_PYTHON = range(48, 513, 16)
_OVERHEAD_OF_BYTES = 33
_BYTES_OF_EACH = 1024 * 1024
# The system's heap: from the largest to the smallest, so that each takes what is left of the one before.
_SIZES_OF_SYSTEM = (*(1 << power for power in range(17, 10, -1)), *range(1032, 23, -16))
_AT_ONCE = 64
_AT_HAND = 8
_MOST_IN_ALL = 128 * 1024 * 1024
"""Where the heap is another one than we know, it would never be seen to grow."""
_M_ARENA_MAX = -8


def keep_memory_together() -> None:
    """Once, before there are threads: all of them use one heap, which can be written over as a whole."""
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def write_over_free_memory() -> None:
    """Takes some tenths of a second."""
    gc.collect()
    held = [
        [bytes(size - _OVERHEAD_OF_BYTES) for _ in range(_BYTES_OF_EACH // size)] for size in _SIZES_OF_PYTHON
    ]
    del held
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):  # another system's library has other names
            _write_over_heap(ctypes.PyDLL(None))


def _write_over_heap(libc: ctypes.PyDLL) -> None:
    libc.malloc.restype = libc.calloc.restype = libc.sbrk.restype = ctypes.c_void_p
    libc.malloc.argtypes = (ctypes.c_size_t,)
    libc.memset.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t)
    libc.calloc.argtypes = (ctypes.c_size_t, ctypes.c_size_t)
    libc.free.argtypes = (ctypes.c_void_p,)
    libc.malloc_trim.argtypes = (ctypes.c_size_t,)
    libc.sbrk.argtypes = (ctypes.c_ssize_t,)
    libc.malloc_trim(0)
    held: list[int] = []
    taken = 0
    for size in _SIZES_OF_SYSTEM:
        end = libc.sbrk(0)
        # Once the heap grows there is no room of this size left in it.
        while libc.sbrk(0) == end and taken < _MOST_IN_ALL:
            held += [libc.calloc(1, size) for _ in range(_AT_ONCE)]
            taken += _AT_ONCE * size
        # Meanwhile some of it was put at hand for this thread, where malloc alone finds it, and leaves it as it was.
        for _time in range(_AT_HAND):
            held.append(libc.malloc(size))
            libc.memset(held[-1], 0, size)
    for each in held:
        libc.free(each)
    libc.malloc_trim(0)
