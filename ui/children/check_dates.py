"""A school’s dates in boxes: checked, put right or typed, and used. Nothing counts before that."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from carer_app.use_cases import checked_form, dates_drafts, dates_form, filling_dates
from carer_app.use_cases.checked_form import CheckedYear
from carer_app.use_cases.dates_drafts import Begun
from carer_app.use_cases.dates_form import Box, DatesForm
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CheckDates, SchoolDates
from ui.children.asked_lines import LinesCard
from ui.children.drawn_years import DrawnYears
from ui.children.form_changes import FormChanges
from ui.children.going_on import GoingOn
from ui.children.question_card import QuestionCard, show_question
from ui.children.stood_card import StoodCard
from ui.children.to_look_at import ToLookAt
from ui.children.using_dates import UsingDates
from ui.children.what_is_red import WhatIsRed
from ui.children.what_waits import looks_of, waits_of_lines
from ui.children.year_section import YearSection
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.in_pieces import InPieces
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_KEYS = _("Keys")


class CheckDatesPage(Page):
    """Every change is kept at once as a draft; the picture and the counts follow what can be read."""

    max_width = 920
    keeps_still = True

    def __init__(self, house: House, place: CheckDates) -> None:
        self.school_id, self.year = place.school_id, place.year
        self.form: DatesForm | None = None
        self.mine: DatesForm | None = None
        """The form as it was last changed here: one that is another came from elsewhere."""
        self.checked: tuple[CheckedYear, ...] = ()
        self._told: tuple[DatesForm, tuple[CheckedYear, ...]] | None = None
        self.question: QuestionCard | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.changes, self.going, self.red = FormChanges(self), GoingOn(self), WhatIsRed()
        self.pieces, self.years, self.using = InPieces(self, self.body), DrawnYears(self), UsingDates(self)
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Check the school’s dates") if not self.year else _("The school’s dates"),
            _("Nothing counts until you press “Use these dates”.")
            if not self.year
            else _("Type a day like this: 24 oct. Nothing counts until you press “Use these dates”."),
        )
        keys = _(
            "Type a day like this: 24 oct. Press Enter to go to the next thing to check. The arrow keys go up and "
            "down. On what a line is you can press a first letter too: T, S, F, L or N. "
            "A line without an answer changes nothing."
        )
        self.column.addWidget(Opens("", PlainLabel(keys), words=_KEYS, when_open=_KEYS))
        self.add_summary()
        self.nothing = PlainLabel(
            _(
                "There are no dates to check here now. What counts, and the ways to add dates, are on School dates."
            )
        )
        self.on = Button(_("School dates"), kind="main", icon="arrow-right")
        self.on.clicked.connect(self.go_to(SchoolDates(self.school_id)))
        self.asked = QVBoxLayout()
        theme.space(self.asked, gap=16, edges=(0, 0, 0, 0))
        self.to_look_at = ToLookAt(self.going.jump_to)
        self.lines = LinesCard(self)
        self.stood = StoodCard()
        self.column.addWidget(self.nothing)
        self.column.addWidget(WrapRow(self.on))
        self.column.addLayout(self.asked)
        self.column.addWidget(self.to_look_at)
        self.column.addWidget(self.lines)
        self.column.addLayout(self.years.layout)
        for part in (self.stood, *self.using.parts):
            self.column.addWidget(part)

    def refresh(self) -> None:
        name = self.records.read(filling_dates.school_name, self.school_id)
        words = _("Dates of {school}") if self.year else _("Check the dates: {school}")
        self.rename(words.format(school=name))
        begun = self.records.read(dates_drafts.begun, self.place.key)
        if begun is None and self.year:
            begun = Begun(self.records.read(filling_dates.form_of_stored, self.school_id, self.year))
        form = begun.form if begun else None
        if form != self.form and form != self.mine:
            self.red.begin_anew()
            self.using.begin_anew()
        self.form = self.mine = form
        self.checked = self.check(form) if form else ()
        if form is not None:
            self.red.see(self.checked)
        self._show_what_there_is(begun)
        self.pieces.begin(
            self._fill(), at_once=not (self.comes_in_pieces and self.checked and not self.years.sections)
        )

    def has_unread_days(self) -> bool:
        """Whether something in a box, or beside a line with an answer, is no day."""
        return self.form is not None and checked_form.has_unread_days(self.form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on from the heading too, where the keyboard is when one comes here."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        at_heading = self._heading is not None and self.focusWidget() is self._heading
        if is_enter and at_heading and self.form is not None:
            self.going.go_after(None)
        elif is_enter and at_heading and self.question is not None:
            self.question.choices.entry().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # What the parts of the page use

    @property
    def given(self) -> DatesForm:
        """The form, for what is there only where there is one."""
        assert self.form is not None, "there are boxes and buttons only where there is a form"
        return self.form

    @property
    def sections(self) -> dict[int, YearSection]:
        """The school years, in their order. Whoever asks does not meet the page half filled."""
        self.pieces.finish()
        return self.years.sections

    def field(self, row_id: int, box: Box | None) -> Field | None:
        """The question with this box: of a year, or of a line that has no day."""
        if self.form is not None and any(each.id == row_id for each in self.form.lines):
            return self.lines.row(row_id).day_field
        self.pieces.finish()
        return self.years.field(row_id, box)

    @property
    def lines_come_first(self) -> bool:
        """Whether a line that was handed back has no answer: the days of the years wait behind a press until then."""
        return self.form is not None and any(waits_of_lines(self.form))

    def check(self, form: DatesForm) -> tuple[CheckedYear, ...]:
        """What the form comes to; a school year that is over stands last. Several ask of one form: it is told once."""
        if self._told is None or self._told[0] != form:
            checked = sorted(
                checked_form.check(form), key=lambda each: dates_form.is_over(each.form.year, self.today())
            )
            self._told = form, tuple(checked)
        return self._told[1]

    # What it does inside

    def _show_what_there_is(self, begun: Begun | None) -> None:
        """All but what comes in pieces."""
        self.question = show_question(self, self.question, begun.asked if begun else None)
        self.nothing.setVisible(begun is None)
        self.on.setVisible(begun is None)
        self.stood.show_stood(begun.stood if begun else (), self.form)
        self.stood.fold(self.lines_come_first)
        for part in (self.lines, self.using.ways):
            part.setVisible(self.form is not None)
        self.using.show_not_looked()
        is_said_above = self._problems is not None and not self._problems.isHidden()
        if self.form is None or is_said_above:
            self.to_look_at.hide()
        elif not self.changes.is_typing:  # the page does not jump under the box
            self.to_look_at.show_all(looks_of(self.form, self.checked))

    def _fill(self) -> Iterator[None]:
        """The long part of the page, from its top to its end."""
        if self.form is not None:
            yield from self.lines.fill(self.form, self.checked)
        yield from self.years.fill()
        yield
        self.using.show_replaced()
