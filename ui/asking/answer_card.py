"""Somebody was asked: the answer and its day, or that nothing came of it."""

from typing import TYPE_CHECKING

from carer_app.use_cases import writing_requests
from carer_app.use_cases.asking_again import AskAgainView
from carer_app.words import _
from ui.base.records import Undo
from ui.parts.days import past_day_field
from ui.parts.half_typed import HalfTyped
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.asking.ask_again import AskAgainPage


class AnswerCard(Card):
    """Hidden where nobody was asked."""

    def __init__(self, page: "AskAgainPage") -> None:
        super().__init__(_("You asked"))
        self._page = page
        self._request = 0
        self.said = PlainLabel("")
        self.answer = Line()
        self.answer_field = Field(_("What did they say?"), self.answer)
        self.on = past_day_field(page.today)
        self.on_field = Field(_("On which day?"), self.on, hint=_("Leave it empty for today."), optional=True)
        self.write = Button(_("Write down the answer"), icon="check")
        self.came_to_nothing = Button(_("Nothing came of it"))
        self.boxes = (self.answer_field, self.on_field, WrapRow(self.write))
        self.change = Button(_("Put it right"), kind="quiet")
        self.change.clicked.connect(lambda: page.put_right(self._request))
        for part in (self.said, *self.boxes, WrapRow(self.came_to_nothing, self.change)):
            self.body.addWidget(part)
        self.half_typed = HalfTyped(
            page.records, page.place.key, {"answer": self.answer, "answered_on": self.on}
        )
        self.write.clicked.connect(self._on_write)
        self.answer.returnPressed.connect(self._on_write)
        self.on.line.returnPressed.connect(self._on_write)
        self.came_to_nothing.clicked.connect(page.go_on)

    def show_view(self, view: AskAgainView) -> None:
        """Show who was asked last, and boxes for what they said."""
        row = view.open_request or view.answered
        self.setVisible(row is not None and not view.is_over)
        if row is None:
            return
        self._request = row.id
        self.said.setText(row.words)
        for part in self.boxes:
            part.setVisible(row.is_open)
        self.came_to_nothing.setVisible(not row.is_open and view.turn is None)
        self.half_typed.show()

    def _on_write(self) -> None:
        problems = {
            self.answer_field: "" if self.answer.text().strip() else _("Type what they said."),
            self.on_field: self.on.problem(),
        }
        for field, problem in problems.items():
            field.show_error(problem) if problem else field.clear_error()
        if any(problems.values()):
            return
        today = self._page.today()
        if self._page.records.change(
            writing_requests.answered,
            self._request,
            self.answer.text(),
            self.on.value() or today,
            today,
            self._page.place.key,
            undo=Undo(_("The answer is written down."), writing_requests.not_answered, (self._request,)),
        ):
            self.half_typed.clear()
