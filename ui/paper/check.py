"""Check before printing: the sheet itself, each part of it leading to its words; who may read it; a quiet look."""

from typing import cast

from carer_app.choices import FamilyThere, HasSeen, OnPaper, Part, PlainQuestion
from carer_app.paper.content import Section, TextSize
from carer_app.use_cases import (
    behind_the_sheet,
    household,
    names_on_sheet,
    planning,
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
    EditChild,
    HandedOutPlace,
    LastMeeting,
    MeetingSheetPlace,
    PasteText,
    PreparePart,
    ShowTheChild,
)
from ui.paper.check_rail import CheckRail
from ui.paper.check_rows import NamesRows, QuietRows, Ways
from ui.paper.live_sheet import LiveSheet
from ui.parts.choices_across import ChoicesAcross
from ui.parts.kept_text import KeptText
from ui.parts.text_sizes import TextSizes
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.read_aloud import ReadButton
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class CheckPage(Page):
    """What will stand on the sheet. What is empty is left out and never counted."""

    explains = True

    def __init__(self, house: House, place: CheckAndPrint) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        self.child, self.child_id = facts.child, facts.child_id
        self.add_back_link(_("Back to getting ready"))
        self.add_heading(_("Check before you print"))
        self.live = LiveSheet(self.records)
        self.live.go.connect(self.go.emit)
        self.read = ReadButton(_("Read my sheet to me"), self.live.labels, self.went_wrong.emit)
        self.read.aloud.at.connect(lambda number: self.live.mark(self.read.reading[number].label))
        self.read.aloud.ended.connect(lambda: self.live.mark(None))
        self.rail = CheckRail(facts)
        self.rail.choices.chosen.connect(self._on_family)
        self.rail.see.clicked.connect(self._on_see)
        self.rail.beside.connect(self.live.give_room)
        self.add_rail(self.rail)
        self.nothing = PlainLabel(
            _("There is nothing on the sheet yet. Go back and write in one part. One thing is enough.")
        )
        self.left_off = PlainLabel("", kind="strong")
        self.not_for_family = PlainLabel("")
        self.names = NamesRows(self._on_name)
        self.sizes = TextSizes()
        self.sizes.chosen.connect(self._on_size)
        self.how = WrapRow(self.sizes.field(), self.read, at_bottom=True)
        for part in (self.nothing, self.left_off, self.not_for_family, self.how, self.live, self.names):
            self.column.addWidget(part)
        self._add_seen()
        self._add_mine()
        self.quiet = QuietRows(self._to_part)
        self.column.addWidget(self.quiet)
        self.paste = Button(_("Copy it into the council’s form"), icon="copy")
        self.paste.clicked.connect(self.go_to(PasteText(self.meeting_id)))
        self.handed_out = Button(_("Sheets as handed out"), kind="quiet")
        self.handed_out.clicked.connect(self.go_to(HandedOutPlace(self.meeting_id)))
        self.others = Opens("", WrapRow(self.paste, self.handed_out), words=_("Other ways"))
        self.column.addWidget(self.others)

    def _add_seen(self) -> None:
        self.seen = ChoicesAcross([(answer.value, answer.words) for answer in HasSeen])
        self.seen.chosen.connect(self._on_seen)
        self.has_seen = Field(_("Has {child} seen what you wrote?").format(child=self.child), self.seen)
        self.column.addWidget(self.has_seen)
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
        self.column.addWidget(self.why_not)
        self.show_child = Button(_("Show {child} what I wrote").format(child=self.child))
        self.show_child.clicked.connect(self.go_to(ShowTheChild(self.meeting_id)))
        self.column.addWidget(WrapRow(self.show_child))

    def _add_mine(self) -> None:
        """What is the carer's own, put away: not everybody wants it on paper."""
        self.mine = Opens(
            "", words=_("Your name and three things"), when_open=_("Hide: your name and three things")
        )
        self.who = KeptText(self.records, household.set_own_name, lines=1)
        self.mine.body.addWidget(
            Field(_("Your name on the sheet"), self.who, hint=_("A first name is enough."), optional=True)
        )
        self.three = KeptText(
            self.records, preparing.write_answer, self.meeting_id, PlainQuestion.THREE_THINGS, spelling=True
        )
        self.mine.body.addWidget(
            Field(
                _("Three things you want to say"),
                self.three,
                hint=_("One on each line, for your own copy and the card for your pocket."),
                optional=True,
            )
        )
        self.column.addWidget(self.mine)

    def _to_part(self, part: Part) -> None:
        self.go.emit(PreparePart(self.meeting_id, part))

    def refresh(self) -> None:
        whole = self.records.read(summarising.whole_sheet, self.meeting_id, self.today())
        sheet = self.records.read(names_on_sheet.as_chosen, self.meeting_id, whole)
        here = sheet.sections()
        self.nothing.setVisible(not here)
        self.rail.see.setEnabled(bool(here))
        self.paste.setEnabled(bool(here))
        for part in (self.how, self.has_seen):
            part.setVisible(bool(here))
        if self.sizes.value() is None:
            self.sizes.set_value(str(sheet.text_size))
        self.live.show_sheet(sheet, self._ways())
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
        family = answers.get(PlainQuestion.FAMILY_THERE, "")
        self.rail.choices.set_value(family)
        self._show_not_for_family(family)

    def _ways(self) -> dict[Section, Ways]:
        """Where the words of each section are changed: in its parts, or where what was agreed and the days stand."""
        behind = self.records.read(behind_the_sheet.parts_behind, self.meeting_id)
        change = _("Change: {part}")
        ways: dict[Section, Ways] = {
            section: {
                PreparePart(self.meeting_id, part): change.format(part=part.words(self.child))
                for part in parts
            }
            for section, parts in behind.items()
        }
        ways[Section.LAST_TIME] = {LastMeeting(self.meeting_id): change.format(part=_("Last time"))}
        if not ways[Section.DATES]:
            ways[Section.DATES] = {EditChild(self.child_id, "dates"): change.format(part=_("Dates"))}
        return ways

    def _show_left_off(self) -> None:
        off = self.records.read(showing_the_child.left_off_for_the_child, self.meeting_id)
        self.left_off.setVisible(bool(off))
        self.left_off.setText(
            _(
                "Left off, because {child} asked you not to say it: {parts}. "
                "If someone needs to know it, speak to the social worker first."
            ).format(child=self.child, parts=", ".join(off))
        )

    def _show_not_for_family(self, answer: str) -> None:
        off = self.records.read(summarising.left_off_for_family, self.meeting_id)
        self.not_for_family.setVisible(answer in (FamilyThere.YES, FamilyThere.NOT_SURE))
        self.not_for_family.setText(
            _("Left off, because family may read it: {parts}. What you wrote is still kept here.").format(
                parts=", ".join(off)
            )
            if off
            else _("Nothing had to be left off. Read it once more as somebody from the family would.")
        )

    def _on_size(self, size: str) -> None:
        self.live.draw_in(cast(TextSize, int(size)))

    def _on_see(self) -> None:
        """The sheet opens in the size that was chosen here."""
        self.go.emit(MeetingSheetPlace(self.meeting_id, self.live.text_size or 0))

    def _on_seen(self, answer: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.CHILD_HAS_SEEN, answer)

    def _on_family(self, answer: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.FAMILY_THERE, answer)

    def _on_name(self, name: str, on_paper: OnPaper) -> None:
        self.records.change(names_on_sheet.choose, self.meeting_id, name, on_paper)
