"""A house for pages: real records, no main window."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.computer.preferences import Preferences
from carer_app.storage.sheet_code import new_code
from carer_app.storage.vault import Vault
from carer_app.use_cases.may_keep import KeepingAnswer
from tests import builders
from ui.base.background import Background
from ui.base.house import House
from ui.base.page import Page
from ui.base.records import Records
from ui.door.back_to_a_backup import BackToABackup
from ui.door.newest_copy import OlderCopy
from ui.door.when_to_back_up import WhenToBackUp
from ui.look import theme
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.nameable import entry_of

for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    # How long something takes says how busy the computer is: five seconds are too few where others work on it too.
    _wait.__kwdefaults__["timeout"] = 30_000

NOW = datetime(2026, 3, 10, 10, 40, tzinfo=UTC)
CODE = new_code()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Pages that were closed are really gone: else each change of look would reach those of a thousand tests before."""
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def problems_lead_to_their_boxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """T26, wherever a test makes a page say that something is wrong: the summary says each sentence, and each leads to
    a control that can be used, beside which the same sentence stands."""
    wrong, show_problems = list[str](), Page.show_problems

    def watched(page: Page, problems: Sequence[tuple[str, QWidget]]) -> bool:
        is_wrong = show_problems(page, problems)
        if problems:
            wrong.extend(_not_led_to(page, problems))
        return is_wrong

    monkeypatch.setattr(Page, "show_problems", watched)
    yield
    assert wrong == []


def _not_led_to(page: Page, problems: Sequence[tuple[str, QWidget]]) -> Iterator[str]:
    name, summary = type(page).__name__, page.findChild(ErrorSummary)
    if summary is None or not summary.isVisibleTo(page):
        yield f"{name}: nothing is shown for {problems}"
        return
    if page.window().focusWidget() is not summary:
        yield f"{name}: the keyboard is not on what is wrong"
    if summary.sentences() != [sentence for sentence, _control in problems]:
        yield f"{name}: {summary.sentences()} are shown"
    for sentence, control in problems:
        entry = entry_of(control)
        if (
            not entry.isVisibleTo(page)
            or not entry.isEnabled()
            or entry.focusPolicy() == Qt.FocusPolicy.NoFocus
        ):
            yield f"{name}: “{sentence}” leads to nothing that can be used"
        above: QWidget | None = control
        while above is not None and not isinstance(above, Field):
            above = above.parentWidget()
        if isinstance(above, Field) and above.error() != sentence:
            yield f"{name}: “{sentence}” does not stand beside its box but “{above.error()}”"


PARTS = (
    "keeping", "opening", "newest_copy", "new_records", "in_memory", "without_password", "changing_ways_in",
    "key_store", "reworking",
)  # fmt: skip


