"""A PEP that was held before PEP Companion was there: one day, and then its copy can be kept or asked for."""

from datetime import date

from carer_app.typed_dates import say_day
from carer_app.use_cases import earlier_peps
from carer_app.words import _
from ui.new_id import new_id
from ui.page import House, Page
from ui.parts.days import past_day_field
from ui.parts.half_typed import HalfTyped
from ui.places import HeldBefore, PepCopy
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class HeldBeforePage(Page):
    """One box. Where the day is known already, one press."""

    max_width = 720

    def __init__(self, house: House, place: HeldBefore) -> None:
        self.child_id = place.child_id
        self._known: date | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("A PEP that was held before"),
            _(
                "It may have been before you had PEP Companion, or you were not there. "
                "Put in its day. Then you can keep its copy, or ask for it."
            ),
        )
        self.add_summary()
        self.known_words = PlainLabel("")
        self.known = Button("", kind="main", icon="check")
        self.known.clicked.connect(self._on_known)
        self.day = past_day_field(self.today)
        self.field = Field(
            _("Which day was it held?"),
            self.day,
            hint=_("For example 12 June 2025."),
        )
        self.save = Button(_("Add this PEP"), kind="main")
        self.save.clicked.connect(self._on_save)
        self.day.line.returnPressed.connect(self._on_save)
        for part in (self.known_words, WrapRow(self.known), self.field, WrapRow(self.save)):
            self.column.addWidget(part)
        self.half_typed = HalfTyped(self.records, self.place.key, {"day": self.day})

    def refresh(self) -> None:
        asked = self.records.read(earlier_peps.earlier_pep, self.child_id)
        self.rename(_("A PEP of {child} that was held before").format(child=asked.child))
        self._known = asked.known_day
        day = say_day(asked.known_day) if asked.known_day else ""
        self.known_words.setText(_("You said that the last PEP was on {day}.").format(day=day))
        words = _("Add the PEP of {day}").format(day=day)
        self.known.setText(words)
        self.known.setAccessibleName(words)
        self.known_words.setVisible(self._known is not None)
        self.known.setVisible(self._known is not None)
        self.field.set_label(
            _("Or another one: which day was it held?") if self._known else _("Which day was it held?")
        )
        self.save.set_kind("plain" if self._known else "main")
        self.half_typed.show()

    def _on_known(self) -> None:
        assert self._known is not None
        self._add(self._known)

    def _on_save(self) -> None:
        day = self.day.value()
        wrong = "" if day else self.day.problem() or _("Type the day it was held.")
        if wrong:
            self.field.show_error(wrong)
        else:
            self.field.clear_error()
        if not self.show_problems([(wrong, self.day)] if wrong else []) and day is not None:
            self._add(day)

    def _add(self, day: date) -> None:
        self.records.change(
            earlier_peps.add_earlier_pep,
            self.child_id,
            new_id(),
            day,
            self.today(),
            self.place.key,
            undo=Undo(
                _("Added: the PEP of {day}.").format(day=say_day(day)),
                earlier_peps.take_earlier_pep_out,
                (self.child_id, day),
            ),
            then=lambda meeting: self.go.emit(PepCopy(meeting)),
        )
