"""The first week: what helps with school when a child has just come, to tick off, with words to copy."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import ChildList
from carer_app.use_cases import childs_lists
from carer_app.use_cases.childs_lists import ListRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import FirstWeek, FirstWeekOnPaper, SchoolCardPlace
from ui.look import theme
from ui.parts.for_a_minute import copy_for_a_minute
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

LIST = ChildList.FIRST_WEEK


class FirstWeekPage(Page):
    """A line each; nothing is counted, and nothing is late."""

    def __init__(self, house: House, place: FirstWeek) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("First week"),
            _("Nothing here is for the first evening. Food, sleep and a calm start come first."),
        )
        card = Card()
        self.card = Button(_("Fill in the school card"), icon="school")
        self.card.clicked.connect(self.go_to(SchoolCardPlace(self.child_id)))
        self.rows: Rows[ListRow] = Rows(lambda line: _LineRow(self, line), self.card, gap=12)
        card.body.addWidget(self.rows)
        self.column.addWidget(card)
        self.on_paper = Button(_("See it on paper"), icon="printer")
        self.on_paper.clicked.connect(self.go_to(FirstWeekOnPaper(self.child_id)))
        self.column.addWidget(WrapRow(self.card, self.on_paper))
        self.known = PlainLabel("", kind="hint")
        self.column.addWidget(self.known)

    def refresh(self) -> None:
        view = self.records.read(childs_lists.list_of, self.child_id, LIST, self.today())
        self.rename(_("{child}’s first week").format(child=view.child))
        self.rows.show_rows(view.rows)
        self.known.setText(view.known)

    def tick(self, line: str, on: bool) -> None:
        """It is done today, or not yet."""
        day = self.today() if on else None
        self.records.change(childs_lists.tick_line, self.child_id, LIST, line, day)

    def copy(self, row: ListRow) -> None:
        """Put the words where they can be pasted from, for a minute."""
        copy_for_a_minute(self.records, row.words)
        self.said.emit(_("Copied: {title}. Paste it within a minute.").format(title=row.ask))


class _LineRow(QWidget):
    """A tick and why, or a box for what one hears; words to copy behind a press."""

    def __init__(self, page: FirstWeekPage, line: str) -> None:
        super().__init__()
        self._page, self._line = page, line
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(0, 0, 0, 0))
        self.row: ListRow | None = None
        self.tick: Tick | None = None
        self.box: KeptText | None = None

    def show_row(self, _number: int, row: ListRow) -> None:
        if self.row is None:
            self._make(row)
        self.row = row
        if self.tick is not None:
            self.tick.setChecked(row.done_on is not None)
        if self.box is not None:
            self.box.show_stored(row.text)
        if row.words:
            self.to.setText(row.to)
            self.words.setText(row.words)

    def first_box(self) -> QWidget:
        box = self.tick or self.box
        assert box is not None
        return box

    def _make(self, row: ListRow) -> None:
        if row.has_box:
            self.box = KeptText(
                self._page.records,
                childs_lists.write_line,
                self._page.child_id,
                LIST,
                self._line,
                lines=2,
                spelling=True,
            )
            self._column.addWidget(Field(row.ask, self.box, hint=row.why))
            return
        self.tick = Tick(row.ask)
        # Not `clicked`: a screen reader or a voice program does not click, it toggles.
        self.tick.toggled.connect(self._on_tick)
        self._column.addWidget(self.tick)
        self.more = Opens(row.ask, PlainLabel(row.why), words=_("Words to send") if row.words else _("Why?"))
        self._column.addWidget(self.more)
        if row.words:
            self.to, self.words = Heading("", level=3), PlainLabel("")
            self.copy = Button(_("Copy"), icon="copy", name=_("Copy: {part}").format(part=row.ask))
            self.copy.clicked.connect(self._on_copy)
            for part in (self.to, self.words, WrapRow(self.copy)):
                self.more.body.addWidget(part)

    def _on_tick(self, on: bool) -> None:
        assert self.row is not None
        if on != (self.row.done_on is not None):
            self._page.tick(self._line, on)

    def _on_copy(self) -> None:
        assert self.row is not None
        self._page.copy(self.row)