class NoDoor:
    """A door that remembers what was asked and opens nothing: it is each of its own parts."""

    words = "Going back to the backup."

    def __init__(self, root: Path, records: Records) -> None:
        def rework(words: str, work: object, *, opened: object = None) -> None:
            self.asked.append(("rework", words))

        for part in PARTS:
            setattr(self, part, self)
        data = DataDir(root)
        self.backing_up = WhenToBackUp(lambda: data, records, lambda: NOW, clock=lambda: 0.0)
        self.going_back = BackToABackup(lambda: data, records, lambda: NOW, rework, lambda _key: 0)
        self.asked: list[tuple[str, str]] = []
        self.answers: list[tuple[KeepingAnswer, Path | None]] = []
        self.forgetting: list[KeepingAnswer] = []
        self.failed: Callable[[str], None] = lambda _sentence: None
        self.then: Callable[[], None] = lambda: None
        self.no_key_store = self.key_store_trouble = ""
        self.opens_with: set[str] = {"password", "keyring"}
        self.unread: tuple[str, ...] = ()

    def once_read_in(self, do: Callable[["NoDoor"], None], failed: Callable[[str], None]) -> None:
        self.failed = failed
        do(self)

    def create(self, password: str, failed: Callable[[str], None]) -> None:
        self.asked.append(("create", password))
        self.failed = failed

    def unlock(self, password: str, failed: Callable[[str], None]) -> None:
        self.asked.append(("unlock", password))
        self.failed = failed

    def older_copy(self) -> OlderCopy | None:
        return OlderCopy(12, date(2026, 3, 3))

    def go_on(self) -> None:
        self.asked.append(("go on", ""))

    def open_only_here(self, failed: Callable[[str], None]) -> None:
        self.asked.append(("only here", ""))
        self.failed = failed

    def answered(self, keeping_answer: KeepingAnswer, stick: Path | None = None) -> None:
        self.answers.append((keeping_answer, stick))

    def begin(self, keeping_answer: KeepingAnswer) -> None:
        self.forgetting.append(keeping_answer)

    def show_again(self) -> None:
        self.asked.append(("show again", ""))

    def where(self) -> Path:
        return Path("stick", "PEP Companion")

    def begin_again(self) -> bool:
        return False

    def begin_on_stick(self, folder: Path) -> None:
        self.asked.append(("stick", str(folder)))

    def begin_without_stick(self) -> None:
        self.asked.append(("anew", ""))

    def check_code(self, code: str, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        self.asked.append(("check", code))
        self.then, self.failed = then, failed

    def open_by_code(self, code: str, password: str, failed: Callable[[str], None]) -> None:
        self.asked.append((code, password))
        self.failed = failed

    def put_aside(self, failed: Callable[[str], None]) -> bool:
        self.asked.append(("put aside", ""))
        return True

    def ask_ways_in(self, then: Callable[[frozenset[str]], None]) -> None:
        then(frozenset(self.opens_with))

    def make_sheet(self, code: str, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        self.asked.append(("sheet", code))
        self.failed = failed
        self.opens_with.add("sheet")
        then()

    def take_sheet_away(self, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        self.asked.append(("take away", ""))
        self.opens_with.discard("sheet")
        then()

    def change_password(
        self, present: str, new: str, then: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        self.asked.append((present, new))
        self.then, self.failed = then, failed

    def renew_everything(
        self, present: str, password: str, failed: Callable[[str], None], without_unread: bool = False
    ) -> None:
        self.asked.append(("renew without" if without_unread else "renew", f"{present}, {password}"))
        self.failed = failed

    def look_for(self, then: Callable[[str], None]) -> None:
        then(self.no_key_store)

    def ask(self, then: Callable[[str], None]) -> None:
        then(self.no_key_store or self.key_store_trouble)

    def remember(self, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        self.asked.append(("remember", ""))
        self.then, self.failed = then, failed

    def forget(self, then: Callable[[], None] | None = None, failed: Callable[[str], None] = print) -> None:
        """A sitting in memory; or, with `then`, what the key store keeps."""
        self.asked.append(("forget", "") if then is None else ("forget here", ""))
        self.then, self.failed = then or self.then, failed

    def unlock_from_key_store(self, failed: Callable[[str], None]) -> None:
        self.asked.append(("key store", ""))
        self.failed = failed


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A real vault, cheap to open."""
    vault = builders.new_vault(tmp_path / "vault")
    yield vault
    builders.put_away(vault)


@pytest.fixture
def records(qapp: QApplication, vault: Vault) -> Iterator[Records]:
    """Records over the vault."""
    background = Background()
    records = Records(background)
    records.open(vault)
    yield records
    background.forget()
    background.finish()


@pytest.fixture
def house(records: Records, qapp: QApplication, tmp_path: Path) -> House:
    """What a page may use; today is 10 March 2026."""
    theme.apply(qapp, theme.Look("light", 100))
    liked: list[Preferences] = [Preferences()]
    return House(
        records, lambda: date(2026, 3, 10), lambda: liked[-1], liked.append, NoDoor(tmp_path, records)
    )


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Page], Any]:
    """Put a page on screen as the window would, and hand it back."""

    def _show(page: Any) -> Any:
        qtbot.addWidget(page)
        page.resize(1000, 760)
        page.show()
        qtbot.waitExposed(page)
        page.show_now()
        return page

    return _show
