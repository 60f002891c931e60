"""The sheet as it will be printed, kept current: drawn where there is room, else as plain rows of its sections."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.jobs.draw_sheet import DrawnSheet, draw_sheet
from carer_app.paper.content import Section, TextSize
from carer_app.paper.plain import lines_of_part
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.use_cases import summarising
from carer_app.words import _
from ui.base.places import Place
from ui.base.records import Records
from ui.look import theme
from ui.paper.check_rows import SectionRow, Ways
from ui.widgets.paper_in_parts import PaperInParts
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.word_button import TARGET

NARROWEST = 640
"""So wide (100 % pixels) at least is a page whose words are big enough to be read."""


class LiveSheet(QWidget):
    """Each section leads to where its words were written: `go` carries the place.

    Where it cannot be drawn the rows are shown, whatever the room.
    """

    go = Signal(object)

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._has_room = self._has_failed = self._is_drawing = False
        self._wanted = 0
        self.text_size: TextSize | None = None
        """How big the words on paper are, once that was chosen; else as this sheet begins."""
        self._sheet: MeetingSheet | None = None
        self._ways: dict[Section, Ways] = {}
        column = QVBoxLayout(self)
        theme.space(column, gap=16, edges=(0, 0, 0, 0))
        self.hint = PlainLabel("", kind="hint")
        self.paper = PaperInParts(_("The sheet"))
        self.paper.wanted.connect(self._draw)
        self.paper.pressed.connect(self._on_pressed)
        self.head = PlainLabel("", kind="strong")
        for part in (self.hint, self.paper, self.head):
            column.addWidget(part)
        self._rows: dict[Section, SectionRow] = {}
        self._lines: dict[Section, list[str]] = {}
        self._is_laid_out = False
        self._column = column
        self.many = PlainLabel(
            _("People at the meeting have a minute to read. Three things are plenty."), kind="hint"
        )
        column.addWidget(self.many)
        self._arrange()

    @property
    def rows(self) -> dict[Section, SectionRow]:
        """Made where the sheet is not drawn, or is read aloud: what was agreed before may be very long."""
        if not self._rows:
            for section in Section:
                row = self._rows[section] = SectionRow()
                row.hide()
                row.go.connect(self.go.emit)
                self._column.insertWidget(self._column.indexOf(self.many), row)
                row.stackUnder(self.many)  # read where it stands
            self._fill_rows()
        return self._rows

    def _fill_rows(self) -> None:
        for section, lines in self._lines.items():
            assert self._sheet is not None
            self._rows[section].show_lines(self._sheet.heading(section), lines, self._ways[section])

    def show_sheet(self, sheet: MeetingSheet, ways: dict[Section, Ways]) -> None:
        """Show this sheet; `ways` says of each section where its words are changed."""
        self._ways = ways
        changed = sheet != self._sheet
        if changed:
            self._sheet = sheet
        here = sheet.sections()
        lines = {section: lines_of_part(sheet, section) for section in here}
        self.head.setText("\n".join(sheet.opening_lines()))
        self._lines = lines
        if self._rows:
            self._fill_rows()
        if changed:
            self.paper.show_parts(
                " ".join((sheet.title, *sheet.opening_lines())),
                {section: " ".join((sheet.heading(section) + ".", *lines[section])) for section in here},
            )
        self.many.setVisible(any(len(each) > summarising.MOST_OF_EACH for each in lines.values()))
        self._arrange()

    def draw_in(self, size: TextSize) -> None:
        """Draw it with words so big. Until that is done the sheet before is seen."""
        self.text_size = size
        if self._wanted:
            self._draw(self._wanted)

    def give_room(self, room: bool) -> None:
        """Whether there is room for paper that can be read."""
        self._has_room = room
        self._arrange()

    def labels(self) -> list[PlainLabel]:
        """What stands on the sheet, in its order, to be read aloud."""
        here = self._sheet.sections() if self._sheet else ()
        return [self.head, *(label for section in here for label in self.rows[section].labels())]

    def mark(self, label: PlainLabel | None) -> None:
        """The part that this label is of is being read aloud; None: no part is."""
        for section, part in self.paper.parts.items():
            assert isinstance(section, Section)
            is_read = label is not None and label in self.rows[section].labels()
            if is_read and not part.is_read and part.isVisible():
                bring_into_view(part)
            part.mark(is_read)

    def menu(self, section: Section) -> QMenu:
        """Where the words of a section come from several parts: which of them?"""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.paper.parts[section].accessibleName())
        for place, words in self._ways[section].items():
            action = QAction(words.replace("&", "&&"), menu)
            action.triggered.connect(partial(self._on_chosen, place))
            menu.addAction(action)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_laid_out = True
        self._arrange()

    def follow_look(self) -> None:
        """The look changed."""
        self._arrange()

    def _arrange(self) -> None:
        here = self._sheet.sections() if self._sheet else ()
        # Beside a rail there nearly always is: before it is laid out nobody knows how wide it is going to be.
        wide = self._has_room and (not self._is_laid_out or self.width() >= theme.px(NARROWEST))
        drawn = bool(here) and wide and not self._has_failed
        self.hint.setVisible(bool(here))
        self.hint.setText(_("Press a part to change it.") if drawn else _("Empty parts are left out."))
        self.paper.setVisible(drawn)
        self.head.setVisible(not drawn)
        were_there = bool(self._rows)
        if here and not drawn:
            _made = self.rows
        for section, row in self._rows.items():
            row.setVisible(section in here and not drawn)
        if self._rows and not were_there and self.isVisible():
            follow_reading_order(self)  # what is made late would come last of all

    def _draw(self, pixels_wide: int) -> None:
        """One picture at a time: what changed meanwhile is drawn after that."""
        self._wanted = pixels_wide
        sheet = self._sheet
        if self._is_drawing or sheet is None:
            return
        self._is_drawing = True
        wanted = sheet, pixels_wide, self.text_size
        self._records.run(partial(draw_sheet, *wanted), partial(self._on_drawn, wanted), self._on_failed)

    def _on_drawn(self, wanted: tuple[MeetingSheet, int, TextSize | None], drawn: DrawnSheet) -> None:
        self._is_drawing = False
        if not isValid(self):  # locked meanwhile
            return
        sheet, *how = wanted
        if sheet is not self._sheet or how != [self._wanted, self.text_size]:
            self._draw(self._wanted)
        elif drawn.pages:
            self.paper.show_pages(drawn.pages, drawn.parts)
        else:
            self._on_failed("")

    def _on_failed(self, _sentence: str) -> None:
        """The words can still be read and changed here; why there is no picture, the page that prints says."""
        self._is_drawing, self._has_failed = False, True
        if isValid(self):
            self._arrange()

    def _on_pressed(self, section: Section) -> None:
        ways = self._ways[section]
        if len(ways) == 1:
            self.go.emit(next(iter(ways)))
            return
        part, menu = self.paper.parts[section], self.menu(section)
        beneath = QPoint(part.width() - menu.sizeHint().width(), theme.px(TARGET))
        menu.popup(part.mapToGlobal(beneath))
        menu.setActiveAction(menu.actions()[0])

    def _on_chosen(self, place: Place, _on: bool = False) -> None:
        self.go.emit(place)
