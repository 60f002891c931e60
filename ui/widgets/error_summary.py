"""What still needs looking at on a page, in one place, each line leading to its box.

It keeps its place until the page is sent off again: who is putting the next thing right is aiming at it.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carer_app.words import _, plural
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.announce import announce
from ui.widgets.button import Link
from ui.widgets.nameable import entry_of
from ui.widgets.put_right import when_put_right
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.text import PlainLabel


class ErrorSummary(QFrame):
    """Hidden until there is something to put right. Put it first in the page's column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "problems")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(20, 16, 20, 16))
        self._title = PlainLabel("", "strong")
        self._column.addWidget(self._title)
        self._links: list[Link] = []
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, QWidget]]) -> None:
        """Show these sentences, each a way to its widget, and take the keyboard: coming there is told, all of it."""
        self._drop_links()
        if not problems:
            self.clear()
            return
        self.setMinimumHeight(0)
        before: QWidget = self
        for sentence, widget in problems:
            link = Link(sentence)
            link.clicked.connect(partial(self._jump, widget))
            when_put_right(widget, partial(self._drop, link))
            self._links.append(link)
            self._column.addWidget(link)
            QWidget.setTabOrder(before, link)
            before = link
        self._count()
        self.show()
        if self.hasFocus():  # it is not come to: it has to be said
            announce(self, f"{self.accessibleName()}. {self.accessibleDescription()}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def clear(self) -> None:
        """Nothing needs looking at (any more)."""
        self._drop_links()
        self.setMinimumHeight(0)
        self.hide()

    def sentences(self) -> list[str]:
        """What is shown."""
        return [link.words() for link in self._links]

    def links(self) -> list[Link]:
        """The lines, in order; pressing one moves the keyboard to its box."""
        return list(self._links)

    def _jump(self, widget: QWidget, _checked: bool = False) -> None:
        target = entry_of(widget)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(target)

    def _count(self) -> None:
        title = plural(
            "There is {count} thing to look at", "There are {count} things to look at", len(self._links)
        )
        if not self._links:
            title = _("That is put right.")
        self._show_part("problems" if self._links else "put_right")
        self._title.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(self.sentences()))

    def _show_part(self, part: str) -> None:
        if part != self.property("part"):
            self.setProperty("part", part)
            self.style().polish(self)  # the style sheet looks at it

    def _drop(self, link: Link) -> None:
        """This one was put right; the others stay, and so does all that is below."""
        if link not in self._links:
            return
        self.setMinimumHeight(self.height())
        self._links.remove(link)
        self._column.removeWidget(link)
        link.hide()
        link.deleteLater()
        self._count()

    def _drop_links(self) -> None:
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links.clear()


give_role(ErrorSummary, QAccessible.Role.AlertMessage)
