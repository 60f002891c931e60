"""A question with its box: label above, then a hint, then what is wrong, then the box."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.nameable import entry_of, name_widget
from ui.widgets.put_right import when_put_right
from ui.widgets.text import Kind, PlainLabel


class Field(QWidget):
    """`widget` under its label. Optional questions say so in words."""

    def __init__(
        self,
        label: str,
        widget: QWidget,
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.widget = widget
        self._name = _("{label} (optional)").format(label=label) if optional else label
        self._about = ""
        self._beside = ""
        self._hint = self._error = ""
        self._hint_label: PlainLabel | None = None
        self._error_label: PlainLabel | None = None
        # Going into a group of answers tells its name: with a label as well, Orca would ask the question twice.
        self._label = _BuddyLabel(
            self._name, None if getattr(widget, "is_group", False) else entry_of(widget)
        )
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=4, edges=(0, 0, 0, 0))
        for part in (self._label, widget):
            self._column.addWidget(part)
        self._wrong = ""
        self._watched = False
        self.set_hint(hint)

    def set_label(self, label: str) -> None:
        """Ask the question in other words."""
        self._name = label
        self._label.setText(label)
        self._tell()

    def call(self, about: str) -> None:
        """Where the question stands more than once on a page: a listener hears what each is about."""
        self._about = about
        self._tell()

    def say_beside(self, sentence: str) -> None:
        """What stands near the box, for whoever comes to it by ear."""
        if sentence != self._beside:
            self._beside = sentence
            self._tell()

    def set_hint(self, hint: str) -> None:
        """Give another hint, or none."""
        self._hint = hint
        if hint or self._hint_label is not None:
            self._hint_label = self._say(
                self._hint_label, hint, "hint", above=self._error_label or self.widget
            )
        self._tell()

    def show_error(self, text: str) -> None:
        """Say beside the box what is wrong and how to put it right. It goes once that is done."""
        self._wrong = text
        saying = getattr(self.widget, "show_problem", None)
        if saying is not None:
            saying(text)
        else:
            self._error = text
            self._error_label = self._say(self._error_label, text, "error", above=self.widget)
        mark_wrong(self.entry(), True)
        if not self._watched:
            self._watched = True
            when_put_right(self.widget, self.clear_error)
        self._tell()

    def clear_error(self) -> None:
        """Nothing is wrong (any more)."""
        if not self._wrong:
            return
        self._wrong = ""
        saying = getattr(self.widget, "show_problem", None)
        if saying is not None:
            saying("")
        self._error = ""
        if self._error_label is not None:
            self._say(self._error_label, "", "error", above=self.widget)
        mark_wrong(self.entry(), False)
        self._tell()

    def error(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._wrong

    def label_on_top(self) -> PlainLabel:
        """The question, for whoever reads it aloud."""
        return self._label

    def entry(self) -> QWidget:
        """The box that the keyboard goes to."""
        return entry_of(self.widget)

    def take_name(self, name: str, description: str) -> None:
        """A field inside a field keeps its own name."""

    def _tell(self) -> None:
        name = f"{self._name}: {self._about}" if self._about else self._name
        self._label.setAccessibleName(name)  # Orca reads the label of a box, not the name that the box has
        name_widget(self.widget, name, " ".join(filter(None, (self._error, self._beside, self._hint))))

    def _say(self, label: PlainLabel | None, words: str, kind: Kind, above: QWidget) -> PlainLabel:
        """In a label that is made when there is something to say: most boxes are asked without one."""
        if label is None:
            label = PlainLabel("", kind)
            self._column.insertWidget(self._column.indexOf(above), label)
            label.stackUnder(above)  # a screen reader goes by the order of the parts, not of the layout
        label.setText(words)
        label.setVisible(bool(words))
        return label


class _BuddyLabel(PlainLabel):
    """The label of a box. Qt would make a shortcut of an "&", so it is handed over doubled."""

    def __init__(self, text: str, buddy: QWidget | None) -> None:
        super().__init__(text)
        if buddy is not None:
            self.setBuddy(buddy)

    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))
        self._words = text
        self.setAccessibleName(text)


def mark_wrong(box: QWidget, wrong: bool) -> None:
    """Draw the box's edge as an error, or as usual again."""
    if bool(box.property("wrong")) == wrong:
        return
    box.setProperty("wrong", wrong)
    box.style().unpolish(box)
    box.style().polish(box)
    box.update()
