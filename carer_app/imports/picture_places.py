"""A photograph without what says where and with what it was taken. Imported in the reader process and nowhere else.

Its picture is not touched: what is beside it goes. Of a JPEG and a PNG all of that but which way is up; of a TIFF and
a HEIC the place and the descriptions that programs add are written over, because their picture lies among them.
"""

import re
import struct
import zlib

_JPEG, _PNG, _TIFF = b"\xff\xd8", b"\x89PNG\r\n\x1a\n", (b"II*\x00", b"MM\x00*")
_EXIF = b"Exif\0\0"
_ADDED = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta\s*>", re.DOTALL)
_PLACE, _WHICH_WAY_UP = 0x8825, 0x0112
_SAYS = (0x010E, 0x013B, 0x8298, 0x9286, 0x927C, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0x83BB, 0x8649)
"""Of a description, a name, a remark, the maker's own notes, and what newspapers write beside a picture."""
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST = 400
_KEPT_IN_JPEG = (0xE0, 0xE2, 0xEE)
"""What its colours need: JFIF, a colour profile, Adobe's mark."""
_KEPT_IN_PNG = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"IDAT", b"IEND")


def without_place(data: bytes) -> bytes:
    """The same picture. ValueError where it is none that is known here."""
    if data.startswith(_JPEG):
        return _jpeg(data)
    if data.startswith(_PNG):
        return _png(data)
    kept = bytearray(data)
    starts = [0] if data.startswith(_TIFF) else [each.end() for each in re.finditer(re.escape(_EXIF), data)]
    for start in starts[:_MOST]:
        _Directories(kept, start).blank()
    for each in _ADDED.finditer(bytes(kept)):
        kept[each.start() : each.end()] = b" " * (each.end() - each.start())
    return bytes(kept)


def _jpeg(data: bytes) -> bytes:
    parts, at = [data[:2]], 2
    while True:
        if at + 4 > len(data) or data[at] != 0xFF:
            raise ValueError("no JPEG")
        kind = data[at + 1]
        if kind == 0xFF:  # a filling byte
            at += 1
            continue
        if kind == 0xDA:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if not (0xE0 <= kind <= 0xEF or kind == 0xFE) or kind in _KEPT_IN_JPEG:
            parts.append(data[at:end])
        elif kind == 0xE1 and data[at + 4 : at + 10] == _EXIF:
            parts += _upright(bytearray(data[at + 10 : end]))
        at = end
    return b"".join(parts) + data[at : _end_of_jpeg(data, at)]


def _upright(exif: bytearray) -> list[bytes]:
    """A part that says which way is up and nothing else, where that needs saying."""
    way = _Directories(exif, 0).first(_WHICH_WAY_UP)
    if way is None or not 2 <= way <= 8:
        return []
    said = _EXIF + b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _WHICH_WAY_UP, 3, 1, way, 0, 0)
    return [b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said]


def _end_of_jpeg(data: bytes, at: int) -> int:
    """Behind the picture some telephones put a film, with a place of its own."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        kind = data[at + 1]
        if kind == 0xD9:
            return at + 2
        at += (
            2
            if kind in (0, 0xFF) or 0xD0 <= kind <= 0xD7
            else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        )
    return len(data)


def _png(data: bytes) -> bytes:
    parts, at = [_PNG], len(_PNG)
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if kind in _KEPT_IN_PNG:
            said = kind + body
            parts += [len(body).to_bytes(4, "big"), said, zlib.crc32(said).to_bytes(4, "big")]
        at += 12 + size
    return b"".join(parts)


class _Directories:
    """The lists of facts in a TIFF or in what a HEIC and a JPEG carry of one; `start` is where its heading stands."""

    def __init__(self, data: bytearray, start: int) -> None:
        self._data, self._start = data, start
        self._order = "<" if data[start : start + 2] == b"II" else ">"

    def first(self, tag: int) -> int | None:
        """The small number that stands under a tag in the first list."""
        for at, number, _size, _value in self._entries(self._number("I", self._start + 4)):
            if number == tag:
                return self._number("H", at + 8)
        return None

    def blank(self) -> None:
        """Write over what says where it was taken, and what somebody wrote beside it."""
        seen: set[int] = set()
        lists = [self._number("I", self._start + 4)]
        while lists and len(seen) < _MOST:
            offset = lists.pop()
            if offset is None or offset in seen:
                continue
            seen.add(offset)
            for at, tag, size, value in self._entries(offset):
                if tag == _PLACE:
                    for inside, _tag, inside_size, inside_value in self._entries(value):
                        self._over(inside, inside_size, inside_value)
                    self._zero(at, 12)
                elif tag in _SAYS:
                    self._over(at, size, value)
                elif tag == 0x8769:  # the list of what the camera did
                    lists.append(value)
            entries = self._number("H", self._start + offset) or 0
            lists.append(self._number("I", self._start + offset + 2 + 12 * entries) or None)

    def _entries(self, offset: int | None) -> list[tuple[int, int, int, int]]:
        """Where each stands, its tag, how long what it says is, and where that stands (or, if short, what it is)."""
        if offset is None:
            return []
        count = self._number("H", self._start + offset) or 0
        found = []
        for number in range(min(count, _MOST)):
            at = self._start + offset + 2 + 12 * number
            if at + 12 > len(self._data):
                break
            tag, kind, many, value = struct.unpack_from(self._order + "HHII", self._data, at)
            found.append((at, tag, _SIZES.get(kind, 1) * many, value))
        return found

    def _over(self, at: int, size: int, value: int) -> None:
        if size > 4:
            self._zero(self._start + value, size)
        self._zero(at + 4, 8)

    def _zero(self, at: int, size: int) -> None:
        end = min(at + size, len(self._data))
        if at < end:
            self._data[at:end] = bytes(end - at)

    def _number(self, kind: str, at: int) -> int | None:
        if at < 0 or at + struct.calcsize(kind) > len(self._data):
            return None
        return int(struct.unpack_from(self._order + kind, self._data, at)[0])
