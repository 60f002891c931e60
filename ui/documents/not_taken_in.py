"""What was chosen and not taken in, because the records were locked or the program ended first: said, never dropped."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import coming_in
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.records import Undo
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_LONGEST_NAME, _MOST_NAMES = 60, 6


class NotTakenIn(QWidget):
    """Notes what is being taken in on a page, until it is through. `again` carries the files to be taken in now;
    `may_take` is asked before, and says itself what is to be put right."""

    again = Signal(list)

    def __init__(self, page: Page, may_take: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._page, self._may_take = page, may_take
        self._under_way: set[str] = set()
        self._paths: list[str] = []
        self.says = PlainLabel("", kind="error")
        self.now = Button(_("Take in now"))
        self.now.clicked.connect(self._on_now)
        self.leave = Button(_("Leave out"), kind="quiet")
        self.leave.is_removal = True
        self.leave.clicked.connect(self._on_leave)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        column.addWidget(self.says)
        column.addWidget(WrapRow(self.now, self.leave))
        self.hide()

    @property
    def is_under_way(self) -> bool:
        """Whether anything is being taken in."""
        return bool(self._under_way)

    def begin(self, paths: Sequence[str]) -> list[str]:
        """These are being taken in; an empty one is a picture that was pasted. Returns what `is_through` asks for."""
        records, noted = self._page.records, list[str]()
        if not records.is_read_only:
            records.change(coming_in.note, self._page.place.key, paths, then=noted.extend, announce=False)
        self._under_way.update(noted)
        return noted or [""] * len(paths)

    def is_through(self, field: str) -> None:
        """It is here, or it was said why not."""
        records = self._page.records
        self._under_way.discard(field)
        if field and records.is_open:
            records.change(coming_in.is_through, self._page.place.key, field, announce=False)

    def look(self, may_take: bool = True) -> None:
        """Say what was not taken in; `may_take`: whether it can be now."""
        records = self._page.records
        left = [
            each
            for each in records.read(coming_in.not_through, self._page.place.key)
            if each.field not in self._under_way
        ]
        self._paths = [each.path for each in left]
        files = [path for path in self._paths if path]
        self.says.setText(_said(files, len(left) - len(files)))
        self.now.setVisible(bool(files) and may_take)
        self.setVisible(bool(left))

    def _on_now(self) -> None:
        if not self._may_take():
            return
        files = [path for path in self._paths if path]
        self._page.records.change(coming_in.forget, self._page.place.key, announce=False)
        self._paths = []
        self.hide()
        self.again.emit(files)

    def _on_leave(self) -> None:
        words = plural("Left out: {count} file.", "Left out: {count} files.", len(self._paths))
        key = self._page.place.key
        self._page.records.change(
            coming_in.forget, key, undo=Undo(words, coming_in.note, (key, tuple(self._paths)))
        )


def _said(files: Sequence[str], pasted: int) -> str:
    said = []
    if files:
        names = [_("“{name}”").format(name=shown_name(Path(each))) for each in files[:_MOST_NAMES]]
        more = len(files) - len(names)
        names += [plural("{count} more file", "{count} more files", more)] if more else []
        said.append(
            _(
                "Not taken in, because PEP Companion was locked or closed first: {files}. "
                "Each is still where you chose it."
            ).format(files=", ".join(names))
        )
    if pasted:
        said.append(
            plural(
                "A picture that you pasted was not taken in: PEP Companion was locked first. Please paste it again.",
                "{count} pictures that you pasted were not taken in: PEP Companion was locked first. "
                "Please paste them again.",
                pasted,
            )
        )
    return "\n".join(said)


def shown_name(path: Path) -> str:
    """A name may hold anything: a new line, or a sign that turns round what follows."""
    return "".join(letter for letter in path.name if letter.isprintable())[:_LONGEST_NAME]
