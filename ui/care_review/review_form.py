"""The carer's own part of the review's form: a few questions a page, each optional and saved as typed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.texts.review_form import review_form
from carer_app.use_cases import at_the_review, review_form_answers
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CarersPartPlace, ReviewFormPlace
from ui.look import theme
from ui.parts.from_notes import FromNotes
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class ReviewFormPage(Page):
    """One part of the form. What is written stands for one review; the next one begins empty."""

    def __init__(self, house: House, place: ReviewFormPlace) -> None:
        self.child_id, self.number = place.child_id, place.number
        super().__init__(house, place)

    def build(self) -> None:
        parts = review_form().parts
        part = parts[self.number - 1]
        self.add_back_link(_("Back to the review"))
        self.add_heading(_("My part of the review"))
        step = _("Part {number} of {count}: {title}. Your council’s own form counts; copy into it.")
        self.column.addWidget(
            PlainLabel(step.format(number=self.number, count=len(parts), title=part.title.lower()))
        )
        self.boxes = {each.key: _Box(self, each.key) for each in part.questions}
        for box in self.boxes.values():
            self.column.addWidget(box)
        self.on = Button(_("Continue"), kind="main")
        is_last = self.number == len(parts)
        self.on.clicked.connect(
            self.go_to(
                CarersPartPlace(self.child_id) if is_last else ReviewFormPlace(self.child_id, self.number + 1)
            )
        )
        if not is_last:
            see = Button(_("See it on paper"), icon="printer")
            see.clicked.connect(self.go_to(CarersPartPlace(self.child_id)))
            self.column.addWidget(WrapRow(see))
        self.add_rail(Foot(self.on))

    def refresh(self) -> None:
        page = self.records.read(review_form_answers.form_page, self.child_id, self.number, self.today())
        self.rename(_("My part of {child}’s review").format(child=page.child))
        for each in page.boxes:
            self.boxes[each.id].show_box(each)


class _Box(QWidget):
    """One question, and the notes that belong there."""

    def __init__(self, page: ReviewFormPage, key: str) -> None:
        super().__init__()
        self.text = KeptText(page.records, at_the_review.write, page.child_id, key, lines=2, spelling=True)
        self.field = Field("", self.text, optional=True)
        self.notes = FromNotes(self._on_note)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(self.field)
        column.addWidget(self.notes)

    def show_box(self, box: review_form_answers.FormBox) -> None:
        """Show what is stored; what is being typed is left alone."""
        self.field.set_label(_("{label} (optional)").format(label=box.ask))
        self.field.set_hint(box.hint)
        self.text.show_stored(box.text)
        self.notes.show_notes(box.notes)

    def _on_note(self, note: NoteRow) -> None:
        self.text.add_words(note.seen.strip())
