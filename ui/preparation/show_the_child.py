"""Show the child what the carer wrote, in plain view. The child may say something to each thing, or nothing."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import HasSeen, PlainQuestion, ReplyMark
from carer_app.texts.numbers import numbers
from carer_app.typed_dates import say_short
from carer_app.use_cases import household, planning, preparing, showing_the_child
from carer_app.use_cases.showing_the_child import ShownItem
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import ShowTheChild
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.saved_text import SavedText
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_SAY = _("Say something")


class ShowTheChildPage(Page):
    """Read together at the screen. What the child writes is a record only once they press Keep."""

    max_width = 760
    centred = True

    def __init__(self, house: House, place: ShowTheChild) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.child = self.records.read(planning.meeting_facts, self.meeting_id).child
        self.add_back_link(_("Back to getting ready"))
        self.add_heading(_("Show {child} what I wrote").format(child=self.child))
        carer = self.records.read(household.own_name) or _("your carer")
        for line in (
            _("This is what {carer} wrote about school. It is for the meeting.").format(carer=carer),
            _("You can say what you think of each part, or nothing at all."),
            _("The people at the meeting can read what you keep, and so can {carer}.").format(carer=carer),
        ):
            self.column.addWidget(PlainLabel(line))
        # Without the way to Help that carers get: this page is the child's to read.
        self.column.addWidget(PlainLabel(_not_for_being_hurt()))
        self.read = ReadButton(
            _("Read it to me"), self._to_read, self.went_wrong.emit, no_voice=NO_VOICE_HERE
        )
        self.column.addWidget(WrapRow(self.read))
        self.nothing = PlainLabel(_("There is nothing to show yet."))
        self.column.addWidget(self.nothing)
        self._list = QVBoxLayout()
        theme.space(self._list, gap=16)
        self.column.addLayout(self._list)
        self.cards: dict[str, ItemCard] = {}
        self.end = Card(_("After you looked together"))
        self.end.body.addWidget(PlainLabel(_("This then stands on the sheet.")))
        self.all_seen = Button(_("{child} has seen all of it").format(child=self.child), kind="main")
        self.all_seen.clicked.connect(partial(self._on_seen, HasSeen.YES))
        self.some_seen = Button(_("{child} has seen some of it").format(child=self.child))
        self.some_seen.clicked.connect(partial(self._on_seen, HasSeen.SOME))
        self.end.actions(self.all_seen, self.some_seen)
        self.stands = PlainLabel("", kind="strong")
        self.end.body.addWidget(self.stands)
        self.column.addWidget(self.end)
        self.go_on = Button(_("On to getting ready"))
        self.go_on.clicked.connect(self.back)
        self.lock = Button(_("Hide") if self.records.forgets else _("Lock"), icon="lock")
        self.lock.clicked.connect(self.leave_room)
        self.column.addWidget(WrapRow(self.go_on, self.lock))

    def refresh(self) -> None:
        shown = self.records.read(showing_the_child.what_i_wrote, self.meeting_id)
        self.nothing.setVisible(not shown)
        self.end.setVisible(bool(shown))
        seen = self.records.read(preparing.answers_of, self.meeting_id, "check")
        stands = _stands(HasSeen(seen.get(PlainQuestion.CHILD_HAS_SEEN, "")), self.child)
        self.stands.setText(stands)
        self.stands.setVisible(bool(stands))
        for gone in [item for item in self.cards if item not in {each.item for each in shown}]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(shown):
            card = self.cards.get(each.item) or ItemCard(self, each)
            if each.item not in self.cards:
                self.cards[each.item] = card
                self._list.insertWidget(place, card)
            card.show_item(each)

    def _to_read(self) -> list[PlainLabel]:
        """What the carer wrote, in order; never what the child answered."""
        places = sorted(self.cards.values(), key=self._list.indexOf)
        return [label for card in places for label in (card.heading, card.text) if label is not None]

    def first_field(self) -> None:
        """Nothing is to be typed: it is there to be read."""

    def hideEvent(self, event: QHideEvent) -> None:
        """On to another page, or the lock."""
        super().hideEvent(event)
        for card in self.cards.values():
            card.leave()

    def reply(self, item: str, mark: ReplyMark, words: str = "") -> None:
        """What the child says to one thing is kept from now on."""
        self.records.change(showing_the_child.answer, self.meeting_id, item, mark, self.today(), words)

    def take_back(self, item: str) -> None:
        """The child says nothing to it after all."""
        self.records.change(showing_the_child.take_back, self.meeting_id, item)

    def _on_seen(self, seen: HasSeen, _pressed: bool = False) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.CHILD_HAS_SEEN, seen)
        self.said.emit(_("That is on the sheet now. Thank you for looking."))
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)


class ItemCard(Card):
    """One thing that the carer wrote; a press away three answers, and room for the child's own line."""

    def __init__(self, page: ShowTheChildPage, item: ShownItem) -> None:
        super().__init__(item.label)
        self._page, self._item = page, item
        self.text = PlainLabel("")
        self.body.addWidget(self.text)
        self.said = PlainLabel("", kind="hint")
        self.marks = ChoicesAcross([(mark.value, mark.words) for mark in ReplyMark])
        self.marks.chosen.connect(self._on_mark)
        marks = Field(_("What does {child} say to this?").format(child=page.child), self.marks)
        # Not kept as it is typed: these are the child's words, and only the child keeps them.
        self.box = SavedText(lambda _typed: None, lines=2)
        self.field = Field(_("How do you see it?"), self.box)
        self.keep = Button(_("Keep"), kind="main")
        self.keep.clicked.connect(self._on_keep)
        self.nothing = Button(_("Say nothing to this"), kind="quiet")
        self.nothing.clicked.connect(self._on_nothing)
        doing = WrapRow(self.keep, self.nothing)
        self.say = Opens(item.text, marks, self.field, self.said, doing, words=_SAY, when_open=_SAY)
        self.body.addWidget(self.say)
        self._writing = False

    def show_item(self, item: ShownItem) -> None:
        """Show what is stored. Words that are being typed are left alone."""
        was, self._item = self._item, item
        assert self.heading is not None
        self.heading.setText(item.label)
        self.text.setText(item.text)
        self.marks.take_name(_("What do you say to this? {text}").format(text=item.text), "")
        if (item.mark, item.words) != (was.mark, was.words):
            self._writing = False
        mark = ReplyMark.DIFFERENT if self._writing else item.mark
        self.marks.set_value(mark or "")
        if item.mark == ReplyMark.DIFFERENT and not self.box.hasFocus():
            self.box.show_stored(item.words)
        self._show_parts()

    def _show_parts(self) -> None:
        item = self._item
        different = self._writing or item.mark == ReplyMark.DIFFERENT
        self.field.setVisible(different)
        self.keep.setVisible(different)
        self.nothing.setVisible(different or item.mark is not None)
        if different or item.mark is not None:
            self.say.open(True)
        self.say.call(item.text)  # two questions for school have one label
        for button in (self.keep, self.nothing):
            button.setAccessibleName(f"{button.words()}: {item.text}")
        self.said.setText(_said_line(item, self._page.child))
        self.said.setVisible(bool(self.said.words()) and not self._writing)

    def _on_mark(self, mark: str) -> None:
        if mark == ReplyMark.DIFFERENT:
            self._writing = True
            self._show_parts()
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._rub_out()
        self._page.reply(self._item.item, ReplyMark(mark))

    def _on_keep(self) -> None:
        self._writing = False
        self._page.reply(self._item.item, ReplyMark.DIFFERENT, self.box.text().strip())

    def _on_nothing(self) -> None:
        self._rub_out()
        self._page.take_back(self._item.item)
        self._show_parts()
        self.marks.set_value("")

    def leave(self) -> None:
        """The page is left: words that the child did not keep are gone, for whoever looks here next."""
        self._rub_out()
        self.say.open(False)
        self.show_item(self._item)

    def _rub_out(self) -> None:
        self._writing = False
        self.box.clear()
        self.box.flush()


