"""Handing one action on: who does it now."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Owner
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.scroll_page import show_soon
from ui.widgets.wrap_row import WrapRow


class HandOn(QWidget):
    """Asks who does this now, and for their name. `save` gets both; `close` puts the form away."""

    def __init__(self, save: Callable[[Owner, str], None], close: Callable[[], None]) -> None:
        super().__init__()
        self._save = save
        self.who = Choices([(owner.value, owner.words(_("The child"))) for owner in Owner])
        self.name = Line()
        self.who_field = Field(_("Who does this now?"), self.who)
        self.name_field = Field(
            _("Their name"), self.name, hint=_("Leave it empty if you do not know it."), optional=True
        )
        self.done = Button(_("Hand it on"), kind="main")
        self.leave = Button(_("Leave it as it is"), kind="quiet")
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (self.who_field, self.name_field, WrapRow(self.done, self.leave)):
            column.addWidget(part)
        self.who.chosen.connect(self._on_who)
        self.name.returnPressed.connect(self._on_done)
        self.done.clicked.connect(self._on_done)
        self.leave.clicked.connect(close)

    def open_for(self, row: ActionRow) -> None:
        """Show it with who does it so far."""
        self.who.row(Owner.CHILD).setText(row.child)
        self.who.set_value(row.owner)
        self.name.setText(row.owner_name)
        self._on_who(row.owner)
        what = f"{row.what}, {row.child}"
        self.who.take_name(f"{_('Who does this now?')} {what}", "")
        for button in (self.done, self.leave):
            button.setAccessibleName(f"{button.words()}: {what}")
        self.show()
        self.who.entry().setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self)

    def _on_who(self, owner: str) -> None:
        self.name_field.setVisible(owner not in (Owner.ME, Owner.CHILD))

    def _on_done(self) -> None:
        owner = Owner(self.who.value() or Owner.SOMEONE_ELSE)
        self._save(owner, "" if owner in (Owner.ME, Owner.CHILD) else self.name.text().strip())
