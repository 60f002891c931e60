"""Picture cards, one at a time, and where each of them goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import ChildMark
from carer_app.sitting import PILES
from carer_app.texts.cards import PictureCard, cards, first_six, practice
from carer_app.texts.cards import drawing as drawing_of
from carer_app.words import _
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.picture import DrawnPicture, PictureButton
from ui.widgets.picture_word import PictureWord
from ui.widgets.text import Heading, PlainLabel

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_USUAL = 48
_MANY = 3
_AT_ONCE, _AT_ONCE_LOW, _AT_ONCE_BIG = 9, 6, 4
"""Cards: usually, where there is little room, and where words are very big."""
_PILES = {ChildMark.UP: "mark_up", ChildMark.BETWEEN: "mark_between", ChildMark.DOWN: "mark_down"}


class _OneAtATime(RoomStep):
    """One card after the other; what is done with it is up to whoever comes from here."""

    remembers = True

    def __init__(self, room: ChildRoom, these: tuple[PictureCard, ...]) -> None:
        sorted_before = room.sitting.cards if self.remembers else {}
        left = [number for number, card in enumerate(these) if card.key not in sorted_before]
        self.room, self.these, self.number = room, these, left[0] if left else 0
        self.number = self.first_card()
        super().__init__(room)

    def first_card(self) -> int:
        """Which card is shown first: what was looked at before is not begun again."""
        return self.number

    def build(self) -> None:
        self.heading(self.question())
        self.explain()
        self.which = PlainLabel("", kind="strong")
        self.picture = DrawnPicture(180)
        card = QWidget()
        inside = QVBoxLayout(card)
        theme.space(inside, gap=4, edges=(0, 0, 0, 0))
        inside.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.which, 0, Qt.AlignmentFlag.AlignHCenter)
        self._to_read.append(self.which)
        self.already = PlainLabel("", kind="hint")
        self.piles = {}
        for mark, name in _PILES.items():
            button = PictureButton(mark.likes, drawing_of(name), size=75)
            button.clicked.connect(partial(self._on_sorted, mark))
            self.piles[mark] = button
        self.row(card, *self.piles.values())
        self.keys.add(*self.piles.values())
        self.column.addWidget(self.already)
        self.way("skip", _("Skip"), partial(self._on_sorted, ChildMark.SKIP))
        self.way("not_sure", _("Not sure"), partial(self._on_sorted, ChildMark.NOT_SURE))
        self.back(self._on_back)
        if self.remembers:
            self.offer_finish()
        self.offer_again()
        self._show_card()

    def where(self) -> tuple[int, int]:
        return self.number + 1, len(self.these)

    def question(self) -> str:
        """What is asked of each card."""
        return self.room.sitting.age_set.card_question or _("Do you like this at school?")

    def explain(self) -> None:
        """What stands between the question and the card."""

    def sorted_to(self, card: PictureCard, mark: ChildMark) -> None:
        """A card was sorted."""
        raise NotImplementedError

    def _on_sorted(self, mark: ChildMark, _checked: bool = False) -> None:
        self.sorted_to(self.these[self.number], mark)
        if self.number + 1 < len(self.these):
            self.number += 1
            self._show_card()
        else:
            self.room.next()

    def _on_back(self) -> None:
        if self.number:
            self.number -= 1
            self._show_card()
        else:
            self.room.back()

    def _show_card(self) -> None:
        card = self.these[self.number]
        self.picture.show_drawing(card.drawing, "")
        self.which.setText(card.words)
        pile = self.room.sitting.cards.get(card.key, ChildMark.NONE) if self.remembers else ChildMark.NONE
        self.already.setText(_("Before: {pile}").format(pile=pile.likes) if pile in _PILES else "")
        self.already.setVisible(pile in _PILES)
        for mark, button in self.piles.items():
            button.setAccessibleName(f"{mark.likes}: {card.words}")
        if self.isVisible():
            self.room.say_where()
            self.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # so that the next card is heard, also from the same pile
            self.arrive()
            announce(self, card.words)
            self.room.begin_reading()


class PractiseStep(_OneAtATime):
    """Two cards to try it with. What is said to them goes nowhere."""

    remembers = False

    def __init__(self, room: ChildRoom) -> None:
        super().__init__(room, practice())

    def first_card(self) -> int:
        return self.room.practised

    def question(self) -> str:
        return self.room.sitting.age_set.practice_question or _("Do you like this?")

    def explain(self) -> None:
        self.say(_("Try it first. It is not kept."), kind="hint")

    def sorted_to(self, card: PictureCard, mark: ChildMark) -> None:
        self.room.practised = min(self.number + 1, len(self.these) - 1)


class SortStep(_OneAtATime):
    """Six cards, and then it stops."""

    def __init__(self, room: ChildRoom) -> None:
        super().__init__(room, first_six())

    def explain(self) -> None:
        return  # how many there are stands above

    def sorted_to(self, card: PictureCard, mark: ChildMark) -> None:
        self.room.sitting.sort(card.key, mark)
        self.room.save()


class PilesStep(RoomStep):
    """The piles, to look at and change. The child may take another card from the pack."""

    def build(self) -> None:
        self.heading(_("These are your cards"))
        sitting = self.room.sitting
        piles = {mark: [card for card in cards() if sitting.cards.get(card.key) == mark] for mark in PILES}
        piles = {mark: here for mark, here in piles.items() if here}
        for mark, here in piles.items():
            self.row_of_words(Heading(mark.likes, 3), *(self._again(card, len(piles)) for card in here))
        if piles:
            self.say(_("Press a card to sort it again."), kind="hint")
        else:
            self.say(_("There are no cards in the piles. That is fine."))
        self.ways_on()
        if not self.room.is_changing:
            self.way("skip", _("Take another card"), self._take_another)

    def _again(self, card: PictureCard, piles: int) -> PictureButton:
        button: PictureButton
        if piles < _MANY:
            button = PictureButton(card.words, card.drawing, size=_USUAL)
        else:  # low, so that each pile is in sight
            button = PictureWord(card.words, card.drawing)
            button.setCheckable(False)
        button.clicked.connect(partial(self.sort_again, card))
        return button

    def sort_again(self, card: PictureCard, _checked: bool = False) -> None:
        """Where does this one go?"""
        self.room.show_step(partial(OneCardStep, card=card))

    def _take_another(self) -> None:
        self.room.show_step(PackStep)


class OneCardStep(SortStep):
    """One card alone, sorted again or taken from the pack."""

    def __init__(self, room: ChildRoom, card: PictureCard) -> None:
        _OneAtATime.__init__(self, room, (card,))

    def explain(self) -> None:
        return

    def _on_sorted(self, mark: ChildMark, _checked: bool = False) -> None:
        self.sorted_to(self.these[0], mark)
        self.room.return_to_way()

    def _on_back(self) -> None:
        self.room.return_to_way()


class PackStep(RoomStep):
    """The rest of the pack, some at a time: as many as lie in sight."""

    def __init__(self, room: ChildRoom, first: int = 0, before: tuple[int, ...] = ()) -> None:
        """`first`: the card that it begins with; `before`: those with which the pages before it began."""
        self.first, self.before = first, before
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("Take another card"))
        here = [card for card in cards() if self.room.sitting.cards.get(card.key) not in PILES]
        many = _AT_ONCE_LOW if self.is_low else _AT_ONCE
        after = self.first + (_AT_ONCE_BIG if theme.current().scale > theme.MOST else many)
        shown = [self._card(card) for card in here[self.first : after]]
        self.row_of_words(*shown)
        self.keys.add(*shown)
        if after < len(here):
            self.way("next", _("More cards"), partial(self._show_from, (*self.before, self.first), after))
        if self.before:
            self.back(partial(self._show_from, self.before[:-1], self.before[-1]))
        else:
            self.back(self.room.return_to_way)

    def _show_from(self, before: tuple[int, ...], first: int) -> None:
        self.room.show_step(partial(PackStep, first=first, before=before))

    def _card(self, card: PictureCard) -> PictureButton:
        button = PictureButton(card.words, card.drawing)
        button.clicked.connect(lambda _checked=False: self.room.show_step(partial(OneCardStep, card=card)))
        return button
