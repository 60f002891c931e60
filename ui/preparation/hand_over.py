"""Before the child has the computer: how to listen, which questions, and what happens then."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
    SchoolDayOnPaper,
)
from ui.look import theme
from ui.parts.own_numbers import ring_now
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, Link
from ui.widgets.card import Card
from ui.widgets.childs_words import tint
from ui.widgets.choice import Choices, Tick
from ui.widgets.field import Field
from ui.widgets.rail import Rail
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_HOW_TO_LISTEN = (
    _("Choose a quiet time. “Not today” is a good answer."),
    _(
        "Together: read each question out and wait. Type exactly what {child} says. Read it back. "
        "Don’t help, and don’t look pleased or sad."
    ),
    _("On {their} own: stay near, and look away. What {they} rub{s} out you can’t open here."),
)


class HandOverPage(Page):
    """The carer reads this, then gives the computer to the child. It is a step of what the child wants to say."""

    def __init__(self, house: House, place: HandOver) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        child, self.pronoun = facts.child, facts.pronoun
        self.child = child
        forgets = self.records.forgets
        self.add_back_link(_("Back to {child}’s words").format(child=child))
        self.add_heading(
            (_("Questions for {child}, on paper") if forgets else _("Give {child} the computer")).format(
                child=child
            )
        )
        listen = Card(_("How to listen"))
        for line in _HOW_TO_LISTEN:
            listen.body.addWidget(PlainLabel(line.format(child=child, **facts.pronoun.forms)))
        self.column.addWidget(listen)
        self.column.addWidget(self._worrying())
        self.rail = Rail(child)
        tint(self.rail, facts.child_id)
        self.rail.body.addWidget(self._which_questions())
        self.reads_itself = Tick(_("Read each page aloud by itself"))
        self.rail.body.addWidget(self.reads_itself)
        self.which.chosen.connect(self._offer_reading)
        self._offer_reading()
        self.paper = Button(_("See the questions on paper"), icon="printer")
        self.paper.clicked.connect(lambda: self.go.emit(QuestionsOnPaper(self._set_key())))
        if forgets:
            self._only_on_paper(child)
        else:
            self._give(child)
        self._add_paper(child, facts.child_id)
        self.add_rail(self.rail, is_last=True)

    def _add_paper(self, child: str, child_id: int) -> None:
        """Put away until it is asked for, where the computer can be given away; nothing else is there otherwise."""
        self.on_paper = Card(_("On paper"))
        self.drawing = self._drawing(child)
        self.drawing.setVisible(not self.records.forgets)  # a photograph cannot be kept in memory only
        self.on_paper.body.addWidget(self.drawing)
        self.slip = Link(_("The slip with numbers, for every child"))
        self.slip.clicked.connect(self.go_to(NumbersSlipPlace(child_id)))
        self.cards = Button(_("Picture cards to cut out"), icon="printer")
        self.cards.clicked.connect(self.go_to(CardsToCutPlace()))
        self.day = Button(_("A school day to cut out"), icon="printer")
        self.day.clicked.connect(lambda: self.go.emit(SchoolDayOnPaper(self._set_key())))
        if self.records.forgets:
            self.on_paper.actions(self.cards, self.day, self.slip)
        else:
            self.on_paper.actions(self.paper, self.cards, self.day, self.slip)
        self.open_paper = Button(_("Paper or a drawing"), kind="quiet", icon="chevron-down")
        self.open_paper.clicked.connect(lambda: self._unfold(self.on_paper.isHidden()))
        self.column.addWidget(WrapRow(self.open_paper))
        self.column.addWidget(self.on_paper)
        self.open_paper.setVisible(not self.records.forgets)
        self._unfold(self.records.forgets or self._uid in self.records.photos)

    def _unfold(self, on: bool) -> None:
        self.on_paper.setVisible(on)
        self.open_paper.setText(_("Hide: paper or a drawing") if on else _("Paper or a drawing"))
        self.open_paper.setAccessibleName(self.open_paper.words())
        if on and self._is_built:
            show_soon(self.on_paper)

    def refresh(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        if (facts.child, facts.pronoun) != (self.child, self.pronoun):
            self.build_again()
        self.what_to_do.setText(
            _(
                "Was it about being hurt or not safe? Still act on it, even if {child} rubbed it out here. "
                "{ring_now} Then write it in your service’s form."
            ).format(child=self.child, ring_now=ring_now(self.house))
        )

    def _worrying(self) -> Card:
        card = Card(_("Something worrying?"))
        self.what_to_do = PlainLabel("")
        card.body.addWidget(self.what_to_do)
        self.worrying = Link(_("What to do"))
        self.worrying.setAccessibleName(_("What to do if a child tells you something worrying"))
        self.worrying.clicked.connect(self.go_to(LeafletPlace("something_worrying")))
        card.actions(self.worrying)
        return card

    def _drawing(self, child: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        theme.space(column, gap=12)
        column.addWidget(
            PlainLabel(
                _(
                    "Did {child} draw something? Choose a photo of it here. {child} can say what it is, "
                    "and keeps it or leaves it out. Until then the photo is saved nowhere: if PEP Companion locks "
                    "first, choose it again."
                ).format(child=child)
            )
        )
        self.photo_says = PlainLabel("", kind="strong")
        self.photo_says.hide()
        column.addWidget(self.photo_says)
        self.choose = Button(_("Choose a photo"), icon="file-plus")
        self.choose.clicked.connect(self._on_choose)
        self.no_photo = Button(_("Without the photo"), kind="quiet")
        self.no_photo.clicked.connect(self._on_no_photo)
        column.addWidget(WrapRow(self.choose, self.no_photo))
        self._uid = self.records.read(childs_kept_words.uid_of, self.meeting_id)
        self._show_photo()
        return part

    def _on_choose(self) -> None:
        dialogs.choose_file(self, _("Choose a photo"), dialogs.PHOTOS, self.take_photo)

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

    def _only_on_paper(self, child: str) -> None:
        """There is no password in a sitting that forgets, so nothing could be locked behind the child: whoever left
        their part would stand before the carer's pages."""
        self.rail.body.addWidget(
            PlainLabel(
                _(
                    "Here there is no password, so nothing could be locked while {child} has the computer. "
                    "Print the questions, and {child} can write or draw on them."
                ).format(child=child)
            )
        )
        self.paper.set_kind("main")
        self.rail.actions(self.paper)

    def _which_questions(self) -> Field:
        self.which = Choices([(each.key, each.title) for each in age_sets()])
        words = self.records.read(childs_kept_words.room_words, self.meeting_id, self.today())
        self.which.set_value(words.set_key)
        return Field(_("Which questions?"), self.which)

    def _give(self, child: str) -> None:
        for words in (
            _("{child} cannot reach your notes. Nothing is kept until {child} presses Keep."),
            _("Leaving it locks PEP Companion. Your password opens it again."),
        ):
            self.rail.body.addWidget(PlainLabel(words.format(child=child)))
        reads = _("{child} can read what you wrote down as {their} words.")
        self.can_read = PlainLabel(reads.format(child=child, **self.pronoun.forms))
        self.rail.body.addWidget(self.can_read)
        self._tell_what_can_be_read()
        self.which.chosen.connect(self._tell_what_can_be_read)
        self.give = Button(_("Give {child} the computer").format(child=child), kind="main")
        self.give.clicked.connect(self._on_give)
        self.rail.actions(self.give)
        if self.records.is_read_only:
            self.give.setEnabled(False)
            why = _("These records are open to read only, so nothing could be kept now.")
            self.rail.body.addWidget(PlainLabel(why, kind="strong"))

    def _on_give(self) -> None:
        reads = self.reads_itself.isChecked() and not self.reads_itself.isHidden()
        self.go.emit(ChildsOwnPart(self.meeting_id, self._set_key(), reads))

    def _offer_reading(self, _key: str = "") -> None:
        """Only to the youngest is read unasked."""
        youngest = next(each.key for each in age_sets() if each.by == "cards")
        self.reads_itself.setVisible(self._set_key() == youngest and not self.records.forgets)

    def _tell_what_can_be_read(self, _key: str = "") -> None:
        """Only by the oldest, and only where there is something."""
        oldest = next(each.key for each in age_sets() if each.by == "words")
        wrote = self.records.read(childs_kept_words.written_for, self.meeting_id)
        self.can_read.setVisible(self._set_key() == oldest and bool(wrote))

    def _set_key(self) -> str:
        return self.which.value() or age_sets()[1].key
