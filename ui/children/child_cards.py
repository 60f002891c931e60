"""Cards of a child’s page: the meetings, who is who, what is known, and the review."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from carer_app.typed_dates import say_day, say_short, say_time
from carer_app.use_cases.children import ChildFacts, MeetingRow
from carer_app.use_cases.new_worker import OpenWithWorker
from carer_app.use_cases.pep_dates import OtherDates
from carer_app.use_cases.who_is_who import WhoRow
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.places import (
    AfterMeeting,
    CareReviewPlace,
    EditChild,
    GetReady,
    HeldBefore,
    OwnCalendar,
    Place,
)
from ui.children.worker_changed import WorkerChanged
from ui.parts.few_lines import SHOWN, FewLines
from ui.parts.rows import Rows
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel


class MeetingsCard(Card):
    """The meeting to come first, then those that were held or called off, newest first; and room for earlier ones."""

    def __init__(self, page: Page, child_id: int, otherwise: QWidget) -> None:
        super().__init__(_("PEP meetings"))
        self._page = page
        self.rows: Rows[MeetingRow] = Rows(self._make_row, otherwise, gap=12, at_once=SHOWN)
        self.body.addWidget(self.rows)
        self.earlier = Button(_("Add an earlier PEP"), kind="quiet", icon="plus")
        self.earlier.clicked.connect(page.go_to(HeldBefore(child_id)))
        self.actions(self.earlier)
        self.earlier.setVisible(not page.records.forgets)

    def show_meetings(self, meetings: tuple[MeetingRow, ...]) -> None:
        """Show these but those with nothing in them; the card is away where there is nothing in it at all."""
        meetings = tuple(meeting for meeting in meetings if not meeting.is_untouched)
        newest_first = sorted(meetings, key=lambda m: m.on_day or date.max, reverse=True)
        self.rows.show_rows(sorted(newest_first, key=lambda m: m.is_over or m.is_off))
        self.setVisible(bool(meetings) or not self._page.records.forgets)

    def _make_row(self, _meeting_id: int) -> "_MeetingRow":
        return _MeetingRow(self._page.today, self._page.go.emit)


class _MeetingRow(RowButton):
    """One meeting; leads to getting ready or to what came after."""

    def __init__(self, today: Callable[[], date], go: Callable[[Place], object]) -> None:
        super().__init__("")
        self._today = today
        self._row: MeetingRow | None = None
        self.clicked.connect(lambda: go(self.leads_to()))

    def show_row(self, _number: int, row: MeetingRow) -> None:
        if row == self._row:
            return
        self._row = row
        self.show_as(
            _when(row),
            " · ".join(part for part in (row.place, row.put_off, row.was_due) if part),
            self._tag_of(row),
        )

    def first_box(self) -> QWidget:
        return self

    def leads_to(self) -> Place:
        """Getting ready for a meeting to come, or else after the meeting."""
        assert self._row is not None
        has_been = self._has_been(self._row) and not self._row.is_off
        return AfterMeeting(self._row.id) if has_been else GetReady(self._row.id)

    def _has_been(self, row: MeetingRow) -> bool:
        return row.is_over or (row.on_day is not None and row.on_day < self._today())

    def _tag_of(self, row: MeetingRow) -> Tag:
        if row.is_over:
            return Tag(_("It was held"), "ok", "circle-check")
        if row.is_off:
            return Tag(_("Called off"), "later", "calendar")
        if row.is_after_care:
            return Tag(_("After care ends"), "later", "calendar")
        if row.on_day is None:
            return Tag(_("Get ready"), "info", "list-checks")
        days = (row.on_day - self._today()).days
        if days < 0:
            return Tag(_("Write down what was agreed"), "warn", "pencil")
        if days == 0:
            return Tag(_("Today"), "warn", "clock")
        if days == 1:
            return Tag(_("Tomorrow"), "warn", "clock")
        return Tag(plural("In {count} day", "In {count} days", days), "info", "calendar")


class PeopleCard(Card):
    """Who to ask, and what to do when one of them changed."""

    def __init__(self, page: Page, child_id: int) -> None:
        super().__init__(_("People"))
        self.few = FewLines()
        self.body.addWidget(self.few)
        self.empty = PlainLabel(_("No people yet. Add whom you know; the rest can wait."), kind="hint")
        self.body.addWidget(self.empty)
        self.add = Button(_("Add people"), icon="plus")
        self.add.clicked.connect(page.go_to(EditChild(child_id, "school")))
        self.new_worker = Button(_("Social worker changed"), icon="users")
        self.see = Button(_("See all"), kind="quiet", name=_("See all the people"))
        self.see.clicked.connect(self._on_see)
        self._sees_all = False
        self._who: list[WhoRow] = []
        self.actions(self.add, self.new_worker, self.see)
        self.form = WorkerChanged(page, child_id, self._close_form)
        self.body.addWidget(self.form)
        self.form.hide()
        self.new_worker.clicked.connect(self.form.open_form)

    def _close_form(self) -> None:
        """The keyboard goes back to where the form was opened."""
        self.new_worker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()

    def _on_see(self) -> None:
        self._sees_all = True
        self.new_worker.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_who()

    def _show_who(self) -> None:
        self.few.show_lines([each.words for each in self._who], self._sees_all)
        self.see.setVisible(len(self._who) > SHOWN and not self._sees_all)

    def show_facts(self, facts: ChildFacts, who: list[WhoRow], open_with: OpenWithWorker) -> None:
        """Show whom one knows; nothing stands for who is not known."""
        self.new_worker.setVisible(bool(facts.social_worker))
        self.form.show_open(open_with)
        if any(self.form.half_typed.show().values()):
            self.form.show()
        self._who = who
        self._show_who()
        self.empty.setVisible(not who)
        self.add.setVisible(not who)


class AboutCard(Card):
    """What is known of the child, one fact a line, and the way to change it."""

    def __init__(self, page: Page, child_id: int) -> None:
        about = _("Facts")
        super().__init__(about)
        self.few, self.others = FewLines(), FewLines()
        self.more = Opens(about, self.others)
        self.body.addWidget(self.few)
        self.body.addWidget(self.more)
        self.empty = PlainLabel(_("No facts yet. Add what you know; the rest can wait."), kind="hint")
        self.body.addWidget(self.empty)
        self.change = Button(_("Change"), icon="pencil", name=_("Change the facts"))
        self.change.clicked.connect(page.go_to(EditChild(child_id)))
        self.calendar = Button(_("My own calendar"), icon="calendar-plus", name=_("Dates in my own calendar"))
        self.calendar.clicked.connect(page.go_to(OwnCalendar(child_id)))
        self.calendar.setVisible(not page.records.forgets)
        self.actions(self.change, self.calendar)

    def show_facts(self, facts: ChildFacts) -> None:
        """Show what is known; nothing stands for what is not."""
        first, others = _first_facts(facts), _other_facts(facts)
        self.few.show_lines(first)
        self.others.show_lines(others)
        self.more.setVisible(bool(others))
        self.empty.setVisible(not first and not others)


class ReviewCard(Card):
    """The child-in-care review."""

    def __init__(self, page: Page, child_id: int) -> None:
        super().__init__(_("Reviews"))
        self.when = PlainLabel("", kind="strong")
        self.why = PlainLabel("", kind="hint")
        self.ehcp = PlainLabel("")
        self.about_why = Opens(_("this review day"), self.why, words=_("Why?"), when_open=_("Why?"))
        for part in (self.when, self.about_why, self.ehcp):
            self.body.addWidget(part)
        self.bring = Button(_("Get ready"), icon="list-checks", name=_("Get ready for the review"))
        self.bring.clicked.connect(page.go_to(CareReviewPlace(child_id)))
        self.actions(self.bring)

    def show_review(self, other: OtherDates) -> None:
        """Show the day that was told, or else the one that was worked out."""
        self.when.setText(other.review_words)
        self.why.setText(other.review_why)
        self.about_why.setVisible(bool(self.why.words()))
        self.ehcp.setText("\n".join(part for part in (other.ehcp_words, other.together) if part))
        self.ehcp.setVisible(bool(self.ehcp.words()))


def _when(row: MeetingRow) -> str:
    if row.on_day is None:
        return _("Meeting with no date yet")
    if row.at_time is None:
        return say_day(row.on_day)
    return _("{day}, {time}").format(day=say_day(row.on_day), time=say_time(row.at_time))


def _first_facts(facts: ChildFacts) -> list[str]:
    support = facts.support.words if facts.support != facts.support.NOT_KNOWN else ""
    known = (
        _("Council responsible: {council}").format(council=facts.council) if facts.council else "",
        _("Support: {support}").format(support=support) if support else "",
    )
    return [each for each in known if each]


def _other_facts(facts: ChildFacts) -> list[str]:
    care = facts.came_into_care_on
    known = (
        _("Birthday: {day}").format(day=say_short(facts.birthday, with_year=True)) if facts.birthday else "",
        facts.year_why,
        _("Came into care: {day}").format(day=say_short(care, with_year=True)) if care else "",
    )
    return [each for each in known if each]
