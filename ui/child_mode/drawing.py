"""A drawing that was made on paper: the child says what it is, or nothing."""

from carer_app.sitting import DRAWING
from carer_app.words import _
from ui.child_mode.child_text import ChildText
from ui.child_mode.step import RoomStep
from ui.widgets.picture import PhotoView


class DrawingStep(RoomStep):
    """The picture, and a box for words about it. It can be left out."""

    def build(self) -> None:
        self.heading(self.room.sitting.age_set.picture)
        if self.room.photo:
            self.middle(PhotoView(self.room.photo, _("Your picture"), size=130))
        else:  # only the words about it waited
            self.say(_("Your picture does not wait here. It can be put in again."))
        self.text = ChildText(self._on_words, lines=2)
        self.text.show_stored(self.room.sitting.answer(DRAWING).words)
        self.say(self.how_to_answer(), kind="hint")
        self.box(self.own_words(self.text))
        self.keys.box = self.text
        if self.room.photo:
            self.row(self.button(_("Leave the picture out"), self._leave_out))
        self.ways_on(self.room.next, self.room.next)

    def _on_words(self, words: str) -> None:
        self.room.sitting.say(DRAWING, words)
        self.room.save()

    def _leave_out(self) -> None:
        """The picture and what was said of it."""
        self.text.clear()
        self.text.flush()
        self.room.rub_out(DRAWING)
        self.room.return_to_way()
