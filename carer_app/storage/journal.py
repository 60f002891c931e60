"""A save that was broken off: will SQLite take the whole of it back? SQLite does not ask.

It reads such a save back from its journal as far as it finds the journal sound, and then lets go of it. Where a byte
was damaged it stops there without a word: pages from before and from after the save lie side by side, each of them
whole, and no check of the records can tell. So the journal is read first, as SQLite reads it, and nothing is written.

A journal needs no particular look to be a good one: what a save left behind that had not come far enough to count lies
under the next one, and is longer. What counts is what will come of it. Every page in the journal that has our seal is
how that page was before the save, whether SQLite finds it or not; so afterwards the records must say the same.
https://sqlite.org/fileformat2.html#the_rollback_journal and SQLite's pager.c (`pager_playback`), 2026-11-29.
"""

import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from carer_app.computer.owner_only import owner_only
from carer_app.storage.cipher_pages import PAGE, SALT, CipherPages
from carer_app.storage.safe_files import open_plain

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEAD = struct.Struct(">8s5I")
_MARK_BYTES = 12
_NUMBER = 4
_RECORD = _NUMBER + PAGE + _NUMBER
_PAIR = struct.Struct(">2I")
_SECTOR = 512
# In a journal there is each page once at most, and before each a sector of a page's size at worst.
_LONGEST = 4
_SIZE_IN_PAGE_ONE = slice(12, 16)


def beside(records: Path) -> Path:
    """Where SQLite keeps the journal of this file."""
    return records.with_name(f"{records.name}-journal")


def can_be_taken_back(records: Path, key: bytes) -> bool:
    """Whether the records are as before the save once SQLite has read the journal beside them. Nothing is changed.

    Only for a file that SQLite does not have open. Raises OSError.
    """
    with open_plain(records) as file:
        journal = _read(beside(records), os.fstat(file.fileno()).st_size * _LONGEST + 1024 * 1024)
        return journal is not None and _comes_to_before(file, journal, key)


@dataclass(slots=True)
class _Playback:
    """What SQLite will do: cut the records to so many pages (None: let them be), and write these pages over them.

    `pages` says for each where it begins in the journal.
    """

    size: int | None = None
    pages: dict[int, int] = field(default_factory=dict)


def _comes_to_before(file: BinaryIO, journal: bytes, key: bytes) -> bool:
    if _is_unfinished(journal[:_SECTOR]):
        # Marked only once the whole of it is on the disk; until then no page of the records is touched.
        return True
    playback = _playback(journal)
    if playback is None:
        return False
    there = _pages_of(file)
    cipher = CipherPages(key, _page_in(file, 1)[:SALT])

    def afterwards(number: int) -> bytes | None:
        at = playback.pages.get(number)
        page = _page_in(file, number) if at is None else journal[at : at + PAGE]
        return cipher.content(number, page) if cipher.is_whole(number, page) else None

    if playback.size is not None:
        beyond = range(there + 1, playback.size + 1)
        if len(beyond) > len(playback.pages) or any(number not in playback.pages for number in beyond):
            return False
        first = afterwards(1)
        if first is None or playback.size < int.from_bytes(first[_SIZE_IN_PAGE_ONE]):
            return False
        if any(afterwards(number) is None for number in playback.pages):
            return False
    taken = set(playback.pages.values())
    size = there if playback.size is None else playback.size
    for number, at in _pages_in(journal, max(there, size)):
        page = journal[at : at + PAGE]
        if at in taken or not cipher.is_whole(number, page):
            continue
        if number > size or afterwards(number) != cipher.content(number, page):
            return False
    return True


def _playback(journal: bytes) -> _Playback | None:
    """What SQLite makes of a journal; None for one that is damaged where a save had marked it as whole."""
    done = _Playback()
    if not journal[:1].strip(b"\0"):
        return done
    if journal.endswith(_MAGIC):
        return None  # so ends the journal of a save in two files at once
    at, sector, headers = 0, _SECTOR, 0
    while True:
        at += -at % sector
        if at + sector > len(journal) or not journal.startswith(_MAGIC, at):
            # A header that was cut short, or is somewhere else than it was.
            lost = (
                _MAGIC.startswith(journal[at : at + len(_MAGIC)] or b"-") or journal.count(_MAGIC) > headers
            )
            return None if lost else done
        headers += 1
        _magic, count, nonce, most, said_sector, said_page = _HEAD.unpack_from(journal, at)
        if done.size is None:
            if said_page != PAGE or not _is_sector(said_sector):
                return None
            sector, done.size = said_sector, most
        at += sector
        if count > (len(journal) - at) // _RECORD:
            return None
        for each in range(at, at + count * _RECORD, _RECORD):
            number, page = int.from_bytes(journal[each : each + _NUMBER]), each + _NUMBER
            check = int.from_bytes(journal[page + PAGE : page + PAGE + _NUMBER])
            if not 0 < number <= done.size or number in done.pages or _check(journal, nonce, page) != check:
                return None
            done.pages[number] = page
        at += count * _RECORD


def _is_unfinished(head: bytes) -> bool:
    """Whether a save began with this header and did not come so far that it touched the records."""
    if len(head) < _SECTOR or any(head[:_MARK_BYTES]) or any(head[_HEAD.size :]):
        return False
    sector, page = _HEAD.unpack_from(head)[4:]
    return page == PAGE and _is_sector(sector)


def _is_sector(size: int) -> bool:
    return size in (_SECTOR, 1024, 2048, 4096)


def _check(journal: bytes, nonce: int, at: int) -> int:
    """SQLite's own check of a page: of every 200th byte."""
    return (nonce + sum(journal[at + PAGE - 200 : at : -200])) & 0xFFFFFFFF


def _pages_in(journal: bytes, most: int) -> Iterator[tuple[int, int]]:
    """Everything that may be a page by its number, and where it begins. Headers and records are multiples of eight."""
    for place, (number, _) in enumerate(_PAIR.iter_unpack(journal[: len(journal) // 8 * 8])):
        if 0 < number <= most:
            yield number, place * 8 + _NUMBER


def _pages_of(file: BinaryIO) -> int:
    return -(-os.fstat(file.fileno()).st_size // PAGE)


def _page_in(file: BinaryIO, number: int) -> bytes:
    file.seek((number - 1) * PAGE)
    return file.read(PAGE)


def _read(journal: Path, most: int) -> bytes | None:
    """All of it; None for what is no file, or is longer than any journal of these records."""
    if not stat.S_ISREG(journal.lstat().st_mode):
        return None
    with open(journal, "rb", opener=owner_only) as file:
        size = os.fstat(file.fileno()).st_size
        return None if size > most else file.read(size)
