"""An action is put right where it stands: what, who and by when, each saved as it is typed or chosen."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import ActionDay, Helped, HowFar, Owner
from carer_app.typed_dates import say_short
from carer_app.use_cases import (
    action_history,
    action_put_right,
    clearer_actions,
    did_it_help,
    following_up,
    term_ends,
)
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.look import theme
from ui.parts.action_days import ActionDayField, due_name
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import by_when_field
from ui.parts.kept_text import KeptAndSaid, KeptText
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.marked_row import MARK_AND_GAPS
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.parts.page_with_actions import PageWithActions


class ActionEdit(QWidget):
    """`close` puts it away. What nobody needs each time is behind a press."""

    def __init__(self, page: "PageWithActions", row: ActionRow, close: Callable[[], None]) -> None:
        super().__init__()
        self._page, self._row, self._close = page, row, close
        write_what, today = action_put_right.change_what, page.today()
        self.what = KeptAndSaid(page.records, write_what, row.id, today, lines=1, spelling=True)
        self.who = ChoicesAcross([(owner.value, owner.words("")) for owner in Owner])
        self.name = self._box(action_put_right.name_owner, spelling=False)
        self.successor = Button("", icon="users")
        self._known = ""
        self.due = by_when_field(page, term_ends.ends_meant, row.child_id)
        self.what_field = Field(_("What will happen"), self.what)
        self.nudge = PlainLabel("", kind="hint")
        self.who_field = Field(_("Who does this now?"), self.who)
        self.name_field = Field(_("Their name"), self.name, optional=True)
        self.field = Field(
            _("By when"), self.due, hint=_("Leave it empty if nobody said a date."), optional=True
        )
        self.days = {which: ActionDayField(page, which, row.id) for which in ActionDay}
        self.how_far = ChoicesAcross([(each.value, each.words) for each in HowFar])
        self.ended_why = self._box(action_put_right.write_why_it_ended)
        self.helped = ChoicesAcross([(each.value, each.words) for each in Helped])
        self.why = self._box(action_put_right.write_why)
        self.how_we_know = self._box(action_put_right.write_how_we_know)
        self.at_home = self._box(action_put_right.write_at_home)
        self.how_far_field = Field(_("How far is it?"), self.how_far)
        self.ended_field = Field(
            _("Why will it not happen?"),
            self.ended_why,
            hint=_("{child} may ask.").format(child=row.child),
            optional=True,
        )
        self.helped_field = Field(_("Did it help {child}?").format(child=row.child), self.helped)
        self.why_field = Field(_("Why was it agreed?"), self.why, optional=True)
        self.know_field = Field(_("How will we know that it worked?"), self.how_we_know, optional=True)
        self.home_field = Field(_("What does home do for it?"), self.at_home, optional=True)
        self.agreed = PlainLabel("", kind="hint")
        self.changes = PlainLabel("", kind="hint")
        self.changed = Opens("", self.changes, words=_("What changed"), when_open=_("What changed"))
        self.more = Opens("", self.home_field, self.days[ActionDay.AGREED])
        self.close_it = Button(_("Close"))
        self.take_out = Button(_("Take it out"), kind="quiet", icon="trash-2")
        self.what.field = self.what_field
        self._day = StoredDay(page, due_name(row.id), self.field, self.due, self._save_due)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(MARK_AND_GAPS, 4, 0, 12))
        buttons = WrapRow(self.close_it, self.take_out)
        self.fields = (
            *(self.what_field, self.days[ActionDay.DONE], self.how_far_field, self.days[ActionDay.PARTLY]),
            *(self.days[ActionDay.ENDED], self.ended_field, self.helped_field),
            *(self.who_field, self.name_field, self.field, self.why_field, self.know_field),
        )
        for part in (
            self.what_field,
            self.nudge,
            *self.fields[1:],
            self.agreed,
            self.more,
            self.changed,
            buttons,
        ):
            column.addWidget(part)
        column.insertWidget(
            column.indexOf(self.name_field) + 1, self.successor, 0, Qt.AlignmentFlag.AlignLeft
        )
        self.successor.clicked.connect(self._on_successor)
        self.how_far.chosen.connect(lambda how_far: page.say_how_far(self._row, HowFar(how_far)))
        self.helped.chosen.connect(lambda helped: page.say_helped(self._row, Helped(helped)))
        self.who.chosen.connect(self._on_who)
        self.due.line.returnPressed.connect(self._on_enter)
        self.close_it.clicked.connect(close)
        self.take_out.clicked.connect(self._on_take_out)
        self.show_row(row)
        self.more.open(bool(row.at_home) or self.days[ActionDay.AGREED].is_half_typed())

    def show_row(self, row: ActionRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self._row = row
        self.who.row(Owner.CHILD).setText(row.child)
        self.what.show_stored(row.what)
        self.who.set_value(row.owner)
        self.name.show_stored(row.owner_name)
        nudge = clearer_actions.nudge(row.what, row.child) if row.is_open else ""
        self.nudge.setText(nudge)
        self.nudge.setVisible(bool(nudge))
        self.what_field.say_beside(nudge)
        self._day.show(row.due_on)
        for day in self.days.values():
            day.show_row(row)
        self.agreed.setText(_("Agreed on {day}").format(day=say_short(row.agreed_on, with_year=True)))
        changes = self._page.records.read(action_history.changes_of, row.id)
        self.changes.setText("\n".join(each.words for each in changes))
        said = self._page.records.read(did_it_help.in_their_words, row.id)
        self.helped_field.set_hint(said.in_a_line if said is not None else "")
        self.changed.call(row.what)
        self.changed.setVisible(bool(changes))
        self.how_far.set_value(row.how_far)
        self.helped.set_value(row.helped)
        for box, words in (
            (self.ended_why, row.ended_why),
            (self.why, row.why),
            (self.how_we_know, row.how_we_know),
            (self.at_home, row.at_home),
        ):
            box.show_stored(words)
        is_done = row.done_on is not None
        self.how_far_field.setVisible(not is_done)
        self.ended_field.setVisible(not is_done and row.how_far == HowFar.WILL_NOT)
        self.helped_field.setVisible(is_done or row.partly_on is not None)
        self.who_field.set_label(_who(row))
        self.name_field.setVisible(row.owner not in (Owner.ME, Owner.CHILD))
        self._show_successor(row)
        about = f"{row.what}, {row.child}"
        for part in (*self.fields, self.home_field, self.days[ActionDay.AGREED], self.more):
            part.call(about)
        for button in (self.close_it, self.take_out):
            button.setAccessibleName(f"{button.words()}: {about}")

    def _box(self, use_case: Callable[..., None], spelling: bool = True) -> KeptText:
        page = self._page
        return KeptText(page.records, use_case, self._row.id, page.today(), lines=1, spelling=spelling)

    def begin(self) -> None:
        """The keyboard goes to the words."""
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_who(self, owner: str) -> None:
        """The name that was typed is that of whoever did it so far."""
        self.name.flush()
        today = self._page.today()
        known = self._page.records.read(following_up.known_name, self._row.id, Owner(owner), today)
        self._page.hand_on(self._row, Owner(owner), known)

    def _show_successor(self, row: ActionRow) -> None:
        """Somebody else has this role by now: one press hands it on. Nothing is guessed: both may be right."""
        self._known = ""
        if row.is_open and row.owner_name:
            today = self._page.today()
            self._known = self._page.records.read(following_up.known_name, row.id, row.owner, today)
        is_another = bool(self._known) and self._known.strip().casefold() != row.owner_name.strip().casefold()
        self.successor.setVisible(is_another)
        words = _("It is now with {name}").format(name=self._known)
        self.successor.setText(words)
        self.successor.setAccessibleName(f"{words}: {row.what}")

    def _on_successor(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.hand_on(self._row, self._row.owner, self._known)

    def _on_enter(self) -> None:
        if not self.field.error():
            self._close()

    def _on_take_out(self) -> None:
        self._page.remove(self._row)

    def _save_due(self, day: date | None) -> bool:
        return self._page.change_due(self._row, day)


def _who(row: ActionRow) -> str:
    if row.is_open:
        return _("Who does this now?")
    return _("Who did it?") if row.done_on is not None else _("Who was to do it?")
