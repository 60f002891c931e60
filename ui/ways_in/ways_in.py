"""Password and ways in: what opens the records, and how to change each of it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from carer_app.jobs import way_back
from carer_app.jobs.paper_titles import say_titles
from carer_app.use_cases import ways_in
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.base.places import WayBackSheetPlace
from ui.ways_in.new_password_card import NewPasswordCard
from ui.ways_in.sheet_words import sheet_words
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel

_STILL = _("What still opens with it")


class WaysInPage(Page):
    """Each way in on a card of its own. The slow work is the door's."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Password and ways in"), _("What opens your locked records."))
        self.add_summary()
        self.working = PlainLabel("", kind="hint")
        self.working.hide()
        self.column.addWidget(self.working)
        self.change = NewPasswordCard(
            self,
            _("Change the password"),
            _("The old password stops working. A way-back-in sheet that you made still works."),
            _("New password"),
            _("Change the password"),
        )
        self.change.wanted.connect(self._on_change)
        self.column.addWidget(self.change)
        self._build_sheet()
        self._build_key_store()
        self.seen = NewPasswordCard(
            self,
            _("Someone may have seen my password or my sheet"),
            _(
                "Your records are locked anew, so that what they saw does not open them any more. You choose a new "
                "password, and then you make a new sheet. It can take a few minutes."
            ),
            _("New password for everything"),
            _("Lock everything anew"),
        )
        self.seen.body.insertWidget(
            self.seen.body.count() - 2,
            Opens("", PlainLabel(_say_what_still_opens()), words=_STILL, when_open=_STILL),
        )
        self.seen.wanted.connect(self._on_renew)
        self.column.addWidget(self.seen)

    def _build_sheet(self) -> None:
        card = Card(_("Way-back-in sheet"))
        self.sheet = PlainLabel("")
        card.body.addWidget(self.sheet)
        self.see_sheet = Button("")
        self.new_sheet = Button(_("Make a new sheet"))
        self.take_away = Button(_("Take the sheet away"), kind="danger")
        card.actions(self.see_sheet, self.new_sheet, self.take_away)
        self.new_sheet.clicked.connect(self.go_to(WayBackSheetPlace()))
        self.column.addWidget(card)
        self.see_sheet.clicked.connect(self.go_to(WayBackSheetPlace()))
        self.take_away.clicked.connect(self._on_take_away)

    def _build_key_store(self) -> None:
        card = Card(_("This computer’s key store"))
        self.key_store = PlainLabel("", kind="strong")
        card.body.addWidget(self.key_store)
        card.body.addWidget(
            PlainLabel(
                _(
                    "With it you need not type your password here. But then anyone who can sign in to your computer "
                    "account can open the records."
                )
            )
        )
        self.no_key_store = PlainLabel("")
        self.no_key_store.hide()
        card.body.addWidget(self.no_key_store)
        self.remember = Button(_("Let the key store open my records"))
        self.forget = Button(_("Stop this"))
        card.actions(self.remember, self.forget)
        self.column.addWidget(card)
        self.remember.clicked.connect(self._on_remember)
        self.forget.clicked.connect(self._on_forget)

    def refresh(self) -> None:
        facts = self.records.read(ways_in.sheet_facts)
        self._facts = facts
        made = facts.made_on is not None
        self.see_sheet.setText(
            (_("Make a new sheet") if facts.proved_on else _("Check my sheet"))
            if made
            else _("Make my sheet")
        )
        self.take_away.setVisible(made)
        self.new_sheet.setVisible(made and not facts.proved_on)
        self.seen.offer_without(_say_without(self.house.door.changing_ways_in.unread))
        self.house.door.opening.ask_ways_in(self._show_ways_in)

    def _show_ways_in(self, ways: frozenset[str]) -> None:
        if not self.is_there:
            return
        self.sheet.setText(sheet_words(self._facts, ways))
        on = way_back.KEYRING in ways
        self.key_store.setText(_("It opens your records.") if on else _("It is off."))
        self.remember.setVisible(not on)
        self.forget.setVisible(on)
        if not on:
            self.house.door.key_store.look_for(self._show_no_key_store)

    def _show_no_key_store(self, why: str) -> None:
        """It is only offered where there is one."""
        if self.is_there:
            self.no_key_store.setText(why)
            self.no_key_store.setVisible(bool(why))
            if why:
                self.remember.hide()

    # The password

    def _on_change(self) -> None:
        self._say_working(_("Changing the password. This takes a moment."))
        self.house.door.changing_ways_in.change_password(
            self.change.present.text(),
            self.change.form.value(),
            self._on_new_password,
            partial(self._on_not_changed, self.change),
        )

    def _on_new_password(self) -> None:
        self._say_working("")
        self.change.put_away()
        self.said.emit(_("Your password is changed. Write the new words on paper."))

    # The sheet

    def _on_take_away(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Take the sheet away?"),
            _("The code on your paper stops working. Then only your password opens your records."),
            [(_("Take it away"), self._take_away_now)],
            _("Keep the sheet"),
        ).open()

    def _take_away_now(self) -> None:
        self.house.door.changing_ways_in.take_sheet_away(self._on_taken_away, self._on_failed)

    def _on_taken_away(self) -> None:
        if self.records.change(ways_in.sheet_was_taken_away):
            self.see_sheet.setFocus()
            self.said.emit(_("The sheet opens nothing any more. Shred it."))

    # The key store

    def _on_remember(self) -> None:
        """First whether it can be used, then the question: nobody agrees to something that cannot be."""
        self._say_working(_("Asking this computer’s key store…"))
        self.house.door.key_store.ask(self._on_key_store_answered)

    def _on_key_store_answered(self, trouble: str) -> None:
        if not self.is_there:
            return
        if trouble:
            self._on_failed(trouble, at=self.remember)
            return
        self._say_working("")
        dialogs.ShortQuestion(
            self,
            _("Let the key store open my records?"),
            _("Anyone who can sign in to your computer account can open the records then."),
            [(_("Let it open them"), self._remember_now)],
            _("Leave it off"),
        ).open()

    def _remember_now(self) -> None:
        self._say_working(_("Asking this computer’s key store…"))
        self.house.door.key_store.remember(
            self._on_key_store_done, partial(self._on_failed, at=self.remember)
        )

    def _on_forget(self) -> None:
        self._say_working(_("Asking this computer’s key store…"))
        self.house.door.key_store.forget(self._on_key_store_done, partial(self._on_failed, at=self.forget))

    def _on_key_store_done(self) -> None:
        self._say_working("")
        self.refresh()

    # Someone may have seen it

    def _on_renew(self) -> None:
        self._say_working(_("Locking everything anew. Leave the computer on until this is done."))
        failed = partial(self._on_not_changed, self.seen)
        self.house.door.changing_ways_in.renew_everything(
            self.seen.present.text(), self.seen.form.value(), failed, self.seen.without.isChecked()
        )

    def _on_not_changed(self, card: NewPasswordCard, sentence: str) -> None:
        """Most often it was the present password."""
        card.present_field.show_error(sentence)
        self._on_failed(sentence, at=card.present)

    def _on_failed(self, sentence: str, at: QWidget | None = None) -> None:
        self._say_working("")
        self.show_problems([(sentence, at or self.see_sheet)])

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        for button in (self.change.do, self.seen.do, self.remember, self.forget, self.take_away):
            button.setEnabled(not text)
        if text:
            self.show_problems([])
            announce(self, text)


def _say_without(unread: tuple[str, ...]) -> str:
    if not unread:
        return ""
    return _("Could not be read the last time: {papers}.").format(papers=say_titles(unread))


def _say_what_still_opens() -> str:
    """What can be cleared is cleared on the page Backups, so that it is seen first."""
    from carer_app.jobs.backing_up import ONE_FILE_ENDING

    return "\n".join(
        [
            _("Older backups still open with what was seen. Afterwards, see to them in each place:"),
            _("With your records: clear them on the page Backups."),
            _(
                "In a second place, such as a memory stick: plug it in, then clear them on the page Backups too. The "
                "backups of other people there stay. A stick that you used before: choose it there as your second "
                "place."
            ),
            _("Files that you carried away, ending in “{ending}”: delete them yourself.").format(
                ending=ONE_FILE_ENDING
            ),
        ]
    )
