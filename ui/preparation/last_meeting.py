"""Last time: what was said and agreed, and what is still open. Ticked off here is ticked off everywhere."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import following_up, last_time
from carer_app.use_cases.last_time import AgreedLine
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import GetReady, LastMeeting
from ui.base.records import Undo
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class LastMeetingPage(Page):
    """Shown, not asked: everything here was written before."""

    def __init__(self, house: House, place: LastMeeting) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to getting ready"))
        self.add_heading(_("Last time"))
        self.nothing = PlainLabel(
            _("No earlier meeting is written down as held. What you agree at this one shows before the next.")
        )
        self.column.addWidget(self.nothing)
        self.get_ready = Button(_("Get ready for this meeting"), kind="main")
        self.get_ready.clicked.connect(self.go_to(GetReady(self.meeting_id)))
        self.column.addWidget(WrapRow(self.get_ready))
        self._list = QVBoxLayout()
        theme.space(self._list, gap=16)
        self.column.addLayout(self._list)
        self._cards: list[Card] = []
        self.done: dict[int, Button] = {}
        self._shown: last_time.LastTime | None = None

    def refresh(self) -> None:
        before = self.records.read(last_time.last_time, self.meeting_id, self.today())
        self.nothing.setVisible(before is None)
        self.get_ready.setVisible(before is None)
        if before is None:
            return
        self.rename(_("Last time, on {day}").format(day=say_day(before.held_on)))
        if before == self._shown:
            return
        self._shown = before
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards, self.done = [], {}
        self._add(_("What was agreed"), [self._agreed(line) for line in before.agreed])
        self._add(_("What was not agreed"), [PlainLabel(line) for line in before.not_agreed])
        self._add(
            _("What you asked"), [PlainLabel(f"{asked}\n{answer}") for asked, answer in before.answered]
        )
        self._add(_("What the child said"), [PlainLabel(line) for line in before.child_said])
        self._add(
            _("What school said"),
            [
                PlainLabel(_("{about}: {words}").format(about=about, words=words))
                for about, words in before.school_said
            ],
        )

    def _add(self, heading: str, parts: list[QWidget]) -> None:
        if not parts:
            return
        card = Card(heading)
        for part in parts:
            card.body.addWidget(part)
        self._cards.append(card)
        self._list.addWidget(card)

    def _agreed(self, line: AgreedLine) -> QWidget:
        said = _("{what} ({who}): {state}").format(what=line.what, who=line.who, state=line.state)
        at_home = _("At home: {words}").format(words=line.at_home) if line.at_home else ""
        words = PlainLabel("\n".join(part for part in (said, at_home) if part))
        if not line.is_open:
            return words
        done = Button(_("It is done"), icon="check", name=_("It is done: {what}").format(what=line.what))
        done.clicked.connect(partial(self._on_done, line))
        self.done[line.id] = done
        return WrapRow(words, done)

    def _on_done(self, line: AgreedLine, _pressed: bool = False) -> None:
        self.records.change(
            following_up.tick_off,
            line.id,
            self.today(),
            undo=Undo(_("Ticked off."), following_up.untick, (line.id,)),
        )
