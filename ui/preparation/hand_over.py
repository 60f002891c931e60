"""Before the child has the computer: how to listen, which questions, and what happens then."""

from functools import partial
from pathlib import Path

from carer_app.jobs import childs_drawing
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import childs_kept_words, planning
from carer_app.words import _
from ui.base import dialogs
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    CardsToCutPlace,
    ChildsOwnPart,
    HandOver,
    LeafletPlace,
    NumbersSlipPlace,
    QuestionsOnPaper,
)
from ui.parts.own_numbers import ring_now
from ui.widgets.announce import announce
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
    _(
        "On their own: stay near, and look away. What {child} rubs out you can’t open here, and that is right."
    ),
)


class HandOverPage(Page):
    """The carer reads this, then gives the computer to the child."""

    max_width = 760

    def __init__(self, house: House, place: HandOver) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        child = self.child = facts.child
        self.add_back_link(_("Back to getting ready"))
        self.add_heading(
            _("{child}’s own part").format(child=child),
            (
                _("Here are the questions for {child}, on paper.")
                if self.records.forgets
                else _(
                    "Here {child} says what they think of school, in a part of PEP Companion that is theirs."
                )
            ).format(child=child),
        )
        listen = Card(_("How to listen"))
        for line in _HOW_TO_LISTEN:
            listen.body.addWidget(PlainLabel(line.format(child=child)))
        self.column.addWidget(listen)
        self.column.addWidget(self._worrying(child))
        drawing = self._drawing(child)
        drawing.setVisible(not self.records.forgets)  # a photograph cannot be kept in memory only
        self.column.addWidget(drawing)
        self.column.addWidget(self._only_on_paper(child) if self.records.forgets else self._give(child))
        self.slip = Link(_("The slip with numbers, for every child"))
        self.slip.clicked.connect(self.go_to(NumbersSlipPlace(facts.child_id)))
        more = Card(_("On paper"))
        if not self.records.forgets:
            more.body.addWidget(
                PlainLabel(_("{child} can also choose “On paper” in their own part.").format(child=child))
            )
        self.paper = Button(_("See the questions on paper"), icon="printer")
        self.paper.clicked.connect(lambda: self.go.emit(QuestionsOnPaper(self._set_key())))
        self.cards = Button(_("Picture cards to cut out"), icon="printer")
        self.cards.clicked.connect(self.go_to(CardsToCutPlace()))
        more.actions(self.paper, self.cards, self.slip)
        self.column.addWidget(more)

    def refresh(self) -> None:
        if self.records.read(planning.meeting_facts, self.meeting_id).child != self.child:
            self.build_again()
        self.what_to_do.setText(
            _(
                "Still act on what you heard, even if {child} rubbed it out here. Was it about being hurt or not safe? "
                "{ring_now} Then write it in your service’s form."
            ).format(child=self.child, ring_now=ring_now(self.house))
        )

    def _worrying(self, child: str) -> Card:
        card = Card(_("If {child} tells you something worrying").format(child=child))
        self.what_to_do = PlainLabel("")
        card.body.addWidget(self.what_to_do)
        self.worrying = Link(_("What to do if a child tells you something worrying"))
        self.worrying.clicked.connect(self.go_to(LeafletPlace("something_worrying")))
        card.actions(self.worrying)
        return card

    def _drawing(self, child: str) -> Card:
        card = Card(_("A drawing on paper"))
        card.body.addWidget(
            PlainLabel(
                _(
                    "Did {child} draw something? Take a photo of it and choose it here. {child} can say what it is, "
                    "and keeps it or leaves it out."
                ).format(child=child)
            )
        )
        self.photo_says = PlainLabel("", kind="strong")
        self.photo_says.hide()
        card.body.addWidget(self.photo_says)
        self.choose = Button(_("Choose a photo"), icon="file-plus")
        self.choose.clicked.connect(self._on_choose)
        self.no_photo = Button(_("Without the photo"), kind="quiet")
        self.no_photo.clicked.connect(self._on_no_photo)
        card.actions(self.choose, self.no_photo)
        self._uid = self.records.read(childs_kept_words.uid_of, self.meeting_id)
        self._show_photo()
        return card

    def _on_choose(self) -> None:
        kinds = _("Photos (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)")
        dialogs.choose_file(self, _("Choose a photo"), kinds, self.take_photo)

    def take_photo(self, path: str) -> None:
        """The photo is read elsewhere, and waits in memory."""
        self._say(_("Looking at the photo…"))
        self.records.run(partial(childs_drawing.take_photo, Path(path)), self._on_photo, self._say)

    def _on_photo(self, picture: bytes) -> None:
        if self.is_there:
            self.records.photos[self._uid] = picture
            self._show_photo()

    def _on_no_photo(self) -> None:
        self.records.photos.pop(self._uid, None)
        self._show_photo()

    def _show_photo(self) -> None:
        here = self._uid in self.records.photos
        self.no_photo.setVisible(here)
        self._say(_("The photo is ready. It is stored only if it is kept.") if here else "")

    def _say(self, words: str) -> None:
        if self.is_there:
            self.photo_says.setText(words)
            self.photo_says.setVisible(bool(words))
            if words:
                announce(self, words)

    def _only_on_paper(self, child: str) -> Card:
        """There is no password in a sitting that forgets, so nothing could be locked behind the child: whoever left
        their part would stand before the carer's pages."""
        card = Card(_("In print and forget: on paper"))
        card.body.addWidget(
            PlainLabel(
                _(
                    "Here there is no password, so nothing could be locked while {child} has the computer. That is why "
                    "{child}’s part is only there on paper. Print the questions, and {child} can write or draw on them."
                ).format(child=child)
            )
        )
        card.body.addWidget(self._which_questions())
        return card

    def _which_questions(self) -> Field:
        self.which = Choices([(each.key, each.title) for each in age_sets()])
        words = self.records.read(childs_kept_words.room_words, self.meeting_id, self.today())
        self.which.set_value(words.set_key)
        return Field(_("Which questions?"), self.which)

    def _give(self, child: str) -> Card:
        card = Card(_("Give {child} the computer").format(child=child))
        card.body.addWidget(self._which_questions())
        card.body.addWidget(
            PlainLabel(
                _(
                    "Everything you see now will be closed. {child} cannot reach your notes, and nothing is kept until "
                    "{child} presses Keep."
                ).format(child=child)
            )
        )
        card.body.addWidget(
            PlainLabel(
                _(
                    "Leaving it locks PEP Companion. Your password opens it again, at Home; so does your way-back-in "
                    "sheet, if you made one."
                )
            )
        )
        self.give = Button(_("Give {child} the computer").format(child=child), kind="main")
        self.give.clicked.connect(self._on_give)
        card.actions(self.give)
        if self.records.is_read_only:
            self.give.setEnabled(False)
            why = _("These records are open to read only, so nothing could be kept now.")
            card.body.addWidget(PlainLabel(why, kind="strong"))
        return card

    def _on_give(self) -> None:
        self.go.emit(ChildsOwnPart(self.meeting_id, self._set_key()))

    def _set_key(self) -> str:
        return self.which.value() or age_sets()[1].key
