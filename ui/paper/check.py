"""Check before printing: the sheet itself, each part of it leading to its words; who may read it; a quiet look."""

from collections.abc import Iterator
from typing import cast

from carer_app.choices import FamilyThere, PlainQuestion
from carer_app.paper.content import Section, TextSize
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.use_cases import (
    behind_the_sheet,
    names_on_sheet,
    planning,
    preparing,
    showing_the_child,
    summarising,
)
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    CheckAndPrint,
    EditChild,
    LastMeeting,
    MeetingSheetPlace,
    PreparePart,
)
from ui.paper.beneath_sheet import BeneathSheet
from ui.paper.check_rail import CheckRail
from ui.paper.check_rows import Ways
from ui.paper.live_sheet import LiveSheet
from ui.parts.text_sizes import TextSizes
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
        self.sizes = TextSizes()
        self.sizes.chosen.connect(self._on_size)
        self.how = WrapRow(self.sizes.field(), self.read, at_bottom=True)
        for part in (self.nothing, self.left_off, self.not_for_family, self.how, self.live):
            self.column.addWidget(part)
        self._beneath: BeneathSheet | None = None

    @property
    def beneath(self) -> BeneathSheet:
        """What stands beneath the sheet. Whoever asks does not meet the page half filled."""
        self.fill_whole()
        assert self._beneath is not None
        return self._beneath

    def refresh(self) -> None:
        whole = self.records.read(summarising.whole_sheet, self.meeting_id, self.today())
        sheet = self.records.read(names_on_sheet.as_chosen, self.meeting_id, whole)
        here = sheet.sections()
        self.nothing.setVisible(not here)
        self.rail.see.setEnabled(bool(here))
        self.how.setVisible(bool(here))
        if self.sizes.value() is None:
            self.sizes.set_value(str(sheet.text_size))
        self.live.show_sheet(sheet, self._ways())
        self._show_left_off()
        answers = self.records.read(preparing.answers_of, self.meeting_id, "check")
        family = answers.get(PlainQuestion.FAMILY_THERE, "")
        self.rail.choices.set_value(family)
        self._show_not_for_family(family)
        self.fill_in_pieces(self._fill(whole, answers, bool(here)))

    def _fill(self, whole: MeetingSheet, answers: dict[str, str], is_something: bool) -> Iterator[None]:
        """What is beneath: it comes once the sheet is drawn, where it is not seen with that."""
        yield
        if self._beneath is None:
            self._beneath = BeneathSheet(self)
            self._beneath.show_rest(whole, answers, is_something)
            self.column.addWidget(self._beneath)
            self._beneath.show()  # the layout would show it later; the keyboard may go there now
        else:
            self._beneath.show_rest(whole, answers, is_something)
        yield

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

    def _on_family(self, answer: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.FAMILY_THERE, answer)
