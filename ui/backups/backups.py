"""Backups: the newest one, where they are kept, the list, and one file to carry away."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.typed_dates import say_day, say_short, say_time
from carer_app.use_cases import second_backup_place
from carer_app.use_cases.second_backup_place import SecondPlaceFacts
from carer_app.words import _, plural
from ui.base import dialogs
from ui.base.page import Page
from ui.base.places import GoBack
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from carer_app.jobs.how_backups_stand import BackupRow, PlaceNow

WEEKS_UNTIL_A_WORD = 3
_CHECKED = _("How they are checked")


class BackupsPage(Page):
    """Going back is on a page of its own: nobody presses it by mistake."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Backups"),
            _("PEP Companion backs up by itself while you work, at most once an hour."),
        )
        self.add_summary()
        self._build_newest()
        checked = _(
            "Each backup is opened and checked when it is made, and again about once a month. It is locked just as "
            "your records are."
        )
        self.column.addWidget(Opens("", PlainLabel(checked), words=_CHECKED, when_open=_CHECKED))
        self._build_places()
        self._build_list()
        self._build_earlier()
        self._build_carry()
        back = Card(_("Something is lost or wrong?"))
        go_back = Button(_("Go back to a backup"))
        go_back.clicked.connect(self.go_to(GoBack()))
        back.body.addWidget(
            PlainLabel(_("You can look at a backup first. Nothing changes until you say so."))
        )
        back.actions(go_back)
        self.column.addWidget(back)
        self._pending = ""
        self._asked_for_it = False
        self.house.door.backing_up.changed.connect(self._on_tended)

    def refresh(self) -> None:
        works = not self.records.forgets and not self.records.is_read_only
        self.now_button.setVisible(works)
        self.carry_button.setVisible(works)
        if not works:
            kept = _("Nothing is backed up just now, because your records can only be read here.")
            forgotten = _("Nothing is backed up just now, because nothing is being kept here.")
            self.newest.setText(forgotten if self.records.forgets else kept)
            self.newer.hide()
            return
        rows = self.house.door.backing_up.rows()
        self._show_newest(rows)
        self._show_here()
        self._show_second(self.records.read(second_backup_place.second_place))
        self._show_list(rows)
        self._show_earlier()

    # The newest

    def _build_newest(self) -> None:
        card = Card()
        self.newest = PlainLabel("", kind="strong")
        self.newer = PlainLabel(_("What you saved since then is not in it yet."))
        self.problem = PlainLabel("", kind="error")
        self.now_button = Button(_("Back up now"), kind="main")
        self.now_button.clicked.connect(self._on_back_up)
        for part in (self.newest, self.newer, self.problem):
            card.body.addWidget(part)
        card.actions(self.now_button)
        self.column.addWidget(card)

    def _show_newest(self, rows: "list[BackupRow]") -> None:
        backing_up = self.house.door.backing_up
        good = next((row for row in rows if row.is_good), None)
        if backing_up.is_busy:
            self.newest.setText(_("Backing up…"))
        elif good is not None and good.proved_on is not None:
            self.newest.setText(
                _("Last backup: {when}, checked and good.").format(when=self._say_when(good.made))
            )
        elif good is not None:
            self.newest.setText(
                _("Last backup: {when}, not checked here yet.").format(when=self._say_when(good.made))
            )
        elif any(row.opens_as_now for row in rows):
            self.newest.setText(_("No backup here is known to be good. Press “Back up now”."))
        else:
            self.newest.setText(_("There is no backup yet."))
        self.newer.setVisible(good is not None and not backing_up.is_busy and backing_up.has_newer_work)
        self.problem.setText(backing_up.problem)
        self.problem.setVisible(bool(backing_up.problem))
        self.now_button.setEnabled(not backing_up.is_busy)

    def _on_back_up(self) -> None:
        self._asked_for_it = True
        self.house.door.backing_up.back_up_now()
        announce(self, _("Backing up…"))

    def _on_tended(self) -> None:
        if not self.isVisible() or not self.records.is_open:
            self._stale = True
            return
        self.refresh()
        if self._asked_for_it and not self.house.door.backing_up.is_busy:
            self._asked_for_it = False
            announce(self, self.house.door.backing_up.problem or self.newest.words())

    # Where they are kept

    def _build_places(self) -> None:
        card = Card(_("Where they are kept"))
        self.here = PlainLabel("")
        self.second = PlainLabel("")
        self.ask = PlainLabel(
            _(
                "This folder looks as if another company keeps a copy of it on its own computers. Your records are "
                "locked there too, but some fostering services do not allow it. Ask yours first."
            ),
            kind="strong",
        )
        self.choose = Button(_("Choose a second place"))
        self.agree = Button(_("I have asked. Use this folder"))
        self.leave = Button(_("Leave it"), kind="quiet")
        self.stop = Button(_("Stop using the second place"), kind="quiet")
        for part in (self.here, self.second, self.ask):
            card.body.addWidget(part)
        card.actions(self.choose, self.agree, self.leave, self.stop)
        self.choose.clicked.connect(self._on_choose)
        self.agree.clicked.connect(lambda: self._use(self._pending, agreed=True))
        self.leave.clicked.connect(lambda: self._ask_about(""))
        self.stop.clicked.connect(lambda: self.records.change(second_backup_place.stop))
        self.column.addWidget(card)
        self._show_asking(False)

    def _show_here(self) -> None:
        backing_up = self.house.door.backing_up
        where = _("With your records: {folder}").format(folder=backing_up.folder)
        self.here.setText(f"{where}\n{self._say_place(backing_up.here())}")

    def _show_second(self, facts: SecondPlaceFacts | None) -> None:
        self.stop.setVisible(facts is not None)
        self.choose.setText(_("Choose another second place") if facts else _("Choose a second place"))
        if facts is None:
            self.second.setText(
                _(
                    "If the computer or memory stick with this folder breaks, these backups go too. Put a copy on "
                    "a memory stick of its own: it is used whenever it is plugged in."
                )
            )
            return
        last = facts.last_backup_on
        words = [_("Second place: {folder}").format(folder=facts.path)]
        if last is None:
            words.append(_("There is no backup there yet. It is made as soon as the place is there."))
        else:
            words.append(_("Last backup there: {day}.").format(day=say_day(last)))
            now = self.house.door.backing_up.second
            words.append(
                self._say_place(now)
                if now is not None
                else _("The backups there can be checked only while it is plugged in.")
            )
            if now is None and (self.today() - last).days >= 7 * WEEKS_UNTIL_A_WORD:
                words.append(_("That is some weeks ago. Plug it in when you can."))
        self.second.setText("\n".join(words))

    def _say_place(self, now: "PlaceNow") -> str:
        """One sentence; another only where something is wrong."""
        if not now.count:
            return _("There is no backup here yet.")
        good = now.count - now.damaged
        said = []
        if good and now.proved_since is None:
            said.append(
                plural(
                    "{count} backup, not checked here yet.",
                    "{count} backups, not all checked here yet.",
                    good,
                )
            )
        elif good and now.proved_since is not None:
            many = plural(
                "{count} backup, opened and checked here",
                "{count} backups, each opened and checked here",
                good,
            )
            said.append(_("{many} since {day}.").format(many=many, day=self._say_day(now.proved_since)))
        if now.lacking:
            said.append(
                plural(
                    "In {count} of them a file is missing.",
                    "In {count} of them files are missing.",
                    now.lacking,
                )
            )
        if now.damaged:
            said.append(
                plural("{count} backup will not open.", "{count} backups will not open.", now.damaged)
            )
        return " ".join(said)

    def _on_choose(self) -> None:
        dialogs.choose_folder(self, _("Choose a memory stick or a folder"), self.take_second)

    def take_second(self, path: str) -> None:
        """The carer chose a folder; one that is copied elsewhere needs a yes of its own."""
        if second_backup_place.looks_synchronised(path):
            self._ask_about(path)
        else:
            self._use(path, agreed=False)

    def _ask_about(self, path: str) -> None:
        self._pending = path
        self._show_asking(bool(path))
        if path:
            announce(self, self.ask.words())
            self.agree.setFocus()

    def _show_asking(self, asking: bool) -> None:
        for part in (self.ask, self.agree, self.leave):
            part.setVisible(asking)

    def _use(self, path: str, agreed: bool) -> None:
        from carer_app.jobs import how_backups_stand

        self._ask_about("")
        try:
            how_backups_stand.in_second_place(Path(path)).mkdir(exist_ok=True)
        except OSError:
            self.show_problems(
                [(_("PEP Companion may not write in that folder. Choose another one."), self.choose)]
            )
            return
        self.show_problems([])
        if self.records.change(second_backup_place.choose, path, self.today(), agreed):
            self.house.door.backing_up.back_up_now()

    # The list

    def _build_list(self) -> None:
        self.list_card = Card(_("The backups with your records"))
        self.list = PlainLabel("")
        self.old = PlainLabel("")
        self.clear_old = Button(_("Clear the backups from before"))
        self.clear_old.is_removal = True
        self.list_card.body.addWidget(self.list)
        self.list_card.body.addWidget(self.old)
        self.clear_row = self.list_card.actions(self.clear_old)
        self.clear_old.clicked.connect(self._on_clear_old)
        self.aside = PlainLabel("")
        self.clear_aside = Button(_("Let go of these copies"))
        self.clear_aside.is_removal = True
        self.list_card.body.addWidget(self.aside)
        self.aside_row = self.list_card.actions(self.clear_aside)
        self.clear_aside.clicked.connect(self._on_clear_aside)
        self._aside_names: set[str] = set()
        self.column.addWidget(self.list_card)
        self._old_names: set[str] = set()

    def _show_list(self, rows: "list[BackupRow]") -> None:
        self._show_aside()
        self.list_card.setVisible(bool(rows or self._aside_names))
        self.list.setText("\n".join(self._say_row(row) for row in rows if row.opens_as_now))
        self.list.setVisible(any(row.opens_as_now for row in rows))
        self._old_names = {row.name for row in rows if not row.opens_as_now}
        self.old.setText(
            plural(
                "{count} backup has another password: from before a new key was made, or from elsewhere.",
                "{count} backups have another password: from before a new key was made, or from elsewhere.",
                len(self._old_names),
            )
        )
        self.old.setVisible(bool(self._old_names))
        self.clear_row.setVisible(bool(self._old_names))

    def _say_row(self, row: "BackupRow") -> str:
        when = self._say_when(row.made)
        when = when[0].upper() + when[1:]
        if row.has_problem:
            return _("{when}: Problem. This backup will not open.").format(when=when)
        if not row.is_listed:
            return _("{when}: Its list is damaged. The backup will be read and checked again.").format(
                when=when
            )
        if row.proved_on is None:
            said = _("{when}: not checked here yet").format(when=when)
        else:
            said = _("{when}: checked and good on {day}").format(when=when, day=self._say_day(row.proved_on))
        if row.is_before_going_back:
            said += _(". Kept before going back, or from another copy")
        if row.missing:
            said += plural(
                ". {count} file is damaged, missing or could not be read",
                ". {count} files are damaged, missing or could not be read",
                row.missing,
            )
        return said

    def _on_clear_old(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Clear the backups with another password?"),
            _("They are gone then. The backups that open with your password of today stay."),
            [(_("Clear them"), self._clear_old)],
            _("Keep them"),
        ).open()

    def _show_aside(self) -> None:
        self._aside_names = self.house.door.backing_up.older_put_aside()
        self.aside.setText(
            plural(
                "{count} copy of damaged files was put aside on going back. It may open with an old password.",
                "{count} copies of damaged files were put aside on going back. They may open with an old password.",
                len(self._aside_names),
            )
        )
        self.aside.setVisible(bool(self._aside_names))
        self.aside_row.setVisible(bool(self._aside_names))

    def _on_clear_aside(self) -> None:
        dialogs.ShortQuestion(
            self,
            _("Let go of these copies for ever?"),
            _("They are gone then. Your records and your backups stay."),
            [(_("Clear them"), self._clear_aside)],
            _("Keep them"),
        ).open()

    def _clear_aside(self) -> None:
        self.house.door.backing_up.clear_put_aside(
            self._aside_names, lambda: self.said.emit(_("The copies that were put aside were cleared."))
        )

    def _clear_old(self) -> None:
        self.house.door.backing_up.clear(
            self._old_names, lambda: self.said.emit(_("The backups from before are cleared."))
        )

    # In the second place, from before everything was locked anew

    def _build_earlier(self) -> None:
        self.earlier_card = Card(_("Older backups in your second place"))
        self.earlier = PlainLabel("")
        self.earlier_list = PlainLabel("")
        self.clear_earlier = Button(_("Clear them in your second place"))
        self.clear_earlier.is_removal = True
        self.later = PlainLabel("")
        for part in (self.later, self.earlier, self.earlier_list):
            self.earlier_card.body.addWidget(part)
        self.earlier_card.actions(self.clear_earlier)
        self.clear_earlier.clicked.connect(self._on_clear_earlier)
        self._earlier_names: set[str] = set()
        self.column.addWidget(self.earlier_card)

    def _show_earlier(self) -> None:
        from carer_app.jobs import backing_up

        second = self.house.door.backing_up.second
        earlier = second.earlier if second is not None else ()
        self._earlier_names = {each.name for each in earlier}
        self.earlier.setText(
            plural(
                "{count} backup is of an earlier time. It opens with the password of that time.",
                "{count} backups are of an earlier time. They open with the password of that time.",
                len(earlier),
            )
        )
        self.earlier.setVisible(bool(earlier))
        later = second.later if second is not None else 0
        self.later.setText(backing_up.say_later(later) if later else "")
        self.later.setVisible(later > 0)
        self.clear_earlier.setVisible(bool(earlier))
        whens = (self._say_when(each.made) for each in earlier)
        self.earlier_list.setText("\n".join(when[0].upper() + when[1:] for when in whens))
        self.earlier_list.setVisible(bool(earlier))
        self.earlier_card.setVisible(bool(earlier) or later > 0)

    def _on_clear_earlier(self) -> None:
        names = self._earlier_names  # those that the carer saw, whatever is found there meanwhile
        dialogs.ShortQuestion(
            self,
            _("Clear the backups from before in your second place?"),
            _("They are gone then. Your newer backups stay, and so do the backups of other people."),
            [(_("Clear them"), lambda: self._clear_earlier(names))],
            _("Keep them"),
        ).open()

    def _clear_earlier(self, names: set[str]) -> None:
        self.house.door.backing_up.clear_earlier(
            names,
            lambda: self.said.emit(_("The older backups in your second place were cleared.")),
            self._on_not_cleared,
        )

    def _on_not_cleared(self, sentence: str) -> None:
        self.show_problems([(sentence, self.clear_earlier)])

    # One file

    def _build_carry(self) -> None:
        card = Card(_("Carry everything to another computer"))
        how = _(
            "One file with all your records, locked with the same password. Save it on a memory stick. On the "
            "other computer choose “I have a backup from another computer”."
        )
        card.body.addWidget(Opens(_("Carry everything to another computer"), PlainLabel(how)))
        self.carry_button = Button(_("Make one file"))
        self.carrying = PlainLabel("", kind="hint")
        self.carrying.hide()
        card.actions(self.carry_button)
        card.body.addWidget(self.carrying)
        self.carry_button.clicked.connect(self._on_carry)
        self.column.addWidget(card)

    def _on_carry(self) -> None:
        from carer_app.jobs.backing_up import ONE_FILE_ENDING

        name = f"PEP Companion backup {self.today().isoformat()}{ONE_FILE_ENDING}"
        kinds = _("PEP Companion backup (*{ending})").format(ending=ONE_FILE_ENDING)
        dialogs.choose_where_to_save(self, _("Save the backup"), kinds, name, self.carry_to)

    def carry_to(self, path: str) -> None:
        """Make the file at the chosen place."""
        self._say_carrying(_("Making the file. This can take a moment."))
        self.house.door.backing_up.carry(Path(path), self._on_carried, self._on_not_carried)

    def _on_carried(self) -> None:
        self._say_carrying("")
        self.said.emit(_("The file is saved. It is locked with your password."))

    def _on_not_carried(self, sentence: str) -> None:
        self._say_carrying("")
        self.show_problems([(sentence, self.carry_button)])

    def _say_carrying(self, words: str) -> None:
        self.carrying.setText(words)
        self.carrying.setVisible(bool(words))
        self.carry_button.setEnabled(not words)
        if words:
            announce(self, words)

    def _say_when(self, made: datetime) -> str:
        day = made.date()
        if day == self.today():
            return _("today {time}").format(time=say_time(made.time()))
        return f"{self._say_day(day)} {say_time(made.time())}"

    def _say_day(self, day: date) -> str:
        return say_short(day, with_year=day.year != self.today().year)
