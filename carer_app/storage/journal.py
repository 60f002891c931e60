"""Is the journal of a save that was broken off whole? SQLite does not ask.

It takes such a save back from the journal page by page, as far as it finds it sound, and then lets go of it. Where a
byte of the journal was damaged it stops there without a word: pages from before and from after the save lie side by
side, each of them whole, and no check of the records can tell. So a journal is read through before SQLite sees it.
https://sqlite.org/fileformat2.html#the_rollback_journal
"""

import struct
from pathlib import Path

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEAD = struct.Struct(">8s5I")
_MARK_BYTES = 12
_NUMBER = 4


def beside(records: Path) -> Path:
    """Where SQLite keeps the journal of this file."""
    return records.with_name(f"{records.name}-journal")


def is_sound(journal: bytes) -> bool:
    """Whether it is what SQLite writes: then the whole save can be taken back."""
    at, pages, first = 0, set[int](), b""
    while at < len(journal):
        head = journal[at : at + _HEAD.size]
        if not any(head[:_MARK_BYTES]):
            # Marked as ready only once it is on the disk; until then no page of the records is touched.
            return True
        if len(head) < _HEAD.size:
            return False
        magic, count, nonce, most, sector, size = _HEAD.unpack(head)
        first = first or head[16:]
        if magic != _MAGIC or count == 0 or head[16:] != first or not (sector >= 512 <= size):
            return False
        at += sector
        for _ in range(count):
            record = journal[at : at + size + 2 * _NUMBER]
            at += size + 2 * _NUMBER
            page = int.from_bytes(record[:_NUMBER])
            if len(record) < size + 2 * _NUMBER or page in pages or not 0 < page <= most:
                return False
            sampled = nonce + sum(record[_NUMBER + size - 200 : _NUMBER : -200])
            if sampled & 0xFFFFFFFF != int.from_bytes(record[-_NUMBER:]):
                return False
            pages.add(page)
        at += -at % sector
    return True
