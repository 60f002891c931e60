"""Before the child has the computer: how to listen, which questions, and what happens then."""

from carer_app.child_questions import age_sets
from carer_app.use_cases import own_voice, planning
from carer_app.words import _
from ui.page import House, Page
from ui.places import CardsToCut, ChildsOwnPart, HandOver, Leaflet, NumbersSlip, QuestionsOnPaper
from ui.widgets.buttons import Button, Link
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

_HOW_TO_LISTEN = (
    _("Choose a quiet time. Ten minutes are enough, and {child} may stop at any moment."),
    _("Together: read each question out. Wait. Type exactly what {child} says, then read it back."),
    _("Don’t help with the answer, don’t tidy it, and don’t look pleased or sad about it."),
    _("“Not today” is a good answer. So is on paper, at school, or with the social worker."),
    _("On their own: stay near, and look away. What {child} rubs out is gone, and that is right."),
)


class HandOverPage(Page):
    """The carer reads this, then gives the computer to the child."""

    max_width = 760

    def __init__(self, house: House, place: HandOver) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        child = facts.child
        self.add_back_link(_("Back to getting ready"))
        self.add_heading(
            _("{child}’s own part").format(child=child),
            _(
                "Here {child} says what they think of school, in a part of PEP Companion that is theirs."
            ).format(child=child),
        )
        listen = Card(_("How to listen"))
        for line in _HOW_TO_LISTEN:
            listen.body.addWidget(PlainLabel(line.format(child=child)))
        self.column.addWidget(listen)
        self.column.addWidget(self._worrying(child))
        self.column.addWidget(self._give(child))
        self.slip = Link(_("The slip with numbers, for every child"))
        self.slip.clicked.connect(self.go_to(NumbersSlip(facts.child_id)))
        more = Card(_("On paper"))
        more.body.addWidget(
            PlainLabel(_("{child} can also print the questions, from the first page.").format(child=child))
        )
        self.paper = Button(_("See the questions on paper"), icon="printer")
        self.paper.clicked.connect(lambda: self.go.emit(QuestionsOnPaper(self._set_key())))
        self.cards = Button(_("Picture cards to cut out"), icon="printer")
        self.cards.clicked.connect(self.go_to(CardsToCut()))
        more.actions(self.paper, self.cards, self.slip)
        self.column.addWidget(more)

    def _worrying(self, child: str) -> Card:
        card = Card(_("If {child} tells you something worrying").format(child=child))
        card.body.addWidget(
            PlainLabel(
                _(
                    "What you heard, you know. If it was about being hurt or not safe, ring today and write it in your "
                    "service’s form. Do so even if {child} rubbed it out here."
                ).format(child=child)
            )
        )
        self.worrying = Link(_("What to do if a child tells you something worrying"))
        self.worrying.clicked.connect(self.go_to(Leaflet("something_worrying")))
        card.actions(self.worrying)
        return card

    def _give(self, child: str) -> Card:
        card = Card(_("Give {child} the computer").format(child=child))
        self.which = Choices([(each.key, each.title) for each in age_sets()])
        words = self.records.read(own_voice.room_words, self.meeting_id, self.today())
        self.which.set_value(words.set_key)
        card.body.addWidget(Field(_("Which questions?"), self.which))
        card.body.addWidget(
            PlainLabel(
                _(
                    "Everything you see now is closed. {child} cannot reach your notes, and nothing is kept until "
                    "{child} presses Keep."
                ).format(child=child)
            )
        )
        card.body.addWidget(
            PlainLabel(_("Leaving it locks PEP Companion. You come back with your password, to Home."))
        )
        self.give = Button(_("Give {child} the computer").format(child=child), kind="main")
        self.give.clicked.connect(self._on_give)
        card.actions(self.give)
        return card

    def _on_give(self) -> None:
        self.go.emit(ChildsOwnPart(self.meeting_id, self._set_key()))

    def _set_key(self) -> str:
        return self.which.value() or age_sets()[1].key
