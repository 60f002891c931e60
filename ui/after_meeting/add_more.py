"""What can be added after a meeting, beyond the three things of the same evening: a row for each job."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import AfterPart, PlainQuestion, WhereIsTheCopy
from carer_app.typed_dates import say_short
from carer_app.use_cases import recording_the_meeting, you_said
from carer_app.use_cases.recording_the_meeting import AfterTheMeeting
from carer_app.words import _, plural
from ui.after_meeting.help_agreed import HELP_AGREED
from ui.after_meeting.what_school_said import SCHOOL_SAID_ON_ITS_PAGE
from ui.base.page import Page
from ui.base.places import (
    AnswersPlace,
    ChildSheetPlace,
    HelpAgreed,
    MyAfterwardsPlace,
    PepCopyPlace,
    Place,
    WhatSchoolSaid,
    WhoCame,
    YouSaid,
)
from ui.look import theme
from ui.widgets.opens import Opens
from ui.widgets.row_button import RowButton
from ui.widgets.tag import Tag
from ui.widgets.text import Heading

WHERE: dict[AfterPart, Callable[[int], Place]] = {
    AfterPart.CAME: WhoCame,
    AfterPart.SCHOOL_SAID: WhatSchoolSaid,
    AfterPart.ANSWERS: AnswersPlace,
    AfterPart.HELP: HelpAgreed,
}
"""What is more than enough, and the page it is written on."""


class AddMore(QWidget):
    """What was said there is behind a fold; what follows from the meeting is in sight."""

    def __init__(self, page: Page, meeting_id: int) -> None:
        super().__init__()
        self._page, self._meeting_id = page, meeting_id
        self.rows: dict[str, RowButton] = {}
        self._state: AfterTheMeeting | None = None
        after = self._rows_to(
            you_said=YouSaid(meeting_id),
            copy=PepCopyPlace(meeting_id),
            tell=ChildSheetPlace(meeting_id),
            mine=MyAfterwardsPlace(meeting_id),
        )
        words = _("Who came, what was said, what was decided")
        self.said_there = Opens("", words=words, when_open=_("Less"), make=self._make_said_there)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (Heading(_("Add more"), 2), self.said_there, after):
            column.addWidget(part)

    def show_rows(self, state: AfterTheMeeting) -> None:
        """How far each job is."""
        asked = self._page.records.read(recording_the_meeting.questions_asked, self._meeting_id)
        self._state, self._asked = state, asked
        if AfterPart.CAME in self.rows:
            self._show_said_there(state)
        self._show_you_said(state)
        self._show_copy(state)
        self.rows["tell"].show_as(tell_words(state.child))
        self.rows["mine"].show_as(_("My own copy on paper"))

    def _make_said_there(self) -> QWidget:
        """Made when somebody opens it."""
        more = [part for part in AfterPart if not part.is_enough]
        beneath = dict(self.rows)
        self.rows.clear()
        rows = self._rows_to(**{part: WHERE[part](self._meeting_id) for part in more})
        self.rows.update(beneath)
        if self._state is not None:
            self._show_said_there(self._state)
        return rows

    def _show_said_there(self, state: AfterTheMeeting) -> None:
        """How far what was said there is written down."""
        something = _("Something is written")
        heard = state.somebody_came or PlainQuestion.VIEWS_HEARD in state.said
        came = _("Who came, and how {child} was heard").format(child=state.child)
        self._show_row("came", came, something if heard else "")
        school = any(key in state.said for key in SCHOOL_SAID_ON_ITS_PAGE)
        self._show_row("said", _("What school said"), something if school else "")
        self._show_answers()
        helps = any(key in state.said for key in HELP_AGREED) or state.home_helps
        self._show_row("help", _("Help at home, and what was decided"), something if helps else "")

    def _rows_to(self, **places: Place) -> QWidget:
        """A row that leads to each of these."""
        box = QWidget()
        rows = QVBoxLayout(box)
        theme.space(rows, gap=8, edges=(0, 0, 0, 0))
        for key, place in places.items():
            row = RowButton("")
            row.clicked.connect(self._page.go_to(place))
            self.rows[key] = row
            rows.addWidget(row)
        return box

    def _show_row(self, key: str, words: str, what_is_there: str) -> None:
        tag = None if what_is_there else Tag(_("Not started"), "later", "circle")
        self.rows[key].show_as(words, what_is_there, tag)

    def _show_answers(self) -> None:
        """Only where a question was prepared: nobody is asked about nothing."""
        there = _answered(sum(bool(each.answer.strip()) for each in self._asked))
        self._show_row("answers", _("The answers to your questions"), there)
        self.rows["answers"].setVisible(bool(self._asked))

    def _show_you_said(self, state: AfterTheMeeting) -> None:
        """Only where the child said something."""
        said = self._page.records.read(you_said.said_to_the_meeting, self._meeting_id)
        change = self._page.records.read(you_said.would_change, self._meeting_id)
        words = _("What happened with what {child} said").format(child=state.child)
        answered = sum(row.is_answered for row in said) + bool(change and change.came.strip())
        self._show_row("you_said", words, _answered(answered))
        self.rows["you_said"].setVisible(bool(said) or change is not None)

    def _show_copy(self, state: AfterTheMeeting) -> None:
        words = _("The copy of the PEP")
        if state.copy_place != WhereIsTheCopy.NOT_YET:
            self.rows["copy"].show_as(words, state.copy_place.words)
            return
        by = state.copy_expected_by
        if by is None:
            often = _("School or the social worker sends it. It often takes two to four weeks.")
            self.rows["copy"].show_as(words, often)
        elif by < self._page.today():
            late = _("It was due by {day}. School or the social worker sends it.").format(day=say_short(by))
            self.rows["copy"].show_as(words, late, Tag(_("Not here yet"), "warn", "clock"))
        else:
            waiting = _("It should come by {day}").format(day=say_short(by))
            self.rows["copy"].show_as(words, waiting, Tag(_("Waiting"), "info", "hourglass"))


def tell_words(child: str) -> str:
    """What the row says that leads to the child's own page of it."""
    return _("Tell {child} what happened").format(child=child)


def _answered(count: int) -> str:
    """How many are answered; empty where none is."""
    return plural("{count} thing is answered", "{count} things are answered", count) if count else ""
