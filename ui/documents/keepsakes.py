"""Certificates and pictures for the child's own book: a photo or a PDF of each, kept locked once somebody said yes."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import KeepsakeKind
from carer_app.jobs import childs_drawing
from carer_app.typed_dates import say_day
from carer_app.use_cases import children, filing, keepsakes
from carer_app.use_cases.filing import NewDocument
from carer_app.use_cases.keepsakes import KeepsakeRow
from carer_app.words import _
from ui.base import dialogs
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import ChildsBook, KeepsakesPlace
from ui.base.records import Undo
from ui.documents.line_to_take_out import LineToTakeOut
from ui.documents.not_taken_in import NotTakenIn
from ui.documents.second_yes import SecondYes
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class KeepsakesPage(Page):
    """The yes first, where nobody gave it yet; then a photo or a PDF, and what it shows."""

    def __init__(self, house: House, place: KeepsakesPlace) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        child = self.records.read(children.child_name, self.child_id)
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Certificates and pictures"),
            _("This is for {child}’s own book. Ask {child} first. Photos of {child} stay out of it.").format(
                child=child
            ),
        )
        self.add_summary()
        self.second_yes = SecondYes(
            self, _("The paper in a folder is enough. A photo of it is a second choice.")
        )
        self.column.addWidget(self.second_yes)
        self.not_taken = NotTakenIn(self)
        self.not_taken.again.connect(self._on_again)
        self.column.addWidget(self.not_taken)
        self.adding = self._adding()
        self.column.addWidget(self.adding)
        self.rows: Rows[KeepsakeRow] = Rows(
            lambda _row_id: LineToTakeOut(_said_of, self.take_out), self.choose, gap=8
        )
        self.rows.setAccessibleName(_("In the book"))
        self.column.addWidget(self.rows)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)
        self.book = Button(_("See {child}’s own book").format(child=child), icon="book-open")
        self.book.clicked.connect(self.go_to(ChildsBook(self.child_id)))
        self.column.addWidget(WrapRow(self.book))

    def refresh(self) -> None:
        may = self.records.read(filing.permission).is_given and not self.records.forgets
        self.second_yes.setVisible(not may and not self.records.forgets)
        self.second_yes.show_typed()
        self.adding.setVisible(may)
        typed = self.drafts()
        if self.what.text() != typed.get("what", ""):
            self.what.setText(typed.get("what", ""))
        self.kind.set_value(typed.get("kind", KeepsakeKind.CERTIFICATE.value))
        self.not_taken.look(may)
        self.rows.show_rows(self.records.read(keepsakes.keepsakes, self.child_id))
        self.removed.look()

    def take_in(self, path: str) -> None:
        """Looked at and sealed elsewhere. The file itself stays where it is."""
        self._say(_("Looking at it…"))
        sealed_files = self.records.papers
        (noted,) = self.not_taken.begin([path])

        def seal() -> list[NewDocument]:
            return [childs_drawing.seal(page, sealed_files) for page in childs_drawing.take_pages(Path(path))]

        self.records.run(seal, partial(self._on_sealed, noted), partial(self._on_refused, noted))

    def holds_typed(self) -> bool:
        return super().holds_typed() or self.not_taken.is_under_way

    def take_out(self, row: KeepsakeRow) -> None:
        """Take it out of the book, with Undo."""
        undo = Undo(_("Taken out: {what}").format(what=row.what), keepsakes.bring_back, (row.id,))
        self.records.change(keepsakes.take_out, row.id, self.today(), undo=undo)

    def _adding(self) -> QWidget:
        self.kind = ChoicesAcross([(kind.value, kind.words) for kind in KeepsakeKind])
        self.kind.chosen.connect(partial(self.keep_draft, "kind"))
        self.what = Line()
        self.what.textEdited.connect(partial(self.keep_draft, "what"))
        self.choose = Button(_("Choose a photo or a PDF"), kind="main", icon="file-plus")
        self.choose.clicked.connect(self._on_choose)
        self.says = PlainLabel("", kind="strong")
        self.says.hide()
        box = QWidget()
        column = QVBoxLayout(box)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (
            Field(_("What is it?"), self.kind),
            Field(_("What does it show?"), self.what, hint=_("For example: swam 50 metres."), optional=True),
            self.says,
            WrapRow(self.choose),
        ):
            column.addWidget(part)
        return box

    def _on_again(self, paths: list[str]) -> None:
        for path in paths:
            self.take_in(path)

    def _on_choose(self) -> None:
        dialogs.choose_file(self, _("Choose a photo or a PDF"), dialogs.PHOTOS_AND_PDFS, self.take_in)

    def _on_refused(self, noted: str, sentence: str) -> None:
        self.not_taken.is_through(noted)
        self._say(sentence)

    def _on_sealed(self, noted: str, new: list[NewDocument]) -> None:
        self._say("")
        made: list[list[int]] = []
        kind = KeepsakeKind(self.kind.value() or KeepsakeKind.CERTIFICATE)
        words = _("In the book: {what}").format(what=self.what.text().strip() or kind.words)
        self.records.change(
            keepsakes.add_pages,
            self.child_id,
            kind,
            self.what.text(),
            new,
            self.today(),
            self.place.key,
            then=made.append,
        )
        self.not_taken.is_through(noted)
        if made:
            self.said.emit(words)

    def _say(self, words: str) -> None:
        if self.is_there:
            self.says.setText(words)
            self.says.setVisible(bool(words))
            if words:
                announce(self, words)


def _said_of(row: KeepsakeRow) -> tuple[str, str]:
    return _("{what} · {day}").format(what=row.what, day=say_day(row.added_on)), row.what
