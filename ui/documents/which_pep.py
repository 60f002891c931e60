"""Which PEP a kept paper is the copy of: put right where somebody filed it as something else."""

from carer_app.use_cases import which_pep
from carer_app.use_cases.which_pep import PepToChoose
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.parts.filled_combo import fill_combo
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.opens import Opens


class WhichPep(Opens):
    """Behind a press; what follows for each PEP is said with Undo."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._id = 0
        self._peps: list[PepToChoose] = []
        self.which = Combo()
        self.which.activated.connect(self._on_chosen)
        self.field = Field(
            _("Which PEP is it the copy of?"),
            self.which,
            hint=_("That PEP then has its copy, and you can compare it with what you wrote."),
        )
        super().__init__("", self.field, words=_("Change which PEP it is the copy of"), when_open=_("Close"))

    def show_paper(self, document_id: int | None) -> None:
        """Nothing where there is no PEP to choose."""
        self._id = document_id or 0
        read = self._page.records.read
        self._peps = read(which_pep.peps_to_choose, self._id) if self._id else []
        self.setVisible(bool(self._peps))
        if not self._peps:
            return
        options: list[tuple[str, object]] = [
            (_("The PEP of {day}").format(day=each.day), each.meeting_id) for each in self._peps
        ]
        chosen = read(which_pep.copy_of_which, self._id)
        fill_combo(self.which, [(_("None: it is another paper"), 0), *options], chosen)

    def _on_chosen(self, _place: int) -> None:
        read, meeting_id = self._page.records.read, self.which.currentData()
        before = read(which_pep.copy_of_which, self._id)
        if meeting_id == before:
            return
        undo = Undo(
            self._what_follows(before, meeting_id),
            which_pep.put_back,
            (read(which_pep.was, self._id, meeting_id),),
        )
        if not self._page.records.change(which_pep.set_which_pep, self._id, meeting_id, undo=undo):
            self.show_paper(self._id)

    def _what_follows(self, before: int, now: int) -> str:
        peps = {each.meeting_id: each for each in self._peps}
        if now:
            said = _("It is the copy of the PEP of {day} now.").format(day=peps[now].day)
        else:
            said = _("It is another paper now.")
        if before and peps[before].is_lost:
            said += " " + _("The copy of the PEP of {day} counts as not here.").format(day=peps[before].day)
        return said
