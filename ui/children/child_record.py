"""One child’s page: when the next PEP is due, the meetings, and what is known."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases import (
    adding_actions,
    children,
    childs_last_words,
    dates_drafts,
    following_up,
    papers,
    pep_copies,
    writing_notes,
)
from carer_app.use_cases import for_home as today_cases
from carer_app.use_cases.children import ChildFacts
from carer_app.use_cases.new_school import new_school
from carer_app.use_cases.new_worker import open_with_worker
from carer_app.use_cases.next_letter import next_letter
from carer_app.use_cases.next_pep import next_pep_of
from carer_app.use_cases.pep_dates import PepDueView, other_dates, pep_due
from carer_app.use_cases.who_is_who import who_is_who
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    CheckDates,
    ChildRecord,
    Children,
    CouncilRules,
    DatesOf,
    EditChild,
    GetReady,
    SchoolDates,
)
from ui.base.records import Undo
from ui.children.child_cards import AboutCard, MeetingsCard, PeopleCard, ReviewCard
from ui.children.kept_cards import AgreedCard, KeepCard, NotesCard, PapersCard
from ui.children.more_for_child import MoreForChild
from ui.children.moves_on import MovesOn
from ui.children.next_pep_card import NextPepCard
from ui.children.school_card import SchoolCard
from ui.look import theme
from ui.parts.new_id import new_id
from ui.parts.removed_link import RemovedLink
from ui.widgets.childs_words import ChildsWords
from ui.widgets.text import PlainLabel

C = TypeVar("C", bound=QWidget)


class ChildRecordPage(Page):
    """Everything about one child leads from here."""

    def __init__(self, house: House, place: ChildRecord) -> None:
        self.child_id = place.child_id
        self._facts: ChildFacts | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Child"))
        self.add_summary()
        assert self._heading is not None
        self._heading.enlarge()
        self.line = PlainLabel("")
        self.own_words = ChildsWords(self.child_id, large=True)
        self.next_pep = NextPepCard()
        self.all = QWidget()
        self._cards = QVBoxLayout(self.all)
        theme.space(self._cards, gap=16, edges=(0, 0, 0, 0))
        self._new: list[QWidget] = []
        self.column.addWidget(self.line)
        self.column.addWidget(self.own_words)
        self.add_rail(self.next_pep)
        self.column.addWidget(self.all)
        self.next_pep.needed.clicked.connect(self._on_needed)
        self.next_pep.ready.clicked.connect(self._on_ready)
        self.next_pep.working.clicked.connect(self.go_to(DatesOf(self.child_id)))
        self.next_pep.which_council.clicked.connect(self.go_to(CouncilRules(self.child_id)))

    def refresh(self) -> None:
        today = self.today()
        facts = self.records.read(children.child_facts, self.child_id, today)
        self._facts = facts
        self.rename(facts.name)
        self.line.setText(" · ".join(part for part in (facts.year, facts.school) if part))
        self.line.setVisible(bool(self.line.words()))
        self._show_said()
        known = self.records.read(next_pep_of, self.child_id, today)
        half_checked = self._half_checked(known.due.school_id) is not None
        ask = self.records.read(today_cases.what_to_ask, self.child_id, today)
        self.next_pep.show_next(known, facts, today, half_checked, ask)
        self.fill_in_pieces(self._fill(facts, known.due, today))

    def _fill(self, facts: ChildFacts, due: PepDueView, today: date) -> Iterator[None]:
        """A card each; what stands in it is read only then."""
        for _piece in self._fill_cards(facts, due, today):
            while self._new:
                card = self._new.pop()
                if not card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                    card.show()  # the layout would show it later; what is seen so far is measured now
            yield

    def _fill_cards(self, facts: ChildFacts, due: PepDueView, today: date) -> Iterator[None]:
        child, read = self.child_id, self.records.read
        self.meetings.show_meetings(facts.meetings)
        yield
        actions = read(following_up.actions_of_child, child, today)
        self.agreed.show_actions(actions, read(adding_actions.add_to, child, today))
        yield
        copies = read(pep_copies.copies_of_child, child, today)
        self.papers.show_papers(copies, read(papers.papers_of, child))
        yield
        self.notes.show_notes(read(writing_notes.notes_of, child))
        yield
        self.more.look()
        who = read(who_is_who, child, today)
        self.people.show_facts(facts, who, read(open_with_worker, child))
        yield
        asks_for_dates = self.next_pep.asks_for_dates
        self.school.show_school(facts, read(new_school, child, today), due, today, asks_for_dates)
        yield
        self.about.show_facts(facts)
        self.review.show_review(read(other_dates, child, today))
        yield
        self.keep.show_letter(facts.name, read(next_letter, child, today), today)
        self.removed.look()
        self.about_move.show_child(facts.name)
        yield

    # Each card is made when it is filled. Whoever asks for one does not meet the page half filled.

    @cached_property
    def meetings(self) -> MeetingsCard:
        return self._in_turn("meetings", lambda: MeetingsCard(self, self.child_id, self.next_pep.ready))

    @cached_property
    def agreed(self) -> AgreedCard:
        return self._in_turn("agreed", lambda: AgreedCard(self))

    @cached_property
    def papers(self) -> PapersCard:
        return self._in_turn("papers", lambda: PapersCard(self, self.child_id))

    @cached_property
    def notes(self) -> NotesCard:
        return self._in_turn("notes", lambda: NotesCard(self, self.child_id))

    @cached_property
    def more(self) -> MoreForChild:
        return self._in_turn("more", lambda: MoreForChild(self, self.child_id))

    @cached_property
    def people(self) -> PeopleCard:
        return self._in_turn("people", lambda: PeopleCard(self, self.child_id))

    @cached_property
    def school(self) -> SchoolCard:
        return self._in_turn("school", lambda: SchoolCard(self, self.child_id))

    @cached_property
    def about(self) -> AboutCard:
        return self._in_turn("about", lambda: AboutCard(self, self.child_id))

    @cached_property
    def review(self) -> ReviewCard:
        return self._in_turn("review", lambda: ReviewCard(self, self.child_id))

    @cached_property
    def keep(self) -> KeepCard:
        return self._in_turn("keep", lambda: KeepCard(self, self.child_id))

    @cached_property
    def removed(self) -> RemovedLink:
        return self._in_turn("removed", lambda: RemovedLink(self))

    @cached_property
    def about_move(self) -> MovesOn:
        return self._in_turn("about_move", lambda: MovesOn(self._on_clear))

    def _in_turn(self, name: str, make: Callable[[], C]) -> C:
        self.fill_whole()
        made: C | None = vars(self).get(name)
        if made is None:
            made = make()
            self._cards.addWidget(made)
            self._new.append(made)
        return made

    def _show_said(self) -> None:
        """The child's own last words, under the name."""
        said = self.records.read(childs_last_words.last_words, self.child_id)
        if said is None:
            self.own_words.show_words("")
            return
        day = say_short(said.on, with_year=True) if said.on else ""
        self.own_words.show_words(said.words, " · ".join(part for part in (said.whose, day) if part))

    def _on_needed(self) -> None:
        assert self._facts is not None
        due = self.records.read(pep_due, self.child_id, self.today())
        school = due.school_id
        if due.needs_term_dates and school is not None:
            year = self._half_checked(school)
            self.go.emit(SchoolDates(school) if year is None else CheckDates(school, year))
        else:
            self.go.emit(EditChild(self.child_id, "school" if due.needs_term_dates else "dates"))

    def _half_checked(self, school: int | None) -> int | None:
        return None if school is None else self.records.read(dates_drafts.half_checked, school)

    def _on_ready(self) -> None:
        self.records.change(
            today_cases.plan_meeting,
            self.child_id,
            new_id(),
            self.today(),
            then=lambda meeting: self.go.emit(GetReady(meeting)),
        )

    def _on_clear(self) -> None:
        assert self._facts is not None
        self.records.change(
            children.delete_child,
            self.child_id,
            self.today(),
            undo=Undo(
                _("{child}’s notes are put to one side.").format(child=self._facts.name),
                children.bring_back,
                (self.child_id,),
                again=(children.delete_child, (self.child_id, self.today())),
            ),
            then=lambda _nothing: self.go.emit(Children()),
        )
