"""What happened with what the child said: one card for each thing, printed for the child to keep."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import PlainQuestion
from carer_app.use_cases import childs_kept_words, planning, recording_the_meeting, term_ends, you_said
from carer_app.use_cases.you_said import SaidRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import AfterMeeting, ChildSheetPlace, ChildsOwnPart, YouSaid
from ui.base.records import Undo
from ui.look import theme
from ui.parts.days import by_when_field
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.foot import Foot
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class YouSaidPage(Page):
    """Everything optional. A thing with nothing beside it stands on the child's sheet as it was said."""

    def __init__(self, house: House, place: YouSaid) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        child = self.child = facts.child
        self.add_back_link(_("Back to after the meeting"))
        self.add_heading(
            _("You said, and what happened"),
            _(
                "{child} hears what came of each thing {they} said. Where it is a no, say why. "
                "Write it as you would say it to {child}."
            ).format(child=child, **facts.pronoun.forms),
        )
        self.nothing = PlainLabel(
            _("{child} put no words on the sheet for this meeting. That was fine.").format(child=child)
        )
        self.column.addWidget(self.nothing)
        done = Button(_("Continue"), kind="main")
        done.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        sheet = Button(_("See {child}’s sheet").format(child=child))
        sheet.clicked.connect(self.go_to(ChildSheetPlace(self.meeting_id)))
        self.rows: Rows[SaidRow] = Rows(lambda view_id: _SaidCard(self, view_id), done)
        self.column.addWidget(self.rows)
        self._build_change()
        self.give = Button(_("Give {child} the computer, to read this").format(child=child))
        self.give.clicked.connect(self._on_give)
        self.column.addWidget(WrapRow(sheet, self.give))
        self.add_rail(Foot(done))

    def refresh(self) -> None:
        rows = self.records.read(you_said.said_to_the_meeting, self.meeting_id)
        self.agreed = self.records.read(you_said.agreed_for_it, self.meeting_id)
        change = self.records.read(you_said.would_change, self.meeting_id)
        self.nothing.setVisible(not rows and change is None)
        self.rows.show_rows(rows)
        # Without a password nothing could lock behind the child.
        self.give.setVisible(not self.records.forgets and any(row.is_answered for row in rows))
        self.change.setVisible(change is not None)
        if change is not None:
            words = _("One thing at school {child} would change: “{words}”")
            self.change_said.setText(words.format(child=self.child, words=change.words))
            self.came.show_stored(change.came)

    def _on_give(self) -> None:
        words = self.records.read(childs_kept_words.room_words, self.meeting_id, self.today())
        self.go.emit(ChildsOwnPart(self.meeting_id, words.set_key, afterwards=True))

    def _build_change(self) -> None:
        self.change = Card()
        self.change_said = PlainLabel("", kind="strong")
        self.came = KeptText(
            self.records,
            recording_the_meeting.write_school_said,
            self.meeting_id,
            PlainQuestion.CAME_OF_CHANGE,
            lines=2,
            spelling=True,
        )
        self.change.body.addWidget(self.change_said)
        self.change.body.addWidget(Field(_("What came of it?"), self.came, optional=True))
        self.column.addWidget(self.change)


