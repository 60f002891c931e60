"""One child’s page: when the next PEP is due, the meetings, and what is known."""

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
from carer_app.use_cases.pep_dates import other_dates, pep_due
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
from ui.children.next_pep_card import NextPepCard
from ui.children.school_card import SchoolCard
from ui.look import theme
from ui.parts.new_id import new_id
from ui.parts.removed_link import RemovedLink
from ui.widgets.buttons import Button
from ui.widgets.childs_words import ChildsWords
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


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
        self.meetings = MeetingsCard(self, self.child_id, self.next_pep.ready)
        self.school = SchoolCard(self, self.child_id)
        self.agreed = AgreedCard(self)
        self.notes = NotesCard(self, self.child_id)
        self.papers = PapersCard(self, self.child_id)
        self.people = PeopleCard(self, self.child_id)
        self.about = AboutCard(self, self.child_id)
        self.review = ReviewCard(self, self.child_id)
        self.clear = Button("", icon="folder")
        self.clear_words = PlainLabel("")
        self.about_move = Opens("", self.clear_words, WrapRow(self.clear))

        self.all = QWidget()
        column = QVBoxLayout(self.all)
        theme.space(column, gap=16, edges=(0, 0, 0, 0))
        self.keep = KeepCard(self, self.child_id)
        kept = (self.meetings, self.agreed, self.papers, self.notes)
        self.more = MoreForChild(self, self.child_id)
        for card in (*kept, self.more, self.people, self.school, self.about, self.review, self.keep):
            column.addWidget(card)
        self.removed = RemovedLink(self)
        column.addWidget(self.removed)
        column.addWidget(self.about_move)
        self.column.addWidget(self.line)
        self.column.addWidget(self.own_words)
        self.add_rail(self.next_pep)
        self.column.addWidget(self.all)

        self.next_pep.needed.clicked.connect(self._on_needed)
        self.next_pep.ready.clicked.connect(self._on_ready)
        self.next_pep.working.clicked.connect(self.go_to(DatesOf(self.child_id)))
        self.next_pep.which_council.clicked.connect(self.go_to(CouncilRules(self.child_id)))
        self.clear.clicked.connect(self._on_clear)

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
        self.meetings.show_meetings(facts.meetings)
        new = self.records.read(new_school, self.child_id, today)
        self.school.show_school(facts, new, known.due, today, self.next_pep.asks_for_dates)
        who = self.records.read(who_is_who, self.child_id, today)
        self.people.show_facts(facts, who, self.records.read(open_with_worker, self.child_id))
        self.about.show_facts(facts)
        actions = self.records.read(following_up.actions_of_child, self.child_id, today)
        self.agreed.show_actions(actions, self.records.read(adding_actions.add_to, self.child_id, today))
        self.papers.show_papers(
            self.records.read(pep_copies.copies_of_child, self.child_id, today),
            self.records.read(papers.papers_of, self.child_id),
        )
        self.notes.show_notes(self.records.read(writing_notes.notes_of, self.child_id))
        self.review.show_review(self.records.read(other_dates, self.child_id, today))
        self.more.look()
        self.keep.show_letter(facts.name, self.records.read(next_letter, self.child_id, today), today)
        self.about_move.say(_("If {child} moves on").format(child=facts.name))
        words = _("Put {child}’s notes to one side").format(child=facts.name)
        self.clear.setText(words)
        self.clear.setAccessibleName(words)
        self.clear_words.setText(
            _(
                "A move is hard for everyone. {child}’s own book is good to take along: print it for {child}. "
                "What you wrote down belongs to {child}’s story. Ask your fostering service how they want it back. "
                "Until you know, put the notes to one side. They stay here, locked, and nothing is lost."
            ).format(child=facts.name)
        )
        self.removed.look()

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
