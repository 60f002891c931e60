"""Coming to the meeting: who may be there and what they do, where I sit, and a sign for stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carer_app.choices import ChildsDoor, Role
from carer_app.seats import ME
from carer_app.sitting import SIGN, TABLE, AtMeeting, capital
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.child_text import ChildText
from ui.child_mode.offers import Offer, Offers
from ui.child_mode.step import RoomStep
from ui.child_mode.table_seats import TableSeats
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.field import Field
from ui.widgets.picture import DrawnPicture
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_LEAST_PLACES, _MOST_PLACES = 6, 10
_PICTURE = 40
_LOOKS = {
    Role.CARER: "tell_someone",
    Role.TEACHER: "my_teacher",
    Role.DESIGNATED_TEACHER: "a_helper",
    Role.SENCO: "a_helper",
}
_SOMEBODY = "coming_someone"
"""What each at the meeting is drawn as, and what those are who have no drawing of their own."""
_MOST_DRAWN = 4
"""So many fit on a page with their pictures; of more all are named, without."""


class PeopleStep(RoomStep):
    """Who may be there, each with what they do. Beside the way: nothing is asked here."""

    def build(self) -> None:
        sitting = self.room.sitting
        asked = sitting.age_set
        self.heading(_("Who may be at the {meeting}").format(meeting=asked.meeting))
        does = {each.role: each.does for each in asked.people}
        says = [(each.role, _says(each, does.get(each.role, ""))) for each in self.words.at_meeting]
        if self.has_room_for_pictures and len(says) <= _MOST_DRAWN:
            self._say_with_pictures(says)
        else:
            for _role, told in says:
                self.say(told)
        if asked.by != "cards":
            others = _("Others can come too, perhaps from your family. Ask {worker} who.")
            self.say(self.words.fill(others), kind="hint")
        if self.room.knows(TABLE):
            self.row(self.button(_("Where do I sit?"), lambda: self.room.go_to_asked(TABLE)))
        self.back(self.room.come_back)

    def _say_with_pictures(self, says: list[tuple[Role, str]]) -> None:
        block = QWidget()
        people = QVBoxLayout(block)
        theme.space(people, gap=4, edges=(0, 0, 0, 0))
        for role, told in says:
            picture, label, line = DrawnPicture(_PICTURE), PlainLabel(told), QHBoxLayout()
            theme.space(line, gap=12)
            picture.show_drawing(drawing(_LOOKS.get(role, _SOMEBODY)), "")
            line.addWidget(picture)
            line.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
            people.addLayout(line)
            self._to_read.append(label)
        self.middle(block)


def _says(each: AtMeeting, does: str) -> str:
    who = capital(each.who)
    return _("{who} {does}.").format(who=who, does=does) if does else f"{who}."


class TableStep(RoomStep):
    """A picture of the table: first oneself, then the others, one press each. Or the same in words from a list."""

    def __init__(self, room: ChildRoom) -> None:
        self.in_words = False
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("Where do you want to sit?"))
        people = (ME, *(each.mine for each in self.words.at_meeting))
        self.people = people[:_MOST_PLACES]
        seats = self.room.sitting.seats
        self.places = max(_LEAST_PLACES, min(len(self.people) + 2, _MOST_PLACES) // 2 * 2, len(seats))
        self.next_one = PlainLabel("", kind="strong")
        self.middle(self.next_one)
        self._to_read.append(self.next_one)
        self.table = TableSeats(self.places, self._on_place)
        self.column.addWidget(self.table)
        self.keys.add(*self.table.places)
        self.names = {who: Offer(capital(who), False) for who in self.people}
        self.other_way = self.button("", self._on_other_way)
        self.chips = WrapRow(*self.names.values(), self.other_way, centred=True)
        for who, chip in self.names.items():
            chip.clicked.connect(lambda _checked=False, who=who: self._on_name(who))
        self.middle(self.chips)
        self.text = ChildText(self._on_words, lines=1)
        self.text.show_stored(self.room.sitting.answer(TABLE).words)
        self.field = self.own_words(self.text)
        self.column.addWidget(self.field)
        self.offers = Offers(self._next_to(), self.room.sitting.answer(TABLE).chosen, self._on_offer)
        self.column.addWidget(self.offers)
        self.chosen = next((who for who in self.people if who not in seats), "")
        self._show()
        self.ways_on(self.room.next, self.room.next)

    def _next_to(self) -> tuple[str, ...]:
        next_to = (_("next to {name}").format(name=each.mine) for each in self.words.at_meeting)
        return (*next_to, _("near the door"), _("where I can see everyone"))

    def _show(self) -> None:
        seats = [*self.room.sitting.seats, *[""] * self.places][: self.places]
        self.table.show_seats(seats)
        told = _("{name}: press a chair.").format(name=capital(self.chosen))
        self.next_one.setText(told if self.chosen else _("Everybody has a chair. Press one to change it."))
        for who, chip in self.names.items():
            chip.setChecked(who == self.chosen)
            chip.setVisible(not self.in_words and who not in seats)  # who has a place is seen there
        for part, wanted in (
            (self.next_one, not self.in_words),
            (self.table, not self.in_words),
            (self.field, self.in_words),
            (self.offers, self.in_words),
        ):
            part.setVisible(wanted)
        self.other_way.setText(_("With a picture") if self.in_words else _("In words"))

    def _on_other_way(self) -> None:
        self.text.flush()
        self.in_words = not self.in_words
        self._show()

    def _on_name(self, who: str) -> None:
        self.chosen = who
        self._show()

    def _on_place(self, place: int) -> None:
        sitting = self.room.sitting
        here = sitting.seats[place] if place < len(sitting.seats) else ""
        if here:
            sitting.sit(place, "", self.places)
            self.chosen = here
        elif self.chosen:
            sitting.sit(place, self.chosen, self.places)
            announce(self, self.table.says(place, self.chosen))
            seated = sitting.seats
            self.chosen = next((who for who in self.people if who not in seated), "")
        self.room.save()
        self._show()

    def _on_offer(self, offer: str, taken: bool) -> None:
        self.room.sitting.choose(TABLE, offer, taken)
        self.room.save()

    def _on_words(self, words: str) -> None:
        self.room.sitting.say(TABLE, words)
        self.room.save()


class OfferedStep(RoomStep):
    """A question with words to take, and a box for the child's own. `about` is what the answer is kept under."""

    about = ""

    def asked(self) -> str:
        """The question."""
        raise NotImplementedError

    def offered(self) -> dict[str, str]:
        """The words that can be taken, each with its drawing."""
        raise NotImplementedError

    def build(self) -> None:
        sitting = self.room.sitting
        answer = sitting.answer(self.about)
        self.heading(self.asked())
        self.text = ChildText(self._on_words, lines=2)
        self.text.show_stored(answer.words)
        hint = _("Write down exactly what is said.") if sitting.door == ChildsDoor.TOGETHER else ""
        offered = self.offered()
        pictures = [drawing(name) for name in offered.values()] if self.room.wants_pictures else []
        offers = Offers(list(offered), answer.chosen, self._on_offer, pictures)
        self.keys.add(*offers.offers)
        self.keys.box = self.text
        self.row(offers)
        self.box(Field(_("In my words"), self.text, hint=hint))
        self.ways_on(self.room.next, self.room.next)

    def _on_offer(self, offer: str, taken: bool) -> None:
        self.room.sitting.choose(self.about, offer, taken)
        self.room.save()

    def _on_words(self, words: str) -> None:
        self.room.sitting.say(self.about, words)
        self.room.save()


class SignStep(OfferedStep):
    """How the child can show that they want to stop, or have a break."""

    about = SIGN

    def asked(self) -> str:
        return _("How can you show that you want to stop?")

    def offered(self) -> dict[str, str]:
        return {
            _("put my hand up"): "sign_hand",
            _("say “break”"): "sign_say",
            _("turn over a card"): "sign_card",
            _("look at {carer}").format(carer=self.words.my_carer): "sign_look",
            _("go to the door"): "sign_door",
        }
