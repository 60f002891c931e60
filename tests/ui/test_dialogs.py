"""Choosing a file leaves no trace of where the carer keeps their papers."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.base import dialogs
from ui.look import theme
from ui.widgets.text import Heading, PlainLabel

ROOT = Path(__file__).parents[2]
FOLDER = "Papers about Mia"

CHOOSE = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from ui.base import dialogs

folder, way = sys.argv[1:]
app = QApplication([])
owner = QWidget()
owner.show()
chosen = []
if way == "system settings":
    dialogs._keep_settings_nowhere = lambda: None
if way in ("open", "system settings"):
    dialogs.choose_file(owner, "Choose a PDF", "PDF files (*.pdf)", chosen.append)
elif way == "save":
    dialogs.choose_where_to_save(owner, "Save", "PDF files (*.pdf)", "notes.pdf", chosen.append)
else:
    bare = QFileDialog(owner)
    bare.fileSelected.connect(chosen.append)
    bare.open()
dialog = owner.findChild(QFileDialog)
dialog.setDirectory(folder)
dialog.selectFile("notes.pdf" if way == "save" else "sent.pdf")
app.processEvents()
dialog.accept()
dialog.deleteLater()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
app.processEvents()
print(*chosen)
"""


def choose(home: Path, way: str) -> str:
    """Choose or save a file in a process and a home of its own; returns what was chosen."""
    folder = home / FOLDER
    folder.mkdir()
    (folder / "sent.pdf").write_bytes(b"%PDF-1.4")
    done = subprocess.run(
        [sys.executable, "-c", CHOOSE, str(folder), way],
        cwd=ROOT,
        env={
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "settings"),
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": "",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


def left_behind(home: Path) -> list[str]:
    """Every file that names the folder."""
    return [
        str(file.relative_to(home))
        for file in home.rglob("*")
        if file.is_file() and (b"about Mia" in file.read_bytes() or b"about%20Mia" in file.read_bytes())
    ]


@pytest.mark.parametrize(("way", "name"), [("open", "sent.pdf"), ("save", "notes.pdf")])
def test_no_settings_file_names_the_folder_a_file_was_chosen_from(
    tmp_path: Path, way: str, name: str
) -> None:
    assert choose(tmp_path, way) == str(tmp_path / FOLDER / name)
    assert left_behind(tmp_path) == []
    assert not (tmp_path / "settings" / "QtProject.conf").exists()


def test_where_the_system_keeps_the_settings_the_folder_is_taken_out_of_them(tmp_path: Path) -> None:
    """On Windows and macOS they cannot be led elsewhere."""
    assert choose(tmp_path, "system settings") == str(tmp_path / FOLDER / "sent.pdf")
    assert (tmp_path / "settings" / "QtProject.conf").exists()
    assert left_behind(tmp_path) == []


def test_qt_alone_would_have_named_it(tmp_path: Path) -> None:
    """Otherwise the test above would prove nothing."""
    assert choose(tmp_path, "bare") == str(tmp_path / FOLDER / "sent.pdf")
    assert left_behind(tmp_path) == ["settings/QtProject.conf"]


def test_a_file_dialog_begins_where_this_persons_papers_are(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialogs.choose_file(window, "Choose a PDF", "PDF files (*.pdf)", lambda _path: None)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    papers = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert dialog.directory().absolutePath() in (papers, QDir.homePath())
    assert dialog.directory().absolutePath() != QDir.currentPath()
    dialogs.close_all()


LONG = "It says in several sentences what would happen, what is safe, and what else one could do. " * 4


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_every_word_of_a_question_is_seen(qapp: QApplication, qtbot: QtBot, scale: int) -> None:
    theme.apply(qapp, theme.Look(scale=scale))
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    answers = [(words, lambda: None) for words in ("One way", "Another way", "A third way")]
    question = dialogs.ShortQuestion(
        owner, "Does this long question wrap over more than one line?", LONG, answers, "Leave it"
    )
    question.open()
    qtbot.waitExposed(question)
    for label in question.findChildren(PlainLabel) + question.findChildren(Heading):
        assert label.height() >= label.heightForWidth(label.width()), label.words()
    question.reject()


def test_the_question_before_closing_is_there_once(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    for _time in range(3):
        dialogs.ask_before_closing(owner, lambda: None)
    assert len(owner.findChildren(dialogs.ShortQuestion)) == 1
    owner.findChildren(dialogs.ShortQuestion)[0].reject()
