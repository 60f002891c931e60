"""Ask again for one thing that has not come: whom to ask now, in which words, and what they said."""

from PySide6.QtWidgets import QWidget

from carer_app.choices import RequestAbout
from carer_app.use_cases import asking_again, writing_requests
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.asking_again import AskAgainView, RequestRow
from carer_app.words import _
from ui.asking.answer_card import AnswerCard
from ui.asking.request_line import RequestLine
from ui.asking.thanks_card import ThanksCard
from ui.asking.turn_card import TurnCard
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AskAgain, WhomToAskInTurn
from ui.base.records import Undo
from ui.parts.own_numbers import ring_now
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class AskAgainPage(Page):
    """One person at a time. What is about safety is not asked for here: whom to ring stands in its place."""

    def __init__(self, house: House, place: AskAgain) -> None:
        self.matter = Matter(place.child_id, RequestAbout(place.about), place.of)
        self._goes_on = self._all_are_safe = False
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Ask again"))
        self.what = PlainLabel("", kind="strong")
        self.due = PlainLabel("", kind="hint")
        self.ring = Card(_("Do not wait"))
        self.ring_words = PlainLabel("")
        self.ring.body.addWidget(self.ring_words)
        self.safe = Button(_("Everybody is safe"))
        self.safe.clicked.connect(self._on_safe)
        self.ring.body.addWidget(WrapRow(self.safe))
        self.thanks = ThanksCard(self)
        self.answer = AnswerCard(self)
        self.turn = TurnCard(self)
        self.nobody = PlainLabel("")
        self.history: Rows[RequestRow] = Rows(
            lambda _request_id: RequestLine(self), self._so_far, gap=8, table="request"
        )
        self.history.setAccessibleName(_("What was asked so far"))
        self.more = Opens(_("what was asked so far"), self.history, words=_("So far"))
        self.why = Opens("", words=_("Whose order is this?"))
        self.order = PlainLabel("")
        self.weekly = PlainLabel(_("One person at a time, and nobody more often than once a week."))
        self.not_here = PlainLabel("")
        for part in (self.order, self.weekly, self.not_here):
            self.why.body.addWidget(part)
        self.paper = Button(_("The whole order on paper"), kind="quiet", icon="printer")
        self.paper.clicked.connect(
            self.go_to(WhomToAskInTurn(self.matter.child_id, self.matter.about, self.matter.about_id))
        )
        cards = (self.ring, self.thanks, self.answer, self.turn)
        for shown in (self.what, self.due, *cards, self.nobody, self.more, self.why):
            self.column.addWidget(shown)
        self.column.addWidget(WrapRow(self.paper))

    def refresh(self) -> None:
        view = self.records.read(
            asking_again.ask_again, self.matter, self.today(), self._goes_on, self._all_are_safe
        )
        self.rename(_("Ask again for {child}").format(child=view.child))
        self.what.setText(view.what[:1].upper() + view.what[1:])
        self.due.setText(view.due)
        self.due.setVisible(bool(view.due))
        self.ring_words.setText(
            _("This may be about somebody being hurt or not safe. {ring_now}").format(
                ring_now=ring_now(self.house)
            )
        )
        self.ring.setVisible(view.speaks_of_safety)
        self.thanks.show_view(view)
        self.answer.show_view(view)
        self.turn.show_view(view)
        self.nobody.setText(_who_else(view))
        self.nobody.setVisible(bool(self.nobody.words()))
        self.history.show_rows(view.history)
        self.more.setVisible(bool(view.history))
        self.order.setText(view.order)
        self.not_here.setText(
            _("If anybody is not safe, do not ask and wait. {ring_now}").format(ring_now=ring_now(self.house))
        )
        self.paper.setVisible(not view.speaks_of_safety)

    def go_on(self) -> None:
        """Nothing came of the answer: the next one can be asked."""
        self._goes_on = True
        self.refresh()

    def undo_newest(self, words: str) -> Undo:
        """Takes back what was just written down."""
        return Undo(words, writing_requests.take_newest_back, (self.matter, self.today()))

    def _on_safe(self) -> None:
        self._all_are_safe = True
        self.refresh()

    def put_right(self, request_id: int) -> None:
        """The boxes of one time that somebody was asked."""
        self.more.open(True)
        line = self.history.row(request_id)
        line.begin()

    def _so_far(self) -> QWidget:
        return self.more.button


def _who_else(view: AskAgainView) -> str:
    """What is said where nobody is to be asked."""
    if view.is_done:
        return "" if view.to_thank else _("This is done. Nobody needs to be asked.")
    if view.is_over:
        return _("Nobody needs to be asked for this now.")
    if view.turn or view.speaks_of_safety or view.open_request or view.answered:
        return ""
    return _("Everybody in this order was asked. Your supervising social worker can say what is next.")
