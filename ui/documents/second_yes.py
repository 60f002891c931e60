"""The second yes: who said that the carer may keep files here. Asked once, wherever the first file is to be kept."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import filing
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

DRAFT = "who_said_yes"


class SecondYes(QWidget):
    """Paper is enough, and is said first."""

    def __init__(
        self,
        page: Page,
        enough: str = _("The paper in your lock box is enough. You do not need a file as well."),
    ) -> None:
        super().__init__()
        self._page = page
        self.who = Line()
        self.who.textEdited.connect(partial(page.keep_draft, DRAFT))
        self.who.returnPressed.connect(self._on_yes)
        self.who_field = Field(
            _("Who said you may keep files they send you?"),
            self.who,
            hint=_("For example your supervising social worker. Today’s date is written down with it."),
        )
        self.yes = Button(_("Yes, I may keep files they send me"))
        self.yes.clicked.connect(self._on_yes)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        ask = _(
            "Ask your fostering service first. Some councils do not allow their papers on a carer’s own computer."
        )
        for part in (PlainLabel(ask, kind="strong"), PlainLabel(enough), self.who_field, WrapRow(self.yes)):
            column.addWidget(part)

    def show_typed(self) -> None:
        """What is half typed stays."""
        typed = self._page.drafts().get(DRAFT, "")
        if self.who.text() != typed:
            self.who.setText(typed)

    def _on_yes(self) -> None:
        page = self._page
        if not self.who.text().strip():
            sentence = _("Type who said yes, for example your supervising social worker’s name.")
            self.who_field.show_error(sentence)
            page.show_problems([(sentence, self.who)])
            follow_reading_order(page)
            return
        self.who_field.clear_error()
        page.show_problems([])
        said = _("Written down: {who} said yes.").format(who=self.who.text().strip())
        undo = Undo(said, filing.take_back_permission, ())
        page.records.change(filing.allow_papers, self.who.text(), page.today(), page.place.key, undo=undo)
