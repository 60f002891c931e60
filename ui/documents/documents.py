"""Documents: the PEP copy of every meeting that was held, also where it has not come."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carer_app.choices import RequestAbout
from carer_app.jobs import file_document
from carer_app.typed_dates import say_short
from carer_app.use_cases import children, papers, pep_copies, waiting_photos
from carer_app.use_cases.papers import MissingMinutes, PaperRow
from carer_app.use_cases.pep_copies import CopyRow
from carer_app.use_cases.waiting_photos import PhotosWait
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import AboutPaper, AddPaper, AskAgain, Children, HeldBefore, PepCopyPlace, ReadDocument
from ui.documents.council_leaflets import CouncilLeaflets
from ui.look import theme
from ui.parts.copy_button import CopyButton
from ui.parts.not_opened import not_opened_tag, why_not_opened
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.let_go import let_go
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel

AT_ONCE, LEAST, OF_ALL = 12, 4, 24
"""Papers of one child that are shown before the others are asked for: fewer where there are several children."""


class DocumentsPage(Page):
    """One card for each child; a gap is a row too, so that it can be seen."""

    def build(self) -> None:
        self.add_heading(
            _("Documents"), _("Each PEP copy: where it is, or when it should come. Then every other paper.")
        )
        self.see_children = Button(_("See the children"))
        self.see_children.clicked.connect(self.go_to(Children()))
        self.empty = EmptyState(
            "file-text",
            _("No PEP copies yet. They show here after a meeting."),
            self.see_children,
        )
        self.column.addWidget(self.empty)
        self.cards = QWidget()
        self._cards_column = QVBoxLayout(self.cards)
        theme.space(self._cards_column, gap=16, edges=(0, 0, 0, 0))
        self.column.addWidget(self.cards)
        self._by_child: dict[int, CopiesOfChild] = {}
        self.leaflets = CouncilLeaflets(self)
        self.leaflets.hide()
        self.column.addWidget(self.leaflets)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh(self) -> None:
        rows = self.records.read(pep_copies.copies, self.today())
        known = {row.id: row.name for row in self.records.read(children.list_children, self.today())}
        with_copies = dict.fromkeys(row.child_id for row in rows)
        waiting = self.records.read(waiting_photos.all_waiting)
        shown = [
            PapersOfChild(
                child_id,
                known[child_id],
                [row for row in rows if row.child_id == child_id],
                [each for each in waiting if each.child_id == child_id],
                self.records.read(papers.missing_minutes, child_id),
                self.records.read(papers.papers_of, child_id),
            )
            for child_id in with_copies | dict.fromkeys(known)
        ]
        self.empty.setVisible(not shown)
        self.fill_in_pieces(self._fill(shown))
        if any(each.is_anything_stored for each in shown):
            file_document.may_be_opened_soon()

    @property
    def by_child(self) -> dict[int, "CopiesOfChild"]:
        """The card of each child. Whoever asks does not meet the page half filled."""
        self.fill_whole()
        return self._by_child

    def _fill(self, shown: list["PapersOfChild"]) -> Iterator[None]:
        """A card each, then what is beneath them."""
        here = {each.child_id for each in shown}
        for child_id in [child_id for child_id in self._by_child if child_id not in here]:
            self._take_away(child_id)
        at_once = min(AT_ONCE, max(LEAST, OF_ALL // max(len(shown), 1)))
        for place, each in enumerate(shown):
            card = self._by_child.get(each.child_id)
            if card is None:
                card = self._by_child[each.child_id] = CopiesOfChild(self, each.child_id, at_once)
            if self._cards_column.indexOf(card) != place:
                self._cards_column.insertWidget(place, card)
                card.show()  # at once, so that the keyboard can begin here
            card.show_papers(each)
            yield
        self.leaflets.show_leaflets()
        self.leaflets.setVisible(not self.records.forgets)
        self.removed.look()
        yield

    def _take_away(self, child_id: int) -> None:
        card = self._by_child.pop(child_id)
        self._cards_column.removeWidget(card)
        let_go(card)  # the keyboard goes on to the next control by itself


@dataclass(frozen=True, slots=True)
class PapersOfChild:
    """All that is read for one card."""

    child_id: int
    child: str
    copies: list[CopyRow]
    waiting: list[PhotosWait]
    missing: list[MissingMinutes]
    papers: list[PaperRow]

    @property
    def is_anything_stored(self) -> bool:
        """Whether a paper can be opened here."""
        return bool(self.papers) or any(row.document_id is not None for row in self.copies)


class CopiesOfChild(Card):
    """The PEP copies of one child, newest first, then every other paper by kind; what is missing is a row too."""

    def __init__(self, page: DocumentsPage, child_id: int, at_once: int) -> None:
        super().__init__(" ")
        self.earlier = Button(_("Add an earlier PEP"), kind="quiet", icon="plus")
        self.earlier.clicked.connect(page.go_to(HeldBefore(child_id)))
        self.add = Button(_("Add another paper"), kind="quiet", icon="file-plus")
        self.add.clicked.connect(page.go_to(AddPaper(child_id)))
        self.none_yet = PlainLabel(_("No PEP copies yet. They show here after a meeting."), kind="hint")
        self.rows: Rows[CopyRow] = Rows(partial(CopyButton, page), self.earlier, gap=8, at_once=at_once)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.none_yet)
        self.waiting: Rows[PhotosWait] = Rows(partial(WaitingButton, page, child_id), self.add, gap=8)
        self.body.addWidget(self.waiting)
        self.missing: Rows[MissingMinutes] = Rows(partial(MissingButton, page), self.add, gap=8)
        self.papers: Rows[PaperRow] = Rows(partial(PaperLine, page), self.add, gap=8, at_once=at_once)
        self.body.addWidget(self.missing)
        self.body.addWidget(self.papers)
        self.actions(self.earlier, self.add)
        self.earlier.setVisible(not page.records.forgets)
        self.add.setVisible(not page.records.forgets)

    def show_papers(self, read: PapersOfChild) -> None:
        """What is here, and what is not."""
        assert self.heading is not None
        self.heading.setText(read.child)
        self.earlier.setAccessibleName(_("Add an earlier PEP: {child}").format(child=read.child))
        self.add.setAccessibleName(_("Add another paper: {child}").format(child=read.child))
        self.none_yet.setVisible(not read.copies)
        self.waiting.setVisible(bool(read.waiting))
        self.waiting.show_rows(read.waiting)
        self.missing.setVisible(bool(read.missing))
        self.missing.show_rows(read.missing)
        self.papers.setVisible(bool(read.papers))
        self.papers.show_rows(read.papers)
        self.rows.setVisible(bool(read.copies))
        self.rows.show_rows(read.copies)


class PaperLine(QWidget):
    """One paper; pressing it opens it, and beside it what is written down of it can be put right."""

    def __init__(self, page: Page, document_id: int) -> None:
        super().__init__()
        self._page = page
        self.paper = RowButton("")
        self.paper.clicked.connect(page.go_to(ReadDocument(document_id)))
        self.change = Button(_("Change"), kind="quiet", icon="pencil")
        self.change.clicked.connect(page.go_to(AboutPaper(document_id, "change")))
        row = QHBoxLayout(self)
        theme.space(row, gap=8, edges=(0, 0, 0, 0))
        row.addWidget(self.paper, 1)
        row.addWidget(self.change)

    def show_row(self, _number: int, row: PaperRow) -> None:
        """What it is called, what it is, and its day."""
        said = [] if row.title == row.kind.words else [row.kind.words]
        said += [say_short(row.on, with_year=True)] if row.on is not None else []
        said += [row.what_for] if row.what_for else []
        tag = not_opened_tag(why_not_opened(self._page.records, row.id))
        self.paper.show_as(row.title, " · ".join(said) or _("Read it"), tag)
        name = f"{row.title}: {row.child}"
        self.paper.setAccessibleName(name)
        self.change.setAccessibleName(_("Change: {what}").format(what=name))

    def first_box(self) -> QWidget:
        return self.paper


class WaitingButton(RowButton):
    """Photos that wait; pressing it leads to where they are put right and kept."""

    def __init__(self, page: Page, child_id: int, meeting_id: int) -> None:
        super().__init__("")
        self.clicked.connect(page.go_to(PepCopyPlace(meeting_id) if meeting_id else AddPaper(child_id)))

    def show_row(self, _number: int, row: PhotosWait) -> None:
        """How many."""
        of = _("For the copy of a PEP") if row.meeting_id else _("For another paper")
        self.show_as(row.words, of, Tag(_("Not done"), "info", "hourglass"))

    def first_box(self) -> QWidget:
        return self


class MissingButton(RowButton):
    """The notes of a review that are not here; pressing it leads to asking for them."""

    def __init__(self, page: Page, _review_id: int) -> None:
        super().__init__("")
        self._page = page
        self._child_id = 0
        self.clicked.connect(self._ask)

    def show_row(self, _number: int, row: MissingMinutes) -> None:
        """Of which review."""
        self._child_id = row.child_id
        day = say_short(row.held_on, with_year=True)
        self.show_as(
            _("Notes of the review of {day}").format(day=day),
            _("Ask for them"),
            Tag(_("Not here yet"), "info", "hourglass"),
        )

    def first_box(self) -> QWidget:
        return self

    def _ask(self) -> None:
        self._page.go.emit(AskAgain(self._child_id, RequestAbout.REVIEW_MINUTES))
