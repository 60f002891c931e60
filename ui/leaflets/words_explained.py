"""The words of PEPs explained: a list that can be searched, and its page to print."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.texts import facts, glossary
from carer_app.use_cases import leaflet_sheets
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.places import WordsToPrint
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

FEW = 5
"""So few words that were found are explained at once; of more than these, each is a press away."""


class WordsPage(Page):
    """Type a part of a word; its name, its other names and what it means are searched."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Words explained"), _("Nobody knows them all. You may ask at the meeting too."))
        self.wanted = Line()
        self.wanted.textChanged.connect(lambda _typed: self._show())
        self.column.addWidget(Field(_("Find a word"), self.wanted, hint=_("For example IRO, or money.")))
        self.to_print = Button(_("Print the list"), icon="printer")
        self.to_print.clicked.connect(self.go_to(WordsToPrint()))
        self.column.addWidget(WrapRow(self.to_print))
        self.nothing = PlainLabel(_("That word is not in the list. Ask your supervising social worker."))
        self.column.addWidget(self.nothing)
        self._list = QVBoxLayout()
        theme.space(self._list, gap=8)
        self.column.addLayout(self._list)
        self.entries = {word: WordEntry(word) for word in glossary.words()}
        for entry in self.entries.values():
            self._list.addWidget(entry)
        self.column.addWidget(PlainLabel(facts.as_we_had_them(glossary.rests_on()), kind="hint"))

    def refresh(self) -> None:
        self._show()

    def first_field(self) -> Line:
        """Where to look for a word."""
        return self.wanted

    def _show(self) -> None:
        found = glossary.search(self.wanted.text())
        for word, entry in self.entries.items():
            entry.setVisible(word in found)
            entry.show_on(self.today())
            entry.more.open(len(found) <= FEW)
        for place, word in enumerate(found):  # the word itself first, and not what only speaks of it
            if self._list.indexOf(self.entries[word]) != place:
                self._list.insertWidget(place, self.entries[word])
        self.nothing.setVisible(not found)
        if self.wanted.text().strip():
            announce(self, plural("{count} word", "{count} words", len(found)))


class WordEntry(QWidget):
    """A word and what it means."""

    def __init__(self, word: glossary.Word) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        self._word = word
        self.means = PlainLabel(word.means)
        self.name = leaflet_sheets.name_of(word)
        self.more = Opens("", self.means, words=self.name, when_open=self.name)
        column.addWidget(self.more)

    def show_on(self, today: date) -> None:
        """What it means today."""
        self.means.setText(self._word.means_on(today))
