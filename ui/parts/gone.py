"""What a page shows instead of itself once what it is about was removed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.widgets.button import Button
from ui.widgets.scroll_page import PageBody
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class Gone(PageBody):
    """One quiet page with a way on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.heading = Heading(_("This is no longer here"))
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.removed = Button(_("See what was taken out"), icon="undo-2")
        self.children_button = Button(_("See the children"), icon="users")
        self.column.addWidget(self.heading)
        self.words = PlainLabel("")
        self.column.addWidget(self.words)
        self.column.addWidget(WrapRow(self.removed, self.children_button))

    def say(self, child: str) -> None:
        """Whose notes are put to one side and can come back; without a name, that something was removed."""
        words = (
            _(
                "{child}’s notes are put to one side. They are still in your locked records. "
                "You can bring {child} back to the list: see the children."
            )
            if child
            else _(
                "What this page was about was taken out, or put to one side. Nothing else was changed. "
                "What can be brought back is on one of these two pages."
            )
        )
        self.words.setText(words.format(child=child))
