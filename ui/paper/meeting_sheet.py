"""The sheet for the meeting: for everyone, or the carer's own with room for notes."""

from carer_app.choices import ForWhom, Reader
from carer_app.paper.content import Sheet
from carer_app.use_cases import handing_out, reporting_back, summarising
from carer_app.words import _
from ui.base.house import House
from ui.base.places import MeetingSheetPlace
from ui.paper.sheet_page import SheetPage
from ui.widgets.childs_words import tint
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel

_WHY_NOTHING = {
    ForWhom.ADULTS: _(
        "There is nothing for the adults only. When you answer a question, you can choose "
        "“For the adults’ sheet only”, and it is printed here and nowhere else."
    ),
    ForWhom.POCKET: _(
        "Write the three things you want to say on the page before this one. They go on the card."
    ),
}
_READ_BY = {
    ForWhom.EVERYONE: Reader.MEETING,
    ForWhom.MINE: Reader.ME,
    ForWhom.ADULTS: Reader.SCHOOL,
    ForWhom.POCKET: Reader.ME,
    ForWhom.CHILD: Reader.CHILD,
}


class MeetingSheetPage(SheetPage):
    """Choose who it is for; what you see is what is printed."""

    def __init__(self, house: House, place: MeetingSheetPlace) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build_top(self) -> None:
        _child_id, child = self.child()
        self.add_back_link(_("Back to check"))
        self.add_heading(_("The sheet for the meeting"), _("This is exactly what is printed."))
        self.for_whom = Choices([(who.value, who.words(child)) for who in ForWhom])
        self.for_whom.set_value(ForWhom.EVERYONE)
        self.for_whom.chosen.connect(self._on_for_whom)
        self.family = PlainLabel(
            _(
                "Family may be at the meeting. This sheet is not for them. Give it to the social worker or school "
                "yourself, before the day, and ask for it back."
            ),
            kind="strong",
        )
        self.column.addWidget(self.family)

    def build(self) -> None:
        super().build()
        self.first_size = self.place.at
        self.view.handed_out.connect(self._on_handed_out)

    def more_choices(self) -> list[Field]:
        return [Field(_("Who is it for?"), self.for_whom)]

    def first_reader(self) -> Reader:
        return _READ_BY[self._who()]

    def sheet(self) -> Sheet:
        who = self._who()
        read = self.records.read
        if who == ForWhom.CHILD:
            return read(reporting_back.child_sheet, self.meeting_id)
        if who == ForWhom.POCKET:
            return read(summarising.pocket_card, self.meeting_id)
        if who == ForWhom.MINE:
            return read(summarising.my_sheet, self.meeting_id, self.today())
        if who == ForWhom.ADULTS:
            return read(summarising.adults_sheet, self.meeting_id, self.today())
        return read(summarising.meeting_sheet, self.meeting_id, self.today())

    def nothing_on(self, sheet: Sheet) -> str:
        return _WHY_NOTHING[self._who()] if sheet.is_empty else ""

    def refresh(self) -> None:
        super().refresh()
        child_id, child = self.child()
        self.rail.heading.setText(child)
        tint(self.rail, child_id)
        strict = self.records.read(summarising.family_may_read, self.meeting_id)
        self.family.setVisible(strict and self.for_whom.value() == ForWhom.ADULTS)

    def _on_for_whom(self, _who: str) -> None:
        if self.goes is not None:
            self.goes.for_reader(self.first_reader())
        self.refresh()

    def _on_handed_out(self, pdf: bytes) -> None:
        who = self._who()
        self.records.change(handing_out.keep, self.meeting_id, who, self.today(), pdf)
        if who in handing_out.HOLD_IT_ALL:
            self.records.was_handed_out()

    def _who(self) -> ForWhom:
        return ForWhom(self.for_whom.value() or ForWhom.EVERYONE)
