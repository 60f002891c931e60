"""The colours that the carer chose for the whole computer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.look.theme_tokens import OF_A_PALETTE, Colours, Tokens

_ROLES = {
    "window": QPalette.ColorRole.Window,
    "window-text": QPalette.ColorRole.WindowText,
    "link": QPalette.ColorRole.Link,
    "highlight": QPalette.ColorRole.Highlight,
    "highlighted-text": QPalette.ColorRole.HighlightedText,
}


def colours_of_the_computer() -> Colours:
    """The look that fits what was chosen for the whole computer."""
    hints = QGuiApplication.styleHints()
    if wants_high_contrast():
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def wants_high_contrast() -> bool:
    """Whether the computer itself is in high contrast."""
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def palette_of_the_computer(app: QApplication) -> QPalette:
    """The computer's own colours. Ours lie over them, so they are lifted for as long as it takes to look."""
    ours = QPalette(app.palette())
    app.setPalette(QPalette())
    theirs = QPalette(app.palette())
    app.setPalette(ours)
    return theirs


def tokens_of(palette: QPalette) -> Tokens:
    """Our colours by name, each one of this palette's."""
    return Tokens(*(palette.color(_ROLES[part]).name() for part in OF_A_PALETTE))
