"""The social worker changed: the new name, and what goes along to them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import new_worker
from carer_app.use_cases.new_worker import OpenWithWorker
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.records import Undo
from ui.look import theme
from ui.parts.half_typed import HalfTyped
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class WorkerChanged(QWidget):
    """A short form. Each open action is ticked to go along, and can be kept with the one before."""

    def __init__(self, page: Page, child_id: int, close: Callable[[], None]) -> None:
        super().__init__()
        self._page, self._child_id, self._close = page, child_id, close
        self._open: OpenWithWorker | None = None
        self.name, self.phone = Line(), Line()
        self.name_field = Field(
            _("Name of the new social worker"), self.name, hint=_("Leave it empty if nobody has said yet.")
        )
        self.phone_field = Field(_("Their phone number"), self.phone, optional=True)
        self.along = PlainLabel("")
        self.ticks: dict[int, Tick] = {}
        self._ticks = QVBoxLayout()
        theme.space(self._ticks, gap=8, edges=(0, 0, 0, 0))
        self.stays = PlainLabel("", kind="hint")
        self.save = Button(_("Save the new social worker"), kind="main")
        self.leave = Button(_("No change"), kind="quiet")
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 8, 0, 0))
        for part in (self.name_field, self.phone_field, self.along):
            column.addWidget(part)
        column.addLayout(self._ticks)
        column.addWidget(self.stays)
        column.addWidget(WrapRow(self.save, self.leave))
        self.half_typed = HalfTyped(
            page.records, page.place.key.part("new_worker"), {"name": self.name, "phone": self.phone}
        )
        self.name.returnPressed.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self._on_leave)

    def show_open(self, known: OpenWithWorker) -> None:
        """Show what is open with the social worker of now."""
        self._open = known
        here = dict(known.actions)
        for gone in [action for action in self.ticks if action not in here]:
            self.ticks.pop(gone).deleteLater()
        for action, what in here.items():
            if action not in self.ticks:
                self.ticks[action] = Tick(what)
                self.ticks[action].setChecked(True)
                self._ticks.addWidget(self.ticks[action])
            self.ticks[action].setText(what)
        self.along.setText(
            _("These go along to the new one. Take the tick off what {name} will still do.").format(
                name=known.name or _("the one before")
            )
        )
        self.along.setVisible(bool(here))
        lines = [_("What was done before stays with {name}.").format(name=known.name)] if known.name else []
        if known.meetings:
            lines.append(
                plural(
                    "On the list of {count} meeting to come the new name stands, not invited yet.",
                    "On the lists of {count} meetings to come the new name stands, not invited yet.",
                    known.meetings,
                )
            )
        self.stays.setText(" ".join(lines))
        self.stays.setVisible(bool(lines))

    def open_form(self) -> None:
        """Show the form, and put the keyboard in it."""
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self)
        self._page.body.stay_with_keyboard()

    def _on_save(self) -> None:
        stays = tuple(action for action, tick in self.ticks.items() if not tick.isChecked())
        before = self._page.records.read(new_worker.as_it_is, self._child_id, stays)
        name = self.name.text().strip()
        words = _("The social worker is now {name}.").format(name=name)
        if not name:
            words = _("{name} is not the social worker any more.").format(name=before.name)
        self._page.records.change(
            new_worker.worker_changed,
            self._child_id,
            name,
            self.phone.text(),
            self._page.today(),
            stays,
            self.half_typed.place,
            undo=Undo(words, new_worker.put_worker_back, (self._child_id, before)),
            then=self._done,
        )

    def _on_leave(self) -> None:
        self.half_typed.forget()
        self._close()

    def _done(self, _nothing: Any) -> None:
        self.half_typed.clear()
        self._close()
