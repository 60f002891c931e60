"""Ready words to send or say when something about the meeting, or about school and help, is not as it should be."""

from PySide6.QtWidgets import QVBoxLayout

from carer_app.use_cases import ready_words
from carer_app.use_cases.ready_words import ReadyWords
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import ReadyWordsPlace
from ui.look import theme
from ui.parts.for_a_minute import copy_for_a_minute
from ui.widgets.buttons import Button
from ui.widgets.folded_card import FoldedCard
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class ReadyWordsPage(Page):
    """A card for each situation: why, for whom, the words, and a button that copies them."""

    explains = True

    def __init__(self, house: House, place: ReadyWordsPlace) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Ready words"),
            _(
                "Copy them into an e-mail or a text message and change what you like. PEP Companion sends nothing."
            ),
        )
        self.column.addWidget(
            PlainLabel(
                _(
                    "No child is named in them. Ask before you write a child’s name in an e-mail: "
                    "some councils forbid it."
                ),
                kind="hint",
            )
        )
        self._list = QVBoxLayout()
        theme.space(self._list, gap=16)
        self.column.addLayout(self._list)
        self.else_ = Opens("", words=_("Words for something else"))
        theme.space(self.else_.body, gap=16, edges=(0, 0, 0, 0))
        self.column.addWidget(self.else_)
        self.cards: dict[str, WordsCard] = {}

    def refresh(self) -> None:
        for words in self.records.read(ready_words.ready_words, self.meeting_id, self.today()):
            card = self.cards.get(words.key)
            if card is None:
                card = self.cards[words.key] = WordsCard(self, words)
                (self.else_.body if words.right else self._list).addWidget(card)
            card.show_words(words)

    def copy(self, words: ReadyWords) -> None:
        """Put the words where they can be pasted from, for a minute."""
        copy_for_a_minute(self.records, words.words)
        self.said.emit(_("Copied: {title}. Paste it within a minute.").format(title=words.title))


class WordsCard(FoldedCard):
    """The words for one situation."""

    def __init__(self, page: ReadyWordsPage, words: ReadyWords) -> None:
        self.why = PlainLabel("")
        self.to = Heading("", level=3)
        self.text = PlainLabel("")
        self.copy = Button(_("Copy"), icon="copy")
        # Above the words and at their right: in sight however long they are, and near what was pressed just now.
        head = WrapRow(self.to, self.copy, apart=True)
        super().__init__(words.title, self.why, head, self.text, words=_("Read it"))
        self._words = words
        self.right = PlainLabel("")
        self.limit = PlainLabel("")
        self.known = PlainLabel("", kind="hint")
        self.copy.setAccessibleName(_("Copy: {part}").format(part=words.title))
        self.copy.clicked.connect(lambda: page.copy(self._words))
        for part in (self.right, self.limit, self.known):
            self.fold.body.addWidget(part)

    def show_words(self, words: ReadyWords) -> None:
        """Show what is to be copied."""
        self._words = words
        self.why.setText(words.why)
        self.to.setText(words.to)
        self.text.setText(words.words)
        for label, said in (
            (self.right, _("What it rests on: {right}").format(right=words.right)),
            (self.limit, _("Its limit: {limit}").format(limit=words.limit)),
            (self.known, words.known),
        ):
            label.setText(said if words.right else "")
            label.setVisible(bool(words.right))
