"""A child’s facts, each saved as it is typed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from carer_app.choices import SHE_HE_THEY, Pronoun, Role, Support, WhichReview
from carer_app.use_cases import children
from carer_app.use_cases.children import ChildDate, ChildFacts
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import ChildRecord, EditChild
from ui.children.home_moves import HomeMoves
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import day_field, past_day_field
from ui.parts.kept_text import KeptText
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.folded_card import FoldedCard
from ui.widgets.foot import Foot
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel


class EditChildPage(Page):
    """Every fact is optional but the name."""

    def __init__(self, house: House, place: EditChild) -> None:
        self.child_id, self._at = place.child_id, place.at
        self._fields: dict[str, Field] = {}
        self._is_open = False
        self.folds: list[Opens] = []
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Facts"), _what_to_fill_in(self.records.forgets))
        self.cards: list[Card] = [
            self._name_card(),
            self._pep_card(),
            self._school_card(),
            self._people_card(),
            self._support_card(),
            self._review_card(),
        ]
        for card in self.cards:
            self.column.addWidget(card)
        self.done = Button(_("Continue"), kind="main")
        self.done.clicked.connect(self.go_to(ChildRecord(self.child_id)))
        self.add_rail(Foot(self.done))

    def focus_first(self) -> None:
        """At the box that somebody came for; else as every page."""
        super().focus_first()
        field = self._came_for()
        if field is not None and field.isVisibleTo(self):
            field.entry().setFocus(Qt.FocusReason.OtherFocusReason)
            card = next(each for each in self.cards if each.isAncestorOf(field))
            self.body.open_at(card, card)

    def _came_for(self) -> Field | None:
        """For the dates, the first of those that a date can be worked out from and that is not known."""
        if self._at == "school":
            return self.school_field
        if self._at == "dates":
            dates = [self._fields[each.value] for each in (ChildDate.CAME_INTO_CARE, ChildDate.LAST_PEP)]
            return next((each for each in dates if _is_empty(each)), dates[0])
        return None

    def refresh(self) -> None:
        facts = self.records.read(children.child_facts, self.child_id, self.today())
        self.rename(_("Facts about {child}").format(child=facts.name))
        self._show_texts(facts)
        for which in ChildDate:
            self.stored_days[which].show(getattr(facts, which.value))
        self.moves.show_moves(facts)
        self.stored_days["started"].show(facts.started_school_on)
        self.year.setText(facts.year_why)
        self.year.setVisible(bool(facts.year_why))
        self._fields[ChildDate.BIRTHDAY.value].say_beside(facts.year_why)
        self.support.set_value(facts.support)
        self.ehcp_field.setVisible(facts.support == Support.EHCP or facts.ehcp_review_on is not None)
        self.taught.set_value(str(facts.years_ahead))
        self.pronoun.set_value(facts.pronoun)
        self.which_review.set_value(facts.last_review_was)
        self.which_field.setVisible(facts.last_review_on is not None)
        self.no_place.blockSignals(True)
        self.no_place.setChecked(not facts.has_school_place)
        self.no_place.blockSignals(False)
        self._open_what_is_filled()

    def _show_texts(self, facts: ChildFacts) -> None:
        if self.window().focusWidget() is not self.name:  # an emptied name comes back once one leaves the box
            self.name.show_stored(facts.name)
        self.school.show_stored(facts.school)
        self.class_name.show_stored(facts.class_name)
        self.worker.show_stored(facts.social_worker)
        self.phone.show_stored(facts.social_worker_phone)
        self.teacher.show_stored(facts.designated_teacher)

    def _name_card(self) -> Card:
        card = Card(_("Name and birthday"))
        self.name = self._text(children.rename)
        self.name_field = Field(_("Name you use at home"), self.name, hint=_("No surname is needed."))
        self.name.textChanged.connect(self._on_name)
        card.body.addWidget(self.name_field)
        self.pronoun = ChoicesAcross([(each.value, each.words) for each in Pronoun])
        self.pronoun.chosen.connect(
            lambda value: self.records.change(children.set_pronoun, self.child_id, Pronoun(value))
        )
        card.body.addWidget(Field(SHE_HE_THEY, self.pronoun))
        self._day(card, ChildDate.BIRTHDAY, _("Birthday"), _("It tells us the year group."), past=True)
        self.year = PlainLabel("", kind="hint")
        self.taught = Choices(
            [
                ("0", _("In the class for that age")),
                ("-1", _("One class below")),
                ("1", _("One class above")),
            ]
        )
        self.taught.chosen.connect(
            lambda value: self.records.change(children.set_years_ahead, self.child_id, int(value))
        )
        self.another_class = Opens("", words=_("Year and class"), when_open=_("Year and class"))
        self.another_class.body.addWidget(self.year)
        self.another_class.body.addWidget(Field(_("Which class?"), self.taught))
        card.body.addWidget(self.another_class)
        return card

    def _pep_card(self) -> Card:
        card = Card(_("Days that count for the PEP"))
        self._day(card, ChildDate.CAME_INTO_CARE, _("Came into care on"), past=True)
        self._day(
            card,
            ChildDate.LAST_PEP,
            _("Last PEP meeting"),
            _("Only if it is not in PEP Companion."),
            past=True,
        )
        other = self._closed(Opens(_("Other days that count")))
        card.body.addWidget(other)
        moved = day_field(self.today)
        field = Field(
            _("Moved to another home on"),
            moved,
            hint=_(
                "Only if that was while in care. Some councils ask for a full PEP then. "
                "If there was another move, type its day here too."
            ),
        )
        self.moves = HomeMoves(self, self.child_id, moved)
        self._stored_day(other, ChildDate.MOVED_HOME.value, field, self.moves.save)
        other.body.addWidget(self.moves)
        self._day(
            other,
            ChildDate.SOCIAL_WORKER_SAYS,
            _("The social worker says the next PEP is due by"),
            _("Then this is the date you see first. The one we work out is shown too."),
        )
        self._day(
            other,
            ChildDate.LEFT_CARE,
            _("Left care on"),
            _("Then no PEP is needed any more."),
        )
        return card

    def _school_card(self) -> Card:
        card = Card(_("School"))
        self.school = self._text_today(children.set_school)
        self.school_field = Field(
            _("Name of the school"),
            self.school,
            hint=_("For a move to another school, use “changed school” on the child’s page."),
        )
        card.body.addWidget(self.school_field)
        self._stored_day(
            card,
            "started",
            Field(_("Started at this school on"), day_field(self.today, "past")),
            lambda day: self.records.change(children.set_school_start, self.child_id, day, self.today()),
        )
        self.no_place = Tick(_("No school place just now"))
        self.no_place.toggled.connect(
            lambda ticked: self.records.change(children.set_school_place, self.child_id, not ticked)
        )
        card.body.addWidget(self.no_place)
        self.class_name = self._text_today(children.set_class)
        card.body.addWidget(Field(_("Class or form"), self.class_name))
        return card

    def _people_card(self) -> Card:
        card = FoldedCard(_("People"))
        self.worker = self._text(children.set_person, Role.SOCIAL_WORKER)
        self.phone = self._text(children.set_phone, Role.SOCIAL_WORKER)
        self.teacher = self._text_today(children.set_person, Role.DESIGNATED_TEACHER)
        people = self._closed(card.fold)
        people.body.addWidget(Field(_("Social worker"), self.worker))
        people.body.addWidget(Field(_("Social worker’s phone number"), self.phone))
        people.body.addWidget(
            Field(
                _("Designated teacher"),
                self.teacher,
                hint=_("The teacher in school who looks after children in care."),
            )
        )
        return card

    def _support_card(self) -> Card:
        card = FoldedCard(_("Extra help with learning"))
        self.support = Choices([(support.value, support.words) for support in Support])
        self.support.chosen.connect(self._on_support)
        help_there = self._closed(card.fold)
        help_there.body.addWidget(Field(_("Support in school"), self.support))
        self._day(
            help_there,
            ChildDate.EHCP_REVIEW,
            _("Last EHCP review"),
            _("Or the day the plan was made. The next review is due within a year."),
            past=True,
        )
        self.ehcp_field = self._fields[ChildDate.EHCP_REVIEW.value]
        return card

    def _review_card(self) -> Card:
        card = FoldedCard(_("Child-in-care review"))
        reviews = self._closed(card.fold)
        self._day(
            reviews,
            ChildDate.REVIEW,
            _("Day of the next review"),
            _("Only if somebody told you. Then we use that day."),
        )
        self._day(
            reviews,
            ChildDate.LAST_REVIEW,
            _("Day of the last review"),
            _("With it we work out by when the next one is due."),
            past=True,
        )
        self.which_review = Choices([(which.value, which.words) for which in WhichReview])
        self.which_review.chosen.connect(
            lambda value: self.records.change(children.set_last_review_was, self.child_id, WhichReview(value))
        )
        self.which_field = Field(_("Which review was it?"), self.which_review)
        reviews.body.addWidget(self.which_field)
        return card

    def _closed(self, part: Opens) -> Opens:
        """Not everybody has something for it: closed while it is empty."""
        self.folds.append(part)
        return part

    def _open_what_is_filled(self) -> None:
        """Once, as the page opens: afterwards the carer opens and closes."""
        if self._is_open:
            return
        self._is_open = True
        is_known = self.support.value() != Support.NOT_KNOWN
        for part in self.folds:
            boxes: list[QLineEdit | QPlainTextEdit] = [
                *part.findChildren(QLineEdit),
                *part.findChildren(QPlainTextEdit),
            ]
            if any(_typed(box) for box in boxes) or (part.isAncestorOf(self.support) and is_known):
                part.open(True)
        if self.taught.value() != "0":
            self.another_class.open(True)

    def _text_today(self, use_case: Callable[..., Any], *args: Any) -> KeptText:
        """About the school of today: one to come has its own place on the child's page."""

        def change(session: Any, *given: Any) -> Any:
            return use_case(session, *given, self.today())

        return self._text(change, *args)

    def _text(self, use_case: Callable[..., Any], *args: Any) -> KeptText:
        return KeptText(self.records, use_case, self.child_id, *args, lines=1)

    def _day(
        self, card: Card | Opens, which: ChildDate, label: str, hint: str = "", past: bool = False
    ) -> None:
        box = past_day_field(self.today) if past else day_field(self.today)

        def save(day: date | None) -> bool:
            return self.records.change(children.set_date, self.child_id, which, day, self.today())

        self._stored_day(card, which.value, Field(label, box, hint=hint), save)

    def _stored_day(
        self, card: Card | Opens, name: str, field: Field, save: Callable[[date | None], bool]
    ) -> None:
        box = field.widget
        assert isinstance(box, DateField)
        StoredDay(self, name, field, box, save)
        self._fields[name] = field
        card.body.addWidget(field)

    def _on_name(self) -> None:
        if self.name.text().strip():
            self.name_field.clear_error()
        else:
            self.name_field.show_error(
                _("A child needs a name. The one before is kept until you type another.")
            )

    def _on_support(self, value: str) -> None:
        self.records.change(children.set_support, self.child_id, Support(value))


def _typed(box: QLineEdit | QPlainTextEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _is_empty(field: Field) -> bool:
    return isinstance(field.widget, DateField) and not field.widget.raw().strip()


def _what_to_fill_in(forgets: bool) -> str:
    """What is said above the facts; in a sitting that is in memory only nothing is saved."""
    if forgets:
        return _("Fill in what you need for the paper. Nothing is kept.")
    return _("All of it is saved as you type.")
