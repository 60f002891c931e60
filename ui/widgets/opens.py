"""What not everybody needs at once: behind a press, closed until somebody opens it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.scroll_page import show_soon
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import Heading
from ui.widgets.wrap_row import WrapRow


class Opens(QWidget):
    """A quiet button, and beneath it what it shows and hides: fill `body`. `about` tells a listener
    more of what; it is empty where the words say it themselves. Beside a `heading`, where one is given.
    `make` makes what is in it once somebody opens it: a page that is full opens the sooner.
    """

    def __init__(
        self,
        about: str,
        *parts: QWidget,
        words: str = _("More"),
        when_open: str = _("Less"),
        heading: Heading | None = None,
        make: Callable[[], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self._make = make
        self._about, self._words, self._when_open = about, words, when_open
        self.button = Button(words, kind="quiet", icon="chevron-right")
        self.button.clicked.connect(self._on_pressed)
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        theme.space(self.body, gap=12, edges=(0, 0, 0, 0))
        for part in parts:
            self.body.addWidget(part)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(self.button if heading is None else WrapRow(heading, self.button, apart=True))
        column.addWidget(self.inside)
        self.open(False)

    def call(self, about: str) -> None:
        """It is more of something else now."""
        self._about = about
        self.open(self.is_open)

    def say(self, words: str) -> None:
        """Its button has these words now, open or closed."""
        self._words = self._when_open = words
        self.open(self.is_open)

    @property
    def is_open(self) -> bool:
        """Whether its inside is shown."""
        return not self.inside.isHidden()

    def open(self, on: bool) -> None:
        """Show the inside, or hide it."""
        if on and self._make is not None:
            make, self._make = self._make, None
            self.body.addWidget(make())
            follow_reading_order(self)  # from its button on: what is made late would come last of all
        self.inside.setVisible(on)
        words = self._when_open if on else self._words
        self.button.setText(words)
        told = _("{button} {what}") if words.endswith("?") else _("{button}: {what}")
        name = told.format(button=words, what=self._about)
        self.button.setAccessibleName(name if self._about else words)
        self.button.setAccessibleDescription(_("open") if on else _("closed"))
        self.button.set_icon("chevron-down" if on else "chevron-right")

    def _on_pressed(self) -> None:
        self.open(not self.is_open)
        show_soon(self.inside)
