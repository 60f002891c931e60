"""Adding a paper that is no PEP copy: what it is, its day, what it was for, and then the file or photos of it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import PaperKind
from carer_app.use_cases import children, filing, papers
from carer_app.use_cases.filing import NewDocument
from carer_app.use_cases.papers import KINDS_TO_ADD, NewPaper
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AddPaper
from ui.documents.kept_file import still_there
from ui.documents.second_yes import SecondYes
from ui.documents.taking_in import TakingIn
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import past_day_field
from ui.parts.half_typed import HalfTyped
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel


class AddPaperPage(Page):
    """The yes first, where nobody gave it yet. Several files are several papers of one kind."""

    def __init__(self, house: House, place: AddPaper) -> None:
        self.child_id = place.child_id
        self._stored = ""
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Add a paper"))
        self.add_summary()
        self.second_yes = SecondYes(self)
        self.column.addWidget(self.second_yes)
        self.adding = QWidget()
        column = QVBoxLayout(self.adding)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        self.kind = ChoicesAcross([(kind.value, kind.words) for kind in KINDS_TO_ADD])
        self.kind.chosen.connect(partial(self.keep_draft, "kind"))
        self.title = Line()
        self.day = past_day_field(self.today, about=True)
        self.day_field = Field(
            _("Which day is on it?"), self.day, hint=_("Roughly is fine: July 2025."), optional=True
        )
        self.what_for = Combo()
        self.what_for_field = Field(_("Which meeting was it for?"), self.what_for, optional=True)
        self.more = Opens(
            "",
            Field(_("What do you call it?"), self.title, optional=True),
            self.day_field,
            self.what_for_field,
            words=_("Its day, its meeting, its name"),
            when_open=_("Close"),
        )
        known = partial(self.records.read, filing.known_digests, self.child_id)
        self.bringing = TakingIn(self, known, self._keep, self._may_keep)
        self.bringing.refused.connect(self._on_refused)
        self.bringing.done.connect(self._on_done)
        self.stored = PlainLabel("", kind="strong")
        self.stored.hide()
        for part in (Field(_("What is it?"), self.kind), self.more):
            column.addWidget(part)
        for below in (self.adding, self.bringing, self.stored):
            self.column.addWidget(below)
        self.half_typed = HalfTyped(self.records, self.place.key, {"title": self.title, "day": self.day})

    def refresh(self) -> None:
        child = self.records.read(children.child_name, self.child_id)
        self.rename(_("Add a paper about {child}").format(child=child))
        may = self.records.read(filing.permission).is_given and not self.records.forgets
        self.second_yes.setVisible(not may and not self.records.forgets)
        self.second_yes.show_typed()
        self.adding.setVisible(may)
        self.bringing.allow(may)
        typed = self.half_typed.show()
        self.kind.set_value(typed.get("kind", PaperKind.REPORT.value))
        self.more.open(self.more.is_open or bool(typed.get("title") or typed.get("day")))
        self._show_what_for()

    def _show_what_for(self) -> None:
        options = self.records.read(papers.what_for, self.child_id)
        chosen = self.what_for.currentData()
        self.what_for.clear()
        self.what_for.addItem(_("None of them"), "")
        for each in options:
            self.what_for.addItem(each.words, each.key)
        self.what_for.setCurrentIndex(max(0, self.what_for.findData(chosen)))
        self.what_for_field.setVisible(bool(options))

    def holds_typed(self) -> bool:
        return super().holds_typed() or self.bringing.holds_something

    def _may_keep(self) -> bool:
        """A day that is none is put right first: nothing that was chosen is read, kept or let go until then."""
        wrong = self.day.problem()
        if wrong:
            self.more.open(True)
            self.day_field.show_error(wrong)
        else:
            self.day_field.clear_error()
        return not self.show_problems([(wrong, self.day)] if wrong else [])

    def _keep(self, new: NewDocument) -> bool:
        if not self._may_keep():  # it was changed while the file was read
            return False
        known = NewPaper(
            PaperKind(self.kind.value() or PaperKind.OTHER),
            self.title.text(),
            self.day.value(),
            self.what_for.currentData() or "",
        )
        is_kept = self.records.change(papers.add_paper, self.child_id, known, new, self.today())
        if is_kept:
            self._stored = self.title.text().strip() or known.kind.words
            self.said.emit(_("Stored here, locked: {name}.").format(name=self._stored))
        return is_kept

    def _on_done(self) -> None:
        """What was typed was for all of them."""
        if self._stored and self.is_there:
            self.half_typed.forget()
            self.stored.setText(still_there(self.bringing.where_it_lies))
            self.stored.show()
        self._stored = ""

    def _on_refused(self, sentence: str) -> None:
        self.show_problems([(sentence, self.bringing.choose)])
