"""What makes school hard just now: what is seen, what helps, and what is asked for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from carer_app.choices import ConcernKind
from carer_app.use_cases import preparing
from carer_app.use_cases.preparing import ConcernRow
from carer_app.words import _
from ui.parts.hurt_line import HurtLine
from ui.parts.kept_text import KeptText
from ui.parts.part_page import PartPage
from ui.parts.rows import Rows
from ui.places import Help
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

ADVICE = {
    ConcernKind.SUBJECT: "",
    ConcernKind.BEHAVIOUR: _("Write what happens, and what comes before it."),
    ConcernKind.TEACHER: _(
        "If you are unhappy with how a grown-up at school behaved, talk to the social worker or the head teacher "
        "first, and leave it off this sheet."
    ),
    ConcernKind.CHILDREN: _("For other children, write a letter such as J, not the name."),
    ConcernKind.PLAYTIME: _("Say where and when. For other children, write a letter such as J, not the name."),
    ConcernKind.GETTING_THERE: "",
    ConcernKind.OTHER: "",
    ConcernKind.HOME: _("Everyone at the meeting may read this. Write only what school needs to know."),
}
"""What to think of before writing about each kind."""


class HardNowPage(PartPage):
    """Add what is hard by its kind; each has four boxes."""

    why = _("Say what you saw. Leave out blame. {child} may read this too.")

    def build_part(self) -> None:
        self.hurt = HurtLine(self.child, self.go_to(Help()))
        self.column.addWidget(self.hurt)
        self.kinds: dict[ConcernKind, Button] = {}
        for kind in ConcernKind:
            button = Button(kind.words, icon="plus", name=_("Add: {what}").format(what=kind.words))
            button.clicked.connect(partial(self._on_add, kind))
            self.kinds[kind] = button
        add = Card(_("What would you like to add?"))
        add.actions(*self.kinds.values())
        self.rows: Rows[ConcernRow] = Rows(self._make_row, self.kinds[ConcernKind.SUBJECT])
        self.column.addWidget(self.rows)
        self.none_yet = PlainLabel(
            _("Nothing yet. If nothing is hard just now, leave this part empty."), kind="hint"
        )
        self.column.addWidget(self.none_yet)
        self.column.addWidget(add)

    def refresh_part(self) -> None:
        self.people = self.records.read(preparing.people_to_ask, self.meeting_id)
        concerns = self.records.read(preparing.concerns, self.meeting_id)
        self.rows.show_rows(concerns)
        self.none_yet.setVisible(not concerns)

    def remove(self, concern_id: int) -> None:
        """Take one away, with Undo."""
        row = self.rows.row(concern_id)
        row.flush()
        self.records.change(
            preparing.remove_concern,
            concern_id,
            self.today(),
            undo=Undo(
                _("“{what}” was taken away.").format(what=row.kind.words),
                preparing.bring_concern_back,
                (concern_id,),
            ),
        )

    def _make_row(self, concern_id: int) -> "_Concern":
        return _Concern(self, concern_id)

    def _on_add(self, kind: ConcernKind, _checked: bool = False) -> None:
        empty = next((each for each in self.rows.ids() if self.rows.row(each).is_empty(kind)), None)
        if empty is not None:
            self.rows.focus_row(empty)
            return
        self.records.change(preparing.add_concern, self.meeting_id, kind, then=self.rows.focus_row)


class _Concern(Card):
    """One thing that is hard."""

    def __init__(self, page: HardNowPage, concern_id: int) -> None:
        super().__init__(" ")
        self.kind = ConcernKind.SUBJECT
        self.advice = PlainLabel("", kind="hint")
        self.body.addWidget(self.advice)
        self._fields: dict[str, tuple[Field, KeptText, str]] = {}
        for name, label, hint, lines in (
            ("what_we_see", _("What we see"), _("How often, and since when?"), 2),
            ("what_helps", _("What helps"), _("At home or at school."), 2),
            ("we_ask_for", _("What we ask for"), _("One thing that school or someone else could do."), 2),
            ("ask_of", _("Who we ask"), "", 1),
        ):
            text = KeptText(page.records, preparing.write_concern, concern_id, name, lines=lines)
            field = Field(label, text, hint=hint)
            self._fields[name] = (field, text, label)
            self.body.addWidget(field)
        self._people = [_person(person, self._fields["ask_of"][1]) for person in page.people]
        if self._people:
            self.actions(*self._people)
        self.remove = Button(_("Remove"), kind="quiet", icon="trash-2")
        self.remove.clicked.connect(lambda: page.remove(concern_id))
        self.actions(self.remove)

    def show_row(self, number: int, row: ConcernRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self.kind = row.kind
        heading = f"{number}. {row.kind.words}"
        assert self.heading is not None
        self.heading.setText(heading)
        self.advice.setText(ADVICE[row.kind])
        self.advice.setVisible(bool(ADVICE[row.kind]))
        for name, (_field, text, label) in self._fields.items():
            text.show_stored(getattr(row, name))
            text.setAccessibleName(f"{label}: {heading}")
        for person in self._people:
            person.setAccessibleName(_("Add: {words}").format(words=person.words()) + f": {heading}")
        self.remove.setAccessibleName(f"{self.remove.words()}: {heading}")

    def first_box(self) -> QWidget:
        """What is seen."""
        return self.text("what_we_see")

    def text(self, name: str) -> KeptText:
        """One of the four boxes."""
        return self._fields[name][1]

    def flush(self) -> None:
        """Save what is typed, now."""
        for _field, text, _label in self._fields.values():
            text.flush()

    def is_empty(self, kind: ConcernKind) -> bool:
        """Whether this is of that kind and has no words yet."""
        return self.kind == kind and not any(text.text().strip() for _f, text, _l in self._fields.values())


def _person(name: str, text: KeptText) -> Button:
    button = Button(name, icon="plus")
    button.clicked.connect(lambda: text.add_words(name))
    return button
