"""When and where the meeting is, and a file for the carer's own calendar."""

from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from carer_app.choices import PlainQuestion, RequestAbout, Suits
from carer_app.jobs import meeting_calendar
from carer_app.typed_dates import say_day, say_short, say_time
from carer_app.use_cases import finding_a_time, own_calendar, planning, preparing, putting_off, removed
from carer_app.use_cases.planning import MeetingFacts
from carer_app.words import _
from ui.base import dialogs
from ui.base.places import AskAgain, ChildRecord, FindATime, ReadyWordsPlace
from ui.base.records import Undo
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import EXAMPLE_AHEAD, day_field
from ui.parts.kept_text import KeptText
from ui.parts.part_page import PartPage
from ui.parts.stored_day import StoredDay
from ui.parts.time_field import TimeField
from ui.widgets.buttons import Button, Link
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.folded_card import FoldedCard
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class WhenWherePage(PartPage):
    """Day, time and place, saved as typed."""

    why = _(
        "Does this time work for you, and for {child}? If not, ask early for another one, or to join by phone."
    )

    def build(self) -> None:
        super().build()
        self.rail.ways(self.ready_words)  # they are about more than whether the day suits: always in sight

    def build_part(self) -> None:
        card = Card()
        self.day = day_field(self.today)
        day = Field(
            _("Day"),
            self.day,
            hint=_("For example {day}, or next Wednesday. Leave it empty if it is not known.").format(
                day=say_short(self.today() + EXAMPLE_AHEAD)
            ),
        )
        self.gone = PlainLabel(
            _(
                "This day has gone by. If the meeting was held, choose “The meeting is over” under getting ready."
            ),
            kind="hint",
        )
        self.also = PlainLabel("", kind="strong")
        self.put_off = PlainLabel("", kind="hint")
        self.time = TimeField()
        at = Field(_("Time"), self.time, hint=_("For example 2.30pm."))
        self.where = KeptText(self.records, planning.set_place, self.meeting_id, lines=1)
        where = Field(_("Place"), self.where, hint=_("School and room. Or the words “by phone” or “online”."))
        self._time_before: time | None = None
        self.same_words = PlainLabel("")
        self.same = Button("", icon="check")
        self.same.clicked.connect(self._on_same_time)
        self.elsewhere = PlainLabel("")
        self.ask_again = Link(_("No day yet? Ask again."))
        self.ask_again.clicked.connect(self._on_ask)
        self.asking = WrapRow(self.ask_again)
        for part in (
            day,
            self.asking,
            self.gone,
            self.also,
            self.put_off,
            at,
            self.same_words,
            WrapRow(self.same),
            where,
            self.elsewhere,
        ):
            card.body.addWidget(part)
        self.column.addWidget(card)
        StoredDay(self, "day", day, self.day, self._save_day)
        StoredDay(self, "time", at, self.time, self._save_time)

        self.column.addWidget(self._suits())
        calendar = Card(_("Your own calendar"))
        self.about_file = PlainLabel("")
        self.about_save = Opens(_("Your own calendar"), self.about_file)
        calendar.body.addWidget(self.about_save)
        self.save = Button(_("Save to my calendar"), icon="calendar-plus")
        self.save.clicked.connect(self._on_save)
        calendar.actions(self.save)
        calendar.setVisible(not self.records.forgets)
        self.column.addWidget(calendar)

        self.about_off = PlainLabel("")
        self.off = Button(_("This meeting is off"), icon="calendar")
        self.on_again = Button(_("It takes place after all"), icon="undo-2")
        off = FoldedCard(_("If this meeting is off"), self.about_off, WrapRow(self.off, self.on_again))
        self.about_off_part = off.fold
        self.column.addWidget(off)
        self.about_mistake = PlainLabel("")
        self.take_out = Button(_("Take this meeting out"), icon="trash-2")
        self.take_out.clicked.connect(self._on_take_out)
        self.column.addWidget(
            FoldedCard(_("If it was planned by mistake"), self.about_mistake, WrapRow(self.take_out))
        )
        self.off.clicked.connect(self._on_off)
        self.on_again.clicked.connect(lambda: self.records.change(planning.call_off, self.meeting_id, None))

    def _suits(self) -> Card:
        card = Card(_("Does it suit everybody?"))
        self.suits: dict[PlainQuestion, ChoicesAcross] = {}
        for question, label in (
            (PlainQuestion.SUITS_ME, _("You")),
            (
                PlainQuestion.SUITS_CHILD,
                _("{child} (not in a lesson {they} love{s}?)").format(child=self.child, **self.pronoun.forms),
            ),
            (PlainQuestion.SUITS_SCHOOL, _("School")),
        ):
            self.suits[question] = row = ChoicesAcross([(each.value, each.words) for each in Suits])
            row.chosen.connect(partial(self._on_suits, question))
            card.body.addWidget(Field(label, row))
        self.does_not_suit = PlainLabel(
            _(
                "Ask early for another time, or to join by phone. It matters that you are there, "
                "and it is fine to ask."
            ),
            kind="strong",
        )
        card.body.addWidget(self.does_not_suit)
        self.ready_words = Button(_("Ready words to ask with"), icon="copy")
        self.ready_words.clicked.connect(self.go_to(ReadyWordsPlace(self.meeting_id)))
        self.suiting = Button(_("Find a time"), icon="calendar-days")
        self.suiting.clicked.connect(self.go_to(FindATime(self.meeting_id)))
        card.actions(self.suiting)
        return card

    def _on_suits(self, question: PlainQuestion, answer: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, question, answer)

    def refresh_part(self) -> None:
        also = self.records.read(finding_a_time.also_that_day, self.meeting_id)
        self.also.setText(also)
        self.also.setVisible(bool(also))
        self.put_off.setText(self.records.read(putting_off.put_off_from, self.meeting_id))
        self.put_off.setVisible(bool(self.put_off.words()))
        answers = self.records.read(preparing.answers, self.meeting_id, self.part)
        for question, row in self.suits.items():
            row.set_value(answers.get(question, ""))
        self.does_not_suit.setVisible(Suits.NO in [answers.get(question) for question in self.suits])
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        self.stored_days["day"].show(facts.on_day)
        self.stored_days["time"].show(facts.at_time)  # type: ignore[arg-type]  # a TimeField holds times
        self.where.show_stored(facts.place)
        self._show_same_time(facts)
        self.elsewhere.setText(facts.elsewhere)
        self.elsewhere.setVisible(bool(facts.elsewhere))
        self.gone.setVisible(facts.on_day is not None and facts.on_day < self.today() and not facts.is_over)
        is_off = facts.called_off_on is not None
        self.off.setVisible(not is_off and not facts.is_over)
        self.on_again.setVisible(is_off)
        self.about_off.setText(_off_words(facts))
        if is_off:
            self.about_off_part.open(True)
        self._child_id = facts.child_id
        self.asking.setVisible(facts.on_day is None and not facts.is_over and not is_off)
        self.take_out.setVisible(not facts.stays_because)
        self.about_mistake.setText(
            facts.stays_because
            or _(
                "It goes off every list, with what you got ready for it. For {days} days you can put it back from "
                "“Recently taken out” in Settings."
            ).format(days=removed.DAYS)
        )
        self.save.setVisible(facts.on_day is not None)
        words = _("Take it out of my calendar") if is_off else _("Save to my calendar")
        self.save.setText(words)
        self.save.setAccessibleName(words)
        self.about_file.setText(_file_words(facts))

    def _on_ask(self) -> None:
        self.go.emit(AskAgain(self._child_id, RequestAbout.MEETING_DATE))

    def save_to(self, path: str) -> None:
        """Write the calendar file where the carer chose, and say what went in."""
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        if facts.on_day is None:
            return
        stamp = datetime.combine(self.today(), time(), UTC)
        self.records.run(
            lambda: meeting_calendar.save_meeting(facts, stamp, Path(path)),
            then=lambda _done: self._on_written(facts),
            saying=_("Saving the file. This can take a moment."),
        )

    def _on_written(self, facts: MeetingFacts) -> None:
        self.records.change(own_calendar.meeting_was_saved, self.meeting_id, ends_undo=False)
        self.said.emit(_what_went_in(facts))

    def _on_off(self) -> None:
        self.records.change(
            planning.call_off,
            self.meeting_id,
            self.today(),
            undo=Undo(_("The meeting is called off."), planning.call_off, (self.meeting_id, None)),
        )

    def _on_take_out(self) -> None:
        self.flush()
        self.records.change(
            planning.take_meeting_out,
            self.meeting_id,
            self.today(),
            undo=Undo(
                _("The meeting is taken out, with what was got ready for it."),
                planning.bring_meeting_back,
                (self.meeting_id,),
            ),
            then=lambda _nothing: self.go.emit(ChildRecord(self._child_id)),
        )

    def _on_save(self) -> None:
        self.flush()
        dialogs.choose_where_to_save(
            self,
            _("Save to my calendar"),
            _("Calendar files (*.ics)"),
            meeting_calendar.FILE_NAME,
            self.save_to,
        )

    def _save_day(self, day: date | None) -> bool:
        before = self.records.read(planning.meeting_facts, self.meeting_id)
        if before.at_time is None or before.on_day in (None, day):
            return self.records.change(planning.set_day, self.meeting_id, day)
        self._time_before = before.at_time
        words = (
            _("The meeting is moved to {day}.").format(day=say_day(day))
            if day
            else _("The day is taken out.")
        )
        undo = Undo(words, planning.put_back_when, (self.meeting_id, before.on_day, before.at_time))
        return self.records.change(planning.set_day, self.meeting_id, day, undo=undo)

    def _show_same_time(self, facts: MeetingFacts) -> None:
        """On another day it may be at another time: that is asked, and not taken for granted."""
        asks = self._time_before is not None and facts.on_day is not None and facts.at_time is None
        self.same_words.setVisible(asks)
        self.same.setVisible(asks)
        if asks and self._time_before is not None:
            at = say_time(self._time_before)
            self.same_words.setText(
                _("Before the move it was at {time}. Is it at the same time on the new day?").format(time=at)
            )
            self.same.setText(_("Yes, at {time} too").format(time=at))
            self.same.setAccessibleName(self.same.words())

    def _on_same_time(self) -> None:
        self.time.entry().setFocus(Qt.FocusReason.OtherFocusReason)
        self.records.change(planning.set_time, self.meeting_id, self._time_before)

    def _save_time(self, at: date | None) -> bool:
        return self.records.change(planning.set_time, self.meeting_id, at)


def _off_words(facts: MeetingFacts) -> str:
    if facts.called_off_on is None:
        return _(
            "If it is only put off, change the day above. If it is off, press here: it goes off your list, "
            "and what you got ready is kept."
        )
    return _("This meeting was called off on {day}. What you got ready is still here.").format(
        day=say_day(facts.called_off_on)
    )


def _file_words(facts: MeetingFacts) -> str:
    if facts.on_day is None:
        return _("When the day is known, you can save it to your calendar here.")
    if facts.called_off_on is not None:
        return _(
            "If this meeting is in your calendar, save this small file and open it: then it is taken out."
        )
    return _(
        "This saves a small file that your calendar can open. It says “Meeting”, the day and the time. "
        "No name and no school is in it."
    )


def _what_went_in(facts: MeetingFacts) -> str:
    assert facts.on_day is not None
    at = _(" at {time}").format(time=say_time(facts.at_time)) if facts.at_time else ""
    if facts.called_off_on is not None:
        return _("Saved. The file takes the meeting on {day} out of your calendar.").format(
            day=say_day(facts.on_day)
        )
    return _("Saved. The file says: Meeting, {day}{at}. No name and no school is in it.").format(
        day=say_day(facts.on_day), at=at
    )
