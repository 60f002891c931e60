"""How home can help, and what was decided about extra help."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import PlainQuestion
from carer_app.use_cases import action_put_right, recording_the_meeting
from carer_app.use_cases.recording_the_meeting import HomeForAction
from carer_app.words import _
from ui.after_meeting.page_of_boxes import PageOfBoxes
from ui.look import theme
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

BOXES = (
    (
        PlainQuestion.AT_HOME_SAID,
        _("How can we help {child} at home?"),
        _("What school asked of home."),
    ),
    (
        PlainQuestion.EXTRA_SAID,
        _("What was decided about extra help for {child}?"),
        _("Where it was a no, write that here, and why. Also how Pupil Premium Plus is used, and from when."),
    ),
)
HELP_AGREED = tuple(question for question, _label, _hint in BOXES)


class HelpAgreedPage(PageOfBoxes):
    """What is done at home, for all and for each thing that was agreed; and what school or the council pays for."""

    heading = _("Help at home, and what was decided")
    boxes = BOXES

    def build_beneath(self) -> None:
        self.for_each = PlainLabel(_("What home will do for each thing that was agreed:"), kind="strong")
        self.column.addWidget(self.for_each)
        last = self.texts[PlainQuestion.EXTRA_SAID]
        self.rows: Rows[HomeForAction] = Rows(lambda action_id: _HomeRow(self, action_id), last)
        self.rows.setAccessibleName(_("What home will do for each thing that was agreed"))
        self.column.addWidget(self.rows)

    def refresh(self) -> None:
        super().refresh()
        agreed = self.records.read(recording_the_meeting.home_for_each, self.meeting_id)
        self.for_each.setVisible(bool(agreed))
        self.rows.show_rows(agreed)


class _HomeRow(QWidget):
    """One thing that was agreed, and the box for what home does."""

    def __init__(self, page: HelpAgreedPage, action_id: int) -> None:
        super().__init__()
        use_case = action_put_right.write_at_home
        self.at_home = KeptText(page.records, use_case, action_id, page.today(), lines=1, spelling=True)
        self.field = Field("", self.at_home)
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(self.field)

    def show_row(self, _number: int, row: HomeForAction) -> None:
        """What was agreed, and what is stored."""
        self.field.set_label(row.what)
        self.at_home.show_stored(row.at_home)

    def first_box(self) -> QWidget:
        """What home does."""
        return self.at_home
