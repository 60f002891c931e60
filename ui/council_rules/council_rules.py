"""Which council is responsible for a child; what its rules say; and putting a number right."""

from carer_app.errors import NotFound
from carer_app.use_cases import children, council_rules
from carer_app.use_cases.council_rules import CouncilView
from carer_app.words import _
from ui.council_rules.rule_set_card import RuleSetCard
from ui.page import House, Page
from ui.parts.kept_text import KeptText
from ui.places import CouncilRules, DatesOf
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
    max_width = 760

    def __init__(self, house: House, place: CouncilRules) -> None:
        self.child_id = place.child_id
        self._view: CouncilView | None = None
        self._types_another = False
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Which council is responsible?"),
            _(
                "It is the council that looks after the child, not always the one you live in. "
                "The social worker works for it. Each council has its own dates for PEPs."
            ),
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
        self.earliest = PlainLabel(
            _("There is more than one set of rules below. All count: the earliest date comes first."),
            kind="strong",
        )
        self.cards: dict[str, RuleSetCard] = {}
        self.history_card = Card(_("What you changed"))
        self.history = PlainLabel("")
        self.history_card.body.addWidget(self.history)
        self.done = Button(_("See the dates"), kind="main")
        self.done.clicked.connect(self.go_to(DatesOf(self.child_id)))
        # On first: the rules are there to be looked at, and nobody has to.
        for part in (self.choice_field, self.name_field, self.which, self.earliest, WrapRow(self.done)):
            self.column.addWidget(part)
        self._cards_from = self.column.count()
        self.column.addWidget(self.history_card)

    def refresh(self) -> None:
        try:
            view = self.records.read(council_rules.council_view, self.child_id)
        except NotFound:
            self.which.setText(
                _("This child is not on the list. You can bring them back from the page “Children”.")
            )
            for part in (
                self.choice_field,
                self.name_field,
                self.earliest,
                self.history_card,
                *self.cards.values(),
            ):
                part.hide()
            return
        self._view = view
        self.rename(_("Which council is responsible for {child}?").format(child=view.child))
        self._show_choice(view)
        self.which.setText(_which(view))
        self.earliest.setVisible(len(view.rule_sets) > 1)
        self._show_cards(view)
        changes = self.records.read(council_rules.history, view.council)
        self.history.setText("\n".join(changes))
        self.history_card.setVisible(bool(changes))

    def _show_choice(self, view: CouncilView) -> None:
        known = self.choice.findData(view.council)
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
    if view.own_rules:
        return _("This is what {council} asks for, as far as its pages say.").format(council=view.council)
    if view.council:
        return _(
            "We do not have the rules of {council}. So this is what most councils in England ask for. "
            "Ask the social worker, and put right below what is different."
        ).format(council=view.council)
    return _("Until you know, this is what most councils in England ask for.")
