"""A school’s dates in boxes: looked at, put right or typed, and used. Nothing counts before that."""

from collections.abc import Iterator
from functools import partial
from time import monotonic
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import WhatDay
from carer_app.use_cases import (
    changing_dates,
    checked_form,
    dates_drafts,
    dates_form,
    drafts,
    filling_dates,
    replacing_dates,
    school_dates,
)
from carer_app.use_cases.checked_form import Beside, CheckedYear
from carer_app.use_cases.dates_drafts import Begun, Stood
from carer_app.use_cases.dates_form import Box, DatesForm
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CheckDates, PasteDates, SchoolDates
from ui.base.records import Undo
from ui.children.asked_lines import LinesCard, QuestionCard, StoodCard
from ui.children.stretch_row import StretchRow
from ui.children.to_look_at import Spot, ToLookAt
from ui.children.what_waits import doubted_in, looks_of, waiting_in
from ui.children.year_card import counts_words
from ui.children.year_section import YearSection
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

A_MOMENT = 0.015
"""So many seconds the page is filled, before a key or a press can come in between."""


class CheckDatesPage(Page):
    """Every change is kept at once as a draft; the picture and the counts follow what can be read."""

    max_width = 920
    keeps_still = True

    def __init__(self, house: House, place: CheckDates) -> None:
        self.school_id, self.year = place.school_id, place.year
        self.form: DatesForm | None = None
        self._mine: DatesForm | None = None
        self.checked: tuple[CheckedYear, ...] = ()
        self._sections: dict[int, YearSection] = {}
        self._rest: Iterator[None] | None = None
        self.question: QuestionCard | None = None
        self._is_typing = self._is_held = self._is_tried = False
        self._at_first: frozenset[Beside] | None = None
        self._told: frozenset[str | int] = frozenset()
        self._typed_in = set[int]()
        self._soon = QTimer(singleShot=True, interval=0)
        self._soon.timeout.connect(self._next_pieces)
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Check the school’s dates") if not self.year else _("The school’s dates"),
            _(
                "Type a day like this: 24 oct. Press Enter to go to the next thing to check. "
                "The arrow keys go up and down. Nothing counts until you press “Use these dates”."
            ),
        )
        self.add_summary()
        self.nothing = PlainLabel("")
        self.on = Button(_("School dates"), kind="main", icon="arrow-right")
        self.on.clicked.connect(self.go_to(SchoolDates(self.school_id)))
        self.asked = QVBoxLayout()
        theme.space(self.asked, gap=16, edges=(0, 0, 0, 0))
        self.to_look_at = ToLookAt(self._jump_to)
        self.lines = LinesCard(self)
        self.years = QVBoxLayout()
        theme.space(self.years, gap=16, edges=(0, 0, 0, 0))
        self.stood = StoodCard()
        self.replaces = PlainLabel("", kind="strong")
        self.not_looked = PlainLabel("", kind="strong")
        self.not_looked.hide()
        self.use = Button(_("Use these dates"), kind="main", icon="check")
        self.use.clicked.connect(self._on_use)
        self.leave = Button(_("Do not use these dates"), icon="x")
        self.leave.clicked.connect(self._on_leave)
        self.ways = WrapRow(self.use, self.leave)
        self.column.addWidget(self.nothing)
        self.column.addWidget(WrapRow(self.on))
        self.column.addLayout(self.asked)
        self.column.addWidget(self.to_look_at)
        self.column.addWidget(self.lines)
        self.column.addLayout(self.years)
        self.column.addWidget(self.stood)
        self.column.addWidget(self.replaces)
        self.column.addWidget(self.not_looked)
        self.column.addWidget(self.ways)

    def refresh(self) -> None:
        name = self.records.read(filling_dates.school_name, self.school_id)
        begun = self.records.read(dates_drafts.begun, self.place.key)
        if begun is None and self.year:
            begun = Begun(self.records.read(filling_dates.form_of_stored, self.school_id, self.year))
        words = _("Dates of {school}") if self.year else _("Check the dates: {school}")
        self.rename(words.format(school=name))
        form = begun.form if begun else None
        if form != self.form and form != self._mine:
            self._at_first, self._typed_in, self._is_tried = None, set(), False
            self._told = frozenset()
        self.form = self._mine = form
        self._show_asked(begun)
        self.nothing.setVisible(begun is None)
        self.on.setVisible(begun is None)
        self.nothing.setText(
            _(
                "There are no dates to check here now. What counts, and the ways to add dates, are on School dates."
            )
        )
        self.stood.show_stood((*(begun.stood if begun else ()), *self._not_asked()))
        for part in (self.lines, self.ways):
            part.setVisible(self.form is not None)
        self.checked = self._check(self.form) if self.form else ()
        if self._at_first is None and self.form is not None:
            self._at_first = frozenset(each for year in self.checked for each in year.wrong)
        self._show_not_looked()
        is_said_above = self._problems is not None and not self._problems.isHidden()
        if self.form is None or is_said_above:
            self.to_look_at.hide()
        elif not self._is_typing:  # the page does not jump under the box
            self.to_look_at.show_all(looks_of(self._given, self.checked))
        self._rest = self._pieces()
        if self.comes_in_pieces and self.checked and not self._sections:
            self._soon.start()
        else:
            self._show_rest()

    @property
    def sections(self) -> dict[int, YearSection]:
        """The school years, in their order. Whoever asks does not meet the page half filled."""
        self._show_rest()
        return self._sections

    def _pieces(self) -> Iterator[None]:
        if self.form is not None:
            yield from self.lines.fill(self.form, self.checked)
        yield from self._fill_years()
        yield
        self._show_replaced()

    def _next_pieces(self) -> None:
        """Go on filling the page for a moment; what the carer does meanwhile comes in between."""
        rest, until = self._take_rest(), monotonic() + A_MOMENT
        while rest is not None:
            try:
                next(rest)
            except StopIteration:
                follow_reading_order(self)
                return
            if monotonic() > until:
                self._rest = self._rest or rest  # a newer one, where it was read again meanwhile
                self._soon.start()
                return

    def _take_rest(self) -> Iterator[None] | None:
        """Whoever fills the page meets nobody else who does."""
        rest, self._rest = self._rest, None
        return rest

    def _show_rest(self) -> None:
        """Fill what is not filled yet, now."""
        rest = self._take_rest()
        for _piece in rest or ():
            pass
        if rest is not None and self._soon.isActive():
            self._soon.stop()
            follow_reading_order(self)

    # What is changed in the form. What is pressed can be undone; what is typed is kept as it is typed.

    def type_in(self, row_id: int, box: Box, text: str) -> None:
        """Keep what is typed, at each key; show what it comes to as soon as it is a day."""
        assert self.form is not None, "there are boxes only where there is a form"
        self.form = self._mine = changing_dates.type_in(self.form, row_id, box, text)
        self._typed_in.add(row_id)
        self.records.forget_undo()  # it would take back what is being typed
        kept = self.records.change(dates_drafts.keep_form, self.place.key, self.form, announce=False)
        if kept and [each.counts for each in self._check(self.form)] != [
            each.counts for each in self.checked
        ]:
            self._is_typing = self._is_held = True
            self.look_again()
            self._is_typing = False

    def settle(self) -> None:
        """A box was left: say beside it what is wrong, and what is still to be looked at."""
        if self.form is not None and (self._is_held or self._check(self.form) != self.checked):
            self._is_held = False
            self.look_again()

    def take_out(self, row_id: int, words: str) -> None:
        """Take out a stretch or a day. The keyboard lands in no other box: Ctrl+Z there would be about its text."""
        for section in self.sections.values():
            if section.has(row_id):
                section.lend_keyboard(row_id)
        self._press(changing_dates.take_out(self._given, row_id), _("Taken out: {what}.").format(what=words))

    def split(self, row_id: int, words: str) -> None:
        """Put a half term into a term: its last day moves to the second half, and two boxes wait."""
        said = _("{stretch} has two halves now. Type the days of the half term.").format(stretch=words)
        self._press(changing_dates.split(self._given, row_id), said)
        self.jump(row_id, "last")

    def look_at(self, row_id: int) -> None:
        """Last year's days are right for this stretch."""
        self._press(changing_dates.looked_at(self._given, row_id), _("These school days count now."))
        self.go_on(row_id, "last")

    def looked_at_year(self, year: int) -> None:
        """What is said of a whole school year was looked at, and is right."""
        said = [
            each.sentence
            for one in self.checked
            if one.form.year == year
            for each in one.look
            if not each.row_id
        ]
        self._press(changing_dates.is_right(self._given, said), _("You have checked this."))
        self._go_to_open((year, "look"))

    def looked_at_row(self, row_id: int) -> None:
        """What is said beside a stretch, or a day off, was looked at, and is right."""
        said = [
            each.sentence for one in self.checked for each in one.look if each.row_id == row_id and each.asks
        ]
        boxes = [spot for spot in self._spots() if spot[0] == row_id and spot[1] not in ("look", "line")]
        self._press(changing_dates.is_right(self._given, said), _("You have checked this."))
        self._go_to_open(boxes[-1])

    def is_red(self, beside: Beside) -> bool:
        """Whether a mistake is shown as one: not what was read, before the carer has typed there or wants to use it."""
        is_theirs = self._given.by_hand or beside.row_id in self._typed_in or self._is_tried
        return is_theirs or beside not in (self._at_first or ())

    def add_stretch(self, year: int) -> None:
        """One more stretch, with the keyboard in it."""
        self._add(
            changing_dates.add_stretch(self._given, year), _("There is one more part of the year to fill in.")
        )

    def add_day(self, year: int, *, is_inset: bool) -> None:
        """One more day without pupils, with the keyboard in it."""
        self._add(changing_dates.add_day(self._given, year, is_inset), _("A day was added."))

    def say_kind(self, row_id: int, is_inset: bool) -> None:
        """A day is a training day, or school is closed."""
        words = _("It is a training day now.") if is_inset else _("School is closed on that day now.")
        self._press(changing_dates.say_kind(self._given, row_id, is_inset), words)

    def want_year(self, year: int, wanted: bool) -> None:
        """Use a school year, or leave it out."""
        words = (
            _("These dates are chosen. They count once you use them.")
            if wanted
            else _("The year is left out.")
        )
        self._press(changing_dates.want_year(self._given, year, wanted), words)

    def say_line(self, row_id: int, what: WhatDay) -> None:
        """Say what a line is."""
        line = next(each for each in self._given.lines if each.id == row_id)
        words = _("{what}: {line}.").format(what=what.words, line=line.written or line.line)
        self._press(changing_dates.say_line(self._given, row_id, what), words)

    def fill_pattern(self, year: int) -> None:
        """Last year's dates, moved, each to be looked at."""
        stored = self.records.read(filling_dates.last_years, self.school_id, year)
        before = filling_dates.periods_before(self._given, year, stored)
        words = _("Last year’s dates are in the boxes, moved. They do not count yet.")
        self._press(filling_dates.with_pattern(self._given, year, before), words)

    def answer(self, chosen: int | None) -> None:
        """Answer the one question: the boxes are filled with what was read then. None takes nothing, and leads back."""
        before = self.records.read(drafts.of_place, self.place.key)
        if chosen is None:
            words = _("Nothing was taken from the page. The dates of the school are what they were.")
            self.records.change(
                drafts.forget,
                self.place.key,
                undo=Undo(words, dates_drafts.put_back_draft, (self.place.key, before)),
                then=lambda _nothing: self.go.emit(PasteDates(self.school_id)),
            )
            return
        self.records.change(
            dates_drafts.answer,
            self.place.key,
            chosen,
            undo=Undo(_("We use your answer now."), dates_drafts.put_back_draft, (self.place.key, before)),
        )

    # Where the keyboard goes

    def go_on(self, row_id: int, box: Box | Literal["line"]) -> None:
        """From here to the next line without an answer, or box that is empty or needs a look; then to what is wrong."""
        self._go_after((row_id, box))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on from the heading too, where the keyboard is when one comes here."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        at_heading = self._heading is not None and self.focusWidget() is self._heading
        if is_enter and at_heading and self.form is not None:
            self._go_after(None)
        else:
            super().keyPressEvent(event)

    def _go_after(self, spot: Spot | None) -> None:
        spots = self._spots()
        after = spots[spots.index(spot) + 1 :] if spot in spots else spots if spot is None else []
        looks, wrong = set(waiting_in(self._given, self.checked)), set(self._hindering())
        following = next((each for each in after if each in looks), None)
        following = following or next((each for each in spots if each in wrong), None)
        if following is None:
            self.use.setFocus(Qt.FocusReason.TabFocusReason)
            if self.replaces.isVisible():
                bring_into_view(self.replaces)
            bring_into_view(self.use)
        else:
            self._jump_to(following)

    def _go_to_open(self, spot: Spot) -> None:
        """On to the next thing to look at, also above: to the end only where nothing is open."""
        spots, looks = self._spots(), looks_of(self._given, self.checked, only_open=True)
        above = spots[: spots.index(spot)] if spot in spots else []
        waits = set(waiting_in(self._given, self.checked))
        first = next((where for _name, where in looks if where in above), None)
        if first is None or any(each in waits for each in spots[len(above) + 1 :]):
            self._go_after(spot)
        else:
            self._jump_to(first)

    def _spots(self) -> list[Spot]:
        """Everywhere Enter may lead to, in its order: what is said of a whole year comes after its boxes."""
        found: list[Spot] = [(each.id, "line") for each in dates_form.lines_asked(self._given)]
        for year, section in self.sections.items():
            found += section.boxes()
            found.append((year, "look"))
        return found

    def _jump_to(self, spot: Spot) -> None:
        self._show_rest()
        place, box = spot
        if box == "line":
            row = self.lines.row(place)
            row.first_box().setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_view(row)
            return
        if box != "look":
            self.jump(place, box)
            return
        section = self.sections[place]
        section.looked.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(section.look)
        bring_into_view(section.looked)

    def step(self, row_id: int, box: Box, by: int) -> None:
        """To the same box of the stretch above or below."""
        rows = [row for section in self.sections.values() for row, which in section.boxes() if which == box]
        place = rows.index(row_id) + by
        if 0 <= place < len(rows):
            self.jump(rows[place], box, to_box=True)

    def jump(self, row_id: int, box: Box, *, to_box: bool = False) -> None:
        """Put the keyboard into a box, with all of it marked: what is typed takes its place.

        Where last year's days wait to be looked at, to "This is right" instead, unless `to_box`.
        """
        stretch = next((each for _year, each in self._given.stretches() if each.id == row_id), None)
        field = self._field(row_id, box)
        if field is None:
            return
        entry = field.entry()
        if stretch is not None and stretch.moved and not to_box:
            entry = next(
                each.stretches.row(row_id).right for each in self.sections.values() if each.has(row_id)
            )
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(entry)
        if stretch is not None and entry is not field.entry():
            # Both days are seen before they are said to be right, also once the message bar has its place below.
            row: StretchRow = next(
                each.stretches.row(row_id) for each in self.sections.values() if each.has(row_id)
            )
            self.body.show_together(row, row.days)

    @property
    def _given(self) -> DatesForm:
        assert self.form is not None, "there are buttons only where there is a form"
        return self.form

    def _press(self, form: DatesForm, words: str) -> None:
        before = self.records.read(drafts.of_place, self.place.key)
        undo = Undo(self._with_counts(words, form), dates_drafts.put_back_draft, (self.place.key, before))
        self._mine = form
        self.records.change(dates_drafts.keep_form, self.place.key, form, undo=undo)

    def _with_counts(self, words: str, form: DatesForm) -> str:
        """What was done, and the counts of the year that it changed: the picture may be out of sight."""
        then = {each.form.year: each.counts for each in self.checked}
        for each in checked_form.check(form):
            if each.counts is not None and each.counts != then.get(each.form.year):
                return f"{words} {counts_words(each.counts)}"
        return words

    def _add(self, form: DatesForm, words: str) -> None:
        added = self._given.next_id
        self._press(form, words)
        for section in self.sections.values():
            if section.has(added):
                section.focus_row(added)

    def _show_asked(self, begun: Begun | None) -> None:
        asked = begun.asked if begun else None
        if asked is None or self.question is None or self.question.asked.sentence != asked.sentence:
            was_here = self.question is not None and self.question.has_keyboard(self.focusWidget())
            if self.question is not None:
                self.asked.removeWidget(self.question)
                let_go(self.question)
                self.question = None
            if asked is not None:
                self.question = QuestionCard(self, asked)
                self.asked.addWidget(self.question)
                self.question.show()  # the layout would show it later; the keyboard may go there now
                if was_here:
                    self.question.choices.entry().setFocus()  # the next question, in place of the one answered
        if asked is not None and self.question is not None:
            self.question.show_asked(asked)

    def _show_replaced(self) -> None:
        """Which dates that are used now would go, before that is done."""
        found = (
            self.records.read(replacing_dates.replaced, self.school_id, self.form)
            if self.form is not None
            else ()
        )
        said = "\n".join(each.words for each in found if each.days or not self.year)
        self.replaces.setText(said)
        self.replaces.setVisible(bool(said))
        self.use.setAccessibleDescription(said)

    def _fill_years(self) -> Iterator[None]:
        stored = {
            each.form.year: bool(self.records.read(filling_dates.last_years, self.school_id, each.form.year))
            for each in self.checked
        }
        years = {each.form.year: each for each in self.checked}
        for gone in [year for year in self._sections if year not in years]:
            section = self._sections.pop(gone)
            self.years.removeWidget(section)
            let_go(section)
        for place, (year, checked) in enumerate(years.items()):
            if year not in self._sections:
                yield
                self._sections[year] = YearSection(self, checked)
                self.years.insertWidget(place, self._sections[year])
                self._sections[year].show()
            before = years.get(year - 1)
            has_pattern = stored[year] or (before is not None and before.counts is not None)
            yield from self._sections[year].fill(
                checked,
                is_choice=len(years) > 1 or (not self._given.by_hand and self._is_over(checked)),
                has_pattern=has_pattern,
                can_split=partial(changing_dates.can_split, self._given),
                typing=self._is_typing,
            )
        self._sections = {year: self._sections[year] for year in years}

    def has_unread_days(self) -> bool:
        """Whether something in a box, or beside a line with an answer, is no day."""
        return self.form is not None and checked_form.has_unread_days(self.form)

    def _field(self, row_id: int, box: Box | None) -> Field | None:
        if self.form is not None and row_id in {each.id for each in self.form.lines}:
            return self.lines.row(row_id).day_field
        found = (section.field(row_id, box) for section in self.sections.values())
        return next((field for field in found if field is not None), None)

    def _check(self, form: DatesForm) -> tuple[CheckedYear, ...]:
        """What the form comes to; a school year that is over stands last."""
        return tuple(sorted(checked_form.check(form), key=self._is_over))

    def _is_over(self, year: CheckedYear) -> bool:
        return dates_form.is_over(year.form.year, self.today())

    def _not_asked(self) -> list[Stood]:
        """Lines that were handed back and are about years that are left out."""
        if self.form is None:
            return []
        asked = dates_form.lines_asked(self.form)
        why = _("{reason} Its day is in a school year that is not ticked, so we do not ask about it.")
        return [
            Stood(each.line, why.format(reason=each.reason).strip(), "left_out")
            for each in self.form.lines
            if each not in asked
        ]

    def _hindering(self) -> Iterator[Spot]:
        lines = {each.id for each in self._given.lines}
        for each in self._hinders():
            yield each.row_id, "line" if each.row_id in lines else each.box or "first"

    def _hinders(self) -> list[Beside]:
        """What must be put right, in the order of the page."""
        years = list(self.sections.values())

        def place(beside: Beside) -> int:
            return next((at for at, each in enumerate(years) if each.has(beside.row_id)), 0)

        return sorted(checked_form.hinders(self.form), key=place) if self.form is not None else []

    def _on_use(self) -> None:
        problems: list[tuple[str, QWidget]] = []
        self._is_tried = True
        for each in self._hinders():
            if not each.row_id:
                section = next(iter(self.sections.values()))
                problems.append((each.sentence, section.add if section.wanted.isHidden() else section.wanted))
            field = self._field(each.row_id, each.box)
            if field is not None:
                said = self._in_its_year(each)
                field.show_error(said)
                problems.append((said, field.widget))
        if self.show_problems(problems):
            self.to_look_at.hide()  # each is said above, and leads to its box
            return
        if self._tells_not_looked():
            return
        before = self.records.read(school_dates.school_dates, self.school_id)
        kept = self.records.read(drafts.of_place, self.place.key)
        self.records.change(
            dates_drafts.use,
            self.school_id,
            self._given,
            self.place.key,
            undo=Undo(
                _("The school’s dates are in."),
                dates_drafts.take_back_use,
                (self.school_id, before, self.place.key, kept),
            ),
            then=lambda _nothing: self.go.emit(SchoolDates(self.school_id)),
        )

    def _tells_not_looked(self) -> bool:
        """Say once what is not looked at yet, and go to the first of it; the same things are not held up again."""
        doubted = doubted_in(self._given, self.checked)
        if doubted <= self._told:
            return False
        self._told |= doubted
        self._show_not_looked()
        announce(self, self.not_looked.words())
        looks = looks_of(self._given, self.checked, only_open=True)
        self._jump_to(looks[0][1])
        return True

    def _show_not_looked(self) -> None:
        """Beside the button: what is not looked at, once that was said, and that it can be used all the same."""
        looks = looks_of(self._given, self.checked, only_open=True) if self.form is not None else []
        is_said = bool(looks) and doubted_in(self._given, self.checked) <= self._told
        words = plural("{count} thing is not checked yet:", "{count} things are not checked yet:", len(looks))
        names = _("; ").join(name for name, _spot in looks)
        self.not_looked.setText(f"{words} {names}." if is_said else "")
        self.not_looked.setVisible(is_said)
        self.use.setText(_("Use them all the same") if is_said else _("Use these dates"))

    def _in_its_year(self, beside: Beside) -> str:
        """What is wrong; where there are several school years, with the one it is in."""
        for section in self.sections.values():
            if len(self.sections) > 1 and section.has(beside.row_id):
                return _("{year}: {sentence}").format(year=section.year_name, sentence=beside.sentence)
        return beside.sentence

    def _on_leave(self) -> None:
        kept = self.records.read(drafts.of_place, self.place.key)
        self.records.change(
            drafts.forget,
            self.place.key,
            undo=Undo(
                _("Not used. The dates of the school are what they were."),
                dates_drafts.put_back_draft,
                (self.place.key, kept),
            ),
            then=lambda _nothing: self.go.emit(SchoolDates(self.school_id)),
        )
