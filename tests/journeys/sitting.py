"""A window over one child's records, with a meeting to get ready for, and no door to go through."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carer_app.choices import Support
from carer_app.computer.preferences import Preferences
from carer_app.use_cases import children
from carer_app.use_cases.children import ChildDate
from tests import builders
from tests.builders import TODAY
from tests.ui.conftest import NoDoor
from ui.base.background import Background
from ui.base.house import House
from ui.base.places import Home
from ui.base.records import Records
from ui.look import theme
from ui.shell.window import Window


class Sitting:
    """What `Keyboard` needs of a companion: a window, records, and work in the background."""

    def __init__(
        self, folder: Path, birthday: date, support: Support = Support.NONE, has_place: bool = True
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.Look())  # whatever a journey before this one left
        self.vault = builders.new_vault(folder / "vault")
        child = builders.add_child(self.vault, school="Riverside Primary" if has_place else "")
        with self.vault.work() as session:
            children.set_date(session, child, ChildDate.BIRTHDAY, birthday, TODAY)
            children.set_support(session, child, support)
            children.set_school_place(session, child, has_place)
        self.meeting = builders.add_meeting(self.vault, child)
        self.background = Background()
        self.records = Records(self.background)
        self.records.open(self.vault)
        door = NoDoor(folder, self.records)
        self.window = Window(House(self.records, lambda: TODAY, Preferences, lambda _wanted: None, door))
        self.window.resize(1180, 820)
        self.window.start_at(Home())
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def close(self) -> None:
        self.window.let_go_of_pages()
        self.window.close()
        self.background.finish()
        self.records.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
