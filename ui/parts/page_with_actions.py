"""What a page with agreed actions on it shares: ticking off, putting right and taking out, each with Undo."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt

from carer_app.choices import ActionDay, Helped, HowFar, Owner
from carer_app.use_cases import action_put_right, following_up
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.parts.action_days import action_of
from ui.parts.rows import Rows
from ui.widgets.tab_order import follow_reading_order


class PageWithActions(Page):
    """A page with rows of `ActionWidget`."""

    def action_rows(self) -> Sequence[Rows[ActionRow]]:
        """The lists that the actions stand in."""
        raise NotImplementedError

    def draft_key(self, field: str) -> DraftKey:
        """A date half typed is about its action."""
        action = action_of(field)
        return self.place.key if action is None else self.place.key.of("agreed_action", action)

    def tick(self, row: ActionRow) -> bool:
        """It is done; Undo takes it back. False where it could not be stored."""
        return self.records.change(
            following_up.tick_off,
            row.id,
            on=self.today(),
            undo=Undo(
                _("Ticked off: {what}").format(what=row.what), following_up.put_back, (row.id, row.stood)
            ),
        )

    def untick(self, row: ActionRow) -> bool:
        """It is not done after all."""
        words = _("Back on the list: {what}").format(what=row.what)
        return self.records.change(
            following_up.untick,
            row.id,
            self.today(),
            undo=Undo(words, following_up.put_back, (row.id, row.stood)),
        )

    def hand_on(self, row: ActionRow, owner: Owner, name: str) -> None:
        """Somebody else does this now, or did it; Undo gives it back."""
        if (owner, name) == (row.owner, row.owner_name):
            return
        use_case = following_up.hand_on if row.is_open else action_put_right.say_who_did_it
        words = _("Handed on to {who}: {what}") if row.is_open else _("Put right, it was {who}: {what}")
        words = words.format(who=name or in_a_sentence(owner, row.child), what=row.what)
        undo = Undo(words, use_case, (row.id, row.owner, row.owner_name))
        self.records.change(use_case, row.id, owner, name, self.today(), undo=undo)

    def change_due(self, row: ActionRow, day: date | None) -> bool:
        """Another date, or none; Undo brings the one before back. False where a rule says no."""
        words = _("The date was changed: {what}").format(what=row.what)
        undo = Undo(words, following_up.put_back, (row.id, row.stood))
        return self.records.change(following_up.change_due, row.id, day, self.today(), undo=undo)

    def change_day(self, row: ActionRow, which: ActionDay, day: date) -> bool:
        """It was agreed, done or ended on another day; Undo brings back the one before. False where a rule says no."""
        words = _("{which_day} was changed: {what}").format(which_day=which.words, what=row.what)
        undo = Undo(words, following_up.put_back, (row.id, row.stood))
        return self.records.change(action_put_right.change_day, row.id, which, day, self.today(), undo=undo)

    def say_how_far(self, row: ActionRow, how_far: HowFar) -> bool:
        """How far it has come; Undo brings back what was said before. False where it could not be stored."""
        words = _("{how_far}: {what}").format(how_far=how_far.words, what=row.what)
        undo = Undo(words, following_up.put_back, (row.id, row.stood))
        return self.records.change(following_up.say_how_far, row.id, how_far, self.today(), undo=undo)

    def say_helped(self, row: ActionRow, helped: Helped) -> bool:
        """Whether it helped; Undo brings back what was said before."""
        words = _("Did it help? {answer}").format(answer=helped.words)
        return self.records.change(
            following_up.say_helped,
            row.id,
            helped,
            self.today(),
            undo=Undo(words, following_up.say_helped, (row.id, row.helped)),
        )

    def remove(self, row: ActionRow) -> None:
        """Take an action out, with Undo."""
        words = _("Taken out: {what}").format(what=row.what)
        undo = Undo(words, following_up.bring_action_back, (row.id,))
        self.records.change(following_up.remove_action, row.id, self.today(), undo=undo)

    def put_in_order(self, action_id: int) -> None:
        """What was put right stands where it belongs now, and the keyboard goes there with it."""
        self.refresh()
        follow_reading_order(self)
        for rows in self.action_rows():
            if action_id in rows.ids():
                rows.row(action_id).change.setFocus(Qt.FocusReason.OtherFocusReason)


def in_a_sentence(owner: Owner, child: str) -> str:
    """Who, where no name is known: "me", "school", "the social worker"."""
    return {
        Owner.ME: _("me"),
        Owner.SCHOOL: _("school"),
        Owner.SOCIAL_WORKER: _("the social worker"),
        Owner.CHILD: child,
        Owner.SOMEONE_ELSE: _("somebody else"),
    }[owner]
