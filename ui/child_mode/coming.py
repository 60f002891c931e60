"""Coming to the meeting or not, what would make it easier, and who says the child's words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from carer_app.choices import TakingPart, WhoSays
from carer_app.sitting import TABLE, WHAT_WOULD_HELP, capital
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.afterwards import WroteStep
from ui.child_mode.at_the_meeting import OfferedStep, PeopleStep
from ui.child_mode.child_text import ChildText
from ui.child_mode.step import RoomStep
from ui.widgets.field import Field
from ui.widgets.picture import PictureButton
from ui.widgets.scroll_page import bring_into_view


def _ways() -> dict[TakingPart, tuple[str, str]]:
    """What can be chosen, in words and with its drawing."""
    return {
        TakingPart.ALL: (_("Yes, all of it"), "coming_all"),
        TakingPart.PART: (_("A part of it"), "coming_part"),
        TakingPart.NOT_THIS_TIME: (_("Not this time"), "coming_not"),
        TakingPart.NOT_SURE: (_("Not sure"), "not_sure"),
    }


def _for_the_youngest() -> dict[TakingPart, tuple[str, str]]:
    """Yes or no. Their yes is to come in and say hello, as they are told beforehand, and promises no more."""
    return {
        TakingPart.PART: (_("Yes, to say hello"), "coming_all"),
        TakingPart.NOT_THIS_TIME: (_("Not this time"), "coming_not"),
        TakingPart.NOT_SURE: (_("Not sure"), "not_sure"),
    }


class ComingStep(RoomStep):
    """All of it, part of it, not this time, not sure; for the youngest yes or no. Nothing is chosen."""

    def build(self) -> None:
        sitting = self.room.sitting
        meeting, young = sitting.age_set.meeting, self.for_the_youngest
        asked = _("Come to the {meeting}?") if young else _("Do you want to come to the {meeting}?")
        self.heading(asked.format(meeting=meeting))
        self.stage.answers_first = True
        self.say(self.words.fill(_("Tell {carer} if you change your mind.")), kind="hint")
        self.ways: dict[TakingPart, PictureButton] = {}
        for way, (words, name) in (_for_the_youngest() if young else _ways()).items():
            picture = drawing(name) if self.room.wants_pictures else None
            button = PictureButton(words, picture, size=75, stays=True)
            button.show_chosen(sitting.coming == way)
            button.chosen.connect(lambda chosen, way=way: self._on_way(way, chosen))
            self.ways[way] = button
        self.row(*self.ways.values())
        self.keys.add(*self.ways.values())
        if not self.room.is_changing:
            beside = [self.button(_("Who is there?"), partial(self.room.go_beside, PeopleStep))]
            if young:  # who only comes to say hello is not asked, and can say it all the same
                beside.append(self.button(_("Where do I sit?"), lambda: self.room.go_to_asked(TABLE)))
            self.row(*beside)
        self.ways_on(self.room.next)

    def _on_way(self, way: TakingPart, chosen: bool) -> None:
        self.room.sitting.coming = way if chosen else TakingPart.NOT_SAID
        for other, button in self.ways.items():
            button.show_chosen(chosen and other == way)
        self.room.save()


class WouldHelpStep(OfferedStep):
    """What would make it easier: asked of who may come."""

    about = WHAT_WOULD_HELP

    def asked(self) -> str:
        return _("What would make it easier?")

    def offered(self) -> dict[str, str]:
        return {
            _("say my bit first"): "say_first",
            _("have a break"): "a_break",
            _("bring someone"): "friends",
            _("another time or place"): "another_time",
            _("no fuss in front of my class"): "no_fuss",
        }


class WhoStep(RoomStep):
    """Who says it at the meeting, asked once."""

    def build(self) -> None:
        sitting = self.room.sitting
        meeting = sitting.age_set.meeting
        self.heading(_("Who should say your words at the {meeting}?").format(meeting=meeting))
        self.stage.answers_first = True
        told = _("{carer} can read this, and can tell them at the {meeting}.").replace("{meeting}", meeting)
        self.say(self.words.fill(told), kind="hint")
        self.who: dict[WhoSays, PictureButton] = {}
        for who, words, name in (
            (WhoSays.ME, _("Me"), "who_me"),
            (WhoSays.CARER, capital(self.words.my_carer), "a_helper"),
            (WhoSays.SOCIAL_WORKER, capital(self.words.my_social_worker), "coming_someone"),
            (WhoSays.SOMEONE_ELSE, _("Someone else"), "who_else"),
        ):
            picture = drawing(name) if self.room.wants_pictures else None
            button = PictureButton(words, picture, stays=True)
            button.show_chosen(sitting.who == who)
            button.chosen.connect(partial(self._on_who, who))
            self.who[who] = button
        self.row(*self.who.values())
        self.keys.add(*self.who.values())
        self.name = ChildText(self._on_name, lines=1)
        self.name.show_stored(sitting.who_name)
        self.name_field = Field(_("Who is that?"), self.name, optional=True)
        self.box(self.name_field)
        self._ask_name(sitting.who == WhoSays.SOMEONE_ELSE)
        if self.room.written_for_me() and not self.room.is_changing:
            show = partial(self.room.show_step, partial(WroteStep, on_the_way=True))
            self.row_of_words(self.button(self.words.fill(_("Show me what {carer} wrote")), show))
        self.ways_on(self.room.next, self.room.next)

    def _on_who(self, who: WhoSays, chosen: bool) -> None:
        self.room.sitting.who = who if chosen else WhoSays.NOT_SAID
        for other, button in self.who.items():
            button.show_chosen(chosen and other == who)
        wants_name = self.room.sitting.who == WhoSays.SOMEONE_ELSE
        self._ask_name(wants_name)
        if wants_name:  # a moment later, when it has its place
            QTimer.singleShot(0, self.name, lambda: bring_into_view(self.name))
        self.room.save()

    def _ask_name(self, wanted: bool) -> None:
        self.name_field.setVisible(wanted)
        self.keys.box = self.name if wanted else None

    def _on_name(self, name: str) -> None:
        self.room.sitting.who_name = name
        self.room.save()
