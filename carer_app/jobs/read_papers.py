"""The words on the pages of a stored paper: its own, or what a machine reads where a page is only a picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carer_app.errors import DocumentRefused, NoWordReader, SealedFileDamaged, SealedFileOutOfReach
from carer_app.imports import documents, words_in_pictures
from carer_app.imports.words_in_pictures import can_read
from carer_app.jobs.photos_that_wait import NotOpened
from carer_app.use_cases.paper_words import PaperToRead, WordsOfPage

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles

__all__ = ["Looked", "NotLooked", "can_read", "look", "read_page"]

SHARP = 1_800
"""Pixels across: about 220 in an inch of a page of A4."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into a paper found: words of its own pages, and the pages that a machine is to read."""

    words: tuple[WordsOfPage, ...]
    pictures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotLooked:
    """Why a paper could not be looked into, in words, and which kind of why."""

    why: NotOpened
    says: str


def look(paper: PaperToRead, sealed_files: "SealedFiles") -> Looked | NotLooked:
    """The words that a paper itself has. Pictures that no machine is to read stay unknown: they are not taken for
    looked through."""
    try:
        facts = documents.look_into(sealed_files.open(paper.fingerprint, paper.seal_key))
    except (SealedFileDamaged, DocumentRefused) as error:
        is_damaged = isinstance(error, SealedFileDamaged) and not isinstance(error, SealedFileOutOfReach)
        return NotLooked(NotOpened.DAMAGED if is_damaged else NotOpened.JUST_NOW, str(error))
    unknown = [number for number in range(1, len(facts.pages) + 1) if number not in paper.known]
    pictures = [number for number in unknown if facts.pages[number - 1].is_only_a_picture]
    words = [WordsOfPage(each, facts.pages[each - 1].text) for each in unknown if each not in pictures]
    return Looked(tuple(words), tuple(pictures[: paper.left]))


def read_page(paper: PaperToRead, number: int, sealed_files: "SealedFiles") -> WordsOfPage:
    """What a machine reads on one page; nothing where that went wrong. Raises SealedFileDamaged, and NoWordReader where
    it would be the same with every page: nothing is known of this one then."""
    data = sealed_files.open(paper.fingerprint, paper.seal_key)
    try:
        pictures = documents.draw_pages(data, [number], SHARP)
        read = words_in_pictures.words_of(pictures[0]) if pictures else None
    except NoWordReader:
        raise
    except DocumentRefused:
        read = None
    if read is None:
        return WordsOfPage(number, "", by_machine=True)
    return WordsOfPage(number, read.text, by_machine=True, boxes=read.boxes)
