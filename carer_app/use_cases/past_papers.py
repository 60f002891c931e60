"""The papers of a child as looking back tells them, and the figures that the carer typed from them.

A figure is only ever what the carer typed: nothing is read from a paper. PEP copies stand with their meetings, and
what a child drew in their own part is the child's own words: neither is here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import FigureKind, PaperKind
from carer_app.domain.between_meetings import Keepsake
from carer_app.domain.care_review import CareReview
from carer_app.domain.child import Child
from carer_app.domain.preparation import ChildView
from carer_app.domain.stored_document import ReportFigure, StoredDocument
from carer_app.typed_dates import say_day
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.lookup import find
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class PastPaper:
    """A paper, as it was named.

    `on` is its own day, or that of the review whose notes it has; None where nobody said.
    """

    id: int
    kind: PaperKind
    title: str
    on: date | None
    added_on: date
    is_in_the_book: bool

    @property
    def words(self) -> str:
        """What it is, and what it is called."""
        if self.title == self.kind.words:
            return self.title
        return _("{kind}: {title}").format(kind=self.kind.words, title=self.title)


@dataclass(frozen=True, slots=True)
class PastFigure:
    """A figure as it was typed. `document_id` and `paper` are its report, 0 and empty where that was taken out.

    Where `is_undated`, the day of its report is not known, and `on` is only where it stands.
    """

    id: int
    what: FigureKind
    words: str
    on: date
    document_id: int
    paper: str
    is_undated: bool = False

    @property
    def with_its_paper(self) -> str:
        """The figure, and where it comes from."""
        return _("{figure}, from: {paper}").format(figure=self.words, paper=self.paper or _("a report"))

    @property
    def on_paper(self) -> str:
        """The same with the day."""
        return f"{self.with_its_paper} · {_('day not known') if self.is_undated else say_day(self.on)}"


@answered_once
def papers_past(session: Session, child_id: int) -> list[PastPaper]:
    """Every one of them, in the order they were added."""
    find(session, Child, child_id)
    drawn = select(ChildView.id).where(ChildView.drawing_id == StoredDocument.id).exists()
    query = select(StoredDocument).where(
        StoredDocument.child_id == child_id, StoredDocument.kind != PaperKind.PEP_COPY, ~drawn
    )
    in_the_book = set(session.scalars(select(Keepsake.document_id).where(Keepsake.child_id == child_id)))
    return [
        PastPaper(
            each.id, PaperKind(each.kind), each.title, _day_of(session, each), each.added_on, each.id in in_the_book
        )
        for each in session.scalars(query.order_by(StoredDocument.id))
    ]  # fmt: skip


def figures_past(session: Session, child_id: int, only: Sequence[FigureKind] = ()) -> list[PastFigure]:
    """All of them, or of these kinds: the newest first, those of one day as they were typed."""
    return [each for each in _figures(session, child_id) if not only or each.what in only]


@answered_once
def undated_reports(session: Session) -> set[int]:
    """Reports with no day of their own, also those that were taken out."""
    query = select(StoredDocument.id).where(StoredDocument.on_day.is_(None))
    return set(session.scalars(query.execution_options(include_deleted=True)))


@answered_once
def _figures(session: Session, child_id: int) -> list[PastFigure]:
    find(session, Child, child_id)
    here = {each.id: each.title for each in papers_past(session, child_id)}
    undated = undated_reports(session)
    query = select(ReportFigure).where(ReportFigure.child_id == child_id).order_by(ReportFigure.id)
    found = [
        PastFigure(
            each.id,
            FigureKind(each.what),
            f"{each.subject or FigureKind(each.what).words}: {each.value}",
            each.on_day,
            each.document_id if each.document_id in here else 0,
            here.get(each.document_id or 0, ""),
            each.document_id in undated,
        )
        for each in session.scalars(query)
    ]
    return sorted(found, key=lambda each: -each.on.toordinal())


def _day_of(session: Session, document: StoredDocument) -> date | None:
    if document.on_day is None and document.for_review_id is not None:
        review = session.get(CareReview, document.for_review_id)
        return review.held_on if review is not None else None
    return document.on_day
