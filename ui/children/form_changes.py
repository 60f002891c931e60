"""What a carer changes in a school’s dates. What is typed is kept as it is typed; what is pressed can be undone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from carer_app.choices import WhatDay
from carer_app.use_cases import changing_dates, dates_drafts, drafts, filling_dates
from carer_app.use_cases.dates_form import Box, DatesForm
from carer_app.words import _
from ui.base.places import PasteDates
from ui.base.records import Undo
from ui.children.year_card import pupils_words
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage


HEARD_AFTER = 600
"""Milliseconds. A screen reader says “selected” as an answer is pressed, and breaks off whatever was said then."""


class FormChanges:
    """Each change gives a new form, which is kept at once as a draft. Then the keyboard goes on."""

    def __init__(self, page: "CheckDatesPage") -> None:
        self._page = page
        self.is_typing = self._is_held = False
        """Whether the page reads again because of a key: what stands beside the box does not jump then."""

    def type_in(self, row_id: int, box: Box, text: str) -> None:
        """Keep what is typed, at each key; show what it comes to as soon as it is a day."""
        page = self._page
        page.form = page.mine = changing_dates.type_in(page.given, row_id, box, text)
        page.red.typed_in(row_id)
        page.records.forget_undo()  # it would take back what is being typed
        kept = page.records.change(dates_drafts.keep_form, page.place.key, page.form, announce=False)
        if kept and [each.counts for each in page.check(page.form)] != [each.counts for each in page.checked]:
            self.is_typing = self._is_held = True
            page.look_again()
            self.is_typing = False

    def settle(self) -> None:
        """A box was left: say beside it what is wrong, and what is still to be checked."""
        page = self._page
        if page.form is not None and (self._is_held or page.check(page.form) != page.checked):
            self._is_held = False
            page.look_again()

    def take_out(self, row_id: int, words: str) -> None:
        """Take out a part of the year or a day. The keyboard lands in no other box: Ctrl+Z would be about its text."""
        for section in self._page.sections.values():
            if section.has(row_id):
                section.lend_keyboard(row_id)
        self._press(
            changing_dates.take_out(self._page.given, row_id), _("Taken out: {what}.").format(what=words)
        )

    def split(self, row_id: int, words: str) -> None:
        """Put a half term into a term: its last day moves to the second half, and two boxes wait."""
        said = _("{stretch} has two halves now. Type the days of the half term.").format(stretch=words)
        self._press(changing_dates.split(self._page.given, row_id), said)
        self._page.going.jump(row_id, "last")

    def moved_is_right(self, row_id: int) -> None:
        """Last year's days, moved, are right here."""
        self._press(changing_dates.looked_at(self._page.given, row_id), _("These school days count now."))
        self._page.going.go_on(row_id, "last")

    def year_is_right(self, year: int) -> None:
        """What is said of a whole school year was checked, and is right."""
        checked = [each for each in self._page.checked if each.form.year == year]
        said = [each.sentence for one in checked for each in one.look if not each.row_id]
        self._press(changing_dates.is_right(self._page.given, said), _("You have checked this."))
        self._page.going.go_to_open((year, "look"))

    def row_is_right(self, row_id: int) -> None:
        """What is said beside a row was checked, and is right."""
        besides = (each for one in self._page.checked for each in one.look)
        said = [each.sentence for each in besides if each.row_id == row_id and each.asks]
        boxes = [
            spot for spot in self._page.going.spots() if spot[0] == row_id and spot[1] not in ("look", "line")
        ]
        self._press(changing_dates.is_right(self._page.given, said), _("You have checked this."))
        self._page.going.go_to_open(boxes[-1])

    def add_stretch(self, year: int) -> None:
        """One more part of the year, with the keyboard in it."""
        words = _("There is one more part of the year to fill in.")
        self._add(changing_dates.add_stretch(self._page.given, year), words)

    def add_day(self, year: int, *, is_inset: bool) -> None:
        """One more day without pupils, with the keyboard in it."""
        self._add(changing_dates.add_day(self._page.given, year, is_inset), _("A day was added."))

    def say_kind(self, row_id: int, is_inset: bool) -> None:
        """A day is a training day, or school is closed."""
        words = _("It is a training day now.") if is_inset else _("School is closed on that day now.")
        self._press(changing_dates.say_kind(self._page.given, row_id, is_inset), words)

    def want_year(self, year: int, wanted: bool) -> None:
        """Use a school year, or leave it out."""
        words = (
            _("These dates are chosen. They count once you use them.")
            if wanted
            else _("The year is left out.")
        )
        self._press(changing_dates.want_year(self._page.given, year, wanted), words)

    def say_line(self, row_id: int, what: WhatDay) -> None:
        """Say what a line is."""
        line = next(each for each in self._page.given.lines if each.id == row_id)
        words = _("{what}: {line}.").format(what=what.words, line=line.written or line.line)
        self._press(changing_dates.say_line(self._page.given, row_id, what), words)

    def fill_pattern(self, year: int) -> None:
        """Last year's dates, moved, each to be checked."""
        given = self._page.given
        stored = self._page.records.read(filling_dates.last_years, self._page.school_id, year)
        before = filling_dates.periods_before(given, year, stored)
        words = _("Last year’s dates are in the boxes, moved. They do not count yet.")
        self._press(filling_dates.with_pattern(given, year, before), words)

    def answer(self, chosen: int | None) -> None:
        """Answer the one question: the boxes are filled with what was read then. None takes nothing, and leads back."""
        page = self._page
        before = page.records.read(drafts.of_place, page.place.key)
        put_back = (dates_drafts.put_back_draft, (page.place.key, before))
        if chosen is None:
            words = _("Nothing was taken from the page. The dates of the school are what they were.")
            page.records.change(
                drafts.forget,
                page.place.key,
                undo=Undo(words, *put_back),
                then=lambda _nothing: page.go.emit(PasteDates(page.school_id)),
            )
            return
        undo = Undo(self._said_of_answer(chosen), *put_back, came=self._came_of_answer(chosen))
        if page.records.change(dates_drafts.answer, page.place.key, chosen, undo=undo):
            said = f"{undo.words} {undo.came}"
            QTimer.singleShot(HEARD_AFTER, page, lambda: announce(page, said))

    def _said_of_answer(self, chosen: int) -> str:
        question = self._page.question
        assert question is not None, "there is a question where it is answered"
        return _("You answered: {answer}.").format(answer=question.asked.answers[chosen])

    def _came_of_answer(self, chosen: int) -> str:
        """What an answer changes: what comes after it, or how many days the years that are not over have then."""
        page = self._page
        form = page.records.read(dates_drafts.comes_of, page.place.key, chosen)
        if form is None:
            return _("There is one more question.")
        said = [
            (each.name, pupils_words(each.counts))
            for each in page.check(form)
            if each.counts is not None and each.form.is_wanted
        ]
        if len(said) == 1:
            return said[0][1]
        return " ".join(_("{year}: {days}").format(year=name, days=days) for name, days in said)

    def _press(self, form: DatesForm, words: str) -> None:
        page = self._page
        before = page.records.read(drafts.of_place, page.place.key)
        undo = Undo(
            words,
            dates_drafts.put_back_draft,
            (page.place.key, before),
            again=(dates_drafts.keep_form, (page.place.key, form)),
            came=self._came_of(form),
        )
        page.mine = form
        page.records.change(dates_drafts.keep_form, page.place.key, form, undo=undo)

    def _came_of(self, form: DatesForm) -> str:
        """The days of the year that was changed, in few words: the picture may be out of sight, and the bar that says
        it takes its height from the page."""
        then = {each.form.year: each.counts for each in self._page.checked}
        for each in self._page.check(form):
            if each.counts is not None and each.counts != then.get(each.form.year):
                return pupils_words(each.counts)
        return ""

    def _add(self, form: DatesForm, words: str) -> None:
        added = self._page.given.next_id
        self._press(form, words)
        for section in self._page.sections.values():
            if section.has(added):
                section.focus_row(added)
