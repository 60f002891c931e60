"""May notes be kept? The four answers, with what each of them asks for. Used before there are records, and inside."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import MayKeep
from carer_app.computer.paths import ChosenStick, look_at_stick
from carer_app.use_cases.may_keep import KeepingAnswer
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.look import theme
from ui.parts.days import day_field
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

MESSAGE = _(
    "Hello. May I keep notes about the child I look after on my own computer, to get ready for PEP meetings? "
    "I would use a program called PEP Companion. The notes are locked with a password, and nothing goes over "
    "the internet. I would keep: a first name, “she, he or they”, birthday, the day of coming into care, the council, "
    "the school, extra help there, and dates. What was agreed, asked for and answered. Days without school. My own "
    "notes, also about health where it shows at school. The child’s own words, photos of drawings and certificates, "
    "letters to the child. The names of people who help, and whom to ring. I would not keep a "
    "surname, an address or a photograph of the child. I would ask you again before I keep a copy of a PEP, another "
    "paper, or a figure from a report. I can show you. Can you tell me in writing: yes, only on a stick from you, or "
    "no?"
)


class MayKeepForm(QWidget):
    """The answers and their boxes. `message` is for the page to place below its buttons.

    `stick_hint` takes the place of choosing a stick, where none can be chosen.
    """

    def __init__(self, page: Page, shown: Callable[[MayKeep], None], stick_hint: str = "") -> None:
        super().__init__()
        self._page = page
        self._shown = shown
        self.chosen_stick: ChosenStick | None = None
        column = QVBoxLayout(self)
        theme.space(column, gap=16, edges=(0, 0, 0, 0))
        self.answer = Choices([(each.value, each.words) for each in MayKeep])
        self.answer.chosen.connect(self._on_chosen)
        self.answer_field = Field(_("What did your fostering service say?"), self.answer)
        self.who = Line()
        self.who_field = Field(
            _("Who said so?"), self.who, hint=_("For example your supervising social worker.")
        )
        self.when = day_field(page.today, "past", about=True)
        self.when_field = Field(_("When?"), self.when, hint=_("For example 3 March. A rough date is fine."))
        self.stick = self._build_stick(stick_hint)
        self.message = self._build_message()
        for part in (self.answer_field, self.who_field, self.when_field, self.stick):
            column.addWidget(part)
        self._show_parts()

    def value(self) -> MayKeep | None:
        """The answer chosen."""
        value = self.answer.value()
        return MayKeep(value) if value else None

    def opens_stick(self) -> bool:
        """Whether a stick was chosen that has notes already: who said so is written down in them."""
        stick = self.chosen_stick
        return self.value() == MayKeep.STICK and stick is not None and stick.has_records

    def keeping_answer(self) -> KeepingAnswer:
        """What was answered, today."""
        answer = self.value()
        if answer is None or not answer.is_yes:
            return KeepingAnswer(answer, asked_on=self._page.today())
        return KeepingAnswer(answer, self.who.text().strip(), self.when.value(), self._page.today())

    def show_keeping_answer(self, keeping_answer: KeepingAnswer) -> None:
        """Show what is written down."""
        self.answer.set_value(keeping_answer.answer)
        self.who.setText(keeping_answer.said_by)
        self.when.set_value(keeping_answer.said_on)
        self._show_parts()

    def begin_with(self, answer: MayKeep) -> None:
        """Show an answer that was just given elsewhere as chosen: it is not asked for again."""
        self.answer.set_value(answer)
        self._show_parts()

    def has_problems(self) -> bool:
        """Say what is missing, at the top of the page and beside the boxes. True where there is something."""
        for field in (self.answer_field, self.who_field, self.when_field):
            field.clear_error()
        problems: list[tuple[str, QWidget]] = []
        answer = self.value()
        if answer is None:
            problems.append(self._say(self.answer_field, _("Choose one of the four answers.")))
        elif answer.is_yes and not self.opens_stick():
            if not self.who.text().strip():
                problems.append(self._say(self.who_field, _("Type who said so.")))
            day = self.when.value()
            if day is None:
                sentence = self.when.problem() or _("Type the day they said so. A rough date is fine.")
                problems.append(self._say(self.when_field, sentence))
            elif day > self._page.today():
                sentence = _("That day has not come yet. Type the day they said so.")
                problems.append(self._say(self.when_field, sentence))
        if answer == MayKeep.STICK and not self.choose.isHidden() and self.chosen_stick is None:
            problems.append((_("Choose the stick, so that no notes are kept on this computer."), self.choose))
        return self._page.show_problems(problems)

    def take_stick(self, chosen: str) -> None:
        """Look at the folder that was chosen, and say where the notes will be. Nothing is written yet."""
        self._page.show_problems([])
        try:
            self.chosen_stick = look_at_stick(Path(chosen))
        except OSError:
            self.chosen_stick = None
        self._show_stick()
        self._show_parts()

    def _say(self, field: Field, sentence: str) -> tuple[str, QWidget]:
        field.show_error(sentence)
        return sentence, field.entry()

    def _build_stick(self, hint: str) -> QWidget:
        self.stick_words = PlainLabel(hint or _("Plug the stick in, then choose it."))
        self.choose = Button(_("Choose the stick"), icon="folder")
        self.choose.setVisible(not hint)
        self.choose.clicked.connect(self._on_choose)
        self.stick_is = PlainLabel("", "strong")
        self.stick_is.hide()
        self.stick_warning = PlainLabel("", "error")
        self.stick_warning.hide()
        card = Card()
        for part in (self.stick_words, WrapRow(self.choose), self.stick_is, self.stick_warning):
            card.body.addWidget(part)
        return card

    def _build_message(self) -> QWidget:
        card = Card(_("Words to send to your supervising social worker"))
        card.body.addWidget(PlainLabel(MESSAGE))
        self.copy = Button(_("Copy these words"), icon="copy")
        self.copy.clicked.connect(self._on_copy)
        card.actions(self.copy)
        return card

    def _on_chosen(self, _value: str) -> None:
        self.answer_field.clear_error()
        self._page.show_problems([])
        self._show_parts()

    def _show_parts(self) -> None:
        answer = self.value()
        yes = answer is not None and answer.is_yes and not self.opens_stick()
        self.who_field.setVisible(yes)
        self.when_field.setVisible(yes)
        self.stick.setVisible(answer == MayKeep.STICK)
        self.message.setVisible(answer == MayKeep.NOT_ASKED)
        if answer is not None:
            self._shown(answer)

    def _on_choose(self) -> None:
        dialogs.choose_folder(self, _("Choose the stick"), self.take_stick)

    def _show_stick(self) -> None:
        stick = self.chosen_stick
        self.stick_is.setVisible(stick is not None)
        warning = ""
        if stick is None:
            warning = _("That folder cannot be looked into. Choose another one. Nothing was changed.")
        elif stick.has_records:
            warning = _("There are notes in this folder already. The next page asks for their password.")
        elif stick.is_on_this_computer:
            warning = _(
                "This folder looks as if it is on this computer itself, not on a stick. You can go on, "
                "or choose another one."
            )
        if stick is not None:
            self.stick_is.setText(_("Your notes will be in {folder}.").format(folder=stick.folder))
        self.stick_warning.set_kind("body" if stick is not None else "error")
        self.stick_warning.setText(warning)
        self.stick_warning.setVisible(bool(warning))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(MESSAGE)
        self._page.said.emit(_("Copied. Put the words into an e-mail or a text message."))
