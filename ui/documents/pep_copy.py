"""The copy of one PEP: when it should come, where the paper is, and, if that is allowed, a file kept here."""

from carer_app.choices import RequestAbout, WhereIsTheCopy
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import pep_copies, planning
from carer_app.use_cases.pep_copies import CopyRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, AskAgain, CopyCompared, PepCopyPlace
from ui.base.records import Undo
from ui.documents.kept_file import KeptFile
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

PAPER_PLACES = (
    (WhereIsTheCopy.LOCK_BOX, WhereIsTheCopy.LOCK_BOX.words),
    (WhereIsTheCopy.FILE, WhereIsTheCopy.FILE.words),
    (WhereIsTheCopy.NOT_YET, WhereIsTheCopy.NOT_YET.words),
    (WhereIsTheCopy.HERE, _("No paper here. The file stored below is my copy")),
)
"""Paper first, and the lock box first of all: councils give carers one for this."""


class PepCopyPage(Page):
    """Paper is asked about first; a file is the second choice and needs somebody's yes."""

    def __init__(self, house: House, place: PepCopyPlace) -> None:
        self.meeting_id = place.meeting_id
        self._child_id = 0
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("The copy of the PEP"))
        self.add_summary()
        say_when = Button(_("Say when it was held"), kind="main")
        say_when.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.not_held = EmptyState(
            "calendar",
            _("The copy comes after the meeting. First say which day the meeting was held."),
            say_when,
        )
        self.column.addWidget(self.not_held)
        self.when = PlainLabel("", kind="strong")
        self.why = PlainLabel("", kind="hint")
        self.ask = PlainLabel("")
        self.ask_again = Button(_("Ask again"))
        self.ask_again.clicked.connect(self._on_ask)
        self.asking = WrapRow(self.ask_again)
        self.paper = Card()
        self.where = Choices([(place.value, words) for place, words in PAPER_PLACES])
        self.where.chosen.connect(self._on_where)
        self.paper.body.addWidget(Field(_("Where is the paper copy?"), self.where))
        self.file = KeptFile(self, self.meeting_id)
        self.compare = Button(_("Compare it with what I wrote"), icon="list-checks")
        self.compare.clicked.connect(self.go_to(CopyCompared(self.meeting_id)))
        self.comparing = WrapRow(self.compare)
        for widget in (self.when, self.why, self.ask, self.paper, self.asking, self.file, self.comparing):
            self.column.addWidget(widget)

    def refresh(self) -> None:
        row = self.records.read(pep_copies.copy_of, self.meeting_id, self.today())
        self.not_held.setVisible(row is None)
        for widget in (self.when, self.why, self.ask, self.paper, self.asking, self.file):
            widget.setVisible(row is not None)
        self.file.setVisible(row is not None and not self.records.forgets)
        self.comparing.setVisible(row is not None and row.document_id is not None)
        if row is None:
            self.file.show_only_what_waits()
            child = self.records.read(planning.meeting_facts, self.meeting_id).child
            self.rename(_("The copy of {child}’s PEP").format(child=child))
            return
        self.rename(_("The copy of {child}’s PEP").format(child=row.child))
        self.when.setText(how_it_stands(row))
        day = say_short(row.held_on, with_year=row.held_on.year != self.today().year)
        self.why.setText(why_then(row, day))
        self.ask.setVisible(not row.has_come)
        self.asking.setVisible(not row.has_come)
        self._child_id = row.child_id
        self.ask.setText(
            _(
                "You can ask for it: “May I have my copy of the PEP from {day}?” {senders} can send it."
            ).format(day=day, senders=row.senders)
        )
        for place, _words in PAPER_PLACES:
            self.where.row(place).setVisible(place in row.answers)
        self.where.set_value(None if row.is_a_question else row.place)
        self.file.show_file(row)

    def holds_typed(self) -> bool:
        return super().holds_typed() or self.file.bringing.holds_something

    def _on_ask(self) -> None:
        self.go.emit(AskAgain(self._child_id, RequestAbout.COPY, self.meeting_id))

    def _on_where(self, place: str) -> None:
        before = self.records.read(pep_copies.copy_of, self.meeting_id, self.today())
        if before is None or (before.place == place and not before.is_a_question):
            return
        words = dict(PAPER_PLACES)[WhereIsTheCopy(place)]
        self.records.change(
            pep_copies.say_where_the_copy_is,
            self.meeting_id,
            WhereIsTheCopy(place),
            self.today(),
            undo=Undo(_("The paper copy: {where}.").format(where=words), pep_copies.put_copy_back, (before,)),
        )


def how_it_stands(row: CopyRow) -> str:
    """One sentence: where the copy is, or when it should come."""
    day = say_day(row.expected_by)
    if row.is_a_question and row.is_late:
        return _("It should have come by {day}. Have you got it?").format(day=day)
    if row.is_late:
        return _("It should have come by {day}. It is not here yet.").format(day=day)
    if not row.has_come:
        return _("It should come by {day}.").format(day=day)
    if row.document_id is not None and row.place != WhereIsTheCopy.HERE:
        return _("You have it: {where}. A file is stored here too, locked.").format(
            where=_inside(row.place.words)
        )
    return _("You have it: {where}.").format(where=_inside(row.place.words))


def why_then(row: CopyRow, day: str) -> str:
    """The meeting's `day`, and while the copy is awaited why it should come by then."""
    if row.has_come:
        return _("The meeting was on {day}.").format(day=day)
    return _(
        "The meeting was on {day}. You should be given the copy straight after it, or be sent it. {why}"
    ).format(day=day, why=row.why)


def _inside(words: str) -> str:
    return words[:1].lower() + words[1:]
