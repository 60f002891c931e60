"""The one style sheet, written from the tokens. No heights are fixed on anything that holds words."""

from string import Template

from ui.look.theme_tokens import HUES, Tokens


def style_sheet(tokens: Tokens, scale: int) -> str:
    """The application's style sheet in these colours at this text size (per cent)."""

    def px(n: float) -> str:
        return f"{round(n * scale / 100)}px"

    sizes = {f"px{n}": px(n) for n in (1, 2, 4, 6, 7, 8, 10, 12, 14, 16, 28, 40, 44)}
    sizes |= {f"px{n}less": f"{round(n * scale / 100) - 2}px" for n in (10, 12, 40)}
    colours = tokens._asdict()
    hues = "".join(
        _HUE.substitute(sizes, number=n, ink=colours[f"hue_{n}"], ground=colours[f"hue_{n}_bg"])
        for n in range(1, HUES + 1)
    )
    return _SHEET.substitute(sizes, **colours) + hues


_HUE = Template("""
QFrame[hue="$number"] {
    border-left: $px6 solid $ink; border-top-left-radius: 0px; border-bottom-left-radius: 0px;
}
QFrame[part="words"][hue="$number"] { background: $ground; }
QFrame[part="words_on_card"][hue="$number"] { background: $ground; border: none; border-radius: $px8; }
""")


_SHEET = Template("""
QWidget[part="page"], QScrollArea[part="body"], QWidget[part="column"] { background: $bg; border: none; }
QWidget[part="sidebar"] { background: $sunken; border: none; border-right: 1px solid $hair; }
QWidget[part="doors"] { background: $sunken; border: none; }
QFrame[part="card"] { background: $surface; border: 1px solid $hair; border-radius: $px12; }
QFrame[part="under_line"] { background: $surface; border: 1px solid $hair; border-radius: $px12; }
QFrame[part="line"] {
    background: $surface; border: 1px solid $hair; border-bottom: 2px solid $border;
    border-top-left-radius: $px12; border-top-right-radius: $px12;
}
QFrame[part="above_line"] { background: $surface; border: 1px solid $hair; border-radius: $px12; }
QFrame[part="last_line"] {
    background: $surface; border: 1px solid $hair; border-top: 2px solid $border;
    border-bottom-left-radius: $px12; border-bottom-right-radius: $px12;
}
QFrame[part="low_line"] { background: $surface; border: 1px solid $hair; border-top: 2px solid $border; }
QFrame[part="foot"] { background: $bg; border: none; border-top: 2px solid $border; }
QFrame[part="words"] { border: none; border-top-right-radius: $px8; border-bottom-right-radius: $px8; }
QFrame[part="message"] { background: $ok_bg; border: 2px solid $ok; border-radius: $px8; }
QFrame[part="message"][tone="problem"] { background: $over_bg; border-color: $over; }
QFrame[part="message"][tone="news"] { background: $info_bg; border-color: $info; }
QFrame[part="forgets"] { background: $info_bg; border: none; border-bottom: 1px solid $hair; }
QFrame[part="warning"] { background: $warn_bg; border: 2px solid $warn; border-radius: $px8; }
QFrame[part="problems"] { background: $surface; border: 4px solid $over; border-radius: $px8; }
QFrame[part="put_right"] { background: $surface; border: 4px solid $hair; border-radius: $px8; }
QFrame[part="problems"]:focus { border-color: $field_edge; }

QLineEdit, QPlainTextEdit, QComboBox {
    background: $surface; color: $text; border: 2px solid $border; border-radius: $px6;
    padding: 2px; selection-background-color: $primary; selection-color: $on_primary;
    placeholder-text-color: $muted;
}
QLineEdit { padding: $px10 $px12; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $over; }
QLineEdit:focus, QPlainTextEdit:focus { border: 4px solid $field_edge; background: $field_fill; }
QPlainTextEdit:focus { padding: 0px; }
QLineEdit:focus { padding: $px10less $px12less; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunken; color: $muted; border-color: $hair; }

QComboBox { padding: $px10 $px12; padding-right: $px40; combobox-popup: 0; }
QComboBox:focus { border: 4px solid $focus_ink; background: $focus_bg; color: $focus_ink; }
QComboBox:focus { padding: $px10less $px12less; padding-right: $px40less; }
QComboBox::drop-down { border: none; width: $px40; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 2px solid $border; outline: none;
    selection-background-color: $focus_bg; selection-color: $focus_ink;
}
QComboBox QAbstractItemView::item { padding: $px10 $px12; }

QScrollBar:vertical { background: $sunken; width: $px14; margin: 0; border: none; }
QScrollBar:horizontal { background: $sunken; height: $px14; margin: 0; border: none; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: $px44; }
QScrollBar::handle:horizontal { min-width: $px44; }
QScrollBar::handle:hover { background: $text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

QToolTip { background: $surface; color: $text; border: 2px solid $border; padding: $px8; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: $px4; }
QMenu::item { padding: $px10 $px28 $px10 $px16; }
QMenu::item:selected { background: $focus_bg; color: $focus_ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hair; margin: $px4 $px8; }

QFrame[part="calendar"] { background: $surface; border: 2px solid $border; border-radius: $px8; }
""")
