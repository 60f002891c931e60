"""Check before printing: everything played back, with a way to change each part."""

from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import HasSeen, Part, PlainQuestion
from carer_app.paper.content import MeetingSheet as SheetContent
from carer_app.paper.content import Section
from carer_app.typed_dates import say_short
from carer_app.use_cases import household, preparing, summarising
from carer_app.words import _
from ui import theme
from ui.page import House, Page
from ui.parts.kept_text import KeptText
from ui.places import CheckAndPrint, MeetingSheet, PreparePart
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

PARTS = {
    Section.CHILD_SAYS: Part.CHILD_SAYS,
    Section.GOING_WELL: Part.GOING_WELL,
    Section.HARD_NOW: Part.HARD_NOW,
    Section.ASKS: Part.HARD_NOW,
    Section.AT_HOME: Part.OUT_OF_SCHOOL,
    Section.QUESTIONS: Part.QUESTIONS,
}


class CheckPage(Page):
    """What will stand on the sheet. What is empty is left out and never counted."""

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
        self.head = PlainLabel("", kind="strong")
        self.column.addWidget(self.head)
        self.nothing = PlainLabel(
            _("There is nothing on the sheet yet. Go back and write in one part. One thing is enough.")
        )
        self.column.addWidget(self.nothing)
        self.cards: dict[Section, _SectionCard] = {}
        for section in Section:
            card = _SectionCard(self, section)
            self.cards[section] = card
            self.column.addWidget(card)

        last = Card(_("Before it is printed"))
        self.who = KeptText(self.records, household.set_own_name, lines=1)
        last.body.addWidget(
            Field(_("Your name on the sheet"), self.who, hint=_("A first name is enough."), optional=True)
        )
        self.seen = Choices([(answer.value, answer.words) for answer in HasSeen])
        self.seen.chosen.connect(self._on_seen)
        last.body.addWidget(Field(_("Has {child} seen what you wrote?").format(child=self.child), self.seen))
        self.three = KeptText(
            self.records, preparing.write_answer, self.meeting_id, PlainQuestion.THREE_THINGS
        )
        last.body.addWidget(
            Field(
                _("Three things you want to say"),
                self.three,
                hint=_("One on each line. They go on your own copy only."),
                optional=True,
            )
        )
        self.column.addWidget(last)
        self.family = PlainLabel(
            _(
                "Will anyone from {child}’s family be there, or get a copy? "
                "Then ask the social worker what may be on it."
            ).format(child=self.child),
            kind="hint",
        )
        self.column.addWidget(self.family)
        self.see = Button(_("See the sheet and print"), kind="main", icon="printer")
        self.see.clicked.connect(self.go_to(MeetingSheet(self.meeting_id)))
        self.column.addWidget(WrapRow(self.see))

    def refresh(self) -> None:
        sheet = self.records.read(summarising.meeting_sheet, self.meeting_id, self.today())
        self.head.setText("\n".join(sheet.opening_lines()))
        here = sheet.sections()
        self.nothing.setVisible(not here)
        self.see.setEnabled(bool(here))
        for section, card in self.cards.items():
            card.setVisible(section in here)
            if section in here:
                card.show_lines(sheet.heading(section), lines_of(sheet, section))
        self.who.show_stored(self.records.read(household.own_name))
        answers = self.records.read(preparing.answers_of, self.meeting_id, "check")
        self.seen.set_value(answers.get(PlainQuestion.CHILD_HAS_SEEN, ""))
        self.three.show_stored(answers.get(PlainQuestion.THREE_THINGS, ""))

    def _on_seen(self, answer: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.CHILD_HAS_SEEN, answer)


class _SectionCard(Card):
    """One part as it will be printed, with a way to change it."""

    def __init__(self, page: CheckPage, section: Section) -> None:
        super().__init__(section.value)
        self._lines: list[PlainLabel] = []
        self._column = QVBoxLayout()
        theme.space(self._column, gap=8)
        self.body.addLayout(self._column)
        self.many = PlainLabel(
            _("People at the meeting have a minute to read. Three things are plenty."), kind="hint"
        )
        self.body.addWidget(self.many)
        part = PARTS.get(section)
        self.change = Button(_("Change"), kind="quiet")
        self.actions(self.change)
        self.change.setVisible(part is not None)
        if part is not None:
            self.change.clicked.connect(page.go_to(PreparePart(page.meeting_id, part)))

    def show_lines(self, heading: str, lines: list[str]) -> None:
        assert self.heading is not None
        self.heading.setText(heading)
        self.many.setVisible(len(lines) > summarising.MOST_OF_EACH)
        self.change.setAccessibleName(_("Change: {part}").format(part=heading))
        while len(self._lines) > len(lines):
            self._lines.pop().deleteLater()
        while len(self._lines) < len(lines):
            label = PlainLabel("")
            self._lines.append(label)
            self._column.addWidget(label)
        for label, line in zip(self._lines, lines, strict=True):
            label.setText(line)


def lines_of(sheet: SheetContent, section: Section) -> list[str]:
    """A part of the sheet in plain lines, as they are printed."""
    if section == Section.CHILD_SAYS:
        quotes = [f"“{quote.words}” {quote.whose_line}".rstrip() for quote in sheet.child_says]
        if sheet.child_would_change:
            quotes.append(
                _("What {child} would change: “{words}”").format(
                    child=sheet.child, words=sheet.child_would_change.words
                )
            )
        return quotes + ([sheet.no_words_line] if sheet.no_words_line else [])
    if section in (Section.GOING_WELL, Section.AT_HOME):
        items = sheet.going_well if section == Section.GOING_WELL else sheet.at_home
        return [f"{item.label}: {item.what}" if item.label else item.what for item in items]
    if section == Section.HARD_NOW:
        return [
            hard.see + (" " + _("What helps: {helps}").format(helps=hard.helps) if hard.helps else "")
            for hard in sheet.hard_now
        ]
    if section == Section.ASKS:
        return [f"{ask.what} ({ask.who})" if ask.who else ask.what for ask in sheet.asks]
    if section == Section.LAST_TIME:
        return [
            f"{last.what}: {last.mark.words}" + (f" ({last.who})" if last.who else "")
            for last in sheet.last_time
        ]
    if section == Section.QUESTIONS:
        return list(sheet.questions)
    return [f"{day.what}: {say_short(day.on, with_year=True) if day.on else day.when}" for day in sheet.dates]
