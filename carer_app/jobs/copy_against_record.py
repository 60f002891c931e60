"""What a PEP copy says was agreed, read from its pages, and what of it is most like what the carer wrote."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carer_app.imports import documents
from carer_app.imports.agreed_in_copy import agreed_in
from carer_app.imports.documents import MOST_DRAWN, DocumentFacts, PageLetters
from carer_app.imports.page_limits import ALONG
from carer_app.imports.placed_words import PlacedWord, unbent, words_of_letters
from carer_app.use_cases.comparing_copy import CopyAction, MachineWords, OwnAction, ToCompare

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles

MOST_READ = 64
"""So many pages of a copy are looked through."""
_LIKE_ENOUGH = 72
"""Of 100: below it two lines are about different things."""
_THOUSANDTHS = 1_000


@dataclass(frozen=True, slots=True)
class CopyRead:
    """What was found in a copy. `unread` are pages that are pictures and of which nobody knows the words yet; it was
    looked through as far as page `up_to`, 0 for all of it."""

    found: tuple[CopyAction, ...]
    unread: tuple[int, ...]
    up_to: int = 0


def agreed_in_paper(known: ToCompare, sealed_files: "SealedFiles") -> CopyRead:
    """What the copy that is kept here says. Raises SealedFileDamaged or DocumentRefused."""
    assert known.paper is not None
    return agreed_in_pdf(sealed_files.open(known.paper.fingerprint, known.paper.seal_key), known.machine)


def agreed_in_pdf(data: bytes, machine: Sequence[MachineWords] = ()) -> CopyRead:
    """What a PDF says was agreed. A page without words of its own has those that a machine read. Raises
    DocumentRefused."""
    facts = documents.look_into(data)
    numbers = range(1, min(len(facts.pages), MOST_READ) + 1)
    letters: dict[int, PageLetters] = {}
    for first in range(0, len(numbers), MOST_DRAWN):
        letters |= documents.letters_of(data, numbers[first : first + MOST_DRAWN])
    read = {each.page: each for each in machine}
    pages = [_words_of(number, facts, letters, read.get(number)) for number in numbers]
    unread = [
        number for number in numbers if facts.pages[number - 1].is_only_a_picture and number not in read
    ]
    found = tuple(CopyAction(each.what, each.who, each.when, each.page) for each in agreed_in(pages))
    return CopyRead(found, tuple(unread), MOST_READ if len(facts.pages) > MOST_READ else 0)


def most_alike(own: Sequence[OwnAction], found: Sequence[CopyAction]) -> dict[int, int]:
    """For each own action that the copy has too, the place in `found`; the best pairs first, each used once."""
    from rapidfuzz import fuzz

    # Of lines with the same words and more, the one without more comes first.
    scored = sorted(
        (
            (
                -fuzz.token_set_ratio(_plain(mine.what), _plain(theirs.what)),
                -fuzz.ratio(_plain(mine.what), _plain(theirs.what)),
                mine.id,
                place,
            )
            for mine in own
            for place, theirs in enumerate(found)
        ),
    )
    pairs: dict[int, int] = {}
    for score, _near, own_id, place in scored:
        if -score >= _LIKE_ENOUGH and own_id not in pairs and place not in pairs.values():
            pairs[own_id] = place
    return pairs


def _plain(words: str) -> str:
    return " ".join("".join(each if each.isalnum() else " " for each in words.casefold()).split())


def _words_of(
    number: int, facts: DocumentFacts, letters: dict[int, PageLetters], read: MachineWords | None
) -> list[PlacedWord]:
    page = facts.pages[number - 1]
    wide, high = page.width_pt, page.height_pt
    # What few letters stand there are not the page: "Page 1 of 2" beside a photo, or "Scanned by".
    in_picture = read if page.is_only_a_picture else None
    if in_picture is not None and (words_read := _read_by_machine(in_picture, wide, high)):
        return words_read
    found = letters.get(number)
    words: list[PlacedWord] = []
    if found is not None:
        sides = struct.unpack(f"<{len(found.boxes) // 2}H", found.boxes)
        scale = (wide / ALONG, high / ALONG) * 2
        boxes = [
            (sides[n] * scale[0], sides[n + 1] * scale[1], sides[n + 2] * scale[2], sides[n + 3] * scale[3])
            for n in range(0, len(sides), 4)
        ]
        words = words_of_letters(found.said, boxes)
    return words or (_read_by_machine(read, wide, high) if read is not None else [])


def _read_by_machine(read: MachineWords, wide: float, high: float) -> list[PlacedWord]:
    """The words with their boxes; without them nobody knows what stood beside what."""
    boxes = [each.split() for each in read.boxes.split(";")] if read.boxes else []
    words = read.text.split()
    if len(words) != len(boxes) or any(len(box) != 4 for box in boxes):
        return []
    placed = []
    for text, box in zip(words, boxes, strict=True):
        left, top, right, bottom = (int(side) / _THOUSANDTHS for side in box)
        placed.append(PlacedWord(text, left * wide, top * high, right * wide, bottom * high))
    rest = iter(placed)
    return unbent([[next(rest) for _word in line.split()] for line in read.text.splitlines()], wide)
