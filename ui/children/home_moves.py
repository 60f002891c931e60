"""The child’s moves to another home: asks whether a day typed over one is another move or puts it right."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import children, drafts
from carer_app.use_cases.children import ChildDate, ChildFacts
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

NAME = ChildDate.MOVED_HOME.value


class HomeMoves(QWidget):
    """Stands below the box with the newest move. What was stored stays until the question is answered."""

    def __init__(self, page: Page, child_id: int, box: DateField) -> None:
        super().__init__()
        self._page, self._child_id, self._box = page, child_id, box
        self._known: tuple[date, ...] = ()
        self._asked: date | None = None
        self.question = PlainLabel("")
        self.another, self.right = Button(_("Another move")), Button(_("Put the day right"))
        self.another.clicked.connect(partial(self._answer, True))
        self.right.clicked.connect(partial(self._answer, False))
        self._answers = WrapRow(self.another, self.right)
        self.rows: dict[date, Button] = {}
        self._earlier = QVBoxLayout()
        theme.space(self._earlier, gap=8)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(self.question)
        column.addWidget(self._answers)
        column.addLayout(self._earlier)
        self._ask(None)
        box.changed.connect(partial(self._ask, None))

    def show_moves(self, facts: ChildFacts) -> None:
        """The earlier moves, each to be taken out by itself; and the question, where it waits for its answer."""
        if facts.moves != self._known or facts.moves[:-1] != tuple(self.rows):
            self._known = facts.moves
            self._show_earlier(facts.moves[:-1])
        typed = self._box.value() if self._page.drafts().get(NAME) else None
        self._ask(typed if self._known and typed != self._known[-1] else None)
        self.setVisible(self._asked is not None or bool(self.rows))

    def save(self, day: date | None) -> bool:
        """The box was left with this day, or emptied. False while it is asked what is meant."""
        known = self._page.records.read(children.child_facts, self._child_id, self._page.today()).moves
        if not known or day == known[-1]:
            return day is None or self._page.records.change(children.set_moves, self._child_id, [day])
        if day is None:
            return self._take_out(known[-1])
        self._known = known
        was_asked = self._asked == day
        self._ask(day)
        if not was_asked:
            announce(self, self.question.words())
        return False

    def _ask(self, day: date | None) -> None:
        self._asked = day
        if day is not None:
            self.question.setText(
                _(
                    "Is {new} another move, or are you putting the day right? "
                    "Until you answer, {old} stays as it is."
                ).format(new=say_day(day), old=say_day(self._known[-1]))
            )
        self.question.setVisible(day is not None)
        self._answers.setVisible(day is not None)
        self.setVisible(day is not None or bool(self.rows))

    def _answer(self, another: bool) -> None:
        day, known = self._asked, self._known
        if day is None:
            return
        moves = {*known, day} if another else {*known[:-1], day}
        words = _("{day} was added as another move.") if another else _("The day was put right: {day}.")
        self._box.entry().setFocus()
        if self._change(words.format(day=say_day(day)), sorted(moves)):
            self._ask(None)

    def _take_out(self, day: date) -> bool:
        known = self._page.records.read(children.child_facts, self._child_id, self._page.today()).moves
        words = _("The move on {day} was taken out.").format(day=say_day(day))
        return self._change(words, [each for each in known if each != day])

    def _change(self, words: str, moves: Sequence[date]) -> bool:
        place, child_id = self._page.place.key, self._child_id
        known = self._page.records.read(children.child_facts, child_id, self._page.today()).moves

        def change(session: Any, days: Sequence[date]) -> Any:
            children.set_moves(session, child_id, days)
            drafts.keep(session, place, NAME, "")

        undo = Undo(words, children.set_moves, (child_id, known))
        return self._page.records.change(change, moves, undo=undo)

    def _show_earlier(self, days: Sequence[date]) -> None:
        while (item := self._earlier.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.rows = {}
        for day in days:
            said = say_day(day)
            words = _("An earlier move: {day}") if day <= self._page.today() else _("A move to come: {day}")
            take_out = Button(
                _("Take out"), icon="trash-2", name=_("Take out the move on {day}").format(day=said)
            )
            take_out.clicked.connect(partial(self._take_out, day))
            self.rows[day] = take_out
            self._earlier.addWidget(WrapRow(PlainLabel(words.format(day=said)), take_out))
