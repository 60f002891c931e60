"""Adding a child: a first name and one date is enough."""

from datetime import date

from PySide6.QtWidgets import QWidget

from carer_app.choices import SHE_HE_THEY, Pronoun
from carer_app.errors import NotADate
from carer_app.typed_dates import example_day, read_day, say_day
from carer_app.use_cases import children, household
from carer_app.use_cases.children import FirstFact
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import ChildRecord
from ui.parts.choices_across import ChoicesAcross
from ui.parts.half_typed import HalfTyped
from ui.parts.kept_text import KeptText
from ui.parts.new_id import new_id
from ui.widgets.buttons import Button
from ui.widgets.choice import Choices
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.line import Line


class AddChildPage(Page):
    """Asks for the least, then shows the child’s own page."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Add a child"), _("A first name and one date is enough. Everything else can come later.")
        )
        self.add_summary()
        self.name = Line()
        self.name_field = Field(_("Name you use at home"), self.name, hint=_("No surname is needed."))
        self.pronoun = ChoicesAcross([(each.value, each.words) for each in Pronoun])
        self.pronoun.set_value(Pronoun.THEY)
        self.pronoun_field = Field(SHE_HE_THEY, self.pronoun)
        self.fact = Choices([(fact.value, fact.words) for fact in FirstFact])
        self.fact_field = Field(_("What do you know?"), self.fact)
        self.day = DateField(self._read_day, say_day, self.today)
        self.day_field = Field(
            _("Which day?"),
            self.day,
            hint=_("Type it as you say it, for example {day}.").format(day=example_day(self.today())),
        )
        self.add = Button(_("Add this child"), kind="main", icon="plus")
        self.own_name = KeptText(self.records, household.set_own_name, lines=1)
        self.own_name_field = Field(
            _("Your own name"),
            self.own_name,
            hint=_("It goes on the sheets you print. A first name is enough."),
            optional=True,
        )
        self.own_name_field.hide()
        parts = (
            self.name_field,
            self.pronoun_field,
            self.fact_field,
            self.day_field,
            self.own_name_field,
        )
        for part in parts:
            self.column.addWidget(part)
        self.add_rail(Foot(self.add))
        self.half_typed = HalfTyped(self.records, self.place.key, {"name": self.name, "day": self.day})
        self.fact.chosen.connect(self._on_fact)
        self.pronoun.chosen.connect(lambda value: self.half_typed.keep("pronoun", value))
        self.name.returnPressed.connect(self._on_add)
        self.day.line.returnPressed.connect(self._on_add)
        self.day.changed.connect(self._on_day_typed)
        self.add.clicked.connect(self._on_add)
        self._ask_for(None)

    def refresh(self) -> None:
        kept = self.half_typed.show()
        own_name = self.records.read(household.own_name)
        self.own_name.show_stored(own_name)
        if not own_name:  # asked for once; it does not go from under whoever types it
            self.own_name_field.show()
        if kept.get("fact"):
            self._ask_for(FirstFact(kept["fact"]))
        self.pronoun.set_value(kept.get("pronoun") or Pronoun.THEY)

    def _on_day_typed(self) -> None:
        """What was wrong and is put right is no longer said."""
        if self.day.value() is not None:
            self.day_field.clear_error()
            self.show_problems([])

    def _on_fact(self, value: str) -> None:
        self.half_typed.keep("fact", value)
        self._ask_for(FirstFact(value))

    def _ask_for(self, fact: FirstFact | None) -> None:
        self.fact.set_value(fact.value if fact else None)
        self.day_field.setVisible(fact in _QUESTIONS)
        if fact in _QUESTIONS:
            self.fact_field.clear_error()
            self.day_field.set_label(_QUESTIONS[fact])
            self.day_field.clear_error()

    def _chosen(self) -> FirstFact | None:
        value = self.fact.value()
        return FirstFact(value) if value else None

    def _read_day(self, typed: str) -> date:
        today = self.today()
        if self._chosen() == FirstFact.MEETING:
            day = read_day(typed, today)
            if day < today:
                raise NotADate(_("That day has been. Type the day of the meeting that comes next."))
            return day
        day = read_day(typed, today, "past")
        if day > today:
            raise NotADate(_("That day has not come yet. Type a day up to today."))
        return day

    def _on_add(self) -> None:
        problems = self._what_is_missing()
        for field in (self.name_field, self.fact_field, self.day_field):
            wrong = next((words for words, box in problems if box is field.widget), "")
            if wrong:
                field.show_error(wrong)
            else:
                field.clear_error()
        if self.show_problems(problems):
            return
        self.own_name.flush()
        fact = self._chosen() or FirstFact.NONE_YET
        day = self.day.value() if fact in _QUESTIONS else None
        self.records.change(
            children.add_child,
            self.name.text(),
            fact,
            day,
            self.today(),
            new_id(),
            self.half_typed.place,
            Pronoun(self.pronoun.value() or Pronoun.THEY),
            then=self._on_added,
        )

    def _what_is_missing(self) -> list[tuple[str, QWidget]]:
        problems: list[tuple[str, QWidget]] = []
        fact = self._chosen()
        if not self.name.text().strip():
            problems.append((_("Type the name you use at home."), self.name))
        if fact is None:
            problems.append((_("Say what you know. “I don’t know any of these yet” is fine too."), self.fact))
        elif fact in _QUESTIONS and self.day.value() is None:
            words = self.day.problem() or _("Type the day, or choose “I don’t know any of these yet”.")
            problems.append((words, self.day))
        return problems

    def _on_added(self, child_id: int) -> None:
        self.half_typed.clear()
        self._ask_for(None)
        # First back, so that the way back from the child’s page does not lead to this form again.
        self.back.emit()
        self.go.emit(ChildRecord(child_id))


_QUESTIONS = {
    FirstFact.MEETING: _("Which day is the next PEP meeting?"),
    FirstFact.LAST_PEP: _("Which day was the last PEP meeting?"),
    FirstFact.CAME_INTO_CARE: _("Which day did they come into care?"),
}
