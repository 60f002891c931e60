"""The few windows on top of the window. Locking closes them all without asking."""

import os
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QDir, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.text import Heading, PlainLabel

_WIDEST = 560


class ShortQuestion(QDialog):
    """A short question with a few buttons; Esc and the last button change nothing."""

    def __init__(
        self,
        owner: QWidget,
        heading: str,
        words: str,
        answers: Sequence[tuple[str, Callable[[], None]]],
        leave: str,
    ) -> None:
        super().__init__(owner.window())
        self.setWindowTitle("PEP Companion")
        self.setAccessibleName(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(28, 28, 28, 28))
        column.addWidget(Heading(heading, 1))
        if words:
            column.addWidget(PlainLabel(words))
        for text, do in answers:
            button = Button(text)
            button.clicked.connect(lambda _c=False, do=do: self._answer(do))
            column.addWidget(button)
        stay = Button(leave)
        stay.clicked.connect(self.reject)
        stay.setDefault(True)
        column.addWidget(stay)
        stay.setFocus()
        let_lock_through(self, owner.window())

    def open(self) -> None:
        """Show it, as high as its words need: left alone, Qt gives a window no more than two thirds of the screen."""
        self.ensurePolished()
        layout = self.layout()
        assert layout is not None
        room = self.screen().availableSize()
        width = min(layout.totalSizeHint().width(), theme.px(_WIDEST), room.width())
        self.resize(width, min(layout.totalHeightForWidth(width), room.height()))
        super().open()

    def _answer(self, do: Callable[[], None]) -> None:
        self.accept()
        do()


def ask_before_closing(owner: QWidget, close: Callable[[], None]) -> None:
    """In print and forget: what was typed is on no sheet yet. Asked once, however often closing is tried."""
    if any(
        isinstance(widget, ShortQuestion) and widget.isVisible() for widget in QApplication.topLevelWidgets()
    ):
        return
    ShortQuestion(
        owner,
        _("Close, and lose what is not printed?"),
        _(
            "Something here is on no sheet yet. Nothing is kept, so it is gone when you close. "
            "To keep it, print the sheet for the meeting, or save it as a PDF."
        ),
        [(_("Close and forget it"), close)],
        _("Stay here"),
    ).open()


_OF_PAPERS = "pdf docx docm txt eml svg jpg jpeg png heic heif tif tiff"
PAPERS = _("Papers and photos ({names})").format(
    names=" ".join(f"*.{each}" for each in f"{_OF_PAPERS} {_OF_PAPERS.upper()}".split())
)
"""What the name of a paper that can be kept ends in; what it is, its bytes say."""
PHOTOS = _(
    "Photos (*.jpg *.jpeg *.png *.heic *.heif *.tif *.tiff *.JPG *.JPEG *.PNG *.HEIC *.HEIF *.TIF *.TIFF)"
)
"""What a photo's name ends in."""

PHOTOS_AND_PDFS = _(
    "Photos and PDFs (*.jpg *.jpeg *.png *.heic *.heif *.tif *.tiff *.pdf "
    "*.JPG *.JPEG *.PNG *.HEIC *.HEIF *.TIF *.TIFF *.PDF)"
)


def choose_file(owner: QWidget, heading: str, kinds: str, chosen: Callable[[str], None]) -> None:
    """Ask for a file to read; `chosen` gets its path. Nothing happens where the carer changes their mind."""
    _file_dialog(owner, heading, kinds, QFileDialog.AcceptMode.AcceptOpen, "", chosen)


def choose_files(owner: QWidget, heading: str, kinds: str, chosen: Callable[[list[str]], None]) -> None:
    """Ask for one or several files to read; `chosen` gets their paths."""
    _file_dialog(owner, heading, kinds, QFileDialog.AcceptMode.AcceptOpen, "", chosen, several=True)


def choose_where_to_save(
    owner: QWidget, heading: str, kinds: str, name: str, chosen: Callable[[str], None]
) -> None:
    """Ask where to save; `name` is suggested and holds no child's name."""
    _file_dialog(owner, heading, kinds, QFileDialog.AcceptMode.AcceptSave, name, chosen)


def choose_folder(owner: QWidget, heading: str, chosen: Callable[[str], None]) -> None:
    """Ask for a folder, such as a memory stick; `chosen` gets its path."""
    _keep_settings_nowhere()
    dialog = QFileDialog(owner.window(), heading, QDir.homePath())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.destroyed.connect(_forget_folders)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Choose"))
    dialog.fileSelected.connect(chosen)
    let_lock_through(dialog, owner.window())
    dialog.open()


def close_all() -> None:
    """Close and destroy every dialog, whatever is in it."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.setParent(None)
            widget.close()
            widget.deleteLater()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def let_lock_through(dialog: QDialog, window: QWidget) -> None:
    """A modal dialog hides the window's keys from the keyboard; Ctrl+L must still lock."""
    wanted = getattr(window, "lock_wanted", None)
    if wanted is not None:
        QShortcut(QKeySequence("Ctrl+L"), dialog).activated.connect(wanted)


def _file_dialog(
    owner: QWidget,
    heading: str,
    kinds: str,
    mode: QFileDialog.AcceptMode,
    name: str,
    chosen: Callable[[Any], None],
    several: bool = False,
) -> None:
    _keep_settings_nowhere()
    dialog = QFileDialog(owner.window(), heading, _where_papers_are())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.destroyed.connect(_forget_folders)
    dialog.setAcceptMode(mode)
    dialog.setNameFilter(kinds)
    saving = mode == QFileDialog.AcceptMode.AcceptSave
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if saving else QFileDialog.FileMode.ExistingFile)
    if saving:
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Save") if saving else _("Choose"))
    if several:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(chosen)
    else:
        dialog.fileSelected.connect(chosen)
    let_lock_through(dialog, owner.window())
    dialog.open()


def _where_papers_are() -> str:
    """This person's documents, or their home folder; never the folder the application was started from."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if QDir(documents).exists() else QDir.homePath()


def _keep_settings_nowhere() -> None:
    """Qt writes the folders one looked into, by name, to a settings file of its own. Here it cannot write any.

    A folder may well be called after a child.
    """
    no_folder = os.devnull
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, no_folder)


def _forget_folders() -> None:
    """On Windows and macOS those settings are the system's own and cannot be led elsewhere: take the folders out."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for names_a_folder in ("history", "lastVisited", "shortcuts"):
        settings.remove(f"FileDialog/{names_a_folder}")
