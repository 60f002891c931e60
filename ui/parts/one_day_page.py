"""A page that asks for one day. Where a day is known already, one press takes it."""

from datetime import date

from ui.base.page import Page
from ui.base.places import Place
from ui.parts.half_typed import HalfTyped
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class OneDayPage(Page):
    """One box, kept while it is half typed, and `take` for the day that was given."""

    missing = ""
    """What is said where no day was typed."""

    def build_day(self, label: str, box: DateField, hint: str, save: str) -> None:
        """The parts beneath the heading. `save` are the words on the button."""
        self.add_summary()
        self._known: date | None = None
        self.known_words = PlainLabel("")
        self.known = Button("", kind="main", icon="check")
        self.known.clicked.connect(self._on_known)
        self.day = box
        self.field = Field(label, box, hint=hint)
        self.save = Button(save, kind="main")
        self.save.clicked.connect(self._on_save)
        self.day.line.returnPressed.connect(self._on_save)
        for part in (self.known_words, WrapRow(self.known), self.field):
            self.column.addWidget(part)
        self.add_rail(Foot(self.save))
        self.half_typed = HalfTyped(self.records, self.place.key, {"day": self.day})

    def show_known(self, day: date | None, said: str, take: str) -> None:
        """A day that is known, what is `said` of it, and the words to `take` it; or None. Shows the half-typed day."""
        self._known = day
        self.known_words.setText(said)
        self.known.setText(take)
        self.known.setAccessibleName(take)
        self.known_words.setVisible(day is not None)
        self.known.setVisible(day is not None)
        self.save.set_kind("main" if day is None else "plain")
        self.half_typed.show()

    def take(self, day: date) -> None:
        """The day was given."""
        raise NotImplementedError

    def go_on(self, place: Place) -> None:
        """On to what follows the day that was taken. The page may be come back to, for another day."""
        self.half_typed.clear()
        self.go.emit(place)

    def wrong_with(self, day: date) -> str:
        """Why this day cannot be taken; empty where it can."""
        return ""

    def _on_known(self) -> None:
        assert self._known is not None
        self.take(self._known)

    def _on_save(self) -> None:
        day = self.day.value()
        wrong = self.day.problem() or self.missing if day is None else self.wrong_with(day)
        if wrong:
            self.field.show_error(wrong)
        else:
            self.field.clear_error()
        if not self.show_problems([(wrong, self.day)] if wrong else []) and day is not None:
            self.take(day)
