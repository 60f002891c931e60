"""What makes school hard just now: what is seen, what helps, and what is asked for."""

from functools import partial

from carer_app.choices import ConcernKind
from carer_app.use_cases import preparing, writing_notes
from carer_app.use_cases.preparing import ConcernRow
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _
from ui.base.records import Undo
from ui.parts.from_notes import FromNotes
from ui.parts.hurt_line import HurtLine
from ui.parts.part_page import PartPage
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.preparation.concern_card import ConcernCard
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel

_ELSE = _("Add something else")


class HardNowPage(PartPage):
    """Add what is hard by its kind. What is seen stands apart from what is thought and from what is asked for."""

    why = _("Say what you saw. Leave out blame. {child} may read this too.")

    def build_part(self) -> None:
        self.hurt = HurtLine(self, self.child)
        self.column.addWidget(self.hurt)
        self.kinds: dict[ConcernKind, Button] = {}
        for kind in ConcernKind:
            button = Button(kind.words, icon="plus", name=_("Add: {what}").format(what=kind.words))
            button.clicked.connect(partial(self._on_add, kind))
            self.kinds[kind] = button
        add = Card(_("What would you like to add?"))
        add.actions(*self.kinds.values())
        self.adding = Opens("", add, words=_ELSE, when_open=_ELSE)
        self.adding.button.hide()
        self.adding.open(True)
        self.rows: Rows[ConcernRow] = Rows(self._make_row, self.kinds[ConcernKind.SUBJECT], table="concern")
        self.column.addWidget(self.rows)
        self.none_yet = PlainLabel(
            _("Nothing yet. If nothing is hard just now, leave this part empty."), kind="hint"
        )
        self.column.addWidget(self.none_yet)
        self.from_notes = FromNotes(self._on_note)
        self.column.addWidget(self.from_notes)
        self.column.addWidget(self.adding)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh_part(self) -> None:
        self.people = self.records.read(preparing.people_to_ask, self.meeting_id)
        concerns = self.records.read(preparing.concerns, self.meeting_id)
        self._fold(bool(concerns))
        self.rows.show_rows(concerns)
        self.none_yet.setVisible(not concerns)
        self.removed.look()
        self.from_notes.show_notes(self.records.read(writing_notes.notes_for, self.meeting_id, self.part))

    def _fold(self, has_some: bool) -> None:
        """What can be added stands there as long as there is nothing; then it is a press away."""
        if has_some == self.adding.button.isHidden():
            self.adding.button.setVisible(has_some)
            self.adding.open(not has_some)

    def remove(self, concern_id: int) -> None:
        """Take one away, with Undo."""
        row = self.rows.row(concern_id)
        row.flush()
        self.records.change(
            preparing.remove_concern,
            concern_id,
            self.today(),
            undo=Undo(
                _("“{what}” was taken away.").format(what=row.kind.words),
                preparing.bring_concern_back,
                (concern_id,),
            ),
        )

    def _on_note(self, note: NoteRow) -> None:
        self.records.change(writing_notes.add_as_concern, self.meeting_id, note.id, then=self.rows.focus_row)

    def _make_row(self, concern_id: int) -> ConcernCard:
        return ConcernCard(self, concern_id)

    def _on_add(self, kind: ConcernKind, _checked: bool = False) -> None:
        empty = next((each for each in self.rows.ids() if self.rows.row(each).is_empty(kind)), None)
        if empty is not None:
            self._on_added(empty)
            return
        self.records.change(preparing.add_concern, self.meeting_id, kind, then=self._on_added)

    def _on_added(self, concern_id: int) -> None:
        self.rows.focus_row(concern_id)
        self.adding.open(False)
