"""The answers to the carer's questions: a box beneath each that was prepared."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import recording_the_meeting
from carer_app.use_cases.recording_the_meeting import AskedQuestion
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, AnswersPlace
from ui.look import theme
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.text import PlainLabel


class AnswersPage(Page):
    """Any box can stay empty."""

    def __init__(self, house: House, place: AnswersPlace) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(_("The answers to your questions"))
        self.nothing = PlainLabel(_("No question was written down for this meeting."))
        self.column.addWidget(self.nothing)
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.rows: Rows[AskedQuestion] = Rows(lambda question_id: _Answer(self, question_id), done)
        self.column.addWidget(self.rows)
        self.add_rail(Foot(done))

    def refresh(self) -> None:
        asked = self.records.read(recording_the_meeting.questions_asked, self.meeting_id)
        self.nothing.setVisible(not asked)
        self.rows.show_rows(asked)


class _Answer(QWidget):
    """One question, with its box."""

    def __init__(self, page: AnswersPage, question_id: int) -> None:
        super().__init__()
        use_case = recording_the_meeting.write_answer_to
        self.answer = KeptText(page.records, use_case, question_id, lines=2, spelling=True)
        self.field = Field("", self.answer)
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(self.field)

    def show_row(self, number: int, row: AskedQuestion) -> None:
        """The question, and what is stored."""
        self.field.set_label(f"{number}. {row.text}")
        self.answer.show_stored(row.answer)

    def first_box(self) -> QWidget:
        """Its answer."""
        return self.answer
