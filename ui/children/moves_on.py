"""What to do with a child’s notes when the child moves on, behind a press."""

from collections.abc import Callable

from carer_app.words import _
from ui.widgets.buttons import Button
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class MovesOn(Opens):
    """Says what is good to take along, and puts the notes to one side."""

    def __init__(self, put_aside: Callable[[], None]) -> None:
        self.clear = Button("", icon="folder")
        self.clear.clicked.connect(put_aside)
        self.clear_words = PlainLabel("")
        super().__init__("", self.clear_words, WrapRow(self.clear))

    def show_child(self, child: str) -> None:
        """It is about this child."""
        self.say(_("If {child} moves on").format(child=child))
        words = _("Put {child}’s notes to one side").format(child=child)
        self.clear.setText(words)
        self.clear.setAccessibleName(words)
        self.clear_words.setText(
            _(
                "A move is hard for everyone. {child}’s own book is good to take along: print it for {child}. "
                "What you wrote down belongs to {child}’s story. Ask your fostering service how they want it back. "
                "Until you know, put the notes to one side. They stay here, locked, and nothing is lost."
            ).format(child=child)
        )
