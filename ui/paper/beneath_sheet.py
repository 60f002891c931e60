"""What stands beneath the sheet on the check page: names on it, who has seen it, the carer's own, a quiet look."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import HasSeen, OnPaper, Part, PlainQuestion
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.use_cases import household, names_on_sheet, preparing, quiet_check
from carer_app.words import _
from ui.base.places import HandedOutPlace, InterpreterPages, PasteText, PreparePart, ShowTheChild
from ui.look import theme
from ui.paper.check_rows import NamesRows, QuietRows
from ui.parts.choices_across import ChoicesAcross
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.paper.check import CheckPage


class BeneathSheet(QWidget):
    """Made once the sheet above it is drawn, where it is not seen with that."""

    def __init__(self, page: "CheckPage") -> None:
        super().__init__()
        self._page, self._records, self._meeting_id = page, page.records, page.meeting_id
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=16, edges=(0, 0, 0, 0))
        self.names = NamesRows(self._on_name)
        self._column.addWidget(self.names)
        self._add_seen(page.child)
        self._add_mine()
        self.quiet = QuietRows(self._to_part)
        self._column.addWidget(self.quiet)
        self.paste = Button(_("Copy it into the council’s form"), icon="copy")
        self.paste.clicked.connect(page.go_to(PasteText(self._meeting_id)))
        self.interpreter = Button(_("Pages for an interpreter"), kind="quiet")
        self.interpreter.clicked.connect(page.go_to(InterpreterPages(self._meeting_id)))
        self.handed_out = Button(_("Sheets as handed out"), kind="quiet")
        self.handed_out.clicked.connect(page.go_to(HandedOutPlace(self._meeting_id)))
        self.others = Opens("", WrapRow(self.paste, self.interpreter, self.handed_out), words=_("Other ways"))
        self._column.addWidget(self.others)

    def show_rest(self, whole: MeetingSheet, answers: dict[str, str], is_something: bool) -> None:
        """`whole` is the sheet with every name; `is_something`: whether anything is left to print."""
        self.paste.setEnabled(is_something)
        self.interpreter.setEnabled(is_something)
        self.has_seen.setVisible(is_something)
        self.names.show_names(self._records.read(names_on_sheet.names_on_sheet, self._meeting_id, whole))
        self.quiet.show_suggestions(
            self._records.read(quiet_check.suggestions, self._meeting_id, whole) if is_something else []
        )
        self.who.show_stored(self._records.read(household.own_name))
        seen = answers.get(PlainQuestion.CHILD_HAS_SEEN, "")
        self.seen.set_value(seen)
        self.why_not.setVisible(seen in (HasSeen.SOME, HasSeen.NOT_YET))
        self.because.show_stored(answers.get(PlainQuestion.NOT_SEEN_BECAUSE, ""))
        self.three.show_stored(answers.get(PlainQuestion.THREE_THINGS, ""))

    def _add_seen(self, child: str) -> None:
        self.seen = ChoicesAcross([(answer.value, answer.words) for answer in HasSeen])
        self.seen.chosen.connect(self._on_seen)
        self.has_seen = Field(_("Has {child} seen what you wrote?").format(child=child), self.seen)
        self._column.addWidget(self.has_seen)
        self.because = KeptText(
            self._records,
            preparing.write_answer,
            self._meeting_id,
            PlainQuestion.NOT_SEEN_BECAUSE,
            lines=1,
            spelling=True,
        )
        self.why_not = Field(
            _("Because…"),
            self.because,
            hint=_("It goes on your own copy only, never on the table."),
            optional=True,
        )
        self._column.addWidget(self.why_not)
        self.show_child = Button(_("Show {child} what I wrote").format(child=child))
        self.show_child.clicked.connect(self._page.go_to(ShowTheChild(self._meeting_id)))
        self._column.addWidget(WrapRow(self.show_child))

    def _add_mine(self) -> None:
        """What is the carer's own, put away: not everybody wants it on paper."""
        self.mine = Opens(
            "", words=_("Your name and three things"), when_open=_("Hide: your name and three things")
        )
        self.who = KeptText(self._records, household.set_own_name, lines=1)
        self.mine.body.addWidget(
            Field(_("Your name on the sheet"), self.who, hint=_("A first name is enough."), optional=True)
        )
        self.three = KeptText(
            self._records, preparing.write_answer, self._meeting_id, PlainQuestion.THREE_THINGS, spelling=True
        )
        self.mine.body.addWidget(
            Field(
                _("Three things you want to say"),
                self.three,
                hint=_("One on each line, for your own copy and the card for your pocket."),
                optional=True,
            )
        )
        self._column.addWidget(self.mine)

    def _to_part(self, part: Part) -> None:
        self._page.go.emit(PreparePart(self._meeting_id, part))

    def _on_seen(self, answer: str) -> None:
        self._records.change(preparing.write_answer, self._meeting_id, PlainQuestion.CHILD_HAS_SEEN, answer)

    def _on_name(self, name: str, on_paper: OnPaper) -> None:
        self._records.change(names_on_sheet.choose, self._meeting_id, name, on_paper)
