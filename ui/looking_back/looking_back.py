"""Looking back at one child: what came of it, each school year as a strip, and a list by month."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import PastKind
from carer_app.paper.content.year_drawn import YearDrawn, YearMark, key_of_marks
from carer_app.typed_dates import say_when
from carer_app.use_cases import looking_back, year_strips
from carer_app.use_cases.looking_back import Happened, PastMonth
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    AboutPaper,
    Actions,
    AfterMeeting,
    CareReviewPlace,
    ChildRecord,
    Documents,
    EditChild,
    EducationOnPaper,
    KeepsakesPlace,
    LettersPlace,
    LookingBackPlace,
    NotesOf,
    PepCopyPlace,
    Place,
    ReadDocument,
    TimeWithoutSchool,
    YearsOnPaper,
)
from ui.look import theme
from ui.looking_back.year_strip import YearStrip
from ui.parts.choices_across import ChoicesAcross
from ui.parts.few_lines import FewLines
from ui.parts.rows import Rows
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel

ALL = "all"
YEARS, MONTHS, DAYS = 1, 2, 5
"""So many years, months, and things in a month are shown first."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    id: int
    year: YearDrawn


class LookingBackPage(Page):
    """The newest first. Everything on it leads to where it was written down."""

    def __init__(self, house: House, place: LookingBackPlace) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Looking back"))
        self.headlines = FewLines()
        self.paper = Button(_("The years on paper"), icon="printer")
        self.paper.clicked.connect(self.go_to(YearsOnPaper(self.child_id)))
        self.education = Button(_("Education so far"), icon="printer")
        self.education.clicked.connect(self.go_to(EducationOnPaper(self.child_id)))
        self.years: Rows[_Drawn] = Rows(lambda _year: _YearRow(), self.paper, gap=12, at_once=YEARS)
        self.meanings = PlainLabel("", kind="hint")
        self.key = Opens(
            "",
            self.meanings,
            words=_("What the marks mean"),
            when_open=_("What the marks mean"),
        )
        self.kinds = ChoicesAcross([(ALL, _("All")), *((kind.value, kind.words) for kind in PastKind)])
        self.kinds.set_value(ALL)
        self.kinds.chosen.connect(lambda _kind: self.refresh())
        self.kinds_field = Field(_("Show"), self.kinds)
        self.months: Rows[PastMonth] = Rows(
            lambda _month: _MonthRow(self), self.paper, gap=16, at_once=MONTHS
        )
        self.nothing = PlainLabel(_("There is nothing to look back at yet."))
        drawn = Card(_("School years"))
        drawn.body.addWidget(self.years)
        drawn.body.addWidget(self.key)
        drawn.actions(self.paper, self.education)
        self.list = Card(_("Month by month"))
        self.list.body.addWidget(self.kinds_field)
        self.list.body.addWidget(self.nothing)
        self.list.body.addWidget(self.months)
        self.column.addWidget(self.headlines)
        self.column.addWidget(drawn)
        self.column.addWidget(self.list)

    def refresh(self) -> None:
        shown = self.kinds.value() or ALL
        only = None if shown == ALL else PastKind(shown)
        view = self.records.read(looking_back.looking_back, self.child_id, self.today(), only)
        if only is not None and only not in view.kinds:
            self.kinds.set_value(ALL)
            view = self.records.read(looking_back.looking_back, self.child_id, self.today())
        self.rename(_("Looking back: {child}").format(child=view.child))
        self.headlines.show_lines(view.headlines)
        drawn = self.records.read(year_strips.strips, self.child_id, self.today())
        self.years.show_rows([_Drawn(each.year, each) for each in drawn])
        self.meanings.setText(key_of_marks(drawn))
        self.key.setVisible(bool(self.meanings.words()))
        for kind in PastKind:
            self.kinds.row(kind.value).setVisible(kind in view.kinds)
        self.kinds_field.setVisible(len(view.kinds) > 1)
        self.nothing.setVisible(not view.months)
        self.months.show_rows(view.months)

    def open(self, happened: Happened) -> None:
        """Go to where it is written down."""
        self.go.emit(_PLACES[happened.table](self.child_id, happened))


class _YearRow(QWidget):
    """The title of a year, and its strip."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Heading("", level=3)
        self.strip = YearStrip()
        self._note = PlainLabel("", kind="hint")
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self._title)
        column.addWidget(self.strip)
        column.addWidget(self._note)

    def show_row(self, _number: int, row: _Drawn) -> None:
        self._title.setText(row.year.title)
        self._note.setText(row.year.note)
        self._note.setVisible(bool(row.year.note))
        self.strip.show_year(row.year)

    def first_box(self) -> QWidget:
        return self.strip


class _MonthRow(QWidget):
    """What happened in one month, under its name."""

    def __init__(self, page: LookingBackPage) -> None:
        super().__init__()
        self._title = Heading("", level=3)
        self._rows: Rows[Happened] = Rows(lambda _id: _HappenedRow(page), page.paper, gap=8, at_once=DAYS)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(self._title)
        column.addWidget(self._rows)

    def show_row(self, _number: int, month: PastMonth) -> None:
        self._title.setText(month.title)
        self._rows.setAccessibleName(month.title)
        self._rows.show_rows(month.happened)

    def first_box(self) -> QWidget:
        return self._rows.first_box(0)


class _HappenedRow(RowButton):
    """One thing, with its day below."""

    def __init__(self, page: LookingBackPage) -> None:
        super().__init__("")
        self._page = page
        self._happened: Happened | None = None
        self.clicked.connect(self._open)

    def show_row(self, _number: int, happened: Happened) -> None:
        if happened == self._happened:
            return
        self._happened = happened
        self.show_as(_first(happened.words), say_when(happened.on, with_year=True))

    def first_box(self) -> QWidget:
        return self

    def _open(self) -> None:
        assert self._happened is not None
        self._page.open(self._happened)


def _first(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"


_LONGEST = 120
"""So much of a note stands in a row; the rest is a press away."""


def _meeting(child_id: int, happened: Happened) -> Place:
    was_held = happened.mark is YearMark.MEETING
    return AfterMeeting(happened.meeting_id) if was_held else ChildRecord(child_id)


_PLACES: dict[str, Callable[[int, Happened], Place]] = {
    "meeting": _meeting,
    "child": lambda child_id, _happened: EditChild(child_id),
    "care_review": lambda child_id, _happened: CareReviewPlace(child_id),
    "agreed_action": lambda _child_id, _happened: Actions(),
    "pep_copy": lambda _child_id, happened: PepCopyPlace(happened.meeting_id),
    "child_letter": lambda child_id, _happened: LettersPlace(child_id),
    "stored_document": lambda _child_id, happened: ReadDocument(happened.document_id),
    "report_figure": lambda _child_id, happened: (
        AboutPaper(happened.document_id) if happened.document_id else Documents()
    ),
    "keepsake": lambda child_id, _happened: KeepsakesPlace(child_id),
    "note": lambda child_id, _happened: NotesOf(child_id),
    "days_without_school": lambda child_id, happened: TimeWithoutSchool(child_id, happened.row_id),
}
"""Where each kind of row is written down."""
