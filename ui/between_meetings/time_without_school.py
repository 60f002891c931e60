"""One time without full-time school: how long, what must happen, who was told, when and why."""

from collections.abc import Callable
from datetime import date
from functools import partial

from carer_app.choices import WithoutSchool
from carer_app.texts import facts
from carer_app.use_cases import days_without_school, must_happen
from carer_app.use_cases.must_happen import Due
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import TimeWithoutSchool
from ui.base.records import Undo
from ui.between_meetings.must_happen_rows import MustHappenCard
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import day_field, past_day_field
from ui.parts.for_a_minute import copy_for_a_minute
from ui.parts.kept_text import KeptText
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class TimeWithoutSchoolPage(Page):
    """Everything is kept as it is typed."""

    def __init__(self, house: House, place: TimeWithoutSchool) -> None:
        self.child_id, self.days_id = place.child_id, place.days_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to days without school"))
        self.add_heading(_("Without full-time school"))
        self.how_long = PlainLabel("", kind="strong")
        self.column.addWidget(self.how_long)
        self.remove = Button(_("Take out"), kind="quiet", icon="trash-2")
        self.remove.is_removal = True
        self.remove.clicked.connect(self._on_remove)
        self.must = MustHappenCard(self.remove)
        self.must.copy.connect(self._on_copy)
        self.column.addWidget(self.must)
        self._build_told()
        self._build_when()
        self.reason = KeptText(
            self.records, days_without_school.write_reason, self.days_id, lines=2, spelling=True
        )
        why = Card(_("Why"))
        why.body.addWidget(Field(_("What school said"), self.reason, optional=True))
        self.column.addWidget(why)
        self.column.addWidget(WrapRow(self.remove))

    def _build_told(self) -> None:
        card = Card(_("Who was told"))
        for name, label in (
            ("in_writing_on", _("The letter came on")),
            ("social_worker_told_on", _("The social worker was told on")),
            ("virtual_school_told_on", _("The virtual school was told on")),
        ):
            box = past_day_field(self.today)
            save = partial(self._save, days_without_school.set_told, name)
            card.body.addWidget(self._day(name, label, box, save))
        self.column.addWidget(card)

    def _build_when(self) -> None:
        card = Card(_("When"))
        self.kind = ChoicesAcross([(each.value, each.words) for each in WithoutSchool])
        self.kind.chosen.connect(
            lambda kind: self.records.change(days_without_school.set_kind, self.days_id, WithoutSchool(kind))
        )
        card.body.addWidget(Field(_("What is it?"), self.kind))
        first, last = day_field(self.today, "past"), day_field(self.today)
        card.body.addWidget(self._day("first_on", _("First day"), first, self._save_first))
        card.body.addWidget(
            self._day(
                "last_on",
                _("Last day"),
                last,
                partial(self._save, days_without_school.set_last),
                _("Leave it empty while it goes on."),
            )
        )
        self.part = Tick(_("In school for a part of each day"))
        # Not `clicked`: a screen reader or a voice program does not click, it toggles.
        self.part.toggled.connect(self._on_part)
        card.body.addWidget(self.part)
        self.column.addWidget(card)

    def _day(
        self, name: str, label: str, box: DateField, save: Callable[[date | None], bool], hint: str = ""
    ) -> Field:
        field = Field(label, box, hint=hint)
        StoredDay(self, name, field, box, save)
        return field

    def refresh(self) -> None:
        row = self.records.read(days_without_school.row_of, self.days_id, self.today())
        self.rename(
            _("{child}: {what}, {when}").format(child=row.child, what=row.kind.words.lower(), when=row.when)
        )
        self.how_long.setText(row.how_long[:1].upper() + row.how_long[1:])
        due = self.records.read(must_happen.due_for, self.days_id, self.today())
        keys = [key for each in due for key in each.facts]
        self.must.show_due(due, facts.as_we_had_them(keys) if keys else "")
        for name, day in row.told.items():
            self.stored_days[name].show(day)
        self.kind.set_value(row.kind)
        self.stored_days["first_on"].show(row.first_on)
        self.stored_days["last_on"].show(row.last_on)
        self.part.setChecked(row.part_of_day)
        self.reason.show_stored(row.reason)

    def _on_part(self, on: bool) -> None:
        if on != self.records.read(days_without_school.row_of, self.days_id, self.today()).part_of_day:
            self._save(days_without_school.set_part_of_day, on)

    def _save(self, use_case: Callable[..., object], *told: object) -> bool:
        return self.records.change(use_case, self.days_id, *told)

    def _save_first(self, day: date | None) -> bool:
        """It always has a first day: an emptied box keeps the one there was."""
        return day is not None and self._save(days_without_school.set_first, day)

    def _on_copy(self, due: Due) -> None:
        """Put the words where they can be pasted from, for a minute."""
        copy_for_a_minute(self.records, due.words)
        self.said.emit(_("Copied: {title}. Paste it within a minute.").format(title=due.title))

    def _on_remove(self) -> None:
        self.flush()
        self.records.change(
            days_without_school.remove_days,
            self.days_id,
            self.today(),
            undo=Undo(
                _("It was taken out."),
                days_without_school.bring_days_back,
                (self.days_id,),
                again=(days_without_school.remove_days, (self.days_id, self.today())),
            ),
            then=lambda _nothing: self.back.emit(),
        )
