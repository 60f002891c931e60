"""The end of a sitting: what nobody decided yet, then Keep or Rub it all out. No press keeps nothing."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from carer_app.choices import OF_MY_DAY, Share
from carer_app.sitting import Sitting
from carer_app.words import _
from ui.child_mode.read_back_pages import GAP, even_columns, room_on
from ui.child_mode.reading_back import ShareAll
from ui.child_mode.rubbing_out import AskRubOutStep, rub_out_button
from ui.child_mode.said_here import SaidHere, said_of
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import PlainLabel

_WIDE, _HIGH = 190, 56
_BETWEEN = 20
_IN_ONE = 5
"""So many lines stand below each other; more stand in two columns, or in three where two are too high."""


class UnsaidStep(RoomStep):
    """Words that nobody decided about are asked about once more: Next alone is no answer, and would lose them.

    No way to decide has the keyboard beforehand: what goes on the sheet is pressed on purpose."""

    begins_on_page = True

    def build(self) -> None:
        sitting = self.room.sitting
        if sitting.age_set.shared == "once":
            meeting = sitting.age_set.meeting
            self._to_read.remove(self.heading(_("Show the grown-ups?")))
            asked = _("Shall the grown-ups at the {meeting} see it?").format(meeting=meeting)
            self.say(asked, kind="strong")
            self.row(*ShareAll(self.room).buttons())
        else:
            heading = self.heading(_("What goes on your sheet?"))
            told = (
                PlainLabel(f"{_count(sitting)} {_('Everybody at the meeting can read it.')}", "strong"),
                PlainLabel(_("This is not on it yet. Choose now, or later.")),
            )
            self._to_read += told
            above = (heading, self.row_of_words(*told))
            ways = (
                self.button(_("Put them all on my sheet"), partial(self._decide, Share.SHEET)),
                self.button(_("Keep them all off my sheet"), partial(self._decide, Share.OFF)),
                self.button(_("Choose one by one"), self.room.to_what_was_said),
            )
            for button in ways:  # none stands out
                button.be_narrow()
            row = self.row(*ways)
            self.stage.is_about_words = True
            self.ways_on()
            across = room_on(self).width()
            self._list(sum(each.heightForWidth(across) + self.column.spacing() for each in (*above, row)))
            return
        self.ways_on()

    def _list(self, used: int) -> None:
        """Every word of it: nobody puts on paper for others what they have not before their eyes. `used`: so high is
        what stands above it and below."""
        said = said_of(self.room.sitting, self.words, self.room.sitting.unsaid())
        labels = [PlainLabel(_in_a_line(each)) for each in said]
        beside = QHBoxLayout()
        theme.space(beside, gap=_BETWEEN)
        for start, end in pairwise([0, *self._ends(labels, used)]):
            column = QVBoxLayout()
            theme.space(column, gap=GAP)
            for label in labels[start:end]:
                column.addWidget(label)
            column.addStretch(1)
            beside.addLayout(column, 1)
        self.column.addLayout(beside)

    def _ends(self, labels: list[PlainLabel], used: int) -> list[int]:
        """Where each column ends: of as few as show all of it at once, or else of those that are the least high."""
        if theme.current().scale > theme.MOST:
            return [len(labels)]
        room, found = room_on(self), dict[int, list[int]]()
        for number in (1, 2, 3) if len(labels) <= _IN_ONE else (2, 3):
            across = (room.width() - (number - 1) * theme.gap(_BETWEEN)) // number
            high, ends = even_columns([each.heightForWidth(across) for each in labels], number)
            if high + used <= room.height():
                return ends
            found.setdefault(high, ends)
        return found[min(found)]

    def _decide(self, share: Share) -> None:
        for thing in self.room.sitting.unsaid():
            self.room.sitting.decide(thing.key, share)
        self.room.save()
        self.room.next()


class EndStep(RoomStep):
    """The last page: one line about being hurt, and two buttons, as large as each other, that do not look alike."""

    def build(self) -> None:
        sitting, told = self.room.sitting, self.room.sitting.age_set.telling
        if sitting.is_empty and not sitting.things():
            self.heading(_("There is nothing to keep"))
            self.say(_("That is fine. You can do this another day."))
            self.say(told.end_hurt, kind="strong")
            self.way("next", _("Finish"), self.room.leave, main=True)
            self.back(self.room.back)
            return
        self.show_picture("you_choose")
        self.heading(_("Keep it, or rub it out?"))
        self.say(told.end_hurt, kind="strong")
        ask = partial(AskRubOutStep, rub_out=self.room.rub_out_all, back=self.room.return_to_way)
        keep = _as_large(Button(_("Keep"), icon="check"))
        keep.clicked.connect(lambda _checked=False: self.room.keep())
        rub_out = _as_large(rub_out_button(_("Rub it all out"), partial(self.room.show_step, ask)))
        for line in self._of_later():
            self.say(line)
        said, pressed = QHBoxLayout(), QHBoxLayout()
        for both in (said, pressed):
            theme.space(both, gap=28)
        for button, lines in ((keep, self._of_keeping()), (rub_out, [told.rubbed_out])):
            side = QVBoxLayout()
            theme.space(side, gap=8)
            side.addStretch(1)
            for line in lines:
                label = PlainLabel(line)
                side.addWidget(label)
                self._to_read.append(label)
            said.addLayout(side, 1)
            pressed.addWidget(button, 1)
        self.column.addLayout(said)
        self.stage.choices.addLayout(pressed)
        self.stage.is_about_words = True
        self.back(self.room.back)
        self.offer_again()

    def _of_keeping(self) -> list[str]:
        sitting = self.room.sitting
        if self.for_the_youngest:  # a few words for each of the two
            shown = bool(sitting.things()) and sitting.share_all == Share.SHEET
            who = _("{carer} can read it, and can show it.") if shown else _("{carer} can read it.")
            return [self.words.fill(who)]
        lines = [self.words.fill(_("If you keep it, {carer} can read it."))]
        if sitting.things():
            lines.append(_count(sitting))
        if sitting.age_set.by == "words":  # beside them stands as much about rubbing out
            lines.append(self._of_kept())
        return lines

    def _of_kept(self) -> str:
        return _("Nobody can change kept words here. You can take them off your sheet later, or add to them.")

    def _of_later(self) -> list[str]:
        sitting, lines = self.room.sitting, list[str]()
        if sitting.unsaid():
            lines.append(_("You can choose later: press “What I kept before”, on the first page."))
        if sitting.age_set.by == "choose":
            lines.append(self._of_kept())
        return lines


def _in_a_line(said: SaidHere) -> str:
    """A part of the day is a sentence of its own, which says what it is about."""
    if said.key.startswith(OF_MY_DAY):
        return " ".join(said.lines)
    thing = said.thing
    chose = "" if thing is None else thing.words if thing.picked else thing.chosen or thing.mark.words
    own = "" if thing is None or thing.picked else thing.words
    told = f"{chose}. “{own}”" if chose and own else chose or own
    return f"{said.about}: {told or ' '.join(said.lines)}"


def _as_large(button: Button) -> Button:
    button.be_large(_WIDE, _HIGH)
    return button


def _count(sitting: Sitting) -> str:
    return _("On your sheet: {number} of {all}.").format(number=sitting.on_sheet(), all=len(sitting.things()))
