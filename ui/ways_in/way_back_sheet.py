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
from carer_app.paper.sheets.way_back_sheet import WayBackSheet
from carer_app.use_cases import drafts, ways_in
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.parts.printing import print_pages
from ui.ways_in.code_groups import CodeGroupBoxes
from ui.ways_in.sheet_words import sheet_words
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

GROUPS = 6
NOT_ON_PAPER = "not_on_paper"
"""The draft that says on which day a code was shown that is no way in. The code itself is kept nowhere."""


class WayBackSheetPage(Page):
    """The code is in memory while this page is on screen, and nowhere else but on the carer's paper."""

    def build(self) -> None:
        self._code = ""
        self._asks = 0
        self._in_force = False
        self._replaces = False
        self._ways: frozenset[str] = frozenset()
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
        self.never_on_paper = PlainLabel(
            _(
                "A code was shown here before and never put on paper. "
                "It opens nothing: if you copied it, cross it out."
            )
        )
        self.column.addWidget(self.state)
        self.column.addWidget(self.never_on_paper)
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
        self.force = PlainLabel("", kind="strong")
        self.code_card.body.addWidget(self.force)
        self.groups = CodeGroupBoxes(GROUPS)
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
        self.save.clicked.connect(lambda: self._make_paper(self._code, self._save_it))
        self.blank.clicked.connect(lambda: self._make_paper("", self._print_blank))
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
        self.state.setVisible(made and not showing)
        self.never_on_paper.setVisible(not showing and NOT_ON_PAPER in self.drafts())
        self.code_card.setVisible(showing)
        self.proof_card.setVisible(proving)
        self.proof_field.set_label(
            _("Type group {number} from your sheet").format(number=self.facts.asks_group)
        )
        self.make.setText(_("Make a new sheet") if made else _("Make my sheet"))
        self.make.set_kind("plain" if made else "main")
        self.make.setVisible(not showing)
        self.copied.setText(_("Go on") if self._in_force else _("I have it on paper"))
        self.copied.setAccessibleName(self.copied.words())
        self.later.setVisible(not showing and not made)
        self._show_force()
        self.house.door.opening.ask_ways_in(self._show_ways_in)

    def _show_ways_in(self, ways: frozenset[str]) -> None:
        if self.is_there:
            self._ways = ways
            opens = way_back.SHEET in ways
            self.state.setText(sheet_words(self.facts, ways))
            self.state.setVisible((opens or self.facts.made_on is not None) and not self._code)
            if not opens:
                self.proof_card.hide()
            self._show_force()

    def _show_force(self) -> None:
        if self._in_force:
            words = _("This code opens your records now.")
            if self._replaces:
                words += " " + _("The sheet from before opens nothing any more.")
        else:
            words = _("This code opens nothing until you print it, save it, or press “I have it on paper”.")
            if way_back.SHEET in self._ways:
                words += " " + _("Until then the sheet you have still opens your records.")
        self.force.setText(words)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # The carer went elsewhere; a window made small is not that.
        if not event.spontaneous() and self._code:
            if not self._in_force and self.make.isEnabled():
                self.news.emit(
                    _(
                        "The new code was not put on paper, so it opens nothing. The sheet you had still works."
                    )
                    if way_back.SHEET in self._ways
                    else _("The new code was not put on paper, so it opens nothing. You have no sheet yet.")
                )
            self._forget_code()
            self._stale = True

    # Making it

    def _on_make(self) -> None:
        if not self.make.isEnabled():
            return
        if way_back.SHEET not in self._ways:
            self._make_now()
            return
        dialogs.ShortQuestion(
            self,
            _("Make a new sheet?"),
            _("The sheet you have now works until the new one is on paper. Then it opens nothing any more."),
            [(_("Make a new sheet"), self._make_now)],
            _("Keep the one I have"),
        ).open()

    def _make_now(self) -> None:
        """A new code on the screen. It is no way in yet: the one before is, until this one is on paper."""
        self.show_problems([])
        self._code, self._in_force, self._replaces = way_back.new_code(), False, way_back.SHEET in self._ways
        self._asks = secrets.randbelow(GROUPS) + 1
        self.groups.show_groups(way_back.groups_of(self._code))
        self.keep_draft(NOT_ON_PAPER, self.today().isoformat())
        self.refresh()
        self.groups.lines[0].setFocus()
        announce(self, _("Your code. {groups}").format(groups=self.groups.said()))

    def _put_in_force(self, saved_as: str = "", then: Callable[[], None] | None = None) -> None:
        """It is on paper: from now on it opens the records, also where the page is left meanwhile."""
        if not self._code or not self.make.isEnabled():
            return
        if self._in_force:
            self._say_in_force(saved_as, then, self._code)
            return
        self._say_working(_("Making this code a way in. This takes a moment."))
        code, group = self._code, way_back.groups_of(self._code)[self._asks - 1]
        made = partial(ways_in.sheet_was_made, group_number=self._asks, group=group, today=self.today())
        records, place = self.records, self.place.key

        def on_made() -> None:
            records.change(made)
            records.change(drafts.forget, place, announce=False)
            self._say_in_force(saved_as, then, code)

        self.house.door.changing_ways_in.make_sheet(code, on_made, self._on_failed)

    def _say_in_force(self, saved_as: str, then: Callable[[], None] | None, code: str) -> None:
        if not self.is_there:
            self.house.records.done.emit(_("Your new sheet opens your records now."))
            return
        self._say_working("")
        self._in_force = code == self._code
        # Known now: the ways in are read again by and by, and the next press may not wait for that.
        self._ways |= {way_back.SHEET}
        if saved_as:
            words = _("Saved as {name}. It is not locked and opens everything. Keep it away from here.")
            self.said.emit(words.format(name=saved_as))
        else:
            words = _("This sheet opens your records now.")
            if self._replaces:
                words += " " + _("The sheet from before opens nothing: shred it.")
            self.said.emit(words)
        self.refresh()
        if then is not None and self._in_force:
            then()

    def _on_failed(self, sentence: str) -> None:
        words = _("{why} The new code opens nothing yet.").format(why=sentence)
        if not self.is_there or not self.isVisible():
            self.house.records.problem.emit(words)
            return
        self._say_working("")
        self.show_problems([(words, self.copied)])

    def _forget_code(self) -> None:
        self._code, self._in_force = "", False
        self.groups.show_groups([])

    # On paper

    def _make_paper(self, code: str, then: Callable[[PdfToShow], None]) -> None:
        made_on = self.facts.made_on or self.today()
        job = partial(way_back.sheet_to_print, code, made_on) if code else way_back.blank_form
        self.records.run(job, then)

    def _print_it(self, paper: PdfToShow) -> None:
        print_pages(self, paper, lambda _bytes: self._put_in_force())

    def _print_blank(self, paper: PdfToShow) -> None:
        print_pages(self, paper)

    def _save_it(self, paper: PdfToShow) -> None:
        save = partial(self.save_to, paper.data)
        dialogs.choose_where_to_save(
            self, _("Save as PDF"), _("PDF files (*.pdf)"), WayBackSheet.file_name, save
        )

    def save_to(self, data: bytes, path: str) -> None:
        """Write the paper where the carer chose, and say that it opens everything."""
        saying = _("Saving the file. This can take a moment.")
        self.records.run(partial(save_pdf, Path(path), data), self._say_saved, saying=saying)

    def _say_saved(self, name: str) -> None:
        self._put_in_force(saved_as=name)

    def _on_paper(self) -> None:
        self._put_in_force(then=self._go_on_to_proof)

    def _go_on_to_proof(self) -> None:
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
            self.said.emit(_("That group is right. Put the sheet away now, not next to this computer."))

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
        for button in (self.make, self.copied, self.print, self.save):
            button.setEnabled(not text)
        if text:
            announce(self, text)

    def first_field(self) -> QWidget | None:
        """The box to type a group in, where that is asked. Otherwise nowhere: a code that is shown only once must not
        be made by an Enter meant for the page before."""
        return self.proof if self.proof_card.isVisibleTo(self) else None
