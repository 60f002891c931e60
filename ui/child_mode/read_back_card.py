"""One thing that was said, on a card: its picture, the exact words, on the sheet or off it, and how to put it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from carer_app.choices import ChildsDoor, Share, TakingPart, WhoSays, WhoseWords
from carer_app.sitting import (
    CARDS_BETWEEN,
    CARDS_LIKED,
    CARDS_NOT_LIKED,
    COMING,
    DRAWING,
    PILES,
    SIGN,
    TABLE,
    WHAT_WOULD_HELP,
    WHO,
    RoomWords,
    Sitting,
    Thing,
    capital,
)
from carer_app.texts.cards import drawing
from carer_app.texts.child_questions import ChildQuestion
from carer_app.words import _
from ui.child_mode.offers import OnOff
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.picture import DrawnPicture, PhotoView
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_PICTURE = 32
_LEAST_FOR_WORDS = 150
_NARROW, _ANY_WIDTH = 520, 16_777_215
_PILES = {CARDS_LIKED: "mark_up", CARDS_BETWEEN: "mark_between", CARDS_NOT_LIKED: "mark_down"}
_AT_MEETING = {
    TABLE: (_("Where I sit"), "table"),
    SIGN: (_("My sign for stopping"), "stop"),
    WHAT_WOULD_HELP: (_("What makes it easier"), "coming_someone"),
}
"""What is asked of the meeting: its short name and its drawing."""
_COMING = {
    TakingPart.ALL: "coming_all",
    TakingPart.PART: "coming_part",
    TakingPart.NOT_THIS_TIME: "coming_not",
    TakingPart.NOT_SURE: "not_sure",
}


@dataclass(frozen=True, slots=True)
class SaidHere:
    """One thing as it stands on its card. `thing` is None for what the meeting is told beside the words; `told` says
    so, once."""

    key: str
    about: str
    lines: tuple[str, ...]
    drawing: str
    thing: Thing | None = None
    whose: str = ""
    told: str = ""


def said_here(sitting: Sitting, words: RoomWords) -> list[SaidHere]:
    """All that is read back, in its order."""
    return said_of(sitting, words, sitting.things()) + _beside(sitting, words)


def said_of(sitting: Sitting, words: RoomWords, things: list[Thing]) -> list[SaidHere]:
    """These things as they are read back."""
    return [_of_thing(sitting, words, thing) for thing in things]


def _of_thing(sitting: Sitting, words: RoomWords, thing: Thing) -> SaidHere:
    asked = _asked(sitting, thing.key)
    is_ours = thing.whose == WhoseWords.CHILD_CHOSE  # its line says "Chose"
    whose = "" if is_ours else capital(thing.whose.to_the_child(words.carer))
    short = asked.short if asked is not None else _AT_MEETING.get(thing.key, ("", ""))[0]
    picture = picture_of(sitting, thing.key)
    pile = next((mark for mark, key in PILES.items() if key == thing.key), None)
    about = pile.likes if pile is not None else short or thing.asked
    return SaidHere(thing.key, about, thing.lines(), picture, thing, whose)


def _asked(sitting: Sitting, key: str) -> ChildQuestion | None:
    every = (*sitting.age_set.questions, *sitting.day())
    return next((each for each in every if each.key == key), None)


def picture_of(sitting: Sitting, key: str) -> str:
    """The drawing that goes with what was asked; empty where there is none, and at the age without pictures."""
    asked = _asked(sitting, key)
    if asked is not None:
        return asked.drawing
    beside = _AT_MEETING.get(key, ("", ""))[1] if sitting.age_set.by != "words" else ""
    return _PILES.get(key, beside)


def most_are(here: list[SaidHere]) -> str:
    """Whose most of the words are: said once for all; on a card only where it is somebody else's."""
    whose = [said.whose for said in here if said.whose]
    return max(whose, key=whose.count, default="")


def _beside(sitting: Sitting, words: RoomWords) -> list[SaidHere]:
    meeting = sitting.age_set.meeting
    young = sitting.age_set.by == "cards"
    says = _("You want {name} to say it for you.")
    coming = {
        TakingPart.ALL: _("You want to come to the whole meeting."),
        TakingPart.PART: _("You want to come and say hello.")
        if young
        else _("You want to come to a part of the meeting."),
        TakingPart.NOT_THIS_TIME: _("You don’t want to come this time."),
        TakingPart.NOT_SURE: _("You are not sure yet about coming."),
    }.get(sitting.coming, "")
    who = {
        WhoSays.ME: _("You want to say it yourself."),
        WhoSays.CARER: says.format(name=words.carer),
        WhoSays.SOCIAL_WORKER: says.format(name=words.social_worker),
        WhoSays.SOMEONE_ELSE: says.format(name=sitting.who_name.strip() or _("someone else")),
    }.get(sitting.who, "")
    told = words.fill(_("{carer} can read it and tell them."))
    picture = "coming_all" if young and sitting.coming == TakingPart.PART else _COMING.get(sitting.coming, "")
    here = [
        SaidHere(key, about, (line,), name if sitting.age_set.by != "words" else "")
        for key, about, line, name in (
            (COMING, _("Coming to the {meeting}").format(meeting=meeting), coming, picture),
            (WHO, _("Who says it"), who, "coming_someone"),
        )
        if line
    ]
    return [*here[:-1], *(replace(each, told=told) for each in here[-1:])]


