"""Making the way-back-in sheet: the code is shown once, goes on paper, and is proved by typing one group of it."""

import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from carer_app.jobs import way_back
from carer_app.jobs.look_at_pdf import PdfToShow
from carer_app.jobs.save_pdf import save_pdf
from carer_app.jobs.sheets import FILE_NAMES
from carer_app.paper.content import WayBackSheet as OnPaper
from carer_app.typed_dates import say_day
from carer_app.use_cases import ways_in
from carer_app.use_cases.ways_in import SheetFacts
from carer_app.words import _
from ui import dialogs
from ui.page import Page
from ui.parts.printing import print_pages
from ui.ways_in.code_groups import CodeGroups
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

GROUPS = 6


class WayBackSheetPage(Page):
    """The code is in memory while this page is on screen, and nowhere else but on the carer's paper."""

    max_width = 760

    def build(self) -> None:
        self._code = ""
        self._asks = 0
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Way-back-in sheet"),
            _(
                "If you forget your password, the code on this sheet opens your records. "
                "Keep it with your important papers. You could give a copy to someone you trust. "
                "Do not keep it next to this computer: whoever has it can open everything."
            ),
        )
        self.add_summary()
        self.state = PlainLabel("", kind="strong")
        self.column.addWidget(self.state)
        self._build_proof()
        self._build_code()
        self.make = Button("", kind="main")
        self.later = Button(_("Later"))
        self.column.addWidget(WrapRow(self.make, self.later))
        self.working = PlainLabel("", kind="hint")
        self.working.hide()
        self.column.addWidget(self.working)
        self.make.clicked.connect(self._on_make)
        self.later.clicked.connect(self.back)

    def _build_code(self) -> None:
        self.code_card = Card(_("Your code"))
        self.code_card.body.addWidget(
            PlainLabel(_("Print it, or copy it by hand. It is shown only now and cannot be shown again."))
        )
        self.groups = CodeGroups(GROUPS)
        self.code_card.body.addWidget(self.groups)
        self.print = Button(_("Print it"), kind="main", icon="printer")
        self.save = Button(_("Save as PDF"), icon="save")
        self.copied = Button(_("I have it on paper"))
        self.code_card.actions(self.print, self.save, self.copied)
        self.code_card.body.addWidget(
            PlainLabel(
                _(
                    "A saved PDF is not locked, and it opens everything. Save it only on a memory stick that you keep "
                    "somewhere else."
                ),
                kind="hint",
            )
        )
        self.blank = Button(_("Print an empty form to copy it on"), kind="quiet")
        self.code_card.actions(self.blank)
        self.column.addWidget(self.code_card)
        self.print.clicked.connect(lambda: self._make_paper(self._code, self._print_it))
        self.print.clicked.connect(self._note_paper)
        self.save.clicked.connect(lambda: self._make_paper(self._code, self._save_it))
        self.blank.clicked.connect(lambda: self._make_paper("", self._print_it))
        self.copied.clicked.connect(self._on_paper)

    def _build_proof(self) -> None:
        self.proof_card = Card(_("Check that your paper is right"))
        self.proof = Line()
        self.proof_field = Field("", self.proof, hint=_("Look at the paper, not at the screen."))
        self.proof_card.body.addWidget(self.proof_field)
        self.prove = Button(_("Check it"), kind="main")
        self.ask_later = Button(_("Ask me in a week"))
        self.proof_card.actions(self.prove, self.ask_later)
        self.column.addWidget(self.proof_card)
        self.prove.clicked.connect(self._on_prove)
        self.proof.returnPressed.connect(self._on_prove)
        self.ask_later.clicked.connect(self._on_ask_later)

    def refresh(self) -> None:
        self.facts = self.records.read(ways_in.sheet_facts)
        made, showing = self.facts.made_on is not None, bool(self._code)
        proving = made and self.facts.proved_on is None and not showing
        self.state.setText(_state(self.facts))
        self.state.setVisible(made and not showing)
        self.code_card.setVisible(showing)
        self.proof_card.setVisible(proving)
        self.proof_field.set_label(
            _("Type group {number} from your sheet").format(number=self.facts.asks_group)
        )
        self.make.setText(_("Make a new sheet") if made else _("Make my sheet"))
        self.make.set_kind("plain" if made else "main")
        self.make.setVisible(not showing)
        self.later.setVisible(not showing and not made)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # The carer went elsewhere; a window made small is not that.
        if not event.spontaneous() and self._code:
            self._forget_code()
            self._stale = True

    # Making it

    def _on_make(self) -> None:
        if not self.make.isEnabled():
            return
        if self.facts.made_on is None:
            self._make_now()
            return
        dialogs.Ask(
            self,
            _("Make a new sheet?"),
            _("The sheet you have now stops working as soon as the new one is made."),
            [(_("Make a new sheet"), self._make_now)],
            _("Keep the one I have"),
        ).open()

    def _make_now(self) -> None:
        self.show_problems([])
        self._say_working(_("Making your sheet. This takes a moment."))
        self.house.door.make_sheet(self._on_made, self._on_failed)

    def _on_made(self, code: str) -> None:
        # Until it is on paper there is no sheet: whoever leaves now is asked to make one again.
        self.records.change(ways_in.sheet_was_taken_away)
        if self.is_there:
            self._say_working("")
            if self.isVisible():
                self._code = code
                self._asks = secrets.randbelow(GROUPS) + 1
                self.groups.show_groups(way_back.groups_of(code))
        if self._code:
            self.refresh()
            self.groups.lines[0].setFocus()
            announce(self, _("Your code. {groups}").format(groups=self.groups.said()))

    def _on_failed(self, sentence: str) -> None:
        self._say_working("")
        self.show_problems([(sentence, self.make)])

    def _forget_code(self) -> None:
        self._code = ""
        self.groups.show_groups([])

    # On paper

    def _make_paper(self, code: str, then: Callable[[PdfToShow], None]) -> None:
        made_on = self.facts.made_on or self.today()
        job = partial(way_back.sheet_to_print, code, made_on) if code else way_back.blank_form
        self.records.run(job, then)

    def _print_it(self, paper: PdfToShow) -> None:
        print_pages(self, paper)

    def _note_paper(self) -> None:
        """The code is on its way to paper: from now on there is a sheet."""
        if self._code:
            group = way_back.groups_of(self._code)[self._asks - 1]
            self.records.change(ways_in.sheet_was_made, self._asks, group, self.today())

    def _save_it(self, paper: PdfToShow) -> None:
        save = partial(self.save_to, paper.data)
        dialogs.choose_where_to_save(
            self, _("Save as PDF"), _("PDF files (*.pdf)"), FILE_NAMES[OnPaper], save
        )

    def save_to(self, data: bytes, path: str) -> None:
        """Write the paper where the carer chose, and say that it opens everything."""
        self.records.run(partial(save_pdf, Path(path), data), self._say_saved)

    def _say_saved(self, name: str) -> None:
        self._note_paper()
        self.said.emit(
            _("Saved as {name}. It is not locked and opens everything. Keep it away from here.").format(
                name=name
            )
        )

    def _on_paper(self) -> None:
        self._note_paper()
        self._forget_code()
        self.refresh()
        self.proof.setFocus()

    # Proving it

    def _on_prove(self) -> None:
        if not way_back.same_group(self.proof.text(), self.facts.group):
            sentence = _(
                "That is not group {number}. Look at it again on your sheet. If it says something else, make a new "
                "sheet."
            ).format(number=self.facts.asks_group)
            self._show_wrong(sentence)
            return
        self._show_wrong("")
        if self.records.change(ways_in.sheet_was_proved, self.today()):
            self.proof.clear()
            self.back.emit()  # first, since a message goes with its page
            self.said.emit(_("Your sheet is right. Put it away now, not next to this computer."))

    def _show_wrong(self, sentence: str) -> None:
        if sentence:
            self.proof_field.show_error(sentence)
        else:
            self.proof_field.clear_error()
        if self.show_problems([(sentence, self.proof)] if sentence else []):
            self.proof.selectAll()
            self.proof.setFocus()

    def _on_ask_later(self) -> None:
        if self.records.change(ways_in.ask_again_later, self.today()):
            self.back.emit()

    def _say_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        self.make.setEnabled(not text)
        if text:
            announce(self, text)

    def first_field(self) -> QWidget | None:
        """The box to type a group in, where that is asked. Otherwise nowhere: a code that is shown only once must not
        be made by an Enter meant for the page before."""
        return self.proof if self.proof_card.isVisibleTo(self) else None


def _state(facts: SheetFacts) -> str:
    if facts.made_on is None:
        return ""
    made = _("You made your sheet on {day}.").format(day=say_day(facts.made_on))
    if facts.proved_on is None:
        return made + " " + _("Nobody has checked yet that the paper is right.")
    return made + " " + _("You checked it on {day}.").format(day=say_day(facts.proved_on))
