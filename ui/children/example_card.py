"""Beginning a school’s dates from a ready-made example."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.errors import CarerAppError
from carer_app.typed_dates import say_short
from carer_app.use_cases import school_dates
from carer_app.use_cases.school_dates import Example, SchoolDatesView
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.let_go import let_go
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class ExampleCard(Card):
    """Shows where each example comes from, and uses it in place of what is there."""

    def __init__(self, page: Page, school_id: int) -> None:
        super().__init__(_("Begin with an example"))
        self._page = page
        self._school_id = school_id
        self._view: SchoolDatesView | None = None
        self.replaces = PlainLabel(
            _("The example replaces the dates of its school year. You can undo that."), kind="strong"
        )
        self.body.addWidget(PlainLabel(_("Each school has its own dates. Check every line with the school.")))
        self.body.addWidget(self.replaces)
        self.damaged = PlainLabel("", kind="error")
        self.body.addWidget(self.damaged)
        self.buttons: dict[str, Button] = {}
        self._offers: dict[str, QWidget] = {}

    def show_dates(self, view: SchoolDatesView) -> None:
        """Offer what is not over, and say whether there is something to replace. Hidden where nothing is offered."""
        self._view = view
        self.replaces.setVisible(bool(view.periods or view.closings))
        examples, damaged = self._examples()
        self.damaged.setText(damaged)
        self.damaged.setVisible(bool(damaged))
        for gone in self._offers.keys() - {each.key for each in examples}:
            let_go(self._offers.pop(gone))
            del self.buttons[gone]
        for example in examples:
            if example.key not in self._offers:
                self._offers[example.key] = self._offer(example)
                self.body.addWidget(self._offers[example.key])
        self.setVisible(bool(examples or damaged))

    def _examples(self) -> tuple[list[Example], str]:
        try:
            return self._page.records.read(school_dates.examples, self._page.today()), ""
        except CarerAppError as damaged:
            return [], str(damaged)

    def _offer(self, example: Example) -> QWidget:
        day = say_short(example.checked_on, with_year=True)
        source = _("Source: {source}, looked at on {day}.").format(source=example.source, day=day)
        words = _("Use these dates")
        button = Button(words, icon="copy", name=f"{words}: {example.name}")
        button.clicked.connect(partial(self._on_use, example))
        self.buttons[example.key] = button
        offer = QWidget()
        column = QVBoxLayout(offer)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for part in (
            Heading(example.name, level=3),
            PlainLabel("\n".join(part for part in (source, example.note) if part), kind="hint"),
            WrapRow(button),
        ):
            column.addWidget(part)
        return offer

    def _on_use(self, example: Example, _checked: bool = False) -> None:
        assert self._view is not None
        self._page.records.change(
            school_dates.use_example,
            self._school_id,
            example.key,
            undo=Undo(
                _("The dates of {school} are in.").format(school=example.name),
                school_dates.put_back,
                (self._school_id, self._view),
            ),
        )
