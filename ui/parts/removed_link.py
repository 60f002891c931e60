"""The way to what was removed lately, at the end of each list that things can be removed from."""

from carer_app.words import _
from ui.base.page import Page
from ui.base.places import RecentlyRemoved
from ui.widgets.button import Button


class RemovedLink(Button):
    """Only there while something was removed lately. The page calls `look` in its `refresh`."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Recently taken out"), kind="quiet", icon="undo-2")
        self._page = page
        self.clicked.connect(page.go_to(RecentlyRemoved()))
        self.hide()

    def look(self) -> None:
        """Read whether anything was removed lately."""
        from carer_app.use_cases import removed

        self.setVisible(self._page.records.read(removed.is_any_removed, self._page.today()))
