"""The words on the pages of stored papers, and the place where reading one stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carer_app.choices import PaperKind
from carer_app.domain.preparation import ChildView
from carer_app.domain.stored_document import PaperPage, StoredDocument
from carer_app.use_cases.lookup import find
from carer_app.words import _

NOT_READ = (PaperKind.CERTIFICATE, PaperKind.CHILDS_WORK)
"""Pictures to keep: nobody looks for words in them."""
_DRAWINGS = select(ChildView.drawing_id).where(ChildView.drawing_id.is_not(None))
"""What a child drew is with the child's own words."""


MOST_BY_MACHINE = 100
"""Pages of one paper that a machine reads: each takes some seconds."""


class WordsAre(Enum):
    """How it stands with the words of a paper's pages."""

    KNOWN = auto()
    TO_BE_READ = auto()
    NOT_READ = auto()
    """Those of some pages are not known, and nobody looks for them."""


@dataclass(frozen=True, slots=True)
class WordsOfPage:
    """`by_machine`: a machine read them from a picture and may be wrong.

    `boxes` has left, top, right and bottom for each of the words, as `split()` has them, in thousandths of the page;
    it is empty for words that the paper itself has.
    """

    page: int
    text: str
    by_machine: bool = False
    boxes: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperToRead:
    """A stored paper with pages of which no words are known. `known` are the others; a machine reads `left` pages."""

    id: int
    fingerprint: str
    seal_key: bytes
    known: frozenset[int]
    left: int = MOST_BY_MACHINE

    def __repr__(self) -> str:
        return "<PaperToRead>"


@dataclass(frozen=True, slots=True)
class PlaceOfReading:
    """Where reading stopped: page 0 was never opened; `zoom` in per cent, 0 fits the width; `turns` are quarters."""

    page: int = 0
    zoom: int = 0
    turns: int = 0


def to_read(session: Session) -> list[PaperToRead]:
    """Every paper with words that are not known yet and are to be, the newest first."""
    return [
        PaperToRead(
            each.id,
            each.fingerprint,
            each.seal_key,
            frozenset(page.page for page in each.page_words),
            _left_for_a_machine(each),
        )
        for each in _not_known(session)
        if _is_to_be_read(each)
    ]


def words_are(session: Session, document_id: int, is_read_here: bool) -> WordsAre:
    """Whether the words of all of its pages are known, or will be; nothing will where nothing is read here."""
    paper = find(session, StoredDocument, document_id)
    if len(paper.page_words) >= paper.pages:
        return WordsAre.KNOWN
    is_drawing = session.scalar(select(ChildView.id).where(ChildView.drawing_id == document_id)) is not None
    to_come = is_read_here and not is_drawing and _is_to_be_read(paper)
    return WordsAre.TO_BE_READ if to_come else WordsAre.NOT_READ


def count_not_known(session: Session) -> int:
    """How many papers have pages whose words are not known, whether or not they will be."""
    return len(_not_known(session))


def titles_of(session: Session, document_ids: Sequence[int]) -> list[str]:
    """What these papers are called; one that was taken out is left out."""
    query = select(StoredDocument.title).where(StoredDocument.id.in_(document_ids))
    return list(session.scalars(query.order_by(StoredDocument.id)))


def _not_known(session: Session) -> Sequence[StoredDocument]:
    known = (
        select(func.count())
        .where(PaperPage.document_id == StoredDocument.id)
        .correlate(StoredDocument)
        .scalar_subquery()
    )
    return session.scalars(
        select(StoredDocument)
        .where(known < StoredDocument.pages, StoredDocument.id.not_in(_DRAWINGS))
        .order_by(StoredDocument.id.desc())
    ).all()


def _is_to_be_read(paper: StoredDocument) -> bool:
    return paper.kind not in NOT_READ and _left_for_a_machine(paper) > 0


def _left_for_a_machine(paper: StoredDocument) -> int:
    return max(0, MOST_BY_MACHINE - sum(page.by_machine for page in paper.page_words))


def keep_words(session: Session, document_id: int, pages: tuple[WordsOfPage, ...]) -> None:
    """Keep what is on these pages of a paper. What was known of them goes; of a paper that is gone nothing is kept."""
    paper = session.get(StoredDocument, document_id)
    if paper is None or paper.is_removed:
        return
    there = {each.page: each for each in paper.page_words}
    for words in pages:
        if not 1 <= words.page <= paper.pages:
            continue
        row = there.get(words.page)
        if row is None:
            row = PaperPage(page=words.page)
            paper.page_words.append(row)
        row.text, row.by_machine = words.text, words.by_machine
        row.boxes = ";".join(" ".join(map(str, box)) for box in words.boxes)


def words_of(session: Session, document_id: int) -> dict[int, WordsOfPage]:
    """What is known of a paper's pages, by their number."""
    return {each.page: _words(each) for each in find(session, StoredDocument, document_id).page_words}


def place_of_reading(session: Session, document_id: int) -> PlaceOfReading:
    """Where reading this paper stopped."""
    paper = find(session, StoredDocument, document_id)
    return PlaceOfReading(paper.read_page, paper.read_zoom, paper.read_turns)


def remember_place(session: Session, document_id: int, place: PlaceOfReading) -> None:
    """Next time it opens there."""
    paper = find(session, StoredDocument, document_id)
    paper.read_page, paper.read_zoom, paper.read_turns = place.page, place.zoom, place.turns


def told(words: WordsOfPage) -> str:
    """The words of a page for who listens, with who read them."""
    if not words.by_machine:
        return words.text
    if not words.text:
        return _("A machine found no words on this page. It may have missed some.")
    return _("A machine read these words from the picture. Some may be wrong.") + "\n\n" + words.text


def _words(row: PaperPage) -> WordsOfPage:
    boxes = tuple(tuple(int(side) for side in box.split()) for box in row.boxes.split(";") if box)
    count = len(row.text.split())
    fits = len(boxes) == count and all(len(box) == 4 for box in boxes)
    return WordsOfPage(row.page, row.text, row.by_machine, boxes if fits else ())  # type: ignore[arg-type]