class ReadBackCard(QFrame):
    """The words beside what can be done with them, or above it where there is no room."""

    def __init__(self, room: ChildRoom, said: SaidHere, most: str) -> None:
        super().__init__()
        self._room, self._said = room, said
        self.setProperty("part", "card")
        self._around = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.space(self._around, gap=8, edges=(12, 4, 12, 4))
        self.lines = [PlainLabel(line, "strong") for line in said.lines]
        told, words = QHBoxLayout(), QVBoxLayout()
        theme.space(told, gap=12)
        theme.space(words, gap=0)
        if (picture := self._picture()) is not None:
            told.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        told.addLayout(words, 1)
        about = said.about if said.whose in ("", most) else f"{said.about} ({said.whose})"
        words.addStretch(1)
        title = f"{about}. {said.told}" if said.told else about
        for label in (PlainLabel(title, "hint"), *self.lines):
            words.addWidget(label)
        words.addStretch(1)
        self._around.addLayout(told, 1)
        self._usual = self._make_usual()
        self._right = self._make_right()
        for button in (*self._usual, *self._right):
            button.be_in_a_bar(room.top.is_small)  # very big words of what was said have the room
        self._row = WrapRow(*self._usual, *self._right)
        self._around.addWidget(self._row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_right(False)

    def height_in(self, width: int) -> int:
        """How high it is in so much room."""
        self._lay(width)
        return self._around.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.width())

    def follow_look(self) -> None:
        """The look changed."""
        self._lay(self.width())

    def _lay(self, width: int) -> None:
        room = width - theme.px(_LEAST_FOR_WORDS + _PICTURE)
        widest = max(button.sizeHint().width() for button in self._usual)
        one_wide = self._is_one_wide(width) and widest <= room
        beside = one_wide or self._row.sizeHint().width() <= room
        self._row.setMaximumWidth(widest if one_wide else _ANY_WIDTH)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._around.direction() != way:
            self._around.setDirection(way)

    def _is_one_wide(self, width: int) -> bool:
        """Whether two buttons stand one above the other, so that the words beside them have room."""
        once = self._room.sitting.age_set.shared == "once"
        return once and width < theme.px(_NARROW) and self._usual[0].isVisibleTo(self)

    def _picture(self) -> QWidget | None:
        if self._said.key == DRAWING and self._room.photo:
            return PhotoView(self._room.photo, _("Your picture"), size=60)
        if not self._said.drawing:
            return None
        picture = DrawnPicture(_PICTURE)
        picture.show_drawing(drawing(self._said.drawing), "")
        return picture

    def _make_usual(self) -> list[Button]:
        made = list[Button]()
        thing = self._said.thing
        if thing is not None and self._room.sitting.age_set.shared == "each":
            made.append(OnMySheet(self._room, thing, self._said.about))
        made.append(
            ReadButton(_("Read it"), lambda: self.lines, self._room.say, self._said.about, NO_VOICE_HERE)
        )
        made.append(self._named(_("Change it"), partial(self._show_right, True, True)))
        return made

    def _make_right(self) -> list[Button]:
        said, thing = self._said, self._said.thing
        made = [self._named(_("Change"), partial(self._room.change, said.key))]
        made.append(self._named(_("Rub it out"), self._rub_out))
        together = self._room.sitting.door == ChildsDoor.TOGETHER
        if together and thing is not None and thing.words and not thing.picked:
            made.append(self._named(_("Whose words?"), partial(self._room.ask_whose, thing)))
        made.append(self._named(_("Leave it"), partial(self._show_right, False, True)))
        return made

    def _named(self, words: str, do: Callable[[], object]) -> Button:
        button = Button(words, name=f"{words}: {self._said.about}")
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _show_right(self, wanted: bool, by_hand: bool = False) -> None:
        for buttons, shown in ((self._usual, not wanted), (self._right, wanted)):
            for button in buttons:
                button.setVisible(shown)
        self._lay(self.width())
        if by_hand:
            (self._right[0] if wanted else self._usual[-1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rub_out(self) -> None:
        self._room.rub_out(self._said.key)
        self._room.return_to_way()


class OnMySheet(OnOff):
    """On the sheet by one press, and off it again by another. Before the first press nobody has chosen."""

    def __init__(self, room: ChildRoom, thing: Thing, about: str) -> None:
        self._room, self._key = room, thing.key
        words = _("On my sheet")
        super().__init__(words, thing.share == Share.SHEET, name=f"{words}: {about}")

    def _on_toggled(self, on: bool) -> None:
        super()._on_toggled(on)
        self._room.sitting.decide(self._key, Share.SHEET if on else Share.OFF)
        self._room.save()
