"""A day for the next meeting is known. Only when it is saved is there a meeting."""

from datetime import date

from carer_app.choices import Part
from carer_app.errors import NotFound
from carer_app.typed_dates import say_day
from carer_app.use_cases import children, planning
from carer_app.use_cases.next_pep import Leads, next_pep_of
from carer_app.words import _
from ui.new_id import new_id
from ui.page import House, Page
from ui.parts.days import day_field
from ui.parts.half_typed import HalfTyped
from ui.places import PreparePart, PutInDate
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class PutInDatePage(Page):
    """One box. The time, the place and whom it suits are asked on the next page."""

    max_width = 720

    def __init__(self, house: House, place: PutInDate) -> None:
        self.child_id = place.child_id
        self._agreed: date | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("When is the next PEP meeting?"))
        self.add_summary()
        self.agreed_words = PlainLabel("")
        self.agreed = Button("", kind="main", icon="check")
        self.agreed.clicked.connect(self._on_agreed)
        self.day = day_field(self.today)
        self.field = Field(
            _("Day"), self.day, hint=_("For example 18 March, or next Wednesday. Time and place come next.")
        )
        self.save = Button(_("Save this day"), kind="main")
        self.save.clicked.connect(self._on_save)
        self.day.line.returnPressed.connect(self._on_save)
        for part in (self.agreed_words, WrapRow(self.agreed), self.field, WrapRow(self.save)):
            self.column.addWidget(part)
        self.half_typed = HalfTyped(self.records, self.place.key, {"day": self.day})

    def refresh(self) -> None:
        try:
            name = self.records.read(children.child_name, self.child_id)
            known = self.records.read(next_pep_of, self.child_id, self.today())
        except NotFound:
            self.agreed_words.setText(
                _("This child is not on the list. You can put them back from the page “Children”.")
            )
            for part in (self.agreed, self.field, self.save):
                part.hide()
            return
        self.rename(_("When is {child}’s next PEP meeting?").format(child=name))
        self._agreed = known.day if known.leads == Leads.AGREED else None
        day = say_day(self._agreed) if self._agreed else ""
        self.agreed_words.setText(_("The last meeting agreed on {day}.").format(day=day))
        words = _("Yes, it is on {day}").format(day=day)
        self.agreed.setText(words)
        self.agreed.setAccessibleName(words)
        self.agreed_words.setVisible(self._agreed is not None)
        self.agreed.setVisible(self._agreed is not None)
        self.save.set_kind("plain" if self._agreed else "main")
        self.half_typed.show()

    def _on_agreed(self) -> None:
        assert self._agreed is not None
        self._save(self._agreed)

    def _on_save(self) -> None:
        day = self.day.value()
        wrong = "" if day else self.day.problem() or _("Type the day of the meeting.")
        if day and day < self.today():
            wrong = _("That day has been. Type the day of the meeting that comes next.")
        if wrong:
            self.field.show_error(wrong)
        else:
            self.field.clear_error()
        if not self.show_problems([(wrong, self.day)] if wrong else []) and day is not None:
            self._save(day)

    def _save(self, day: date) -> None:
        self.records.change(
            planning.put_in_a_meeting,
            self.child_id,
            new_id(),
            day,
            self.today(),
            self.place.key,
            then=lambda meeting: self.go.emit(PreparePart(meeting, Part.WHEN_WHERE)),
        )