def _not_for_being_hurt() -> str:
    """Why not here, and whom instead."""
    known = {each.key: each for each in numbers()}
    return _(
        "This is not for telling about being hurt. It may be days before anybody reads it. So talk to a person. "
        "{name}: {number}. In danger: {emergency}."
    ).format(
        name=known["childline"].name,
        number=known["childline"].number,
        emergency=known["emergency"].number,
    )


def _stands(seen: HasSeen, child: str) -> str:
    """What the sheet says now."""
    return {
        HasSeen.YES: _("On the sheet now: {child} has seen this."),
        HasSeen.SOME: _("On the sheet now: {child} has seen some of this."),
    }.get(seen, "").format(child=child)


def _said_line(item: ShownItem, child: str) -> str:
    if item.mark is None:
        return ""
    day = say_short(item.said_on) if item.said_on else ""
    if item.mark == ReplyMark.DO_NOT_SAY:
        return _("This stays off the sheet. {child} asked for that on {day}.").format(child=child, day=day)
    if item.changed and item.mark == ReplyMark.RIGHT:
        return _("The words were changed since {day}. Is it still right?").format(day=day)
    if item.changed:
        return _("Kept on {day}. The words above were changed since.").format(day=day)
    return _("Kept on {day}. It is printed under the words.").format(day=day)
