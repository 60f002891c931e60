"""Memory that was let go of is written over, and never so much asked for that the computer has none left."""

import ctypes
import sys
from typing import Any

import pytest

from carer_app.storage import free_memory


class StrangeHeap:
    """One that is never seen to grow, as another library than the system's own may have it."""

    def __init__(self) -> None:
        self.held = 0
        self.most = 0
        self.sizes: dict[int, int] = {}
        for name in ("malloc", "calloc", "memset", "free", "sbrk", "malloc_trim"):
            setattr(self, name, self._named(name))

    def _named(self, name: str) -> Any:
        def called(*asked: int) -> int:
            return int(getattr(self, f"_{name}")(*asked))

        return called

    def _calloc(self, count: int, size: int) -> int:
        self.held += count * size
        self.most = max(self.most, self.held)
        place = len(self.sizes) + 1
        self.sizes[place] = count * size
        return place

    def _malloc(self, size: int) -> int:
        return self._calloc(1, size)

    def _memset(self, _place: int, _with: int, _size: int) -> int:
        return 0

    def _free(self, place: int) -> int:
        self.held -= self.sizes[place]
        return 0

    def _sbrk(self, _by: int) -> int:
        return 7

    def _malloc_trim(self, _left: int) -> int:
        return 1


def test_no_more_is_asked_for_than_there_is() -> None:
    heap: Any = StrangeHeap()
    free_memory._write_over_heap(heap)
    assert 0 < heap.most < 150 * 1024 * 1024
    assert heap.held == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only what is Python's own is written over")
def test_what_was_let_go_of_is_not_there_any_more() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    libc.malloc.argtypes = (ctypes.c_size_t,)
    libc.free.argtypes = (ctypes.c_void_p,)
    secret = b"Qk" + b"jumbleweather" * 20
    places = [libc.malloc(len(secret)) for _ in range(50)]
    keeps = [libc.malloc(64) for _ in range(50)]  # so that the heap cannot just be made shorter
    for place in places:
        ctypes.memmove(place, secret, len(secret))
    for place in places:
        libc.free(place)
    free_memory.write_over_free_memory()
    # Asked for anew, the same room comes back, and is as it was left.
    again = [libc.malloc(len(secret)) for _ in range(50)]
    found = [ctypes.string_at(place, len(secret)) for place in again]
    assert [each for each in found if b"jumbleweather" in each] == []
    for place in (*again, *keeps):
        libc.free(place)
