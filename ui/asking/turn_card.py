"""Whose turn it is: why they, the words to copy, and writing down that they were asked or left out."""

from typing import TYPE_CHECKING

from carer_app.choices import HowAsked
from carer_app.typed_dates import say_day
from carer_app.use_cases import writing_requests
from carer_app.use_cases.asking_again import AskAgainView, TurnView
from carer_app.words import _
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import past_day_field
from ui.parts.for_a_minute import copy_for_a_minute
from ui.parts.half_typed import HalfTyped
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.asking.ask_again import AskAgainPage

INITIAL, BY_NAME = "initial", "name"


class TurnCard(Card):
    """The next person and nobody else. Until their day has come there is nothing to press."""

    def __init__(self, page: "AskAgainPage") -> None:
        super().__init__(_("Next"))
        self._page = page
        self._turn: TurnView | None = None
        self.why = PlainLabel("")
        self.from_day = PlainLabel("")
        self.words = PlainLabel("")
        self.named = ChoicesAcross([(INITIAL, _("First letter")), (BY_NAME, _("Name"))])
        self.named.set_value(INITIAL)
        self.named_field = Field(_("The child in these words"), self.named)
        self.copy = Button(_("Copy"), icon="copy")
        self.text = Opens("", self.words, self.named_field, WrapRow(self.copy), words=_("Words to copy"))
        self.how = ChoicesAcross([(how.value, how.words) for how in HowAsked])
        self.how_field = Field(_("How did you ask?"), self.how)
        self.on = past_day_field(page.today)
        self.on_field = Field(_("When?"), self.on, hint=_("Leave it empty for today."), optional=True)
        self.write = Button(_("I asked"), kind="main", icon="check")
        self.because = Line()
        self.because_field = Field(_("Why not this person?"), self.because)
        self.leave = Button(_("Leave them out"))
        self.out = Opens("", self.because_field, WrapRow(self.leave), words=_("Ask somebody else"))
        self.asking = (self.text, self.how_field, self.on_field, WrapRow(self.write), self.out)
        for part in (self.why, self.from_day, *self.asking):
            self.body.addWidget(part)
        self.half_typed = HalfTyped(
            page.records, page.place.key, {"asked_on": self.on, "because": self.because}
        )
        self.named.chosen.connect(lambda _value: self._show_words())
        self.copy.clicked.connect(self._on_copy)
        self.write.clicked.connect(self._on_asked)
        self.on.line.returnPressed.connect(self._on_asked)
        self.leave.clicked.connect(self._on_leave)
        self.because.returnPressed.connect(self._on_leave)

    def show_view(self, view: AskAgainView) -> None:
        """Show the next one; nothing where there is none."""
        turn = self._turn = view.turn
        self.setVisible(turn is not None)
        if turn is None or self.heading is None:
            return
        self.heading.setText(_("Next: {who}").format(who=turn.who))
        self.why.setText(" ".join(part for part in (turn.why, turn.through, turn.extra) if part))
        self.from_day.setText(
            _("You can ask from {day}. They need a little time.").format(day=say_day(turn.from_day))
        )
        self.from_day.setVisible(not turn.may_ask)
        for part in self.asking:
            part.setVisible(turn.may_ask)
        self._show_words()
        for button in (self.write, self.leave, self.copy):
            button.setAccessibleName(f"{button.words()}: {turn.who}")
        self.half_typed.show()

    def _show_words(self) -> None:
        if self._turn is not None:
            by_name = self.named.value() == BY_NAME
            self.words.setText(self._turn.words_by_name if by_name else self._turn.words)

    def _on_copy(self) -> None:
        copy_for_a_minute(self._page.records, self.words.words())
        self._page.said.emit(_("Copied. Paste it within a minute."))

    def _on_asked(self) -> None:
        turn = self._turn
        if turn is None:
            return
        how = self.how.value()
        problems = {
            self.how_field: "" if how else _("Choose how you asked."),
            self.on_field: self.on.problem(),
        }
        for field, problem in problems.items():
            field.show_error(problem) if problem else field.clear_error()
        if how is None or any(problems.values()):
            return
        today = self._page.today()
        if self._page.records.change(
            writing_requests.asked,
            self._page.matter,
            turn.rung,
            turn.name,
            HowAsked(how),
            self.on.value() or today,
            today,
            self._page.place.key,
            undo=self._page.undo_newest(_("Written down: you asked {who}.").format(who=turn.who)),
        ):
            self._clear()

    def _on_leave(self) -> None:
        turn = self._turn
        if turn is None:
            return
        if not self.because.text().strip():
            self.because_field.show_error(_("Say why in a word or two."))
            return
        if self._page.records.change(
            writing_requests.left_out,
            self._page.matter,
            turn.rung,
            turn.name,
            self.because.text(),
            self._page.today(),
            self._page.place.key,
            undo=self._page.undo_newest(_("Left out: {who}").format(who=turn.who)),
        ):
            self._clear()
            self.out.open(False)

    def _clear(self) -> None:
        """The next one is somebody else: nothing of this stays in the boxes."""
        self.half_typed.clear()
        self.how.set_value(None)
        for field in (self.how_field, self.on_field, self.because_field):
            field.clear_error()
