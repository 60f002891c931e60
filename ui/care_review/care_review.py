"""The child-in-care review to come: its day, who runs it, and what goes along."""

from datetime import date

from PySide6.QtWidgets import QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases import at_the_review, children
from carer_app.use_cases.at_the_review import ReviewAhead, WishRow
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.pep_dates import other_dates
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterReview, CareReviewPlace, PepCopyPlace, ReviewFormPlace, ReviewList
from ui.parts.days import day_field
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.row_button import RowButton
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class CareReviewPage(Page):
    """Everything before the review; what was decided there is a page of its own."""

    def __init__(self, house: House, place: CareReviewPlace) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("The review"))
        self.when = day_field(self.today)
        self.when_field = Field(_("When is the child-in-care review?"), self.when, optional=True)
        StoredDay(self, "review", self.when_field, self.when, self._save_day)
        self.chair = KeptText(self.records, at_the_review.name_chair, self.child_id, lines=1)
        self.chair_field = Field(_("Who runs it?"), self.chair, optional=True)
        self.print = Button(_("See the page to take along"), kind="main", icon="printer")
        self.print.clicked.connect(self.go_to(ReviewList(self.child_id)))
        self.goes_along = PlainLabel("")
        self.copy = RowButton(_("The copy of the last PEP"))
        self.copy.clicked.connect(self._on_copy)
        self.form = RowButton(_("My part of the review form"))
        self.form.clicked.connect(self.go_to(ReviewFormPlace(self.child_id)))
        self.after = RowButton(
            _("After the review"), _("Each open action stays, ends, or goes to the next PEP.")
        )
        self.after.clicked.connect(self.go_to(AfterReview(self.child_id)))
        for part in (self.when_field, self.chair_field, Heading(_("What goes along"), 2), self.goes_along):
            self.column.addWidget(part)
        self._build_wishes()
        self.column.addWidget(WrapRow(self.print))
        for row in (self.copy, self.form, self.after):
            self.column.addWidget(row)

    def _build_wishes(self) -> None:
        """Words for the PEP were not said for the review: each is asked about, and none goes along by itself."""
        self.wishes: Rows[WishRow] = Rows(self._make_wish, self.print, gap=8)
        self.ask_first = PlainLabel("", kind="hint")
        words = _("What the child wants to say")
        self.about_wishes = Opens("", self.ask_first, self.wishes, words=words, when_open=words)
        self.column.addWidget(self.about_wishes)

    def refresh(self) -> None:
        facts = self.records.read(at_the_review.review_facts, self.child_id, self.today())
        other = self.records.read(other_dates, self.child_id, self.today())
        self.rename(_("{child}’s review").format(child=facts.child))
        self.stored_days["review"].show(facts.on_day)
        self.when_field.set_hint("" if other.said_review_on else other.review_words)
        self.chair.show_stored(facts.chaired_by)
        known = _("On {child}’s page: {name}").format(child=facts.child, name=facts.known_chair)
        self.chair_field.set_hint(known if facts.known_chair and not facts.chaired_by.strip() else "")
        self.goes_along.setText(_goes_along(facts))
        self._show_wishes(facts.child)
        self._show_rows(facts)

    def _show_wishes(self, child: str) -> None:
        wishes = self.records.read(at_the_review.wishes, self.child_id, self.today())
        self.ask_first.setText(
            _("{child} said this for the PEP. Ask {child}, and tick what may be read at the review.").format(
                child=child
            )
        )
        self.about_wishes.setVisible(bool(wishes))
        self.wishes.show_rows(wishes)

    def _show_rows(self, facts: ReviewAhead) -> None:
        self._pep = facts.last_pep
        self.copy.setVisible(facts.last_pep is not None and not self.records.forgets)
        if facts.last_pep_on is not None:
            held = _("It was held on {day}.").format(day=say_short(facts.last_pep_on, with_year=True))
            self.copy.show_as(_("The copy of the last PEP"), held)
        written = _("No answers yet")
        if facts.written:
            written = plural("{count} answer is written", "{count} answers are written", facts.written)
        self.form.show_as(_("My part of the review form"), written)

    def _make_wish(self, view_id: int) -> "_Wish":
        return _Wish(self, view_id)

    def _save_day(self, day: date | None) -> bool:
        return self.records.change(children.set_date, self.child_id, ChildDate.REVIEW, day, self.today())

    def _on_copy(self) -> None:
        assert self._pep is not None
        self.go.emit(PepCopyPlace(self._pep))


class _Wish(Tick):
    """One thing the child said, ticked where the child lets it be read."""

    def __init__(self, page: CareReviewPage, view_id: int) -> None:
        super().__init__("")
        self._page, self._view_id, self._stored = page, view_id, False
        self.toggled.connect(self._on_toggled)

    def show_row(self, _number: int, row: WishRow) -> None:
        self._stored = row.may_be_read
        self.setText(row.said.in_a_line)
        self.setChecked(row.may_be_read)

    def first_box(self) -> QWidget:
        return self

    def _on_toggled(self, on: bool) -> None:
        if on != self._stored:
            page = self._page
            page.records.change(at_the_review.may_be_read, page.child_id, self._view_id, on)


def _goes_along(facts: ReviewAhead) -> str:
    settled, asked = "", ""
    still_open = _("No open actions")
    if facts.open_actions:
        still_open = plural("{count} open action", "{count} open actions", facts.open_actions)
    if facts.settled_actions:
        settled = plural("{count} that is settled", "{count} that are settled", facts.settled_actions)
    if facts.asked:
        asked = plural("{count} thing you asked for", "{count} things you asked for", facts.asked)
    return ", ".join(part for part in (still_open, settled, asked) if part) + "."
