"""Using the dates that were checked, or not: what hinders, what is not checked yet, and what they take the place of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from carer_app.use_cases import checked_form, dates_drafts, drafts, replacing_dates, school_dates
from carer_app.use_cases.checked_form import Beside
from carer_app.words import _, plural
from ui.base.places import SchoolDates
from ui.base.records import Undo
from ui.children.to_look_at import Spot
from ui.children.what_waits import doubted_in, looks_of
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage


class UsingDates:
    """The end of the page. Its `parts` stand below one another."""

    def __init__(self, page: "CheckDatesPage") -> None:
        self._page = page
        self._told: frozenset[str | int] = frozenset()
        self.replaces = PlainLabel("", kind="strong")
        self.not_looked = PlainLabel("", kind="strong")
        for without_words in (self.replaces, self.not_looked):
            without_words.hide()
        self.use = Button(_("Use these dates"), kind="main", icon="check")
        self.use.clicked.connect(self._on_use)
        self.leave = Button(_("Do not use these dates"), icon="x")
        self.leave.clicked.connect(self._on_leave)
        self.ways = WrapRow(self.use, self.leave)
        self.parts = (self.replaces, self.not_looked, self.ways)

    def begin_anew(self) -> None:
        """Another form has come: nothing was said of it yet."""
        self._told = frozenset()

    def take_keyboard(self) -> None:
        """Everything is checked: the button is reached, and what it takes the place of is in sight."""
        self.use.setFocus(Qt.FocusReason.TabFocusReason)
        if self.replaces.isVisible():
            bring_into_view(self.replaces)
        bring_into_view(self.use)

    def show_replaced(self) -> None:
        """Which dates that are used now would go, before that is done."""
        page = self._page
        found = (
            page.records.read(replacing_dates.replaced, page.school_id, page.form, page.checked)
            if page.form is not None
            else ()
        )
        said = "\n".join(each.words for each in found if each.days or not page.year)
        self.replaces.setText(said)
        self.replaces.setVisible(bool(said))
        self.use.setAccessibleDescription(said)

    def show_not_looked(self) -> None:
        """Beside the button: what is not checked, once that was said, and that it can be used all the same."""
        page = self._page
        looks = looks_of(page.given, page.checked, only_open=True) if page.form is not None else []
        is_said = bool(looks) and doubted_in(page.given, page.checked) <= self._told
        words = plural("{count} thing is not checked yet:", "{count} things are not checked yet:", len(looks))
        names = _("; ").join(name for name, _spot in looks)
        self.not_looked.setText(f"{words} {names}." if is_said else "")
        self.not_looked.setVisible(is_said)
        self.use.setText(_("Use them all the same") if is_said else _("Use these dates"))

    def hindering(self) -> Iterator[Spot]:
        """Where something must be put right, in the order of the page."""
        lines = {each.id for each in self._page.given.lines}
        for each in self._hinders():
            yield each.row_id, "line" if each.row_id in lines else each.box or "first"

    def _hinders(self) -> list[Beside]:
        form = self._page.form
        if form is None:
            return []
        years = list(self._page.sections.values())

        def place(beside: Beside) -> int:
            return next((at for at, each in enumerate(years) if each.has(beside.row_id)), 0)

        return sorted(checked_form.hinders(form, self._page.check(form)), key=place)

    def _on_use(self) -> None:
        page = self._page
        page.red.tried()
        if page.show_problems(list(self._problems())):
            page.to_look_at.hide()  # each is said above, and leads to its box
            return
        if self._tells_not_looked():
            return
        before = page.records.read(school_dates.school_dates, page.school_id)
        kept = page.records.read(drafts.of_place, page.place.key)
        page.records.change(
            dates_drafts.use,
            page.school_id,
            page.given,
            page.place.key,
            undo=Undo(
                _("The school’s dates are in."),
                dates_drafts.take_back_use,
                (page.school_id, before, page.place.key, kept),
            ),
            then=lambda _nothing: page.go.emit(SchoolDates(page.school_id)),
        )

    def _problems(self) -> Iterator[tuple[str, QWidget]]:
        """Every sentence that hinders, said beside its box too, with where it leads."""
        for each in self._hinders():
            if not each.row_id:
                section = next(iter(self._page.sections.values()))
                section.open()
                yield each.sentence, section.add if section.wanted.isHidden() else section.wanted
            field = self._page.field(each.row_id, each.box)
            if field is not None:
                said = self._in_its_year(each)
                field.show_error(said)
                yield said, field.widget

    def _tells_not_looked(self) -> bool:
        """Say once what is not checked yet, and go to the first of it; the same things are not held up again."""
        page = self._page
        doubted = doubted_in(page.given, page.checked)
        if doubted <= self._told:
            return False
        self._told |= doubted
        self.show_not_looked()
        announce(page, self.not_looked.words())
        page.going.jump_to(looks_of(page.given, page.checked, only_open=True)[0][1])
        return True

    def _in_its_year(self, beside: Beside) -> str:
        """What is wrong; where there are several school years, with the one it is in."""
        sections = self._page.sections
        for section in sections.values():
            if len(sections) > 1 and section.has(beside.row_id):
                return _("{year}: {sentence}").format(year=section.year_name, sentence=beside.sentence)
        return beside.sentence

    def _on_leave(self) -> None:
        page = self._page
        kept = page.records.read(drafts.of_place, page.place.key)
        words = _("Not used. The dates of the school are what they were.")
        page.records.change(
            drafts.forget,
            page.place.key,
            undo=Undo(words, dates_drafts.put_back_draft, (page.place.key, kept)),
            then=lambda _nothing: page.go.emit(SchoolDates(page.school_id)),
        )
