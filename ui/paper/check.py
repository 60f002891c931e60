"""Check before printing: who may read it, everything played back with a way to change each part, a quiet look."""

from carer_app.choices import HasSeen, OnPaper, Part, PlainQuestion
from carer_app.paper.content import Section
from carer_app.paper.plain import lines_of_part
from carer_app.use_cases import (
    behind_the_sheet,
    household,
    names_on_sheet,
    preparing,
    quiet_check,
    showing_the_child,
    summarising,
)
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    CheckAndPrint,
    HandedOutPlace,
    MeetingSheetPlace,
    PasteText,
    PreparePart,
    ShowTheChild,
)
from ui.paper.check_cards import FamilyCard, NamesCard, QuietCard, SectionCard
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.read_aloud import ReadButton
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class CheckPage(Page):
    """What will stand on the sheet. What is empty is left out and never counted."""

    explains = True
    max_width = 760

    def __init__(self, house: House, place: CheckAndPrint) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.child = self.records.read(preparing.getting_ready, self.meeting_id).child
        self.add_back_link(_("Back to getting ready"))
        self.add_heading(
            _("Check before you print"),
            _("This is what goes on the sheet. Parts with nothing in them are left out."),
        )
        self.family = FamilyCard(self.child, self._on_family)
        self.column.addWidget(self.family)
        self.head = PlainLabel("", kind="strong")
        self.column.addWidget(self.head)
        self.nothing = PlainLabel(
            _("There is nothing on the sheet yet. Go back and write in one part. One thing is enough.")
        )
        self.column.addWidget(self.nothing)
        self.cards: dict[Section, SectionCard] = {}
        for section in Section:
            self.cards[section] = SectionCard(section.value, self.child, self._to_part)
            self.column.addWidget(self.cards[section])
        self.left_off = PlainLabel("", kind="strong")
        self.column.addWidget(self.left_off)
        self.names = NamesCard(self._on_name)
        self.column.addWidget(self.names)
        self.column.addWidget(self._last())
        self.quiet = QuietCard(self._to_part)
        self.column.addWidget(self.quiet)
        self.see = Button(_("See the sheet and print"), kind="main", icon="printer")
        self.see.clicked.connect(self.go_to(MeetingSheetPlace(self.meeting_id)))
        self.paste = Button(_("Copy it into the council’s form"), icon="copy")
        self.paste.clicked.connect(self.go_to(PasteText(self.meeting_id)))
        self.handed_out = Button(_("Sheets as handed out"), kind="quiet")
        self.handed_out.clicked.connect(self.go_to(HandedOutPlace(self.meeting_id)))
        self.read = ReadButton(_("Read my sheet to me"), self._to_read, self.went_wrong.emit)
        self.column.addWidget(WrapRow(self.see, self.read, self.paste, self.handed_out))

    def _last(self) -> Card:
        last = Card(_("Before it is printed"))
        self.who = KeptText(self.records, household.set_own_name, lines=1)
        last.body.addWidget(
            Field(_("Your name on the sheet"), self.who, hint=_("A first name is enough."), optional=True)
        )
        self.seen = Choices([(answer.value, answer.words) for answer in HasSeen])
        self.seen.chosen.connect(self._on_seen)
        last.body.addWidget(Field(_("Has {child} seen what you wrote?").format(child=self.child), self.seen))
        self.because = KeptText(
            self.records,
            preparing.write_answer,
            self.meeting_id,
            PlainQuestion.NOT_SEEN_BECAUSE,
            lines=1,
            spelling=True,
        )
        self.why_not = Field(
            _("Because…"),
            self.because,
            hint=_("It goes on your own copy only, never on the table."),
            optional=True,
        )
        last.body.addWidget(self.why_not)
        self.show_child = Button(_("Show {child} what I wrote").format(child=self.child))
        self.show_child.clicked.connect(self.go_to(ShowTheChild(self.meeting_id)))
        last.body.addWidget(WrapRow(self.show_child))
        self.three = KeptText(
            self.records, preparing.write_answer, self.meeting_id, PlainQuestion.THREE_THINGS, spelling=True
        )
        last.body.addWidget(
            Field(
                _("Three things you want to say"),
                self.three,
                hint=_("One on each line. They go on your own copy and on the card for your pocket."),
                optional=True,
            )
        )
        return last

    def _to_part(self, part: Part) -> None:
        self.go.emit(PreparePart(self.meeting_id, part))

    def refresh(self) -> None:
        whole = self.records.read(summarising.whole_sheet, self.meeting_id, self.today())
        sheet = self.records.read(names_on_sheet.as_chosen, self.meeting_id, whole)
        self.head.setText("\n".join(sheet.opening_lines()))
        here = sheet.sections()
        parts = self.records.read(behind_the_sheet.parts_behind, self.meeting_id)
        self.nothing.setVisible(not here)
        self.see.setEnabled(bool(here))
        self.paste.setEnabled(bool(here))
        for section, card in self.cards.items():
            card.setVisible(section in here)
            if section in here:
                card.show_lines(sheet.heading(section), lines_of_part(sheet, section), parts[section])
        self._show_left_off()
        self.names.show_names(self.records.read(names_on_sheet.names_on_sheet, self.meeting_id, whole))
        self.quiet.show_suggestions(
            self.records.read(quiet_check.suggestions, self.meeting_id, whole) if here else []
        )
        self.who.show_stored(self.records.read(household.own_name))
        answers = self.records.read(preparing.answers_of, self.meeting_id, "check")
        seen = answers.get(PlainQuestion.CHILD_HAS_SEEN, "")
        self.seen.set_value(seen)
        self.why_not.setVisible(seen in (HasSeen.SOME, HasSeen.NOT_YET))
        self.because.show_stored(answers.get(PlainQuestion.NOT_SEEN_BECAUSE, ""))
        self.three.show_stored(answers.get(PlainQuestion.THREE_THINGS, ""))
        self.family.show_answer(
            answers.get(PlainQuestion.FAMILY_THERE, ""),
            self.records.read(summarising.left_off_for_family, self.meeting_id),
        )

    def _to_read(self) -> list[PlainLabel]:
        """What stands on the sheet, in its order."""
        cards = [card for card in self.cards.values() if card.isVisibleTo(self)]
        return [self.head, *(label for card in cards for label in card.labels())]

    def _show_left_off(self) -> None:
        off = self.records.read(showing_the_child.left_off_for_the_child, self.meeting_id)
        self.left_off.setVisible(bool(off))
        self.left_off.setText(
            _(
                "Left off, because {child} asked you not to say it: {parts}. "
                "If someone needs to know it, speak to the social worker first."
            ).format(child=self.child, parts=", ".join(off))
        )

    def _on_seen(self, answer: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.CHILD_HAS_SEEN, answer)

    def _on_family(self, answer: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.FAMILY_THERE, answer)

    def _on_name(self, name: str, on_paper: OnPaper) -> None:
        self.records.change(names_on_sheet.choose, self.meeting_id, name, on_paper)
