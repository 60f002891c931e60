"""Questions for school: the carer's own and ready ones, in the order they will be asked."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carer_app.texts.question_bank import topics
from carer_app.use_cases import preparing
from carer_app.use_cases.preparing import QuestionRow
from carer_app.words import _
from ui.base.records import Undo
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.kept_text import KeptText
from ui.parts.part_page import PartPage
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class QuestionsPage(PartPage):
    """The list that is printed, and a bank of ready questions."""

    why = _("Three or four questions are plenty. The most important one comes first.")

    def build_part(self) -> None:
        mine = Card(_("Your questions"))
        self.add = Button(_("Write a question of my own"), icon="plus")
        self.add.clicked.connect(self._on_add_own)
        self.rows: Rows[QuestionRow] = Rows(self._make_row, self.add, table="school_question")
        self.none_yet = PlainLabel(
            _("No questions yet. Write your own, or add a ready one below."), kind="hint"
        )
        mine.body.addWidget(self.rows)
        mine.body.addWidget(self.none_yet)
        mine.actions(self.add)
        self.column.addWidget(mine)
        self.bank_card = Card(_("Ready questions to add"))
        self.bank: dict[str, _Ready] = {}
        self.topics = ChoicesAcross([(str(place), topic.title) for place, topic in enumerate(topics())])
        self.topics.set_value("0")
        self.topics.chosen.connect(lambda _topic: self.refresh_part())
        self.bank_card.body.addWidget(Field(_("About"), self.topics))
        self.bank_column = QVBoxLayout()
        theme.space(self.bank_column, gap=8)
        self.bank_card.body.addLayout(self.bank_column)
        self.all_taken = PlainLabel(_("All of these are on your list."), kind="hint")
        self.bank_card.body.addWidget(self.all_taken)
        self.column.addWidget(self.bank_card)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh_part(self) -> None:
        questions = self.records.read(preparing.questions, self.meeting_id)
        self.count = len(questions)
        self.rows.show_rows(questions)
        self.none_yet.setVisible(not questions)
        self.removed.look()
        taken = {question.text for question in questions}
        bank = self.records.read(preparing.question_bank, self.meeting_id)
        self._show_bank(bank[int(self.topics.value() or 0)].questions, taken)

    def reorder(self, question_id: int, up: bool) -> None:
        """Swap a question with its neighbour; the keyboard stays where it is."""
        place = self.rows.ids().index(question_id)
        if place == (0 if up else self.count - 1):
            self.news.emit(
                _("This question is first already.") if up else _("This question is last already.")
            )
            return
        self.rows.row(question_id).text.flush()
        self.records.change(preparing.move_question, question_id, up)
        announce(
            self,
            _("Now number {number} of {count}.").format(
                number=self.rows.ids().index(question_id) + 1, count=self.count
            ),
        )
        self.body.bring_into_view(self.rows.row(question_id))

    def remove(self, question_id: int) -> None:
        """Take a question away, with Undo."""
        self.rows.row(question_id).text.flush()
        self.records.change(
            preparing.remove_question,
            question_id,
            self.today(),
            undo=Undo(_("The question was taken away."), preparing.bring_question_back, (question_id,)),
        )

    def _make_row(self, question_id: int) -> "_Question":
        return _Question(self, question_id)

    def _on_add_own(self) -> None:
        empty = next((each for each in self.rows.ids() if not self.rows.row(each).text.text().strip()), None)
        if empty is not None:
            self.rows.focus_row(empty)
            return
        self.records.change(preparing.add_question, self.meeting_id, "", then=self.rows.focus_row)

    def _on_add_ready(self, words: str, _checked: bool = False) -> None:
        neighbour = self._bank_neighbour(words)
        if neighbour is not None:
            neighbour.button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.records.change(preparing.add_question, self.meeting_id, words):
            announce(self, _("Added: {words}").format(words=words))

    def _bank_neighbour(self, words: str) -> "_Ready | None":
        shown = [line for line, ready in self.bank.items() if not ready.isHidden()]
        place = shown.index(words)
        near = shown[place + 1 : place + 2] or shown[max(0, place - 1) : place]
        return self.bank[near[0]] if near else None

    def _show_bank(self, lines: Sequence[str], taken: set[str]) -> None:
        for words in lines:
            if words not in self.bank:
                ready = self.bank[words] = _Ready(words)
                ready.button.clicked.connect(partial(self._on_add_ready, words))
                self.bank_column.addWidget(ready)
        for words, ready in self.bank.items():
            ready.setVisible(words in lines and words not in taken)
        self.all_taken.setVisible(all(words in taken for words in lines))


class _Question(QWidget):
    """One question of the list."""

    def __init__(self, page: QuestionsPage, question_id: int) -> None:
        super().__init__()
        self._page = page
        self.text = KeptText(page.records, preparing.write_question, question_id, lines=1, spelling=True)
        self.field = Field(_("Question"), self.text)
        self.up = Button(_("Move up"), kind="quiet", icon="arrow-up")
        self.down = Button(_("Move down"), kind="quiet", icon="arrow-down")
        self.remove = Button(_("Take out"), kind="quiet", icon="x")
        self.remove.is_removal = True
        self.up.clicked.connect(lambda: page.reorder(question_id, up=True))
        self.down.clicked.connect(lambda: page.reorder(question_id, up=False))
        self.remove.clicked.connect(lambda: page.remove(question_id))
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(self.field)
        column.addWidget(WrapRow(self.up, self.down, self.remove))

    def show_row(self, number: int, row: QuestionRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        label = _("Question {number}").format(number=number)
        self.field.set_label(label)
        self.text.show_stored(row.text)
        several = self._page.count > 1
        for button in (self.up, self.down):
            button.setVisible(several)
        for button in (self.up, self.down, self.remove):
            button.setAccessibleName(f"{button.words()}: {label}")
        keys = _("Alt and the up or down arrow moves this question.") if several else ""
        self.text.setAccessibleDescription(keys)

    def first_box(self) -> QWidget:
        """The words."""
        return self.text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Up: self.up, Qt.Key.Key_Down: self.down}
        button = keys.get(Qt.Key(event.key()))
        if button is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            button.click()
            return
        super().keyPressEvent(event)


class _Ready(QWidget):
    """A ready question beside the button that adds it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.button = Button(_("Add"), icon="plus", name=_("Add: {words}").format(words=words))
        row = QHBoxLayout(self)
        theme.space(row, gap=12, edges=(0, 0, 0, 0))
        row.addWidget(self.button)
        row.addWidget(PlainLabel(words), 1)
