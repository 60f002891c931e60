"""One thing that makes school hard: what is seen, what helps, and what is asked for; the rest is folded away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import ConcernKind
from carer_app.typed_dates import MONTHS
from carer_app.use_cases import preparing, term_ends
from carer_app.use_cases.preparing import ConcernRow
from carer_app.words import _
from ui.look import theme
from ui.parts.days import by_when_field
from ui.parts.kept_text import KeptText
from ui.parts.stored_day import StoredDay
from ui.preparation.short_way_school import VAGUE_HINT
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.preparation.hard_now import HardNowPage

ADVICE = {
    ConcernKind.SUBJECT: "",
    ConcernKind.BEHAVIOUR: _("Write what happens, and what comes before it."),
    ConcernKind.TEACHER: _(
        "If you are unhappy with how a grown-up at school behaved, talk to the social worker or the head teacher "
        "first, and leave it off this sheet."
    ),
    ConcernKind.CHILDREN: _("For other children, write a letter such as J, not the name."),
    ConcernKind.PLAYTIME: _(
        "Say where and when. For other children, write a letter such as J, not the name."
    ),
    ConcernKind.GETTING_THERE: "",
    ConcernKind.OTHER: "",
    ConcernKind.HOME: _("Everyone at the meeting may read this. Write only what school needs to know."),
}
"""What to think of before writing about each kind."""


class ConcernCard(Card):
    """Boxes saved as typed. What the carer thinks and what the child says open on a press."""

    def __init__(self, page: HardNowPage, concern_id: int) -> None:
        super().__init__(" ")
        self._page, self._id = page, concern_id
        self.kind = ConcernKind.SUBJECT
        self._fields: dict[str, tuple[Field, KeptText, str]] = {}
        self.advice = PlainLabel("", kind="hint")
        self.body.addWidget(self.advice)
        self._add(self.body, "what_we_see", _("What we see"), _("What happens, and where."), 2)
        self._add(self.body, "how_often", _("How often"), _("For example twice a week."))
        self._add(self.body, "since", _("Since when"), _("For example January."))
        self._add(self.body, "what_helps", _("What helps"), "", 2)
        self._add(
            self.body,
            "we_ask_for",
            _("What we ask for"),
            _("One thing somebody could do."),
            2,
        )
        self.vague = PlainLabel(VAGUE_HINT, kind="hint")
        self.body.addWidget(self.vague)
        self._add(self.body, "ask_of", _("Who we ask"), "")
        self._people = [self._person(person) for person in page.people]
        if self._people:
            self.actions(*self._people)
        self.by = by_when_field(page, term_ends.ends_meant_after, page.meeting_id)
        month = MONTHS[page.today().month % 12]  # the next one
        self.by_field = Field(
            _("By when"),
            self.by,
            hint=_("For example the end of {month}.").format(month=month),
        )
        StoredDay(page, self._day_name, self.by_field, self.by, self._save_by)
        self.body.addWidget(self.by_field)
        self.for_adults = Tick(_("For the adults’ sheet only"))
        self.for_adults.toggled.connect(
            lambda on: page.records.change(preparing.set_for_adults, concern_id, on)
        )
        self.body.addWidget(self.for_adults)
        self.more = QWidget()
        inside = QVBoxLayout(self.more)
        theme.space(inside, gap=12, edges=(0, 0, 0, 0))
        self._add(
            inside,
            "we_think",
            _("What we think is behind it"),
            _("It is printed as what you think, not as a fact."),
            2,
        )
        self._add(
            inside,
            "child_says",
            _("What {child} says about it").format(child=page.child),
            _("The exact words, if {child} wants them here.").format(child=page.child),
            2,
        )
        self.body.addWidget(self.more)
        self.change = Button("", kind="quiet", icon="chevron-down")
        self.change.clicked.connect(self._on_change)
        self.remove = Button(_("Take out"), kind="quiet", icon="x")
        self.remove.is_removal = True
        self.remove.clicked.connect(lambda: page.remove(concern_id))
        self.actions(self.change, self.remove)
        self._heading = ""
        self._is_new = True
        self.unfold(False)

    def show_row(self, number: int, row: ConcernRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self.kind = row.kind
        self._heading = f"{number}. {row.kind.words}"
        assert self.heading is not None
        self.heading.setText(self._heading)
        self.advice.setText(ADVICE[row.kind])
        self.advice.setVisible(bool(ADVICE[row.kind]))
        for name, (_field, text, label) in self._fields.items():
            text.show_stored(getattr(row, name))
            text.setAccessibleName(f"{label}: {self._heading}")
        self.by_field.call(self._heading)
        self._page.stored_days[self._day_name].show(row.ask_by)
        self.vague.setVisible(row.is_vague)
        self.for_adults.blockSignals(True)
        self.for_adults.setChecked(row.for_adults)
        self.for_adults.blockSignals(False)
        if self._is_new and (row.we_think.strip() or row.child_says.strip()):
            self.unfold(True)
        self._is_new = False
        for person in self._people:
            person.setAccessibleName(_("Add: {words}").format(words=person.words()) + f": {self._heading}")
        self._name_buttons()

    def first_box(self) -> QWidget:
        """What is seen."""
        return self.text("what_we_see")

    def text(self, name: str) -> KeptText:
        """One of the boxes."""
        return self._fields[name][1]

    def flush(self) -> None:
        """Save what is typed, now."""
        for _field, text, _label in self._fields.values():
            text.flush()

    def is_empty(self, kind: ConcernKind) -> bool:
        """Whether this is of that kind and has no words yet."""
        return self.kind == kind and not any(text.text().strip() for _f, text, _l in self._fields.values())

    def _on_change(self) -> None:
        self.unfold(self.more.isHidden())
        show_soon(self.more)

    def unfold(self, on: bool) -> None:
        """Show or put away what the carer thinks and what the child says."""
        self.more.setVisible(on)
        words = _("What we think, and what {child} says").format(child=self._page.child)
        self.change.setText(_("Hide: {words}").format(words=words) if on else words)
        self._name_buttons()

    @property
    def _day_name(self) -> str:
        return f"ask_by.{self._id}"

    def _add(self, column: QVBoxLayout, name: str, label: str, hint: str, lines: int = 1) -> None:
        own = name not in ("child_says", "ask_of")
        text = KeptText(
            self._page.records, preparing.write_concern, self._id, name, lines=lines, spelling=own
        )
        field = Field(label, text, hint=hint)
        self._fields[name] = (field, text, label)
        column.addWidget(field)

    def _person(self, name: str) -> Button:
        button = Button(name, icon="plus")
        button.clicked.connect(lambda: self.text("ask_of").add_words(name))
        return button

    def _save_by(self, day: date | None) -> bool:
        return self._page.records.change(preparing.set_ask_by, self._id, day)

    def _name_buttons(self) -> None:
        for button in (self.change, self.remove, self.for_adults):
            button.setAccessibleName(f"{button.words()}: {self._heading}")
