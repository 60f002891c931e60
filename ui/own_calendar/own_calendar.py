"""The dates of one child for the carer’s own calendar: which, under what title, and the file."""

from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from carer_app.jobs import meeting_calendar
from carer_app.typed_dates import say_day
from carer_app.use_cases import children, own_calendar
from carer_app.use_cases.own_calendar import OwnEntry
from carer_app.words import _, plural
from ui.base import dialogs
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import OwnCalendar
from ui.parts.new_id import new_id
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

PLAIN, NAMED = "plain", "named"


class OwnCalendarPage(Page):
    """Nothing is in the calendar until the carer opens the file with it."""

    def __init__(self, house: House, place: OwnCalendar) -> None:
        self.child_id = place.child_id
        self._name = ""
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Dates in my own calendar"),
            _(
                "This saves a small file. Open it with your calendar, and the dates are there with two reminders each."
            ),
        )
        self.card = Card(_("What goes in"))
        self.entries = PlainLabel("")
        self.out = PlainLabel("")
        self.due = Tick(_("Due dates too, not only meetings"))
        self.due.setChecked(True)
        self.due.toggled.connect(self._show_entries)
        self.year = Tick(_("Other days of the year too, such as forms for a school"))
        self.year.toggled.connect(self._show_entries)
        self.title = Choices([(PLAIN, _("“Meeting” or “Date to remember”, and no name")), (NAMED, "")])
        self.title.set_value(PLAIN)
        title = Field(
            _("What shall your calendar show?"),
            self.title,
            hint=_("Other people may see your calendar or your phone. So no name is the safe choice."),
        )
        self.save = Button(_("Save the file"), kind="main", icon="calendar-plus")
        self.save.clicked.connect(self._on_save)
        for part in (self.entries, self.out, self.due, self.year, title):
            self.card.body.addWidget(part)
        self.card.actions(self.save)
        self.column.addWidget(self.card)
        self.column.addWidget(
            PlainLabel(
                _(
                    "When a date has changed, save the file again and open it again. Most calendars then move the "
                    "date and do not show it twice, and take out what is off."
                ),
                kind="hint",
            )
        )

    def refresh(self) -> None:
        self._name = self.records.read(children.child_name, self.child_id)
        words = _("What it is and the name: “Meeting about {child}”").format(child=self._name)
        self.title.row(NAMED).setText(words)
        self._show_entries()

    def save_to(self, path: str) -> None:
        """Write the file where the carer chose, and say what went in."""
        self.records.change(
            own_calendar.entries_to_write,
            self.child_id,
            self.today(),
            new_id,
            due_dates=self.due.isChecked(),
            year=self.year.isChecked(),
            then=partial(self._write, path),
        )

    def _write(self, path: str, entries: list[OwnEntry]) -> None:
        stamp = datetime.combine(self.today(), time(), UTC)
        name = self._name if self.title.value() == NAMED else ""
        self.records.run(
            partial(meeting_calendar.save_entries, entries, stamp, name, Path(path)),
            then=lambda _done: self._on_written(entries),
            saying=_("Saving the file. This can take a moment."),
        )

    def _on_written(self, entries: list[OwnEntry]) -> None:
        out = sum(each.cancelled for each in entries)
        count = len(entries) - out
        words = plural("Saved. {count} date is in the file.", "Saved. {count} dates are in the file.", count)
        if out:
            words += " " + plural(
                "It takes {count} date out of your calendar.",
                "It takes {count} dates out of your calendar.",
                out,
            )
            self.records.change(own_calendar.taken_out, self.child_id, entries)
        self.said.emit(words)

    def _show_entries(self) -> None:
        known = self.records.read(
            own_calendar.own_entries,
            self.child_id,
            self.today(),
            due_dates=self.due.isChecked(),
            year=self.year.isChecked(),
        )
        coming = [entry for entry in known if not entry.cancelled]
        out = [entry for entry in known if entry.cancelled]
        self.entries.setText(_lines(coming) or _("There is no date to come yet."))
        self.out.setText(_("Taken out of your calendar:") + "\n" + _lines(out))
        self.out.setVisible(bool(out))
        self.save.setEnabled(bool(known))

    def _on_save(self) -> None:
        dialogs.choose_where_to_save(
            self,
            _("Save the file"),
            _("Calendar files (*.ics)"),
            meeting_calendar.ALL_FILE_NAME,
            self.save_to,
        )


def _lines(entries: list[OwnEntry]) -> str:
    return "\n".join(
        _("{day}: {what}").format(day=say_day(entry.on_day), what=entry.words) for entry in entries
    )
