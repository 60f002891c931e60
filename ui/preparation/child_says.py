"""What the child wants to say: exact words, and whose words they are."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from carer_app.choices import PlainQuestion, Share, WhoseWords
from carer_app.typed_dates import say_short
from carer_app.use_cases import childs_kept_words, hearing_the_child, planning, reading_kept
from carer_app.words import _
from ui.base.places import HandOver
from ui.base.records import Undo
from ui.parts.hurt_line import HurtLine
from ui.parts.own_numbers import ring_now
from ui.parts.part_page import PartPage
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.preparation.said_card import SaidCard
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.picture import PhotoView
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class ChildSaysPage(PartPage):
    """Rows of the child's words, one question about school, and an honest way to say that there are none."""

    why = _("Write the words as they were said. Then read them back. They come first on the sheet.")

    def build_part(self) -> None:
        self.hurt = HurtLine(self, self.child)
        self.column.addWidget(self.hurt)
        give = (
            _("Questions for {child}, on paper") if self.records.forgets else _("Give {child} the computer")
        )
        self.give = Button(give.format(child=self.child))
        self.give.clicked.connect(self.go_to(HandOver(self.meeting_id)))
        self.column.addWidget(WrapRow(self.give))
        self.kept: Rows[childs_kept_words.KeptRow] = Rows(
            lambda _view_id: _KeptCard(self), self.give, table="child_view"
        )
        self.column.addWidget(self.kept)
        self.wishes = PlainLabel("", kind="strong")
        self.column.addWidget(self.wishes)
        self.have_read = Button(_("I have read it"), icon="check")
        self.have_read.clicked.connect(self._on_have_read)
        self.column.addWidget(WrapRow(self.have_read))
        self.add = Button(_("Add something {child} said").format(child=self.child), icon="plus")
        self.add.clicked.connect(self._on_add)
        self.rows: Rows[hearing_the_child.ViewRow] = Rows(self._make_row, self.add, table="child_view")
        self.column.addWidget(self.rows)
        self.none_yet = PlainLabel(_("Nothing yet. A few words are enough, or none."), kind="hint")
        self.column.addWidget(self.none_yet)
        self.column.addWidget(WrapRow(self.add))
        change = Card()
        self.ask(
            PlainQuestion.WOULD_CHANGE,
            _("One thing at school {child} would change").format(child=self.child),
            _("Ask about school only."),
            into=change.body,
            spelling=False,
        )
        self.column.addWidget(change)
        self.rather_not = rather_not = Card(_("If {child} would rather not say").format(child=self.child))
        rather_not.body.addWidget(
            PlainLabel(
                _(
                    "That is fine. Put in the day you asked. If there are no words, the sheet says: "
                    "“{child} chose not to add words this time.”"
                ).format(child=self.child)
            )
        )
        self.asked_on = self.ask_past_day(
            PlainQuestion.ASKED_ON, _("I asked {child} on").format(child=self.child), into=rather_not.body
        )
        self.column.addWidget(rather_not)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh_part(self) -> None:
        self.whose_lines = self.records.read(hearing_the_child.whose_lines, self.meeting_id)
        views = self.records.read(hearing_the_child.views, self.meeting_id)
        self.rows.show_rows(views)
        kept = self.records.read(childs_kept_words.kept_for, self.meeting_id)
        self.kept.show_rows(kept)
        wishes = self.records.read(reading_kept.wishes, self.meeting_id)
        heading = _("{child} said how {they} want{s} to take part:")
        heading = heading.format(child=self.child, **self.pronoun.forms)
        self.wishes.setText("\n".join((heading, *wishes)))
        self.wishes.setVisible(bool(wishes))
        self.none_yet.setVisible(not views and not kept)
        # With words it says nothing, unless a day stands there already.
        self.rather_not.setVisible(not (views or kept) or bool(self.asked_on.raw()))
        self.removed.look()
        unread = self.records.read(reading_kept.is_unread, self.meeting_id)
        if not unread and self.window().focusWidget() is self.have_read:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.have_read.setVisible(unread)

    def remove(self, view_id: int) -> None:
        """Take words away, with Undo."""
        self.rows.row(view_id).text.flush()
        self.records.change(
            hearing_the_child.remove_view,
            view_id,
            self.today(),
            undo=Undo(
                _("{child}’s words were taken away.").format(child=self.child),
                hearing_the_child.bring_view_back,
                (view_id,),
            ),
        )

    def _on_have_read(self) -> None:
        before = self.records.read(reading_kept.read_to, self.meeting_id)
        self.records.change(
            reading_kept.say_read,
            self.meeting_id,
            undo=Undo(
                _("You have read what {child} kept.").format(child=self.child),
                reading_kept.take_back,
                (self.meeting_id, before),
            ),
        )

    def _make_row(self, view_id: int) -> SaidCard:
        return SaidCard(self, view_id)

    def _on_add(self) -> None:
        empty = next((each for each in self.rows.ids() if not self.rows.row(each).text.text().strip()), None)
        if empty is not None:
            self.rows.focus_row(empty)
            return
        self.records.change(
            hearing_the_child.add_view,
            self.meeting_id,
            WhoseWords.CHILD_SAID,
            self.today(),
            then=self._open_new,
        )

    def _open_new(self, view_id: int) -> None:
        self.rows.row(view_id).unfold(True)
        self.rows.focus_row(view_id)


