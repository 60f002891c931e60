"""How a child’s dates were worked out: each rule, each fact, each counted day, and the way to put each right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import children
from carer_app.use_cases.childs_year import childs_year
from carer_app.use_cases.next_pep import NextPep, next_pep_of
from carer_app.use_cases.pep_dates import OtherDates, PepDueView, other_dates
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CouncilRules, DatesOf, EditChild, SchoolDates
from ui.children.childs_year import ChildsYear
from ui.look import theme
from ui.parts.due_date_card import WorkingCard, sources_once
from ui.widgets.buttons import Button
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

_WITH = _("What they were worked out with")
_WHENCE = _("Where these rules come from")
_OLDER = _("Dates of rules that do not count now")


class DatesOfPage(Page):
    """Every date of one child with its working. Made anew when something changed: nothing is typed here."""

    explains = True

    def __init__(self, house: House, place: DatesOf) -> None:
        self.child_id = place.child_id
        self._at = place.at
        self._school_id: int | None = None
        self._year: ChildsYear | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("How the dates were worked out"),
        )
        self.facts = PlainLabel("")
        how = _(
            "Where rules differ, all are shown, and the earliest day is used. "
            "A day from the social worker comes before all of them."
        )
        used = Opens("", PlainLabel(how), self.facts, words=_WITH, when_open=_WITH)
        self.change_facts = Button(_("Change a day"), icon="pencil")
        self.change_school = Button(_("School dates"), icon="calendar-days")
        self.change_rules = Button(_("Council and its rules"), icon="book-open")
        self.buttons = WrapRow(self.change_facts, self.change_school, self.change_rules)
        self.all = QWidget()
        self.cards = QVBoxLayout(self.all)
        theme.space(self.cards, gap=16, edges=(0, 0, 0, 0))
        for part in (self.buttons, used, self.all):
            self.column.addWidget(part)
        self.change_facts.clicked.connect(self.go_to(EditChild(self.child_id, "dates")))
        self.change_rules.clicked.connect(self.go_to(CouncilRules(self.child_id)))
        self.change_school.clicked.connect(self._on_school)

    def refresh(self) -> None:
        today = self.today()
        self._year = None
        while (item := self.cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        facts = self.records.read(children.child_facts, self.child_id, today)
        self.buttons.show()
        self._school_id = facts.school_id
        self.change_school.setVisible(facts.school_id is not None)
        known = self.records.read(next_pep_of, self.child_id, today)
        title = (
            _("{child}’s dates: what is still needed")
            if known.due.state == "unknown"
            else _("How {child}’s dates were worked out")
        )
        self.rename(title.format(child=facts.name))
        other = self.records.read(other_dates, self.child_id, today)
        self.facts.setText(_from(known.due))
        self._show_pep(known)
        self._show_reviews(other)
        self._year = ChildsYear(self.records.read(childs_year, self.child_id, today))
        self.cards.addWidget(self._year)

    def focus_first(self) -> None:
        """Who comes for the days of the year begins there."""
        super().focus_first()
        if self._at == "year" and self._year is not None:
            self._year.heading.setFocus(Qt.FocusReason.OtherFocusReason)
            self.body.open_at(self._year.heading, self._year)

    def _show_pep(self, known: NextPep) -> None:
        due = known.due
        if known.is_a_meeting:
            self.cards.addWidget(PlainLabel(_("{words}.").format(words=known.words), kind="strong"))
            if known.too_late:
                self.cards.addWidget(PlainLabel(known.too_late))
        elif not known.care_has_ended:
            who = _("{who} sets the day of the meeting.").format(who=due.who_sets)
            self.cards.addWidget(PlainLabel(who))
        if due.said_by_social_worker and due.due_on:
            self.cards.addWidget(
                PlainLabel(
                    _("{reason} So this day comes first: {day}.").format(
                        reason=due.reason, day=say_day(due.due_on)
                    ),
                    kind="strong",
                )
            )
        for doubt in due.also_uncertain if due.working else ():
            self.cards.addWidget(PlainLabel(doubt))
        # Those that count come first, and in both the earliest: the same order as they would lead in.
        working = sorted(due.working, key=lambda each: each.beneath)
        for found in working:
            if not found.beneath:
                self.cards.addWidget(WorkingCard(found, with_source=False))
        if older := [WorkingCard(found, with_source=False) for found in working if found.beneath]:
            self.cards.addWidget(Opens("", *older, words=_OLDER, when_open=_OLDER))
        if sources := sources_once(working):
            told = PlainLabel("\n".join(sources), kind="hint")
            self.cards.addWidget(Opens("", told, words=_WHENCE, when_open=_WHENCE))
        if not due.working or due.state in ("not_yet", "no_more"):
            words = " ".join(part for part in (due.reason, due.asks_for, *due.uncertain) if part)
            self.cards.addWidget(PlainLabel(words))

    def _show_reviews(self, other: OtherDates) -> None:
        if (
            other.review is None
            and other.ehcp_review is None
            and not (other.said_review_on or other.review_why)
        ):
            return
        self.cards.addWidget(Heading(_("Reviews"), level=2))
        if other.said_review_on:
            words = _("You were told that the next child-in-care review is on {day}. That day comes first.")
            self.cards.addWidget(PlainLabel(words.format(day=say_day(other.said_review_on)), kind="strong"))
        else:
            self.cards.addWidget(PlainLabel(_("{words}.").format(words=other.review_words), kind="strong"))
            if other.review is None:
                self.cards.addWidget(PlainLabel(other.review_why))
        for found in (other.review, other.ehcp_review):
            if found is not None:
                self.cards.addWidget(WorkingCard(found))
        if other.together:
            self.cards.addWidget(PlainLabel(other.together))

    def _on_school(self) -> None:
        if self._school_id is not None:
            self.go.emit(SchoolDates(self._school_id))


def _from(due: PepDueView) -> str:
    words = (
        _("Council responsible: {council}.").format(council=due.council)
        if due.council
        else _(
            "Nobody has said yet which council is responsible, so these are the rules most councils in England use."
        )
    )
    if due.council and not due.own_rules:
        words += " " + _("We do not have its own rules, so these are what most councils in England use.")
    return words + ("\n" + "\n".join(due.facts_used) if due.facts_used else "")
