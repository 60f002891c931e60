"""What the household should think of now and then, in a calm card at the end of Home."""

from collections.abc import Hashable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from carer_app.typed_dates import say_day
from carer_app.use_cases import notices
from carer_app.use_cases.notices import Notice, NoticeKind
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import BackupsPlace, MayKeepAgain, Place, WayBackSheetPlace
from ui.home.also_due import AlsoDue, DueLine
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel

PLACES: dict[NoticeKind, Place] = {
    NoticeKind.BACKUP: BackupsPlace(),
    NoticeKind.MAY_KEEP: MayKeepAgain(),
    NoticeKind.SHEET: WayBackSheetPlace(),
    NoticeKind.SECOND_PLACE: BackupsPlace(),
}
"""Where the button of a notice leads."""
_ELSE = _("What else")


class NoticeCard(Card):
    """One notice: what, why, where to do it, and later."""

    def __init__(self, page: Page, kind: NoticeKind) -> None:
        super().__init__(" ")
        self._page = page
        self._kind = kind
        self.why = PlainLabel("")
        self.body.addWidget(self.why)
        self.reason = PlainLabel("")
        self.about = Opens("", self.reason, words=_("Why?"), when_open=_("Why?"))
        self.body.addWidget(self.about)
        self.do = Button("")
        self.later = Button(_("Remind me later"), kind="quiet")
        self.do.clicked.connect(page.go_to(PLACES[kind]))
        self.later.clicked.connect(self._on_later)
        self.actions(self.do, self.later)
        self.others = AlsoDue(self._on_other, self.do)
        self.others.introduce(False)
        self.more = Opens("", self.others, words=_ELSE, when_open=_ELSE)
        self.body.addWidget(self.more)

    def show_notice(self, notice: Notice, others: Sequence[Notice]) -> None:
        assert self.heading is not None
        self.heading.setText(notice.words)
        self.why.setText(notice.why)
        self.why.setVisible(not notice.is_reason)
        self.reason.setText(notice.why)
        self.about.call(notice.words)
        self.about.setVisible(notice.is_reason)
        self.do.setText(notice.button)
        self.later.setAccessibleName(f"{self.later.words()}: {notice.words}")
        self.later.setVisible(notice.can_wait)
        self.others.show_lines([DueLine(other.kind, other.words, other.words) for other in others])
        self.more.setVisible(bool(others))

    def _on_other(self, kind: Hashable) -> None:
        self._page.go.emit(PLACES[NoticeKind(str(kind))])

    def _on_later(self) -> None:
        self._page.records.change(notices.put_off, self._kind, self._page.today(), then=self._say_when)

    def _say_when(self, day: date) -> None:
        self._page.said.emit(_("You will be reminded on {day}.").format(day=say_day(day)))


class Notices:
    """The most important in a card, the others named in a line each. A sitting has none."""

    def __init__(self, page: Page, column: QVBoxLayout) -> None:
        self._page = page
        self._column = column
        self.cards: dict[NoticeKind, NoticeCard] = {}

    def refresh(self) -> None:
        """Read, and show what is to be thought of today."""
        page = self._page
        found: tuple[Notice, ...] = ()
        if not page.records.forgets:
            backups = page.house.door.backing_up.now()
            found = page.records.read(notices.notices, page.today(), backups)
        kinds = [notice.kind for notice in found[:1]]
        for kind in [kind for kind in self.cards if kind not in kinds]:
            card = self.cards.pop(kind)
            card.hide()  # the keyboard goes on to the next control by itself
            card.deleteLater()
        for place, notice in enumerate(found[:1]):
            card = self.cards.get(notice.kind) or NoticeCard(page, notice.kind)
            self.cards[notice.kind] = card
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                card.show()
            card.show_notice(notice, found[1:])