class _KeptCard(Card):
    """What the child kept in their own part: to read, and for nobody to change."""

    def __init__(self, page: ChildSaysPage) -> None:
        super().__init__()
        self._page, self._child = page, page.child
        self.photo: PhotoView | None = None
        self.asked = PlainLabel("", kind="hint")
        self.words = PlainLabel("", kind="strong")
        self.whose = PlainLabel("", kind="hint")
        self.where = PlainLabel("")
        self.before = PlainLabel("", kind="hint")
        for label in (self.before, self.asked, self.words, self.whose, self.where):
            self.body.addWidget(label)

    def show_row(self, _number: int, row: childs_kept_words.KeptRow) -> None:
        said = row.said
        self.asked.setText(said.asked)
        before = _("Before it said: “{words}”. Both stay.").format(words=row.before) if row.before else ""
        self.before.setText(before)
        self.before.setVisible(bool(before))
        quoted = f"“{said.words}”" if said.words else ""
        self.words.setText(" ".join(part for part in (said.chosen, quoted) if part))
        self.whose.setText(said.whose_line)
        if row.taken_off_on is not None:
            where = _("{child} took this off the sheet on {day}. It is not printed.").format(
                child=self._child, day=say_short(row.taken_off_on)
            )
        elif row.share == Share.NOT_SAID:
            where = _(
                "{child} did not say whether this goes on the sheet. So it is not printed. {child} can put it on, in "
                "{their} own part."
            ).format(child=self._child, **self._page.pronoun.forms)
        elif row.share == Share.SHEET:
            where = _("{child} put this on the sheet. Nobody can change the words.").format(child=self._child)
        else:
            where = _(
                "{child} keeps this off the sheet. It is not printed. Does it worry you? {ring_now}"
            ).format(child=self._child, ring_now=ring_now(self._page.house))
        self.where.setText(where)
        if said.drawing and self.photo is None:
            records = self._page.records
            child = records.read(planning.meeting_facts, self._page.meeting_id).child_id
            paper = records.read(childs_kept_words.drawings, child)[said.drawing]
            records.run(partial(records.papers.open, paper.fingerprint, paper.seal_key), self._show_photo)

    def _show_photo(self, data: bytes) -> None:
        if isValid(self) and self.photo is None:
            self.photo = PhotoView(data, _("A drawing by {child}").format(child=self._child), size=240)
            self.body.insertWidget(1, self.photo)

    def first_box(self) -> QWidget:
        return self
