"""Which council is responsible for a child; what its rules say; and putting a number right."""

from functools import partial

from PySide6.QtCore import Qt

from carer_app.use_cases import children, council_page, council_rules
from carer_app.use_cases.council_page import CouncilView
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CouncilRules, DatesOf
from ui.base.records import Undo
from ui.council_rules.rule_set_card import RuleSetCard
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

NOT_SAID, ANOTHER = "", "another"


class CouncilRulesPage(Page):
    """A council is chosen at the top; below stand its rules, and each number can be changed."""

    explains = True

    def __init__(self, house: House, place: CouncilRules) -> None:
        self.child_id = place.child_id
        self._view: CouncilView | None = None
        self._types_another = False
        self._gone = ""
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Which council is responsible?"),
            _("It is the council that looks after the child. It may not be the one you live in."),
        )
        self.add_summary()
        self.choice = Combo()
        for words, value in (
            (_("I don’t know yet"), NOT_SAID),
            *((name, name) for name in council_rules.councils()),
            (_("Another council"), ANOTHER),
        ):
            self.choice.addItem(words, value)
        self.choice.activated.connect(self._on_chosen)
        self.choice_field = Field(_("Council responsible"), self.choice)
        self.name = KeptText(self.records, children.set_council, self.child_id, lines=1)
        self.name_field = Field(_("Name of that council"), self.name)
        self.which = PlainLabel("")
        self.successors: dict[str, Button] = {}
        self._successors = WrapRow()
        self.earliest = PlainLabel(
            _("Of the rules that still count, the earliest date comes first."),
            kind="strong",
        )
        self.cards: dict[str, RuleSetCard] = {}
        self.history_card = Card(_("What you changed"))
        self.history = PlainLabel("")
        self.history_card.body.addWidget(self.history)
        self.done = Button(_("See the dates"), kind="main")
        self.done.clicked.connect(self.go_to(DatesOf(self.child_id)))
        # On first: the rules are there to be looked at, and nobody has to.
        for part in (
            *(self.choice_field, self.name_field, self.which, self._successors, self.earliest),
            WrapRow(self.done),
        ):
            self.column.addWidget(part)
        self._cards_from = self.column.count()
        self.column.addWidget(self.history_card)

    def refresh(self) -> None:
        view = self.records.read(council_page.council_view, self.child_id, self.today())
        self._view = view
        self.rename(_("Which council is responsible for {child}?").format(child=view.child))
        self._show_choice(view)
        self._show_successors(view)
        self.which.setText(_which(view))
        self.earliest.setVisible(len(view.rule_sets) > 1)
        self._show_cards(view)
        changes = self.records.read(council_rules.history, view.council)
        self.history.setText("\n".join(changes))
        self.history_card.setVisible(bool(changes))

    def _show_successors(self, view: CouncilView) -> None:
        """The councils that took over from one that is no more, each a press away."""
        for council in view.succeeded_by:
            if council not in self.successors:
                button = self.successors[council] = Button(council)
                button.clicked.connect(partial(self._on_successor, council))
                self._successors.add(button)
        for council, button in self.successors.items():
            button.setVisible(council in view.succeeded_by)
        self._successors.setVisible(bool(view.succeeded_by))

    def _on_successor(self, council: str) -> None:
        assert self._view is not None
        self.records.change(
            children.set_council,
            self.child_id,
            council,
            undo=Undo(
                _("The council is {council} now.").format(council=council),
                children.set_council,
                (self.child_id, self._view.council),
            ),
            then=lambda _nothing: self.choice.setFocus(Qt.FocusReason.OtherFocusReason),
        )

    def _show_choice(self, view: CouncilView) -> None:
        known = self.choice.findData(view.council)
        # One that is no more stands in the list only as long as it is this child's.
        if self._gone and self._gone != view.council:
            self.choice.removeItem(self.choice.findData(self._gone))
            self._gone, known = "", self.choice.findData(view.council)
        if view.gone and known < 0:
            self.choice.insertItem(1, view.council, view.council)
            self._gone, known = view.council, 1
        is_another = bool(view.council) and known < 0
        if self.choice.hasFocus() and self._types_another and not view.council:
            is_another = True
        self.choice.setCurrentIndex(
            self.choice.findData(ANOTHER) if is_another or self._types_another else known
        )
        self.name_field.setVisible(is_another or self._types_another)
        self.name.show_stored(view.council)

    def _show_cards(self, view: CouncilView) -> None:
        wanted = {rules.key: rules for rules in view.rule_sets}
        for key in [key for key in self.cards if key not in wanted]:
            gone = self.cards.pop(key)
            gone.hide()
            gone.deleteLater()
        for place, (key, rules) in enumerate(wanted.items()):
            if key not in self.cards:
                self.cards[key] = RuleSetCard(self, key, rules.name)
                self.column.insertWidget(self._cards_from + place, self.cards[key])
            self.cards[key].show_rules(rules, view.council)

    def _on_chosen(self, _index: int) -> None:
        value = self.choice.currentData()
        self._types_another = value == ANOTHER
        if value == ANOTHER:
            self.records.change(
                children.set_council, self.child_id, "", then=lambda _nothing: self.name.setFocus()
            )
        else:
            self.records.change(children.set_council, self.child_id, value)


def _which(view: CouncilView) -> str:
    if view.gone:
        return view.gone
    if view.own_rules:
        return _("This is what {council} asks for, as far as its pages say.").format(council=view.council)
    if view.council:
        return _(
            "We do not have the rules of {council}. So this is what most councils in England ask for. "
            "Ask the social worker, and put right below what is different."
        ).format(council=view.council)
    return _("Until you know, this is what most councils in England ask for.")
