"""The school card: a line for each thing that school asks once, printed on half a page."""

from carer_app.choices import ChildList
from carer_app.texts import facts
from carer_app.texts.child_lists import child_list
from carer_app.use_cases import childs_lists
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import SchoolCardOnPaper, SchoolCardPlace
from ui.parts.kept_text import KeptText
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

LIST = ChildList.SCHOOL_CARD


class SchoolCardPage(Page):
    """Each line is kept as it is typed."""

    def __init__(self, house: House, place: SchoolCardPlace) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("School card"), _("For the school office, on half a page. What is empty is not printed.")
        )
        lines = child_list(LIST)
        self.boxes: dict[str, KeptText] = {}
        for line in lines.line:
            box = KeptText(self.records, childs_lists.write_line, self.child_id, LIST, line.key, lines=1)
            self.boxes[line.key] = box
            self.column.addWidget(Field(line.ask, box, hint=line.why))
        self.blanks = PlainLabel(
            _(
                "Parental responsibility, and who must not collect, are blanks on paper. "
                "The social worker fills them in."
            ),
            kind="hint",
        )
        self.column.addWidget(self.blanks)
        self.on_paper = Button(_("See it on paper"), kind="main", icon="printer")
        self.on_paper.clicked.connect(self.go_to(SchoolCardOnPaper(self.child_id)))
        self.column.addWidget(WrapRow(self.on_paper))
        self.known = PlainLabel(facts.as_we_had_them(lines.rests_on), kind="hint")
        self.column.addWidget(self.known)

    def refresh(self) -> None:
        view = self.records.read(childs_lists.list_of, self.child_id, LIST, self.today())
        self.rename(_("{child}’s school card").format(child=view.child))
        for row in view.rows:
            self.boxes[row.id].show_stored(row.text)
