"""A drawing that was made on paper: the child says what it is, or nothing."""

from carer_app.choices import Door
from carer_app.sitting import DRAWING
from carer_app.words import _
from ui.child_mode.step import ChildText, Step
from ui.widgets.field import Field
from ui.widgets.picture import PhotoView


class DrawingStep(Step):
    """The picture, and a box for words about it. It can be left out."""

    def build(self) -> None:
        sitting = self.room.sitting
        self.heading(_("Tell me about your picture"))
        self.column.addWidget(PhotoView(self.room.outside.photo(), _("Your picture")))
        self.text = ChildText(self._on_words, lines=2)
        self.text.show_stored(sitting.answer(DRAWING).words)
        together = sitting.door == Door.TOGETHER
        label = _("In {child}’s words").format(child=self.words.child) if together else _("In my words")
        hint = (
            _("Write down exactly what is said. Then read it back.") if together else _("A word is enough.")
        )
        self.column.addWidget(Field(label, self.text, hint=hint))
        self.ways_on(
            self.button(_("Skip"), self.room.next),
            self.button(_("Not sure"), self.room.next),
            self.button(_("Leave the picture out"), self._leave_out),
        )

    def _on_words(self, words: str) -> None:
        self.room.sitting.answer(DRAWING).words = words
        self.room.save()

    def _leave_out(self) -> None:
        """The picture and what was said of it."""
        self.text.clear()
        self.text.flush()
        self.room.rub_out(DRAWING)
        self.room.return_to_way()
