"""Beginning a school’s dates from a ready-made example."""

from functools import partial

from carer_app.errors import CarerAppError
from carer_app.typed_dates import say_short
from carer_app.use_cases import school_dates
from carer_app.use_cases.school_dates import Example, SchoolDatesView
from carer_app.words import _
from ui.page import Page
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel


class ExampleCard(Card):
    """Shows where an example comes from, and uses it in place of what is there."""

    def __init__(self, page: Page, school_id: int) -> None:
        super().__init__(_("Begin with an example"))
        self._page = page
        self._school_id = school_id
        self._view: SchoolDatesView | None = None
        self.taken = PlainLabel("")
        self.replaces = PlainLabel(
            _("The example replaces the dates of its school year. You can undo that."), kind="strong"
        )
        self.body.addWidget(self.taken)
        self.body.addWidget(PlainLabel(_("Each school has its own dates. Check every line with the school.")))
        self.body.addWidget(self.replaces)
        self.buttons: list[Button] = []
        for example in self._examples():
            self._offer(example)

    def show_dates(self, view: SchoolDatesView) -> None:
        """Show whether dates were taken from an example, and whether there is something to replace."""
        self._view = view
        self.taken.setText(_("Where the dates above came from: {source}.").format(source=view.source))
        self.taken.setVisible(bool(view.source))
        self.replaces.setVisible(bool(view.periods or view.closings))

    def _examples(self) -> list[Example]:
        try:
            return self._page.records.read(school_dates.examples)
        except CarerAppError as damaged:
            self.body.addWidget(PlainLabel(str(damaged), kind="error"))
            return []

    def _offer(self, example: Example) -> None:
        day = say_short(example.checked_on, with_year=True)
        source = _("Source: {source}, looked at on {day}.").format(source=example.source, day=day)
        self.body.addWidget(PlainLabel(example.name, kind="strong"))
        self.body.addWidget(
            PlainLabel("\n".join(part for part in (source, example.note) if part), kind="hint")
        )
        if example.last_day < self._page.today():
            past = _("These dates ended on {day}. They do not help to count days that are still to come.")
            ended = say_short(example.last_day, with_year=True)
            self.body.addWidget(PlainLabel(past.format(day=ended), kind="strong"))
        words = _("Use these dates")
        button = Button(words, icon="copy", name=f"{words}: {example.name}")
        button.clicked.connect(partial(self._on_use, example))
        self.buttons.append(button)
        self.actions(button)

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
