"""What the eight parts of getting ready share: a way back, a why, and "Have you finished this part?"."""

from PySide6.QtCore import Qt

from carer_app.choices import Part, PlainQuestion
from carer_app.words import _
from ui.page import House, Page
from ui.places import GetReady, PreparePart
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.saved_text import SavedText


class PartPage(Page):
    """One part of getting ready. Subclasses write `build_part` and `refresh_part`."""

    max_width = 720
    why = ""

    def __init__(self, house: House, place: PreparePart) -> None:
        self.meeting_id = place.meeting_id
        self.part: Part = place.part
        self._texts: dict[PlainQuestion, SavedText] = {}
        super().__init__(house, place)

    def build(self) -> None:
        from carer_app.use_cases import planning

        self.child = self.records.read(planning.meeting_facts, self.meeting_id).child
        self.add_back_link(_("Back to getting ready"))
        self.add_heading(self.part.words(self.child), self.why.format(child=self.child))
        self.build_part()
        end = Card()
        self.finished = Tick(_("I have finished this part"))
        self.finished.toggled.connect(self._on_finished)
        end.body.addWidget(self.finished)
        self.carry_on = Button(_("Continue"), kind="main")
        self.carry_on.clicked.connect(self.go_to(GetReady(self.meeting_id)))
        end.actions(self.carry_on)
        self.column.addWidget(end)

    def refresh(self) -> None:
        from carer_app.use_cases import preparing

        state = self.records.read(preparing.getting_ready, self.meeting_id)
        row = next(row for row in state.parts if row.part == self.part)
        self.finished.blockSignals(True)
        self.finished.setChecked(row.is_finished)
        self.finished.blockSignals(False)
        stored = self.records.read(preparing.answers, self.meeting_id, self.part)
        for question, text in self._texts.items():
            text.show_stored(stored.get(question, ""))
        self.refresh_part()

    def build_part(self) -> None:
        """The questions of this part, in reading order."""
        raise NotImplementedError

    def refresh_part(self) -> None:
        """Show what is stored beyond the plain questions."""

    def ask(self, question: PlainQuestion, label: str, hint: str = "", lines: int = 3) -> SavedText:
        """A plain question, saved as typed."""
        from carer_app.use_cases import preparing

        def save(typed: str) -> None:
            self.records.change(preparing.write_answer, self.meeting_id, question, typed)

        text = SavedText(save, lines=lines)
        self._texts[question] = text
        self.column.addWidget(Field(label, text, hint=hint, optional=True))
        return text

    def add_left(self, button: Button) -> Button:
        """A button under what comes before it."""
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _on_finished(self, finished: bool) -> None:
        from carer_app.use_cases import preparing

        change = preparing.finish_part if finished else preparing.reopen_part
        self.records.change(change, self.meeting_id, self.part)