class _SaidCard(Card):
    """One thing said; the boxes for a no are folded away until they are wanted."""

    def __init__(self, page: YouSaidPage, view_id: int) -> None:
        super().__init__()
        self._page, self._id = page, view_id
        self._number = 0
        self._row: SaidRow | None = None
        self._choices: list[tuple[int, str]] = []
        self.said = PlainLabel("", kind="strong")
        self.whose = PlainLabel("", kind="hint")
        self.body.addWidget(self.said)
        self.body.addWidget(self.whose)
        self.texts: dict[str, KeptText] = {}
        self.fields: dict[str, Field] = {}
        self._add("at_the_meeting", 2)
        self.action = Combo()
        self.action.activated.connect(self._on_action)
        self.action_field = Field("", self.action)
        self.body.addWidget(self.action_field)
        self.end = PlainLabel("", kind="hint")
        self.body.addWidget(self.end)
        self._add("now", 2)
        self._add("who", 1)
        self.by_when = by_when_field(page, term_ends.ends_meant_after, page.meeting_id)
        self.day = Field("", self.by_when, optional=True)
        StoredDay(page, self._day_name, self.day, self.by_when, self._save_day)
        self.body.addWidget(self.day)
        self.no = QWidget()
        inside = QVBoxLayout(self.no)
        theme.space(inside, gap=12, edges=(0, 0, 0, 0))
        self._add("cannot_because", 2, inside)
        self._add("ask_about_it", 1, inside)
        self.body.addWidget(self.no)
        self.fold = Button("", kind="quiet")
        self.fold.clicked.connect(self._on_fold)
        self.actions(self.fold)
        self.no.hide()

    def show_row(self, number: int, row: SaidRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self._number, self._row = number, row
        self._show_action(row)
        said = row.said
        words = f"“{said.words}”" if said.words else ""
        self.said.setText(" ".join(part for part in (f"{number}.", said.asked, said.chosen, words) if part))
        self.whose.setText(said.whose_line)
        for field, label in self._labels().items():
            self.fields[field].set_label(_("{number}. {label}").format(label=label, number=number))
            self.texts[field].show_stored(row.texts[field])
        self.action_field.set_label(_("{number}. What was agreed because of it?").format(number=number))
        self.day.set_label(_("{number}. By when (optional)").format(number=number))
        self._page.stored_days[self._day_name].show(row.by_when)
        if row.texts["cannot_because"].strip() or row.texts["ask_about_it"].strip():
            self._unfold(True)
        else:
            self._unfold(not self.no.isHidden())

    def _show_action(self, row: SaidRow) -> None:
        """Which of what was agreed came of it, and how that stands."""
        choices = [(0, _("Nothing was agreed because of it")), *self._page.agreed]
        if choices != self._choices:
            self._choices = choices
            self.action.clear()
            for action_id, words in choices:
                self.action.addItem(words, action_id)
        self.action.setCurrentIndex(max(0, self.action.findData(row.action_id or 0)))
        self.action_field.setVisible(len(choices) > 1)
        self.end.setText(row.action.in_a_line if row.action else "")
        self.end.setVisible(row.action is not None)

    def first_box(self) -> QWidget:
        """What the meeting decided."""
        return self.texts["at_the_meeting"]

    @property
    def _day_name(self) -> str:
        return f"by_when.{self._id}"

    def _add(self, name: str, lines: int, into: Any = None) -> None:
        text = KeptText(
            self._page.records, you_said.write_what_happened, self._id, name, lines=lines, spelling=True
        )
        self.texts[name] = text
        self.fields[name] = Field("", text)
        (into or self.body).addWidget(self.fields[name])

    def _labels(self) -> dict[str, str]:
        return {
            "at_the_meeting": _("What did they say?"),
            "now": _("What happens now"),
            "who": _("Who does it"),
            "cannot_because": _("Why it cannot happen"),
            "ask_about_it": _("Who tells {child} why").format(child=self._page.child),
        }

    def _on_fold(self) -> None:
        self._unfold(self.no.isHidden())
        show_soon(self.no)

    def _unfold(self, on: bool) -> None:
        self.no.setVisible(on)
        # What cannot happen has no day, and what was agreed has its own. What is written already stays in sight.
        asks = not on and (self._row is None or self._row.action is None)
        self.fields["now"].setVisible(asks or bool(self.texts["now"].text().strip()))
        self.fields["who"].setVisible(asks or bool(self.texts["who"].text().strip()))
        self.day.setVisible(asks or bool(self.by_when.raw()))
        words = _("Hide the no") if on else _("It cannot happen")
        self.fold.setText(words)
        self.fold.setAccessibleName(_("{words}, number {number}").format(words=words, number=self._number))

    def _on_action(self) -> None:
        assert self._row is not None
        action_id = self.action.currentData() or None
        if action_id == self._row.action_id:
            return
        words = _("What came of it was changed.")
        undo = Undo(words, you_said.set_action, (self._id, self._row.action_id))
        self._page.records.change(you_said.set_action, self._id, action_id, undo=undo)

    def _save_day(self, day: Any) -> bool:
        return self._page.records.change(you_said.set_by_when, self._id, day)
