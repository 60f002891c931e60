"""One part of getting ready whose questions come from a file: the list of its questions, in any order."""

from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import Aside
from carer_app.use_cases import prepared_questions
from carer_app.use_cases.prepared_questions import AskedRow
from carer_app.words import _
from ui.base.places import AskQuestion
from ui.look import theme
from ui.parts.part_page import PartPage
from ui.widgets.buttons import Button, RowButton
from ui.widgets.wrap_row import WrapRow

SHOWN_LETTERS = 120
"""So much of an answer is shown below its question."""


class ThemePage(PartPage):
    """Where each question stands; the first that is open is one press away."""

    def build_part(self) -> None:
        self.next = Button(_("Begin"), kind="main", icon="chevron-right")
        self.next.clicked.connect(self._on_next)
        self.column.addWidget(WrapRow(self.next))
        self._list = QVBoxLayout()
        theme.space(self._list, gap=8)
        self.column.addLayout(self._list)
        self.rows: dict[str, RowButton] = {}

    def intro(self) -> str:
        return self.records.read(prepared_questions.theme_view, self.meeting_id, self.part, self.today()).why

    def refresh_part(self) -> None:
        view = self.records.read(prepared_questions.theme_view, self.meeting_id, self.part, self.today())
        self._next_key = view.next_key or (view.rows[0].key if view.rows else None)
        done = [row for row in view.rows if row.is_done]
        self.next.setText(_("Carry on") if done else _("Begin"))
        self.next.setAccessibleName(self.next.words())
        self.next.setVisible(view.next_key is not None)
        goes_on = view.next_key is not None and not self.finished.isChecked()
        self.next.set_kind("main" if goes_on else "plain")
        self.carry_on.set_kind("plain" if goes_on else "main")
        here = {row.key for row in view.rows}
        for key in [key for key in self.rows if key not in here]:
            self.rows.pop(key).deleteLater()
        for place, row in enumerate(view.rows):
            button = self.rows.get(row.key)
            if button is None:
                button = self.rows[row.key] = RowButton("")
                button.clicked.connect(self.go_to(AskQuestion(self.meeting_id, row.key)))
            if self._list.indexOf(button) != place:
                self._list.insertWidget(place, button)
                button.show()
            button.show_as(row.ask, _detail(row))

    def _on_next(self) -> None:
        if self._next_key is not None:
            self.go.emit(AskQuestion(self.meeting_id, self._next_key))


def _detail(row: AskedRow) -> str:
    words = " ".join(row.text.split())
    if len(words) > SHOWN_LETTERS:
        words = words[:SHOWN_LETTERS].rsplit(" ", 1)[0] + " …"
    if row.aside == Aside.NOTHING:
        return words
    return f"{row.aside.words}: {words}" if words else row.aside.words
